#include "app/input_warnings.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "app/error_text.h"
#include "app/output_checks.h"
#include "model/core/calendar.h"
#include "model/export/meta_file.h"
#include "model/input/folder.h"
#include "model/input/same_content.h"
#include "model/report/moved_bound.h"

namespace footfall {
namespace {

std::int64_t instant_of(const TimeBound& bound, const TimeZone& zone) {
  return bound.instant ? *bound.instant : zone.from_local(bound.civil);
}

std::string range_warning(const CliOptions& options, const std::optional<TimeBound>& bound,
                          std::string_view option, std::string_view what) {
  if (!bound) return {};
  const EventType events = events_of(options.report);
  const auto moved = moved_bound(events, *bound, options.analysis.report.zone);
  if (!moved) return {};
  return fmt::format("warning: {} lies within {}; the range {} the next whole one begins, {}\n",
                     option, kEventTypeTable[events].hourly ? "an hour" : "a day", what, *moved);
}

// A day or week is there in part where the hour lies within it that a bound was moved to.
std::string step_warning(const CliOptions& options, const std::optional<TimeBound>& bound,
                         std::string_view option, std::string_view side) {
  const Step step = options.analysis.report.step;
  if (!bound || step == Step::hour || !kEventTypeTable[events_of(options.report)].hourly) return {};
  const TimeZone& zone = options.analysis.report.zone;
  ZoneCursor cursor(zone);
  const Hour hour = first_hour_from(instant_of(*bound, zone), zone);
  const Day first = first_day(step, hour);
  if (beginning_of(first, cursor).start == hour.start) return {};
  std::string date;
  append_date(date, first);
  return fmt::format("warning: {} lies within a {}; of that of {} only what is {} it counts\n",
                     option, kStepTable[step].name, date, side);
}

}  // namespace

std::string input_warnings(const CliOptions& options) {
  std::string text;
  std::vector<std::string> paths;
  // A folder that cannot be read is told of when it is to be read.
  if (const Result<std::vector<GivenFile>> files = files_of(options.inputs); files)
    for (const GivenFile& file : *files) paths.push_back(file.path);
  for (const SameContent& same : find_same_contents(paths)) {
    const std::string first = quoted_for_message(paths[same.first]);
    const std::string second = quoted_for_message(paths[same.second]);
    text += same.same_file && first == second
                ? fmt::format("warning: {} is given twice; its rows count twice\n", first)
                : fmt::format("warning: {} has the same content as {}; its rows count twice\n",
                              second, first);
  }
  const Filter& filter = options.analysis.filter;
  std::optional<TimeBound> compared_from, compared_to;
  if (options.compare && options.compare->kind == ComparedWith::Kind::range) {
    compared_from = options.compare->from;
    compared_to = options.compare->to;
  }
  text += range_warning(options, filter.from, "--from", "begins where");
  text += range_warning(options, filter.to, "--to", "ends where");
  text += range_warning(options, compared_from, "FROM of --compare", "begins where");
  text += range_warning(options, compared_to, "TO of --compare", "ends where");
  text += step_warning(options, filter.from, "--from", "behind");
  text += step_warning(options, filter.to, "--to", "before");
  text += step_warning(options, compared_from, "FROM of --compare", "behind");
  text += step_warning(options, compared_to, "TO of --compare", "before");
  if (!options.output.empty() && !options.meta)
    if (const auto earlier = earlier_meta(options.output, report_files(options).front()))
      text += fmt::format(
          "warning: {} is of an earlier export and does not tell of these files; "
          "--meta writes it anew\n",
          quoted_for_message(*earlier));
  return text;
}

}  // namespace footfall
