#include "model/report/report_options.h"

#include <array>

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
       return a.zone == b.zone && a.source_zone == b.source_zone && a.step == b.step;
     }},
    {ReportKind::customer_report,
     [](const ReportOptions& a, const ReportOptions& b) {
       return a.source_zone == b.source_zone && a.event_map == b.event_map &&
              a.event_types == b.event_types && a.rates == b.rates && a.shards == b.shards &&
              a.distinct_events == b.distinct_events;
     }},
    {ReportKind::campaign_ranking,
     [](const ReportOptions& a, const ReportOptions& b) { return a.top == b.top; }},
    {ReportKind::user_activity,
     [](const ReportOptions& a, const ReportOptions& b) { return a.event_map == b.event_map; }},
    {ReportKind::requests,
     [](const ReportOptions& a, const ReportOptions& b) {
       return a.zone == b.zone && a.source_zone == b.source_zone && a.step == b.step;
     }},
});

struct UsualTypes {
  ReportKind kind{};
  std::span<const std::string_view> types;
};
constexpr std::array<std::string_view, 1> kTickets = {"checkout"};
constexpr std::array<std::string_view, 3> kActions = {"click", "view", "purchase"};
constexpr auto kUsualTypes = kind_table<&UsualTypes::kind, UsualTypes>({
    {ReportKind::hourly_visitors, {}},
    {ReportKind::customer_report, kTickets},
    {ReportKind::campaign_ranking, {}},
    {ReportKind::user_activity, kActions},
    {ReportKind::requests, {}},
});

}  // namespace

std::span<const std::string_view> usual_types(ReportKind kind) { return kUsualTypes[kind].types; }

bool same_for(ReportKind kind, const ReportOptions& a, const ReportOptions& b) {
  return kDependences[kind].same(a, b);
}

}  // namespace footfall
