// Long, for every report has a few functions here that read its rows, and they share how.
#include "model/sql/report_results.h"

#include <algorithm>
#include <limits>

#include "model/core/calendar.h"
#include "model/core/md5.h"
#include "model/parse/total_words.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/customer_report.h"
#include "model/report/user_activity_report.h"

namespace footfall {
namespace {

constexpr unsigned kUsdDecimals = 6;

// Units of 10^-6 out of units of 10^-36, divided by `count`; rounded once.
WideDecimal to_micros(const WideDecimal& sum, std::uint64_t count = 1) {
  constexpr unsigned kPower = 2 * Decimal::kDigits - kUsdDecimals;
  return divide_half_even(
      sum, WideDecimal(power_of_ten(kPower)) * WideDecimal(static_cast<Int128>(count)));
}

// A pass over long results gives their memory back now and then.
constexpr std::size_t kRowsBetweenReleases = std::size_t{1} << 16;

template <class Entries>
bool is_by_name(const Entries& entries, const TextPool& names) {
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (names[entries[i].name] < names[entries[i - 1].name]) return false;
    if (i % kRowsBetweenReleases == 0) {
      entries.release();
      names.release();
    }
  }
  return true;
}

// The server's order is that of bytes but for texts it cannot hold.
template <class Entries>
void sort_by_name(Entries& entries, const TextPool& names) {
  if (is_by_name(entries, names)) return;
  std::sort(entries.begin(), entries.end(),
            [&](const auto& a, const auto& b) { return names[a.name] < names[b.name]; });
}

// Rows, bytes and answers of the four classes; the others are the rest.
bool read_totals(FieldReader& field, RequestTotals& totals) {
  const std::uint64_t rows = field.natural();
  totals.bytes = field.count();
  std::uint64_t classed = 0;
  for (std::size_t i = 0; i + 1 < totals.answers.size(); ++i) {
    totals.answers[i] = field.natural();
    // Each by itself: their sum may be anything.
    if (totals.answers[i] > rows - classed) return false;
    classed += totals.answers[i];
  }
  totals.answers.back() = rows - classed;
  return !field.fault() && rows > 0;
}

// The hour of a row, or the beginning of its day or week.
Hour read_hour(FieldReader& field, Step step, ZoneCursor& zone) {
  if (step != Step::hour) return beginning_of(field.first_day(step), zone);
  const std::int64_t start = field.hour();
  return {start, zone.offset_at(start)};
}

}  // namespace

VisitorResults::VisitorResults(const SqlDialect& dialect, const ReportOptions& options)
    : dialect_(dialect), zone_(options.zone), report_(std::make_shared<HourlyVisitorsReport>()) {
  report_->cells = SpillVector<HourlyVisitorsReport::Cell>(Keep::spilled);
  report_->zone = options.zone.name();
  report_->utc = options.zone.is_utc();
  report_->step = options.step;
}

bool VisitorResults::take_cell(ResultRow row) {
  FieldReader field(dialect_, row);
  const std::int64_t hour = read_hour(field, report_->step, zone_).start;
  const auto [page, fresh] =
      page_ids_.try_emplace(std::string(field.text()), static_cast<TextId>(page_ids_.size()));
  const std::int64_t visitors = field.number();
  const std::uint64_t views = field.natural();
  cell_views_ += views;
  if (field.fault() || visitors < 1 || static_cast<std::uint64_t>(visitors) > views ||
      visitors > std::numeric_limits<std::uint32_t>::max())
    return false;
  if (cell_hours_.empty() || cell_hours_.back() != hour) {
    if (!cell_hours_.empty() && hour < cell_hours_.back()) return false;
    cell_hours_.push_back(hour);
    report_->hour_begin.push_back(report_->cells.size());
  }
  report_->cells.push_back({page->second, static_cast<std::uint32_t>(visitors)});
  return true;
}

