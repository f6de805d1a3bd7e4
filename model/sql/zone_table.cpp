#include "model/sql/zone_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/core/calendar.h"

namespace footfall {
namespace {

constexpr std::int64_t kAround = 2 * kSecondsPerDay;

// The offsets of consecutive periods; each from[i] is where the next one begins.
struct Offsets {
  std::vector<std::int64_t> from;
  std::vector<std::int64_t> values;

  void add(std::int64_t begin, std::int64_t offset) {
    if (!values.empty()) from.push_back(begin);
    values.push_back(offset);
  }
  [[nodiscard]] std::string at(const SqlDialect& dialect, const std::string& x) const {
    if (values.empty()) return "0";
    if (from.empty()) return std::to_string(values[0]);
    return dialect.step_function(x, from, values);
  }
};

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

std::string ZoneTable::offset_at(const SqlDialect& dialect, const std::string& instant) const {
  Offsets offsets;
  for (const TimeZone::Period& period : periods_) offsets.add(period.begin, period.offset);
  return offsets.at(dialect, instant);
}

std::string ZoneTable::offset_of_reading(const SqlDialect& dialect,
                                         const std::string& reading) const {
  Offsets offsets;
  for (const TimeZone::Period& period : periods_) {
    // Readings of the fold or gap belong to the offset before it. The first period's beginning,
    // which may lie before all numbers, is none that matters.
    const bool first = offsets.values.empty();
    const std::int64_t before = first ? period.offset : offsets.values.back();
    offsets.add(first ? 0 : period.begin + std::max<std::int64_t>(before, period.offset),
                period.offset);
  }
  return offsets.at(dialect, reading);
}

std::string ZoneTable::hour_start(const SqlDialect& dialect, const std::string& instant,
                                  const std::string& clock_start) const {
  std::string cases;
  for (auto period = periods_.rbegin(); period != periods_.rend(); ++period) {
    if (period->begin == INT64_MIN || (period->begin + period->offset) % kSecondsPerHour == 0)
      continue;
    cases += fmt::format(" WHEN {instant} >= {begin} AND {clock} < {begin} THEN {start}",
                         fmt::arg("instant", instant), fmt::arg("begin", period->begin),
                         fmt::arg("clock", clock_start),
                         fmt::arg("start", dialect.instant(period->begin)));
  }
  return cases.empty() ? clock_start : "CASE" + cases + " ELSE " + clock_start + " END";
}

}  // namespace footfall
