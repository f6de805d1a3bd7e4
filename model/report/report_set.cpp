#include "model/report/report_set.h"

namespace footfall {

bool ReportSet::has(ReportKind kind) const {
  switch (kind) {
    case ReportKind::hourly_visitors:
      return visitors != nullptr;
    case ReportKind::customer_report:
      return customers != nullptr;
    case ReportKind::campaign_ranking:
      return campaigns != nullptr;
    case ReportKind::user_activity:
      return activity != nullptr;
  }
  return false;
}

std::vector<TablePtr> ReportSet::tables(ReportKind kind) const {
  if (!has(kind)) return {};
  switch (kind) {
    case ReportKind::hourly_visitors:
      return {hourly_visitors_table(visitors), hourly_totals_table(visitors)};
    case ReportKind::customer_report:
      return {customers_table(customers), customer_days_table(customers)};
    case ReportKind::campaign_ranking:
      return {campaigns_table(campaigns), top_ctr_table(campaigns), top_cpa_table(campaigns)};
    case ReportKind::user_activity:
      return {user_activity_table(activity)};
  }
  return {};
}

void ReportSet::release() const {
  if (visitors) visitors->release();
  if (customers) customers->release();
  if (campaigns) campaigns->release();
  if (activity) activity->release();
}

}  // namespace footfall
