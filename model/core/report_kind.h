#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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

/// What a person chooses of a report beside its rows and its filter.
enum class ReportOption : std::uint8_t {
  zone,
  source_zone,
  step,
  now,
  event_types,
  event_map,
  rates,
  shards,
  distinct_events,
  top,
  end
};

struct ReportFacts {
  ReportKind kind{};
  std::string_view command;  ///< its name on the command line
  EventType events{};        ///< what it is computed from
  std::string_view listed;   ///< what it lists, as statistics call the number
  /// Stems of the files it is exported as, main table first; {0} is how often their rows come, {1}
  /// the length of a ranking.
  std::array<std::string_view, 3> files;
  KindSet<ReportOption> options;  ///< those that its figures depend on
  std::size_t json_files = 1;     ///< how many of the files there are as JSON
  /// The types of events that it has columns or figures for; empty where it reads no types.
  std::span<const std::string_view> usual_types = {};
};
namespace report_facts {
inline constexpr KindSet<ReportOption> kOfHours = {ReportOption::zone, ReportOption::source_zone,
                                                   ReportOption::step};
inline constexpr std::array<std::string_view, 1> kTickets = {"checkout"};
inline constexpr std::array<std::string_view, 3> kActions = {"click", "view", "purchase"};
}  // namespace report_facts
inline constexpr auto kReportTable = kind_table<&ReportFacts::kind, ReportFacts>({
    {ReportKind::hourly_visitors,
     "hourly-visitors",
     EventType::visit,
     "unique_pages",
     {"{0}_visitors", "{0}_totals"},
     report_facts::kOfHours},
    {ReportKind::customer_report,
     "customer-report",
     EventType::payment,
     "unique_customers",
     {"customers", "customer_days"},
     {ReportOption::source_zone, ReportOption::now, ReportOption::event_types,
      ReportOption::event_map, ReportOption::rates, ReportOption::shards,
      ReportOption::distinct_events},
     1,
     report_facts::kTickets},
    {ReportKind::campaign_ranking,
     "campaign-ranking",
     EventType::campaign_figures,
     "unique_campaigns",
     {"campaigns", "top{1}_ctr", "top{1}_cpa"},
     ReportOption::top,
     3},
    {ReportKind::user_activity,
     "user-activity",
     EventType::user_event,
     "unique_users",
     {"user_activity"},
     ReportOption::event_map,
     1,
     report_facts::kActions},
    {ReportKind::requests,
     "requests",
     EventType::request,
     "unique_pages",
     {"{0}_requests", "requests"},
     report_facts::kOfHours,
     2},
});

// What the events of a report ask of it.
static_assert([] {
  for (const ReportFacts& report : kReportTable) {
    const EventTypeFacts& events = kEventTypeTable[report.events];
    const auto depends = [&](ReportOption option) { return report.options.contains(option); };
    if (depends(ReportOption::zone) != events.hourly ||
        depends(ReportOption::source_zone) != (events.hourly || events.utc) ||
        (!report.usual_types.empty() && !depends(ReportOption::event_map)))
      return false;
  }
  return true;
}());

constexpr std::string_view command_name(ReportKind kind) { return kReportTable[kind].command; }
constexpr EventType events_of(ReportKind kind) { return kReportTable[kind].events; }
constexpr std::span<const std::string_view> usual_types(ReportKind kind) {
  return kReportTable[kind].usual_types;
}

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

/// The reports whose figures depend on an option.
constexpr ReportKinds reports_depending_on(ReportOption option) {
  ReportKinds kinds;
  for (const ReportKind kind : kAllReports)
    if (kReportTable[kind].options.contains(option)) kinds.insert(kind);
  return kinds;
}

}  // namespace footfall
