#include "app/compared_run.h"

#include <fmt/format.h>

#include <utility>

#include "model/export/json.h"
#include "model/report/compared_tables.h"

namespace footfall {
namespace {

// Conditions of payments are answered while they are read, before there are slices.
bool reads_conditions(const CliOptions& options) {
  return events_of(options.report) == EventType::payment;
}

std::vector<ComparedRun::Note> unlike_periods(const Comparison& of, std::uint64_t rows_before) {
  std::vector<ComparedRun::Note> notes;
  const std::int64_t now = of.length(of.now);
  const std::int64_t before = of.length(of.before);
  if (now != before)
    notes.push_back(
        {"unequal_length", fmt::format("the periods have {} and {} {}{}", now, before,
                                       of.by_hour() ? "hour" : "day", before == 1 ? "" : "s")});
  if (of.data) {
    const auto [begin, end] = *of.data;
    const auto check = [&](const Period& period, std::string_view which, std::string_view prefix) {
      if (period.begin.reading < begin.reading)
        notes.push_back(
            {prefix == "now" ? "data_begin_later" : "data_begin_later_before",
             fmt::format("the data begin at {}, later than the {}", of.shown(begin), which)});
      if (period.end.reading > end.reading)
        notes.push_back(
            {prefix == "now" ? "data_end_earlier" : "data_end_earlier_before",
             fmt::format("the data end at {}, earlier than the {}", of.shown(end), which)});
    };
    check(of.now, "period", "now");
    check(of.before, "period that it is compared with", "before");
  }
  if (rows_before == 0)
    notes.push_back({"nothing_before", "no row counts in the period that it is compared with"});
  return notes;
}

}  // namespace

bool reads_only_some(const CliOptions& options) {
  const EventType events = events_of(options.report);
  return reads_conditions(options) &&
         (!answered_by(events, options.analysis.filter).conditions.empty() ||
          options.analysis.report.event_types.has_value());
}

AnalysisOptions options_for_comparison(const CliOptions& options) {
  AnalysisOptions analysis = options.analysis;
  analysis.run.keep_slices = true;
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
  const ReportOptions& report = options.analysis.report;
  const auto counted = [&](const ReportSet& reports) {
    return reports.load_of(options.report).rows.counted;
  };
  ComparedRun run;
  run.now = outcome.slices->report(report, filter);
  run.comparison =
      Comparison::of(events_of(options.report), report, filter, *options.compare, data);
  Comparison of;  // two periods of nothing, where none are known
  of.events = events_of(options.report);
  of.step = report.step;
  if (run.comparison) of = *run.comparison;
  const ReportSetPtr before = outcome.slices->report(report, of.filter_before(filter));
  // Rows without a date lie in no range, and count only where none is asked for.
  std::uint64_t undated = 0;
  if (of.events == EventType::campaign_figures && !filter.from && !filter.to) {
    Filter dated = filter;
    dated.from = {of.now.begin.reading, std::nullopt};
    dated.to = {of.now.end.reading, std::nullopt};
    undated = counted(*run.now) - counted(*outcome.slices->report(report, dated));
  }
  outcome.slices.reset();
  run.rows_before = counted(*before);
  run.tables = compared_tables(run.now->tables(options.report), before->tables(options.report), of);
  if (run.comparison)
    run.notes = unlike_periods(of, run.rows_before);
  else
    run.notes = {{"no_data", "no rows tell which periods are compared"}};
  if (undated > 0)
    run.notes.push_back(
        {"undated_rows", fmt::format("rows without a date ({}) count in the period, and not in the "
                                     "one that it is compared with",
                                     undated)});
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
  std::string out = ",\n\"comparison\":{";
  const auto text = [&](std::string_view name, const std::string& value) {
    if (out.back() != '{') out += ',';
    append_json_string(out, name);
    out += ':';
    append_json_string(out, value);
  };
  if (const auto& of = run.comparison) {
    text("from", of->shown(of->now.begin));
    text("to", of->shown(of->now.end));
    text("compared_from", of->shown(of->before.begin));
    text("compared_to", of->shown(of->before.end));
    out += ',';
  }
  out += fmt::format("\"compared_rows_counted\":{},\"notes\":[", run.rows_before);
  for (const ComparedRun::Note& note : run.notes) {
    if (out.back() != '[') out += ',';
    append_json_string(out, note.name);
  }
  return out + "]}";
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
