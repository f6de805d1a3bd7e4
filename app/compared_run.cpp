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
    notes.push_back({"unequal_length", fmt::format("the periods have {} and {} {}", now, before,
                                                   of.by_hour() ? "hours" : "days")});
  const std::int64_t unit = of.by_hour() ? kSecondsPerHour : kSecondsPerDay;
  if (of.data) {
    const std::int64_t begin = floor_divide(of.data->begin, unit) * unit;
    const std::int64_t end = -floor_divide(-of.data->end, unit) * unit;
    const auto check = [&](const Period& period, std::string_view which, std::string_view prefix) {
      if (period.begin < begin)
        notes.push_back(
            {prefix == "now" ? "data_begin_later" : "data_begin_later_before",
             fmt::format("the data begin at {}, later than the {}", of.shown(begin), which)});
      if (period.end > end)
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

AnalysisOptions options_for_comparison(const CliOptions& options) {
  AnalysisOptions analysis = options.analysis;
  analysis.run.keep_slices = true;
  analysis.filter = {};
  if (reads_conditions(options)) analysis.filter.conditions = options.analysis.filter.conditions;
  return analysis;
}

ComparedRun compared_run(const CliOptions& options, Outcome outcome) {
  const ReportPtr& whole = outcome.reports->reports[options.report];
  const std::optional<TimeExtent> data = whole ? whole->time_extent() : std::nullopt;
  outcome.reports.reset();
  Filter filter = options.analysis.filter;
  if (reads_conditions(options)) filter.conditions.clear();
  const ReportOptions& report = options.analysis.report;
  ComparedRun run;
  run.now = outcome.slices->report(report, filter);
  run.comparison =
      Comparison::of(events_of(options.report), report, filter, *options.compare, data);
  if (!run.comparison) {
    const std::vector<TablePtr> empty = run.now->tables(options.report);
    Comparison nothing;
    nothing.events = events_of(options.report);
    nothing.step = report.step;
    run.tables = compared_tables(empty, empty, nothing);
    run.notes = {{"no_data", "there are no rows to compare"}};
    return run;
  }
  const ReportSetPtr before = outcome.slices->report(report, run.comparison->filter_before(filter));
  outcome.slices.reset();
  run.rows_before = before->load_of(options.report).rows.counted;
  run.tables = compared_tables(run.now->tables(options.report), before->tables(options.report),
                               *run.comparison);
  run.notes = unlike_periods(*run.comparison, run.rows_before);
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
  if (!run.comparison) return {};
  const Comparison& of = *run.comparison;
  std::string out = ",\n\"comparison\":{";
  const auto text = [&](std::string_view name, const std::string& value) {
    if (out.back() != '{') out += ',';
    append_json_string(out, name);
    out += ':';
    append_json_string(out, value);
  };
  text("from", of.shown(of.now.begin));
  text("to", of.shown(of.now.end));
  text("compared_from", of.shown(of.before.begin));
  text("compared_to", of.shown(of.before.end));
  out += fmt::format(",\"compared_rows_counted\":{},\"notes\":[", run.rows_before);
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
