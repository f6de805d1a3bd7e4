#include "tests/support/twin.h"

#include <algorithm>

#include "tests/support/twin_forms.h"
#include "tests/support/twin_number.h"
#include "tests/support/twin_reports.h"

namespace footfall::twin {
namespace {

/// One end of a time range.
struct Bound {
  std::int64_t civil = 0;
  std::optional<std::int64_t> instant;  ///< where an offset is written
};
Bound read_bound(const std::string& text) {
  if (const auto day = read_date(text)) return {*day * 86400, std::nullopt};
  Bound bound;
  if (const auto reading = read_iso(text)) {
    bound.civil = reading->civil;
    if (reading->offset) bound.instant = reading->civil - *reading->offset;
  }
  return bound;
}

class Filter {
 public:
  Filter(const Options& options, const Zone& zone) : options_(options), zone_(zone) {
    if (options.from) from_ = read_bound(*options.from);
    if (options.to) to_ = read_bound(*options.to);
  }

  /// Why a row does not count; empty where it does.
  template <class Row>
  [[nodiscard]] std::string against_hourly(const Row& visit) const {
    const std::int64_t begin = hour_of(zone_, visit.time).first;
    const auto instant = [&](const Bound& bound) {
      return bound.instant.value_or(zone_.from_local(bound.civil));
    };
    if (from_ && begin < instant(*from_)) return "before the range";
    if (to_ && begin >= instant(*to_)) return "after the range";
    if (!named(options_.pages, visit.page) || !meets("page", visit.page)) return "page";
    if constexpr (requires { visit.visitor; })
      if (!meets_visitor(visit.visitor.first, visit.visitor.second)) return "visitor";
    const std::string reading = hour_of(zone_, visit.time).label;
    if (!meets("hour of day", reading.substr(11, 2))) return "hour of day";
    // A zone may put one day before the year 1.
    const std::int64_t day =
        read_date(reading.substr(0, 10)).value_or(*read_date("0001-01-01") - 1);
    return meets("weekday", weekday_of(day)) ? "" : "weekday";
  }
  [[nodiscard]] std::string against(const Visit& visit) const { return against_hourly(visit); }
  [[nodiscard]] std::string against(const Request& request) const {
    return against_hourly(request);
  }
  [[nodiscard]] std::string against(const Payment& payment) const {
    if (payment.ts <= 0) return "not after 1970";
    if (payment.ts > options_.now) return "in the future";
    if (options_.event_types && !options_.event_types->contains(payment.type)) return "event type";
    if (!meets("event type", payment.type)) return "event type";
    const std::int64_t begin = payment.ts / 86400 * 86400;
    if (from_ && begin < from_->instant.value_or(from_->civil)) return "before the range";
    if (to_ && begin >= to_->instant.value_or(to_->civil)) return "after the range";
    if (!named(options_.customers, payment.customer) || !meets("customer", payment.customer))
      return "customer";
    if (!meets("currency", one_spelling(payment.currency))) return "currency";
    return meets("weekday", weekday_of(payment.ts / 86400)) ? "" : "weekday";
  }
  [[nodiscard]] std::string against(const CampaignDay& row) const {
    const auto day = read_date(row.date);
    const bool by_weekday = std::any_of(options_.where.begin(), options_.where.end(),
                                        [](const Where& one) { return one.field == "weekday"; });
    if ((from_ || to_ || by_weekday) && !day) return "no date";
    if (from_ && *day * 86400 < from_->civil) return "before the range";
    if (to_ && *day * 86400 >= to_->civil) return "after the range";
    if (!named(options_.campaigns, row.campaign) || !meets("campaign", row.campaign))
      return "campaign";
    return !by_weekday || meets("weekday", weekday_of(*day)) ? "" : "weekday";
  }
  [[nodiscard]] std::string against(const Action& action) const {
    if (!meets("event type", action.type)) return "event type";
    return named(options_.users, action.user) && meets("user", action.user) ? "" : "user";
  }

