#include "model/pipeline/kept_cells.h"

#include "model/pipeline/parallel_for.h"

namespace footfall {

bool KeptCells::can_report(const ReportOptions& options, const Filter& filter) const {
  const ReportOptions& loaded = base_.options;
  if (!base_.slices || options.now != loaded.now || options.source_zone != loaded.source_zone ||
      options.visitor != loaded.visitor || options.event_map != loaded.event_map ||
      options.distinct_events != loaded.distinct_events)
    return false;
  for (const auto& cells : base_.cells)
    if (cells && !cells->can_report(options, filter)) return false;
  return true;
}

ReportSetPtr KeptCells::make(const ReportOptions& options, const Filter& filter,
                             const Filter& later, const ParallelFor& parallel) const {
  auto reports = std::make_shared<ReportSet>();
  reports->load = base_.load;
  reports->partial = base_.partial;
  for (ReportKind kind : kAllReports) {
    const auto& cells = base_.cells[kind];
    if (!cells || !options.kinds.contains(kind)) continue;
    const bool filters_later = cells->filters_later();
    const Filter& wanted = filters_later ? later : filter;
    reports->put(cells->report(options, wanted, parallel));
    if (base_.slices || filters_later)
      cells->count_filtered(options, wanted, parallel, reports->load[kind].rows);
  }
  return reports;
}

ReportSetPtr KeptCells::whole(const Filter& applied, const ParallelFor& parallel) const {
  // Rows went through the filter already; its users are named again, for each of them is listed,
  // with zeros where nothing is known.
  Filter users;
  users[FilterField::user] = applied[FilterField::user];
  auto reports = std::make_shared<ReportSet>(*make(base_.options, users, applied, parallel));
  reports->filter = applied;
  for (ReportKind kind : kAllReports)
    reports->load[kind].ignored_filters = ignored_filters(events_of(kind), applied);
  return reports;
}

ReportSetPtr KeptCells::report(const ReportOptions& options, const Filter& filter,
                               const std::stop_token& stop) const try {
  auto reports = std::make_shared<ReportSet>(
      *make(options, filter, filter, stoppable(parallel_for(base_.threads), stop)));
  reports->filter = filter;
  for (ReportKind kind : kAllReports)
    reports->load[kind].ignored_filters = ignored_filters(events_of(kind), filter);
  return reports;
} catch (const Stopped&) {
  return nullptr;
}

CleaningCounts KeptCells::cleaning_counts(ReportKind kind, const std::stop_token& stop) const {
  const auto& cells = base_.cells[kind];
  if (!cells || !base_.slices) return {};
  return cells->cleaning_counts(stoppable(parallel_for(base_.threads), stop));
}

PeakCauses KeptCells::peak_causes(const ReportOptions& options, const Filter& filter,
                                  std::span<const TimeSpan> spans,
                                  const std::stop_token& stop) const {
  const auto& cells = base_.cells[ReportKind::hourly_visitors];
  if (!cells || !base_.slices) return {};
  return cells->peak_causes(options, filter, spans, stoppable(parallel_for(base_.threads), stop));
}

PageTotalsPtr KeptCells::page_totals(const ReportOptions& options, const Filter& filter,
                                     const std::stop_token& stop) const {
  const auto& cells = base_.cells[ReportKind::hourly_visitors];
  if (!cells || !base_.slices) return nullptr;
  return cells->page_totals(options, filter, stoppable(parallel_for(base_.threads), stop));
}

CampaignDays KeptCells::campaign_days(const ReportOptions& options, const Filter& filter,
                                      const std::vector<std::string>& names,
                                      const std::stop_token& stop) const {
  const auto& cells = base_.cells[ReportKind::campaign_ranking];
  if (!cells || !base_.slices) return {};
  return cells->campaign_days(options, filter, names, stoppable(parallel_for(base_.threads), stop));
}

std::size_t KeptCells::memory() const {
  std::size_t bytes = 0;
  for (const auto& cells : base_.cells) bytes += cells ? cells->memory() : 0;
  return bytes;
}

}  // namespace footfall