bool VisitorResults::take_total(ResultRow row) {
  FieldReader field(dialect_, row);
  HourlyVisitorsReport::HourTotal total;
  total.hour = read_hour(field, report_->step, zone_);
  total.visitors = field.natural();
  total.pageviews = field.natural();
  report_->pageviews += total.pageviews;
  report_->hours.push_back(total);
  return !field.fault() && total.visitors <= total.pageviews;
}

bool VisitorResults::take_all(ResultRow row) {
  FieldReader field(dialect_, row);
  report_->unique_visitors = field.natural();
  all_views_ = field.natural();
  return !field.fault() && report_->unique_visitors <= *all_views_;
}

bool VisitorResults::finish() {
  // Pages get ids in byte order, which the server's order need not be for every text.
  std::vector<std::string_view> sorted;
  for (const auto& [page, id] : page_ids_) sorted.push_back(page);
  std::sort(sorted.begin(), sorted.end());
  auto pages = std::make_shared<TextPool>();
  std::vector<TextId> new_ids(sorted.size());
  for (const std::string_view page : sorted)
    new_ids[page_ids_.find(std::string(page))->second] = pages->append(page);
  HourlyVisitorsReport& report = *report_;
  report.hour_begin.push_back(report.cells.size());
  const auto before = [](const auto& a, const auto& b) { return a.page < b.page; };
  for (std::size_t hour = 0; hour + 1 < report.hour_begin.size(); ++hour) {
    auto* const begin = report.cells.begin() + report.hour_begin[hour];
    auto* const end = report.cells.begin() + report.hour_begin[hour + 1];
    for (auto* cell = begin; cell != end; ++cell) cell->page = new_ids[cell->page];
    if (!std::is_sorted(begin, end, before)) std::sort(begin, end, before);
  }
  report.unique_pages = pages->size();
  report.pages = std::move(pages);
  report.release();
  const auto same_hour = [](std::int64_t cells, const HourlyVisitorsReport::HourTotal& total) {
    return cells == total.hour.start;
  };
  return cell_views_ == report.pageviews && all_views_.value_or(cell_views_) == cell_views_ &&
         std::equal(cell_hours_.begin(), cell_hours_.end(), report.hours.begin(),
                    report.hours.end(), same_hour);
}

CampaignResults::CampaignResults(const SqlDialect& dialect, std::size_t top)
    : dialect_(dialect),
      report_(std::make_shared<CampaignRankingReport>()),
      names_(std::make_shared<TextPool>(Keep::spilled)) {
  report_->names = names_;
  report_->campaigns = SpillVector<CampaignRankingReport::Campaign>(Keep::spilled);
  report_->top = top;
}

bool CampaignResults::take(ResultRow row) {
  FieldReader field(dialect_, row);
  CampaignRankingReport::Campaign campaign;
  campaign.name = names_->append(field.text());
  const std::uint64_t rows = field.natural();
  rows_ += rows;
  campaign.impressions = field.count();
  campaign.clicks = field.count();
  campaign.conversions = field.amount();
  campaign.spend = field.amount();
  add_figures(*report_, campaign);
  report_->campaigns.push_back(campaign);
  if (is_total_name((*names_)[campaign.name])) totals_.push_back({campaign, rows});
  return !field.fault();
}

bool CampaignResults::totals_match() const {
  CountSum impressions = report_->impressions;
  CountSum clicks = report_->clicks;
  for (const Total& total : totals_) {
    impressions -= total.figures.impressions;
    clicks -= total.figures.clicks;
  }
  return totals_.size() < report_->campaigns.size() &&
         std::ranges::any_of(totals_, [&](const Total& total) {
           return total.figures.impressions == impressions && total.figures.clicks == clicks;
         });
}

void CampaignResults::leave_totals_out() {
  SpillVector<CampaignRankingReport::Campaign> kept(Keep::spilled);
  for (const CampaignRankingReport::Campaign& campaign : report_->campaigns)
    if (!is_total_name((*names_)[campaign.name])) kept.push_back(campaign);
  report_->campaigns = std::move(kept);
  for (const Total& total : totals_) {
    report_->impressions -= total.figures.impressions;
    report_->clicks -= total.figures.clicks;
    report_->conversions -= total.figures.conversions;
    report_->spend -= total.figures.spend;
    total_rows_ += total.rows;
  }
}

