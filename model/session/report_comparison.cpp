#include "model/session/report_comparison.h"

#include "model/report/compared_tables.h"

namespace footfall {
namespace {

std::vector<TablePtr> named_by_one_column(const ReportSet& reports, ReportKind kind) {
  std::vector<TablePtr> tables = reports.tables(kind);
  std::erase_if(tables, [](const TablePtr& table) { return keys_of(*table) > 1; });
  return tables;
}

}  // namespace

std::optional<NotCompared> why_not_compared(ReportKind kind, const ReportOptions& options,
                                            const Filter& filter, const ComparedWith& with,
                                            const Filter& read) {
  if (!kEventTypeTable[events_of(kind)].timed) return NotCompared::no_time;
  if (with.kind == ComparedWith::Kind::previous && !filter.from) return NotCompared::no_beginning;
  if (!read.empty()) return NotCompared::read_through;
  if (reads_only_some(kind, options, filter) && !(filter.from && filter.to))
    return NotCompared::open_ended;
  return std::nullopt;
}

ReportComparisonPtr compare_report(const Slices& slices, ReportKind kind,
                                   const ReportOptions& options, const Filter& filter,
                                   const ComparedWith& with, const ReportSetPtr& now,
                                   ReportSetPtr whole, const Disposer& disposer,
                                   const std::stop_token& stop) {
  std::optional<TimeExtent> data;
  if (!reads_only_some(kind, options, filter)) {
    if (!whole) {
      ReportOptions alone = options;
      alone.kinds = kind;
      whole = slices.report(alone, {}, stop);
    }
    if (!whole) return nullptr;
    if (const ReportPtr& report = whole->reports[kind]) data = report->time_extent();
  }
  auto periods = compare_periods(slices, kind, options, filter, with, data, now, stop);
  if (!periods) return nullptr;
  periods->before = disposer.guard(periods->before);
  auto compared = std::make_shared<ReportComparison>();
  compared->periods = *std::move(periods);
  const ComparedPeriods& of = compared->periods;
  if (of.known && of.now->has(kind) && of.before->has(kind))
    compared->tables =
        compared_tables(named_by_one_column(*of.now, kind), named_by_one_column(*of.before, kind),
                        of.periods, StopCheck(stop));
  return compared;
}

}  // namespace footfall
