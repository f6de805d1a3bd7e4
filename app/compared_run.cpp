#include "app/compared_run.h"

#include <fmt/format.h>

#include <utility>

#include "model/export/meta_file.h"
#include "model/pipeline/compared_periods.h"
#include "model/report/compared_tables.h"

namespace footfall {
namespace {

// Conditions of payments are answered while they are read, before there are slices.
bool reads_conditions(const CliOptions& options) {
  return events_of(options.report) == EventType::payment;
}

std::string sentence_of(const ComparisonNote& note, const Comparison& of) {
  using Kind = ComparisonNoteKind;
  const auto begin = [&](std::string_view which) {
    return fmt::format("the data begin at {}, later than the {}", of.shown(of.data->begin), which);
  };
  const auto end = [&](std::string_view which) {
    return fmt::format("the data end at {}, earlier than the {}", of.shown(of.data->end), which);
  };
  constexpr std::string_view kNow = "period";
  constexpr std::string_view kBefore = "period that it is compared with";
  switch (note.kind) {
    case Kind::unequal_length: {
      const std::int64_t before = of.length(of.before);
      return fmt::format("the periods have {} and {} {}{}", of.length(of.now), before,
                         of.by_hour() ? "hour" : "day", before == 1 ? "" : "s");
    }
    case Kind::data_begin_later:
      return begin(kNow);
    case Kind::data_begin_later_before:
      return begin(kBefore);
    case Kind::data_end_earlier:
      return end(kNow);
    case Kind::data_end_earlier_before:
      return end(kBefore);
    case Kind::nothing_before:
      return "no row counts in the period that it is compared with";
    case Kind::no_data:
      return "no rows tell which periods are compared";
    case Kind::undated_rows:
      return fmt::format(
          "rows without a date ({}) count in the period, and not in the one that it is compared "
          "with",
          note.rows);
    case Kind::end:
      break;
  }
  return {};
}

}  // namespace

bool reads_only_some(const CliOptions& options) {
  return reads_only_some(options.report, options.analysis.report, options.analysis.filter);
}

AnalysisOptions options_for_comparison(const CliOptions& options) {
  AnalysisOptions analysis = options.analysis;
  analysis.run.keep_slices = true;
  analysis.run.keep_visits = asks_for(options.analysis.filter, ConditionField::visitor);
  analysis.filter = {};
  if (reads_conditions(options)) analysis.filter.conditions = options.analysis.filter.conditions;
  return analysis;
}

ComparedRun compared_run(const CliOptions& options, Outcome outcome) {
  const ReportPtr& whole = outcome.reports->reports[options.report];
  std::optional<TimeExtent> data = whole ? whole->time_extent() : std::nullopt;
  if (reads_only_some(options)) data.reset();
  outcome.reports.reset();
  Filter filter = options.analysis.filter;
  if (reads_conditions(options)) filter.conditions.clear();
  ComparedPeriods periods =
      *compare_periods(*outcome.slices, options.report, options.analysis.report, filter,
                       *options.compare, data, nullptr, {});
  outcome.slices.reset();
  ComparedRun run;
  run.now = periods.now;
  run.rows_before = periods.rows_before;
  run.tables = compared_tables(periods.now->tables(options.report),
                               periods.before->tables(options.report), periods.periods);
  for (const ComparisonNote& note : periods.notes)
    run.notes.push_back({kComparisonNoteTable[note.kind].name, sentence_of(note, periods.periods)});
  if (periods.known) run.comparison = std::move(periods.periods);
  return run;
}

std::string comparison_lines(const ComparedRun& run) {
  if (!run.comparison) return {};
  const Comparison& of = *run.comparison;
  return fmt::format("period: {} to {}\ncompared_period: {} to {}\ncompared_rows_counted: {}\n",
                     of.shown(of.now.begin), of.shown(of.now.end), of.shown(of.before.begin),
                     of.shown(of.before.end), run.rows_before);
}

std::string comparison_json(const ComparedRun& run) {
  std::vector<std::string_view> notes;
  for (const ComparedRun::Note& note : run.notes) notes.push_back(note.name);
  return comparison_member(run.comparison ? &*run.comparison : nullptr, run.rows_before, notes);
}

std::vector<std::string> compared_table_names(const CliOptions& options) {
  std::vector<std::string> names;
  if (!options.compare) return names;
  const std::string ending = ending_of(ExportFormat::csv);
  for (std::string& name :
       export_file_names(options.report, ExportFormat::csv, options.analysis.report.top,
                         options.analysis.report.step)) {
    name.resize(name.size() - ending.size());
    names.push_back(name + "_compared");
  }
  return names;
}

}  // namespace footfall