void CampaignResults::end(std::optional<bool> leave_totals) {
  if (leave_totals == true)
    leave_totals_out();
  else if (leave_totals == false)
    for (const Total& total : totals_)
      report_->totals_counted.emplace_back((*names_)[total.figures.name]);
  sort_by_name(report_->campaigns, *names_);
  find_sums_of_others(*report_);
  rank_campaigns(*report_);
  report_->release();
}

CustomerResults::CustomerResults(const SqlDialect& dialect, const ReportOptions& options)
    : dialect_(dialect),
      options_(options),
      report_(std::make_shared<CustomerReport>()),
      names_(std::make_shared<TextPool>(Keep::spilled)),
      types_(std::make_shared<TextPool>()) {
  report_->names = names_;
  report_->event_types = types_;
  report_->customers = SpillVector<CustomerReport::Customer>(Keep::spilled);
  report_->days = SpillVector<CustomerReport::CustomerDay>(Keep::spilled);
  for (AmountColumn* amounts : {&report_->spend, &report_->average_ticket, &report_->day_spend})
    *amounts = AmountColumn(kUsdDecimals, Keep::spilled);
}

bool CustomerResults::take_day(ResultRow row) {
  FieldReader field(dialect_, row);
  const std::string_view customer = field.text();
  const std::int64_t day = field.number();
  std::string buffer;
  const std::string_view currency = canonical_currency(field.text(), buffer);
  const auto rows = field.natural();
  const auto events = field.natural();
  const auto tickets = field.natural();
  const std::int64_t latest = field.instant();
  const DecimalSum amount = field.amount();
  const DecimalSum ticket_amount = field.amount();
  if (field.fault() || events > rows || tickets > events ||
      day != floor_divide(latest, kSecondsPerDay))
    return false;
  rows_ += rows;
  const auto rate = options_.rates.find(currency);
  const bool given = rate != options_.rates.end();
  const WideDecimal factor(given ? rate->second.units : Decimal::kOne);
  if (!given && currency != "USD") {
    UnconvertedCurrency& entry = unconverted_[std::string(currency)];
    entry.rows += events;
    entry.amount += amount;
  }
  SpillVector<CustomerReport::Customer>& customers = report_->customers;
  const bool same_customer = !customers.empty() && (*names_)[customers.back().name] == customer;
  if (!same_customer) {
    end_customer();
    CustomerReport::Customer& next = customers.emplace_back();
    next.name = names_->append(customer);
    next.first_day = report_->days.size();
    next.latest_event = latest;
  }
  CustomerReport::Customer& current = customers.back();
  if (report_->days.size() == current.first_day || report_->days.back().day != day) {
    if (report_->days.size() > current.first_day) end_day();
    CustomerReport::CustomerDay& next = report_->days.emplace_back();
    next.day = static_cast<Day>(day);
    next.customer = static_cast<std::uint32_t>(customers.size() - 1);
  }
  report_->days.back().events += events;
  current.events += events;
  current.latest_event = std::max(current.latest_event, latest);
  day_spend_ += WideDecimal(amount) * factor;
  tickets_ += WideDecimal(ticket_amount) * factor;
  ticket_count_ += tickets;
  return true;
}

void CustomerResults::end_day() {
  report_->day_spend.append(to_micros(day_spend_));
  spend_ += day_spend_;
  day_spend_ = {};
}

void CustomerResults::end_customer() {
  if (report_->customers.empty()) return;
  end_day();
  CustomerReport::Customer& customer = report_->customers.back();
  customer.active_days = static_cast<std::uint32_t>(report_->days.size() - customer.first_day);
  customer.shard = md5_prefix((*names_)[customer.name]) % options_.shards;
  report_->spend.append(to_micros(spend_));
  report_->average_ticket.append(ticket_count_ == 0 ? WideDecimal()
                                                    : to_micros(tickets_, ticket_count_));
  report_->events += customer.events;
  total_ += spend_;
  spend_ = {};
  tickets_ = {};
  ticket_count_ = 0;
}

