#include "model/session/database_report.h"

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

bool same_question(ReportKind kind, const ReportOptions& a, const ReportOptions& b) {
  switch (kind) {
    case ReportKind::hourly_visitors:
      return a.zone.name() == b.zone.name() && a.source_zone.name() == b.source_zone.name();
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
