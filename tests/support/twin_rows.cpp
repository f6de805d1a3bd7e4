#include "tests/support/twin_rows.h"

#include "tests/support/twin_forms.h"

namespace footfall::twin {
namespace {

/// The values of one record, judged one after the other; the first fault stays.
class Values {
 public:
  Values(const Record& record, Report report, Fault& fault)
      : record_(record), roles_(roles_of(report)), fault_(fault) {}

  /// `trim` lists the roles whose blank text is missing; the others must be empty for that.
  void require(const std::set<std::string>& trim) {
    for (std::size_t i = 0; i < roles_.size(); ++i)
      if (roles_[i].required && missing(i, trim.contains(roles_[i].name)))
        blame("missing value", i);
  }
  [[nodiscard]] bool good() const { return fault_.reason.empty(); }

  std::string id(std::size_t role) {
    if (wrong(role)) return {};
    return record_.cells[role].text;
  }
  /// In units of 10^-18; none where missing.
  std::optional<Big> number(std::size_t role, bool& rounded) {
    if (missing(role, true) || wrong(role)) return std::nullopt;
    const Number number = read_number(trimmed(record_.cells[role].text));
    if (!number.good)
      blame("bad number", role);
    else if (!number.in_range)
      blame("out of range", role);
    rounded = rounded || number.rounded;
    return number.units;
  }
  Big amount_not_negative(std::size_t role, bool& rounded) {
    if (wrong(role)) return {};
    const Number number = read_number(trimmed(record_.cells[role].text));
    if (!number.good)
      blame("bad number", role);
    else if (!number.in_range)
      blame("out of range", role);
    else if (number.units.negative())
      blame("negative number", role);
    rounded = rounded || number.rounded;
    return number.units;
  }
  /// Whole and not negative.
  Big count(std::size_t role, bool& rounded) {
    const Big units = amount_not_negative(role, rounded);
    Big whole;
    Big part;
    units.magnitude().divide(power_of_ten(kScale), whole, part);
    if (!part.zero()) blame("bad number", role);
    return whole;
  }
  std::int64_t epoch(std::size_t role, bool& rounded) {
    if (wrong(role)) return 0;
    const std::string_view text = trimmed(record_.cells[role].text);
    const std::optional<std::int64_t> seconds = read_epoch(text, true);
    if (!seconds) blame("bad timestamp", role);
    const Number number = read_number(text);
    rounded = rounded || (seconds && number.rounded);
    return seconds.value_or(0);
  }
  bool wrong(std::size_t role) {
    if (record_.cells[role].kind != Cell::Kind::wrong_type) return false;
    blame("wrong type", role);
    return true;
  }
  [[nodiscard]] bool missing(std::size_t role, bool trim) const {
    const Cell& cell = record_.cells[role];
    if (cell.kind == Cell::Kind::missing) return true;
    if (cell.kind == Cell::Kind::wrong_type) return false;
    return trim ? trimmed(cell.text).empty() : cell.text.empty();
  }
  void blame(const char* reason, std::size_t role) {
    if (good()) fault_ = {reason, roles_[role].name};
  }

 private:
  const Record& record_;
  std::vector<Role> roles_;
  Fault& fault_;
};

}  // namespace

std::string one_spelling(const std::string& text) {
  std::string currency(squeezed_ends(text));
  for (char& c : currency)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return currency;
}

std::optional<Visit> visit_of(const Record& record, const Options& options, const Zone& source,
                              Fault& fault) {
  Values values(record, options.report, fault);
  const bool log = options.format == Format::access_log;
  if (!log) values.require({"timestamp"});
  if (log && values.missing(0, true)) values.blame("missing value", 0);
  std::optional<std::int64_t> time;
  if (!values.wrong(0))
    time = log ? read_log_time(record.cells[0].text, source)
               : read_timestamp(record.cells[0].text, source);
  if (!time) values.blame("bad timestamp", 0);
  Visit visit;
  if (log && values.missing(1, false)) values.blame("no request target", 1);
  visit.page = values.id(1);
  visit.visitor.first = values.id(2);
  if (log && !options.host_only) visit.visitor.second = values.id(3);
  if (!values.good()) return std::nullopt;
  visit.time = *time;
  return visit;
}

std::optional<Payment> payment_of(const Record& record, Fault& fault, bool& rounded) {
  Values values(record, Report::customer_report, fault);
  values.require({"ts"});
  Payment payment;
  payment.event = values.id(0);
  payment.customer = values.id(1);
  payment.ts = values.epoch(2, rounded);
  payment.type = values.id(3);
  payment.amount = values.number(4, rounded).value_or(Big());
  payment.currency = one_spelling(values.id(5));
  if (!values.good()) return std::nullopt;
  return payment;
}

std::optional<CampaignDay> campaign_day_of(const Record& record, Fault& fault, bool& rounded) {
  Values values(record, Report::campaign_ranking, fault);
  values.require({"campaign_id", "impressions", "clicks", "spend", "conversions"});
  CampaignDay day;
  day.campaign = trimmed(values.id(0));
  if (record.cells[1].kind != Cell::Kind::wrong_type) day.date = values.id(1);
  day.impressions = values.count(2, rounded);
  day.clicks = values.count(3, rounded);
  day.spend = values.amount_not_negative(4, rounded);
  day.conversions = values.amount_not_negative(5, rounded);
  if (!values.good()) return std::nullopt;
  return day;
}

std::optional<Action> action_of(const Record& record, Fault& fault, bool& rounded) {
  Values values(record, Report::user_activity, fault);
  values.require({});
  Action action;
  action.id = values.id(0);
  action.user = values.id(1);
  action.type = values.id(2);
  action.price = values.number(3, rounded);
  if (!values.good()) return std::nullopt;
  return action;
}

std::optional<Request> request_of(const Record& record, const Options& options, const Zone& source,
                                  Fault& fault, bool& rounded) {
  Values values(record, options.report, fault);
  const bool log = options.format == Format::access_log;
  values.require({"timestamp"});
  std::optional<std::int64_t> time;
  if (!values.wrong(0))
    time = log ? read_log_time(record.cells[0].text, source)
               : read_timestamp(record.cells[0].text, source);
  if (!time) values.blame("bad timestamp", 0);
  Request request;
  request.page = values.id(1);
  const Number status = read_number(trimmed(values.id(2)));
  if (status.good && status.in_range)
    for (int answer = 200; answer < 600; ++answer)
      if (status.units.text() == (Big(answer) * power_of_ten(kScale)).text())
        request.answer = answer / 100;
  if (!values.missing(3, true)) request.bytes = values.count(3, rounded);
  if (!values.good()) return std::nullopt;
  request.time = *time;
  return request;
}

}  // namespace footfall::twin