bool CustomerResults::take_top_type(ResultRow row) {
  FieldReader field(dialect_, row);
  const std::string_view customer = field.text();
  const std::string_view type = field.text();
  // Both results are in the same order.
  if (field.fault() || typed_ >= report_->customers.size() ||
      (*names_)[report_->customers[typed_].name] != customer)
    return false;
  auto known = type_ids_.find(type);
  if (known == type_ids_.end()) known = type_ids_.emplace(type, types_->append(type)).first;
  report_->customers[typed_++].top_event_type = known->second;
  if (typed_ % kRowsBetweenReleases == 0) report_->release();
  return true;
}

bool CustomerResults::finish() {
  end_customer();
  for (const auto& [currency, entry] : unconverted_) {
    report_->unconverted.push_back(entry);
    report_->unconverted.back().currency = currency;
  }
  report_->total_spend = to_micros(total_);
  report_->duplicate_events = options_.distinct_events ? rows_ - report_->events : 0;
  const bool sorted = is_by_name(report_->customers, *names_);
  report_->release();
  return typed_ == report_->customers.size() && sorted;
}

ActivityResults::ActivityResults(const SqlDialect& dialect)
    : dialect_(dialect),
      report_(std::make_shared<UserActivityReport>()),
      names_(std::make_shared<TextPool>(Keep::spilled)) {
  report_->names = names_;
  report_->users = SpillVector<UserActivityReport::User>(Keep::spilled);
}

bool ActivityResults::take(ResultRow row) {
  FieldReader field(dialect_, row);
  UserActivityReport::User user;
  user.name = names_->append(field.text());
  const auto rows = field.natural();
  const auto events = field.natural();
  user.clicks = field.natural();
  user.views = field.natural();
  user.purchases = field.natural();
  user.value = field.amount();
  report_->events += events;
  report_->duplicate_events += rows - events;
  report_->clicks += user.clicks;
  report_->views += user.views;
  report_->purchases += user.purchases;
  report_->value += user.value;
  report_->users.push_back(user);
  return !field.fault() && rows >= events;
}

void ActivityResults::finish(const std::vector<std::string>& wanted) {
  SpillVector<UserActivityReport::User>& users = report_->users;
  const auto is_there = [&](const std::string& name) {
    return std::any_of(users.begin(), users.end(),
                       [&](const auto& user) { return (*names_)[user.name] == name; });
  };
  for (const std::string& name : wanted)
    if (!is_there(name)) users.emplace_back().name = names_->append(name);
  sort_by_name(users, *names_);
  report_->release();
}

RequestResults::RequestResults(const SqlDialect& dialect, const ReportOptions& options)
    : dialect_(dialect),
      zone_(options.zone),
      report_(std::make_shared<RequestsReport>()),
      names_(std::make_shared<TextPool>(Keep::spilled)) {
  report_->names = names_;
  report_->pages = SpillVector<RequestsReport::PageTotals>(Keep::spilled);
  report_->zone = options.zone.name();
  report_->utc = options.zone.is_utc();
  report_->step = options.step;
}

bool RequestResults::take_hour(ResultRow row) {
  FieldReader field(dialect_, row);
  RequestsReport::HourTotals hour;
  hour.hour = read_hour(field, report_->step, zone_);
  if (!read_totals(field, hour.totals)) return false;
  if (!report_->hours.empty() && hour.hour <= report_->hours.back().hour) return false;
  report_->all += hour.totals;
  report_->hours.push_back(hour);
  return true;
}

bool RequestResults::take_page(ResultRow row) {
  FieldReader field(dialect_, row);
  RequestsReport::PageTotals page;
  page.name = names_->append(field.text());
  if (!read_totals(field, page.totals)) return false;
  of_pages_ += page.totals;
  report_->pages.push_back(page);
  return true;
}

bool RequestResults::finish() {
  sort_by_name(report_->pages, *names_);
  report_->release();
  return of_pages_ == report_->all;
}

}  // namespace footfall
