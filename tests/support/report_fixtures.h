#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/report/campaign_ranking_report.h"
#include "model/report/customer_report.h"
#include "model/report/page_totals.h"
#include "model/report/report_set.h"
#include "model/report/requests_report.h"
#include "model/report/user_activity_report.h"

namespace footfall::test {

inline std::shared_ptr<TextPool> texts(const std::vector<std::string>& all) {
  auto pool = std::make_shared<TextPool>();
  for (const std::string& text : all) (void)pool->append(text);
  return pool;
}

inline WideDecimal units(std::int64_t value) { return WideDecimal(Int128{value}); }

/// Hours from 2025-01-06T00:00Z on, one per entry of `visitors` where it is not 0; pages `/` with
/// all visitors of the hour and `/a` with half of them.
inline std::shared_ptr<HourlyVisitorsReport> hours_report(
    const std::vector<std::uint32_t>& visitors) {
  constexpr std::int64_t kStart = 1736121600;
  auto report = std::make_shared<HourlyVisitorsReport>();
  report->pages = texts({"/", "/a"});
  report->hour_begin.push_back(0);
  for (std::size_t i = 0; i < visitors.size(); ++i) {
    if (visitors[i] == 0) continue;
    report->hours.push_back({{kStart + static_cast<std::int64_t>(i) * kSecondsPerHour, 0},
                             visitors[i],
                             visitors[i] * 2ULL});
    report->cells.push_back({0, visitors[i]});
    report->cells.push_back({1, visitors[i] / 2});
    report->hour_begin.push_back(report->cells.size());
    report->pageviews += visitors[i] * 2ULL;
  }
  report->unique_visitors = 1234;
  report->unique_pages = 2;
  return report;
}

/// Two weeks with a daily rhythm; the highest hour is the last day's 14:00 with 1,130 visitors.
inline std::shared_ptr<HourlyVisitorsReport> two_weeks() {
  std::vector<std::uint32_t> visitors;
  for (std::uint32_t day = 0; day < 14; ++day)
    for (std::uint32_t hour = 0; hour < 24; ++hour)
      visitors.push_back(100 + day * 10 + 900 / (1 + (hour > 14 ? hour - 14 : 14 - hour)));
  return hours_report(visitors);
}

/// Pages of three days: /, most seen on the last, /a, on the first, and /b once.
inline PageTotalsPtr page_totals() {
  auto totals = std::make_shared<PageTotals>();
  totals->names = texts({"/", "/a", "/b"});
  totals->visitors = 30'000;
  totals->pages = {{0, 30'000, 41'000}, {1, 3, 5}, {2, 1, 1}};
  totals->stretches.step = Step::day;
  for (std::int64_t day = 0; day < 3; ++day)
    totals->stretches.begins.emplace_back(Hour{1736121600 + day * kSecondsPerDay, 0});
  totals->points = {{0, 9'000}, {1, 10'000}, {2, 20'000}, {0, 2}, {1, 2}, {2, 1}};
  totals->line_begin = {0, 3, 5, 6};
  return totals;
}

/// Customers "alice" (2 days), "bob" (1 day).
inline std::shared_ptr<CustomerReport> customer_report() {
  auto report = std::make_shared<CustomerReport>();
  report->names = texts({"alice", "bob"});
  report->event_types = texts({"checkout", "login"});
  report->customers = {{0, 0, 2, 7, 5, 1736200000, 0}, {1, 1, 1, 9, 1, 1736300000, 2}};
  report->days = {{20094, 0, 3}, {20095, 0, 2}, {20096, 1, 1}};
  for (const std::int64_t spend : {1234567891, 4000}) report->spend.append(units(spend));
  for (const std::int64_t ticket : {617283945, 0}) report->average_ticket.append(units(ticket));
  for (const std::int64_t spend : {1000000000, 234567891, 4000})
    report->day_spend.append(units(spend));
  report->unconverted.push_back({"XTS", 3, DecimalSum(Decimal::kOne)});
  report->events = 6;
  report->total_spend = units(1234571891);
  return report;
}

/// `count` campaigns c000, c001, ...; c000 has the highest CTR, the last one no conversions.
inline std::shared_ptr<CampaignRankingReport> campaign_report(std::size_t count,
                                                              std::size_t top = 10) {
  auto report = std::make_shared<CampaignRankingReport>();
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string digits = std::to_string(1000 + i);
    names.push_back("c" + digits.substr(1));
    CampaignRankingReport::Campaign campaign;
    campaign.name = static_cast<TextId>(i);
    campaign.impressions = 100'000;
    campaign.clicks = 5000 - i;
    campaign.conversions =
        DecimalSum(Decimal::kOne * static_cast<Int128>(i + 1 == count ? 0 : 10 + i));
    campaign.spend = DecimalSum(Decimal::kOne * 100);
    report->impressions += campaign.impressions;
    report->clicks += campaign.clicks;
    report->conversions += campaign.conversions;
    report->spend += campaign.spend;
    report->campaigns.push_back(campaign);
  }
  report->names = texts(names);
  report->top = top;
  rank_campaigns(*report);
  return report;
}

/// One campaign by date: 1000 impressions a day and so many clicks, spend of 10, as many
/// conversions as there are clicks beyond 5.
inline CampaignRankingPtr campaign_days(
    const std::vector<std::pair<std::string, std::uint32_t>>& clicks) {
  auto report = std::make_shared<CampaignRankingReport>();
  std::vector<std::string> dates;
  for (const auto& [date, count] : clicks) {
    const int conversions = count > 5 ? static_cast<int>(count) - 5 : 0;
    report->campaigns.push_back({static_cast<TextId>(dates.size()), 1000, count,
                                 DecimalSum(Decimal::kOne * conversions),
                                 DecimalSum(Decimal::kOne * 10)});
    dates.push_back(date);
  }
  report->names = texts(dates);
  return report;
}

/// Users "u1" with most events, "u2", and "u3" without a counted type.
inline std::shared_ptr<UserActivityReport> activity_report() {
  auto report = std::make_shared<UserActivityReport>();
  report->names = texts({"u1", "u2", "u3"});
  report->users = {{0, 40, 20, 5, DecimalSum(Decimal::kOne * 99)},
                   {1, 3, 2, 1, DecimalSum(Decimal::kOne * 7)},
                   {2, 0, 0, 0, {}}};
  report->events = 72;
  report->clicks = 43;
  report->views = 22;
  report->purchases = 6;
  report->value = DecimalSum(Decimal::kOne * 106);
  return report;
}

/// Requests of `hours` hours from 2025-01-06T00:00Z on: 100 in each of which 2 are not found. Hour
/// 5 has the most (900), hour 9 the most bytes, hour 20 the most errors.
inline std::shared_ptr<RequestsReport> requests_report(std::size_t hours = 48) {
  constexpr std::int64_t kStart = 1736121600;
  auto report = std::make_shared<RequestsReport>();
  report->names = texts({"", "/", "/a"});
  for (std::size_t i = 0; i < hours; ++i) {
    RequestsReport::HourTotals hour;
    hour.hour = {kStart + static_cast<std::int64_t>(i) * kSecondsPerHour, 0};
    hour.totals.answers = {i == 5 ? 890U : 90U, 8, 2, i == 20 ? 40U : 0U, 0};
    hour.totals.bytes = i == 9 ? 7'000'000'000U : 1'000'000U;
    report->all += hour.totals;
    report->hours.push_back(hour);
  }
  RequestsReport::PageTotals none;
  none.totals.answers = {0, 0, 1, 0, 0};
  RequestsReport::PageTotals other{2, {}};
  other.totals.answers = {5, 0, 0, 0, 0};
  RequestsReport::PageTotals front{1, report->all};
  front.totals.answers[0] -= 5;
  front.totals.answers[2] -= 1;
  report->pages = {none, front, other};
  return report;
}

inline std::shared_ptr<ReportSet> all_reports() {
  auto set = std::make_shared<ReportSet>();
  set->put(two_weeks());
  set->put(customer_report());
  set->put(campaign_report(12));
  set->put(activity_report());
  set->put(requests_report());
  return set;
}

}  // namespace footfall::test
