#include "model/report/report_options.h"

namespace footfall {
namespace {

// Which options a report depends on.
struct Dependence {
  ReportKind kind{};
  bool (*same)(const ReportOptions& a, const ReportOptions& b) = nullptr;
};
constexpr auto kDependences = kind_table<&Dependence::kind, Dependence>({
    {ReportKind::hourly_visitors,
     [](const ReportOptions& a, const ReportOptions& b) {
       return a.zone == b.zone && a.source_zone == b.source_zone;
     }},
    {ReportKind::customer_report,
     [](const ReportOptions& a, const ReportOptions& b) {
       return a.event_types == b.event_types && a.rates == b.rates && a.shards == b.shards &&
              a.distinct_events == b.distinct_events;
     }},
    {ReportKind::campaign_ranking,
     [](const ReportOptions& a, const ReportOptions& b) { return a.top == b.top; }},
    {ReportKind::user_activity, [](const ReportOptions&, const ReportOptions&) { return true; }},
});

}  // namespace

bool same_for(ReportKind kind, const ReportOptions& a, const ReportOptions& b) {
  return kDependences[kind].same(a, b);
}

}  // namespace footfall
