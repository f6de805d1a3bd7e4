#include "model/pipeline/kept_cells.h"

#include <limits>

#include "model/pipeline/parallel_for.h"

namespace footfall {

namespace {

// Moves what the filter leaves out from the counted rows to the filtered ones: a reason's rows are
// those that its condition takes away from what all conditions before it have left.
void count_filtered(const ReportCells& cells, EventType events, const ReportOptions& options,
                    const Filter& asked, const ParallelFor& parallel, RowCounts& rows) {
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
  if (events == EventType::campaign_figures && (filter.from || filter.to)) {
    part.from = TimeBound{std::numeric_limits<std::int64_t>::min(), {}};  // of any date
    count(FilterReason::no_date);
  }
  if (filter.from) {
    part.from = filter.from;
    count(FilterReason::before_the_range);
  }
  if (filter.to) {
    part.to = filter.to;
    count(FilterReason::after_the_range);
  }
  for (const FilterFieldFacts& field : kFilterFieldTable) {
    if (filter[field.field].empty()) continue;
    part[field.field] = filter[field.field];
    count(field.reason);
  }
}

}  // namespace

bool KeptCells::can_report(const ReportOptions& options, const Filter& filter) const {
  const ReportOptions& loaded = base_.options;
  if (!base_.slices || options.now != loaded.now || options.source_zone != loaded.source_zone ||
      options.visitor != loaded.visitor || options.distinct_events != loaded.distinct_events)
    return false;
  for (const auto& cells : base_.cells)
    if (cells && !cells->can_report(options, filter)) return false;
  return true;
}

ReportSetPtr KeptCells::make(const ReportOptions& options, const Filter& filter,
                             const ParallelFor& parallel) const {
  auto reports = std::make_shared<ReportSet>();
  reports->load = base_.load;
  reports->partial = base_.partial;
  for (ReportKind kind : kAllReports) {
    const auto& cells = base_.cells[kind];
    if (!cells) continue;
    reports->put(cells->report(options, filter, parallel));
    if (!base_.slices) continue;
    count_filtered(*cells, events_of(kind), options, filter, parallel, reports->load[kind].rows);
  }
  return reports;
}

ReportSetPtr KeptCells::whole(const Filter& applied, const ParallelFor& parallel) const {
  // Rows went through the filter already; its users are named again, for each of them is listed,
  // with zeros where nothing is known.
  Filter users;
  users[FilterField::user] = applied[FilterField::user];
  auto reports = std::make_shared<ReportSet>(*make(base_.options, users, parallel));
  reports->filter = applied;
  for (ReportKind kind : kAllReports)
    reports->load[kind].ignored_filters = ignored_filters(events_of(kind), applied);
  return reports;
}

ReportSetPtr KeptCells::report(const ReportOptions& options, const Filter& filter,
                               const std::stop_token& stop) const try {
  auto reports = std::make_shared<ReportSet>(
      *make(options, filter, stoppable(parallel_for(base_.threads), stop)));
  reports->filter = filter;
  for (ReportKind kind : kAllReports)
    reports->load[kind].ignored_filters = ignored_filters(events_of(kind), filter);
  return reports;
} catch (const Stopped&) {
  return nullptr;
}

std::size_t KeptCells::memory() const {
  std::size_t bytes = 0;
  for (const auto& cells : base_.cells) bytes += cells ? cells->memory() : 0;
  return bytes;
}

}  // namespace footfall
