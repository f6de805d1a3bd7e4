#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/core/event_type.h"

namespace footfall {

enum class ReportKind : std::uint8_t {
  hourly_visitors,
  customer_report,
  campaign_ranking,
  user_activity,
  requests,
  end
};
inline constexpr auto kAllReports = all_kinds<ReportKind>();
inline constexpr std::size_t kReportKinds = kKinds<ReportKind>;
using ReportKinds = KindSet<ReportKind>;

struct ReportFacts {
  ReportKind kind{};
  std::string_view command;  ///< its name on the command line
  EventType events{};        ///< what it is computed from
  std::string_view listed;   ///< what it lists, as statistics call the number
  /// Stems of the files it is exported as, main table first; {0} is how often their rows come, {1}
  /// the length of a ranking.
  std::array<std::string_view, 3> files;
  std::size_t json_files = 1;  ///< how many of them there are as JSON
};
inline constexpr auto kReportTable = kind_table<&ReportFacts::kind, ReportFacts>({
    {ReportKind::hourly_visitors,
     "hourly-visitors",
     EventType::visit,
     "unique_pages",
     {"{0}_visitors", "{0}_totals"}},
    {ReportKind::customer_report,
     "customer-report",
     EventType::payment,
     "unique_customers",
     {"customers", "customer_days"}},
    {ReportKind::campaign_ranking,
     "campaign-ranking",
     EventType::campaign_figures,
     "unique_campaigns",
     {"campaigns", "top{1}_ctr", "top{1}_cpa"},
     3},
    {ReportKind::user_activity,
     "user-activity",
     EventType::user_event,
     "unique_users",
     {"user_activity"}},
    {ReportKind::requests,
     "requests",
     EventType::request,
     "unique_pages",
     {"{0}_requests", "requests"},
     2},
});

constexpr std::string_view command_name(ReportKind kind) { return kReportTable[kind].command; }
constexpr EventType events_of(ReportKind kind) { return kReportTable[kind].events; }

/// What the reports are computed from.
constexpr EventTypes events_of(ReportKinds kinds) {
  EventTypes types;
  for (const ReportKind kind : kAllReports)
    if (kinds.contains(kind)) types.insert(events_of(kind));
  return types;
}

/// The reports that are computed from them.
constexpr ReportKinds reports_from(EventTypes types) {
  ReportKinds kinds;
  for (const ReportKind kind : kAllReports)
    if (types.contains(events_of(kind))) kinds.insert(kind);
  return kinds;
}

}  // namespace footfall