 private:
  static bool named(const std::set<std::string>& names, const std::string& name) {
    return names.empty() || names.contains(name);
  }
  // Counted on from 1 January of the year 1, a Monday, or the day before it.
  static std::string weekday_of(std::int64_t day) {
    const std::vector<std::string> names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};
    return names[static_cast<std::size_t>((day - *read_date("0001-01-01") + 7) % 7)];
  }
  static bool is_like(const std::string& text, const std::string& pattern) {
    if (pattern.empty()) return text.empty();
    if (pattern[0] != '*')
      return !text.empty() && text[0] == pattern[0] && is_like(text.substr(1), pattern.substr(1));
    for (std::size_t skipped = 0; skipped <= text.size(); ++skipped)
      if (is_like(text.substr(skipped), pattern.substr(1))) return true;
    return false;
  }
  static bool holds(const Where& one, const std::string& text) {
    const std::size_t place = text.find(one.value);
    if (one.match == "is") return text == one.value;
    if (one.match == "is-not") return text != one.value;
    if (one.match == "contains") return place != std::string::npos;
    if (one.match == "begins") return place == 0;
    return is_like(text, one.value);
  }
  [[nodiscard]] bool meets(const std::string& field, const std::string& text) const {
    return std::ranges::all_of(
        options_.where, [&](const Where& one) { return one.field != field || holds(one, text); });
  }
  // The host alone, or with its agent.
  [[nodiscard]] bool meets_visitor(const std::string& id, const std::string& agent) const {
    const std::string whole = agent.empty() ? id : id + " " + agent;
    for (const Where& one : options_.where) {
      if (one.field != "visitor") continue;
      const int held = int{holds(one, id)} + int{holds(one, whole)};
      if (held < (one.match == "is-not" ? 2 : 1)) return false;
    }
    return true;
  }
  const Options& options_;
  const Zone& zone_;
  std::optional<Bound> from_;
  std::optional<Bound> to_;
};

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text) result += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

const std::set<std::string> kTotalWords = {"total", "totals", "grand total",
                                           "summe", "gesamt", "total g\xC3\xA9n\xC3\xA9ral"};

bool is_total_name(const std::string& name) {
  return kTotalWords.contains(lower(name)) || lower(name).starts_with("total:");
}

/// A field begins with a total word that ends there.
bool names_total(const Record& record) {
  for (const std::string& field : record.fields) {
    const std::string text = lower(trimmed(field));
    for (const std::string& word : kTotalWords) {
      if (!text.starts_with(word)) continue;
      const char next = text.size() == word.size() ? ' ' : text[word.size()];
      if (!(next >= 'a' && next <= 'z') && !(next >= '0' && next <= '9') && (next & 0x80) == 0)
        return true;
    }
  }
  return false;
}

std::vector<CampaignDay> counted_days(const std::vector<CampaignDay>& days, const Options& options,
                                      const Filter& filter, Result& result) {
  using Sums = std::pair<std::string, std::string>;
  std::map<std::string, std::pair<Big, Big>> campaigns;
  std::pair<Big, Big> others;
  bool any_other = false;
  for (const CampaignDay& day : days) {
    const bool total = is_total_name(day.campaign);
    any_other = any_other || !total;
    std::pair<Big, Big>& sum = total ? campaigns[day.campaign] : others;
    sum.first = sum.first + day.impressions;
    sum.second = sum.second + day.clicks;
  }
  bool left_out = false;
  for (const auto& [name, sum] : campaigns)
    left_out = left_out || (any_other && Sums(sum.first.text(), sum.second.text()) ==
                                             Sums(others.first.text(), others.second.text()));
  std::vector<CampaignDay> counted;
  for (const CampaignDay& day : days) {
    const bool total =
        left_out && is_total_name(day.campaign) && !options.campaigns.contains(day.campaign);
    const std::string against = total ? "total line" : filter.against(day);
    ++(against.empty() ? result.counted : result.filtered[against]);
    if (against.empty()) counted.push_back(day);
  }
  return counted;
}

