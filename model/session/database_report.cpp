#include "model/session/database_report.h"

#include <algorithm>

#include "model/report/filter.h"

namespace footfall {
namespace {

// Only what a report of the kind can answer.
Filter answered(ReportKind kind, const Filter& filter) {
  Filter kept;
  if (kind != ReportKind::user_activity) {
    kept.from = filter.from;
    kept.to = filter.to;
  }
  switch (kind) {
    case ReportKind::hourly_visitors:
      kept.pages = filter.pages;
      break;
    case ReportKind::customer_report:
      kept.customers = filter.customers;
      break;
    case ReportKind::campaign_ranking:
      kept.campaigns = filter.campaigns;
      break;
    case ReportKind::user_activity:
      kept.users = filter.users;
      break;
  }
  return kept;
}

}  // namespace

LoadProgress progress_of(const std::vector<std::unique_ptr<DatabaseReport>>& reports) {
  LoadProgress sum;
  bool all_known = true;
  int running = 0;
  for (const auto& report : reports) {
    if (!report->counted) continue;
    const std::lock_guard lock(report->progress->mutex);
    const SqlProgress& latest = report->progress->latest;
    const std::uint64_t total = latest.rows_total.value_or(0);
    const bool over = report->phase != DatabaseReport::Phase::running;
    sum.rows += over ? total : latest.rows_read;
    sum.rows_total += total;
    all_known = all_known && (over || total > 0);
    const std::chrono::duration<double> since = std::chrono::steady_clock::now() - report->asked_at;
    sum.seconds = std::max(sum.seconds, since.count());
    if (over) continue;
    ++running;
    sum.step = latest.step;
    sum.steps = latest.steps;
  }
  if (!all_known) sum.rows_total = 0;
  if (running > 1) sum.step = sum.steps = 0;
  return sum;
}

bool same_question(ReportKind kind, const ReportOptions& a, const ReportOptions& b) {
  switch (kind) {
    case ReportKind::hourly_visitors:
      return a.zone == b.zone && a.source_zone == b.source_zone;
    case ReportKind::customer_report:
      return a.event_types == b.event_types && a.rates == b.rates && a.shards == b.shards &&
             a.distinct_events == b.distinct_events;
    case ReportKind::campaign_ranking:
      return a.top == b.top;
    case ReportKind::user_activity:
      return true;
  }
  return false;
}

bool same_question(ReportKind kind, const Filter& a, const Filter& b) {
  return answered(kind, a) == answered(kind, b);
}

ReportSetPtr relabelled(const ReportSetPtr& reports, ReportKind kind, const Filter& filter) {
  if (!reports || reports->filter == filter) return reports;
  auto copy = std::make_shared<ReportSet>(*reports);
  copy->filter = filter;
  copy->load[static_cast<std::size_t>(kind)].ignored_filters = ignored_filters(kind, filter);
  return copy;
}

}  // namespace footfall
