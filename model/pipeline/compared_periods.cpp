#include "model/pipeline/compared_periods.h"

namespace footfall {

std::optional<ComparedPeriods> compare_periods(const Slices& slices, ReportKind kind,
                                               ReportOptions options, const Filter& filter,
                                               const ComparedWith& with,
                                               std::optional<TimeExtent> data, ReportSetPtr now,
                                               const std::stop_token& stop) {
  options.kinds = kind;
  const auto counted = [&](const ReportSetPtr& reports) {
    return reports->load_of(kind).rows.counted;
  };
  ComparedPeriods compared;
  Comparison& of = compared.periods;
  of.events = events_of(kind);
  of.step = options.step;
  if (auto known = Comparison::of(events_of(kind), options, filter, with, data)) {
    compared.known = true;
    of = *std::move(known);
  }
  compared.now = now ? std::move(now) : slices.report(options, filter, stop);
  compared.before = slices.report(options, of.filter_before(filter), stop);
  if (!compared.now || !compared.before) return std::nullopt;
  compared.rows_before = counted(compared.before);
  if (compared.known)
    compared.notes = notes_of(of, compared.rows_before);
  else
    compared.notes = {{ComparisonNoteKind::no_data}};
  // Rows without a date lie in no range, and count only where none is asked for.
  if (of.events != EventType::campaign_figures || filter.from || filter.to) return compared;
  Filter dated = filter;
  dated.from = {of.now.begin.reading, std::nullopt};
  dated.to = {of.now.end.reading, std::nullopt};
  const ReportSetPtr with_date = slices.report(options, dated, stop);
  if (!with_date) return std::nullopt;
  if (const std::uint64_t undated = counted(compared.now) - counted(with_date); undated > 0)
    compared.notes.push_back({ComparisonNoteKind::undated_rows, undated});
  return compared;
}

bool reads_only_some(ReportKind kind, const ReportOptions& options, const Filter& filter) {
  const EventType events = events_of(kind);
  return events == EventType::payment &&
         (!answered_by(events, filter).conditions.empty() || options.event_types.has_value());
}

}  // namespace footfall
