#include "model/pipeline/report_stage.h"

#include <algorithm>
#include <iterator>

namespace footfall {

// Each in a file of its own.
std::unique_ptr<ReportStage> make_visitor_stage(const AnalysisOptions& options);
std::unique_ptr<ReportStage> make_customer_stage(const AnalysisOptions& options);
std::unique_ptr<ReportStage> make_campaign_stage(const AnalysisOptions& options);
std::unique_ptr<ReportStage> make_activity_stage(const AnalysisOptions& options);
std::unique_ptr<ReportStage> make_request_stage(const AnalysisOptions& options);

namespace {

struct StageMaker {
  ReportKind kind{};
  std::unique_ptr<ReportStage> (*make)(const AnalysisOptions& options) = nullptr;
};
constexpr auto kStages = kind_table<&StageMaker::kind, StageMaker>({
    {ReportKind::hourly_visitors, make_visitor_stage},
    {ReportKind::customer_report, make_customer_stage},
    {ReportKind::campaign_ranking, make_campaign_stage},
    {ReportKind::user_activity, make_activity_stage},
    {ReportKind::requests, make_request_stage},
});

}  // namespace

// A reason's rows are those that its condition takes away from what all conditions before it have
// left.
void count_filtered_step_by_step(const ReportCells& cells, EventType events,
                                 const ReportOptions& options, const Filter& asked,
                                 const ParallelFor& parallel, RowCounts& rows) {
  ReportOptions limits = options;
  limits.event_types.reset();
  const Filter filter = answered_by(events, asked);
  Filter part;
  const auto count = [&](FilterReason reason) {
    const std::uint64_t matching = cells.rows(limits, part, parallel);
    rows.filtered_by_reason[reason] += rows.counted - matching;
    rows.counted = matching;
  };
  if (events == EventType::payment && options.event_types) {
    limits.event_types = options.event_types;
    count(FilterReason::event_type);
  }
  // Names of pages follow from it, too.
  part.cleaning.pages = filter.cleaning.pages;
  for (const FilterReason reason :
       {FilterReason::method, FilterReason::status, FilterReason::static_file, FilterReason::bot}) {
    bool any = false;
    for (const LogPart one : all_kinds<LogPart>()) {
      if (reason_of(one) != reason || !filter.cleaning.leave_out.contains(one)) continue;
      part.cleaning.leave_out.insert(one);
      any = true;
    }
    if (any) count(reason);
  }
  if (filter.from) {
    part.from = filter.from;
    count(FilterReason::before_the_range);
  }
  if (filter.to) {
    part.to = filter.to;
    count(FilterReason::after_the_range);
  }
  for (const ConditionField field : kConditionFields) {
    if (!asks_for(filter, field)) continue;
    part[field] = filter[field];
    std::ranges::copy(conditions_on(field, filter.conditions), std::back_inserter(part.conditions));
    count(reason_of(field));
  }
}

std::unique_ptr<ReportStage> make_stage(ReportKind kind, const AnalysisOptions& options) {
  return kStages[kind].make(options);
}

}  // namespace footfall