// Whom a condition names counts as named by the filter's list.
Options with_names(Options options) {
  for (const Where& one : options.where) {
    const bool alone =
        std::none_of(options.where.begin(), options.where.end(), [&](const Where& other) {
          return other.field == one.field && other.match == "is" && other.value != one.value;
        });
    if (one.match != "is" || !alone) continue;
    if (one.field == "user" && options.users.empty()) options.users = {one.value};
    if (one.field == "campaign" && options.campaigns.empty()) options.campaigns = {one.value};
  }
  return options;
}

}  // namespace

Result run(const Options& given, const std::vector<Input>& inputs) {
  const Options options = with_names(given);
  Result result;
  const Zone* zone = Zone::load(options.zone);
  const Zone* source = Zone::load(options.source_zone);
  if (zone == nullptr || source == nullptr) {
    result.failed = "zone";
    return result;
  }
  const Filter filter(options, *zone);
  std::vector<Visit> visits;
  std::vector<Payment> payments;
  std::vector<CampaignDay> days;
  std::vector<Action> actions;
  std::vector<Request> requests;
  for (std::size_t file = 0; file < inputs.size(); ++file) {
    std::string failed;
    std::vector<Record> records;
    if (options.format == Format::csv) records = read_csv(inputs[file].bytes, options, failed);
    if (options.format == Format::ndjson) records = read_ndjson(inputs[file].bytes, options);
    if (options.format == Format::access_log)
      records = read_access_log(inputs[file].bytes, options);
    if (!failed.empty()) {
      result.failed = failed;
      return result;
    }
    std::vector<Record> sound;
    for (const Record& record : records)
      if (record.fault.empty()) sound.push_back(record);
    if (apply_forms(sound, options, *source).refused) {
      result.failed = "times";
      return result;
    }
    for (std::size_t i = 0, row = 0; i < records.size(); ++i)
      if (records[i].fault.empty()) records[i] = sound[row++];
    for (const Record& record : records) {
      Fault fault{record.fault, ""};
      bool rounded = false;
      std::string against;
      const auto take = [&](auto&& row, auto& rows) {
        if (!row) return;
        against = filter.against(*row);
        if (against.empty()) rows.push_back(*row);
      };
      if (fault.reason.empty()) {
        switch (options.report) {
          case Report::hourly_visitors:
            take(visit_of(record, options, *source, fault), visits);
            break;
          case Report::customer_report:
            take(payment_of(record, fault, rounded), payments);
            break;
          case Report::campaign_ranking:
            // Which of them are total lines shows when all are read, but for those without a name.
            if (const auto id = trimmed(record.cells[0].text);
                names_total(record) && (id.empty() || id == "--")) {
              against = "total line";
            } else if (const auto day = campaign_day_of(record, fault, rounded)) {
              days.push_back(*day);
            }
            break;
          case Report::user_activity:
            take(action_of(record, fault, rounded), actions);
            break;
          case Report::requests:
            take(request_of(record, options, *source, fault, rounded), requests);
            break;
        }
      }
      if (!fault.reason.empty()) {
        ++result.rejected[fault.reason];
        result.rejects.push_back(
            {file, record.line, record.offset, fault.reason, fault.column, record.excerpt});
        continue;
      }
      if (options.report != Report::campaign_ranking || !against.empty())
        ++(against.empty() ? result.counted : result.filtered[against]);
      if (rounded) ++result.rounded;
    }
  }
  switch (options.report) {
    case Report::hourly_visitors:
      report_visits(visits, options.step, *zone, result.files);
      break;
    case Report::customer_report:
      report_payments(payments, options, result);
      break;
    case Report::campaign_ranking:
      report_campaigns(counted_days(days, options, filter, result), options, result.files);
      break;
    case Report::user_activity:
      report_actions(actions, options, result);
      break;
    case Report::requests:
      report_requests(requests, options.step, *zone, result.files);
      break;
  }
  return result;
}

}  // namespace footfall::twin
