#include "model/sql/zone_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/core/calendar.h"

namespace footfall {
namespace {

constexpr std::int64_t kAround = 2 * kSecondsPerDay;

struct Step {
  std::int64_t from;
  std::int64_t offset;
};

// first.offset below steps[1].from, and so on.
std::string step_function(SqlEngine engine, const std::string& x, const std::vector<Step>& steps) {
  if (steps.empty()) return "0";
  if (steps.size() == 1) return std::to_string(steps[0].offset);
  std::string bounds;
  std::string values = engine == SqlEngine::postgresql ? std::to_string(steps[0].offset) : "";
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const std::int64_t value =
        engine == SqlEngine::postgresql ? steps[i].offset : steps[i].offset - steps[i - 1].offset;
    bounds += fmt::format("{}{}", bounds.empty() ? "" : ",", steps[i].from);
    values += fmt::format("{}{}", values.empty() ? "" : ",", value);
  }
  if (engine == SqlEngine::postgresql)
    return fmt::format("(ARRAY[{}])[width_bucket({}, ARRAY[{}]::bigint[]) + 1]", values, x, bounds);
  // The sum of all changes that lie behind.
  return fmt::format(
      "({} + arraySum((ff_from, ff_step) -> if({} >= ff_from, ff_step, 0), CAST('[{}]' "
      "AS Array(Int64)), CAST('[{}]' AS Array(Int64))))",
      steps[0].offset, x, bounds, values);
}

}  // namespace

ZoneTable::ZoneTable(const TimeZone& zone, std::vector<std::int64_t> stretches) {
  std::sort(stretches.begin(), stretches.end());
  for (const std::int64_t start : stretches) {
    const std::int64_t end = start + kStretch + kAround;
    std::int64_t at = start - kAround;
    if (!periods_.empty()) at = std::max(at, periods_.back().end);
    while (at < end && periods_.size() <= kMostPeriods) {
      const TimeZone::Period period = zone.period_at(at);
      periods_.push_back(period);
      if (period.end == INT64_MAX) return;
      at = period.end;
    }
  }
}

std::string ZoneTable::offset_at(SqlEngine engine, const std::string& instant) const {
  std::vector<Step> steps;
  for (const TimeZone::Period& period : periods_) steps.push_back({period.begin, period.offset});
  return step_function(engine, instant, steps);
}

std::string ZoneTable::offset_of_reading(SqlEngine engine, const std::string& reading) const {
  std::vector<Step> steps;
  for (const TimeZone::Period& period : periods_) {
    // Readings of the fold or gap belong to the offset before it.
    const std::int64_t before = steps.empty() ? period.offset : steps.back().offset;
    const std::int64_t shift = std::max<std::int64_t>(before, period.offset);
    steps.push_back({steps.empty() ? 0 : period.begin + shift, period.offset});
  }
  return step_function(engine, reading, steps);
}

std::string ZoneTable::hour_start(SqlEngine engine, const std::string& instant,
                                  const std::string& clock_start) const {
  std::string cases;
  for (auto period = periods_.rbegin(); period != periods_.rend(); ++period) {
    if (period->begin == INT64_MIN || (period->begin + period->offset) % kSecondsPerHour == 0)
      continue;
    cases +=
        fmt::format(" WHEN {0} >= {2} AND {1} < {2} THEN {3}", instant, clock_start, period->begin,
                    engine == SqlEngine::clickhouse ? fmt::format("toInt64({})", period->begin)
                                                    : std::to_string(period->begin));
  }
  return cases.empty() ? clock_start : "CASE" + cases + " ELSE " + clock_start + " END";
}

}  // namespace footfall
