#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/core/time_zone.h"
#include "model/sql/sql_dialect.h"

namespace footfall {

/// The offsets of a time zone over the instants that a table holds, so that hours do not depend on
/// which edition of the zone database the server has.
class ZoneTable {
 public:
  /// Length of the stretches of time in which a table is asked for its instants.
  static constexpr std::int64_t kStretch = 30 * 86400;
  /// Stretches begin within these seconds: the years 1 to 9999 and some more at either end.
  static constexpr std::int64_t kFirstStretch = -70'000'000'000;
  static constexpr std::int64_t kLastStretch = 260'000'000'000;
  /// More changes do not fit into a statement.
  static constexpr std::size_t kMostPeriods = 3000;

  /// Covers each stretch [start, start + kStretch) and two days around it. No start is outside of
  /// kFirstStretch to kLastStretch.
  ZoneTable(const TimeZone& zone, std::vector<std::int64_t> stretches);

  [[nodiscard]] std::size_t periods() const { return periods_.size(); }
  /// Local time minus UTC at an instant.
  [[nodiscard]] std::string offset_at(const SqlDialect& dialect, const std::string& instant) const;
  /// The same for a local reading; in a fold or gap the offset before the change.
  [[nodiscard]] std::string offset_of_reading(const SqlDialect& dialect,
                                              const std::string& reading) const;
  /// The first instant of the local hour, given `clock_start`, where the clock hour would begin if
  /// the offset had never changed: later where clocks changed inside the hour.
  [[nodiscard]] std::string hour_start(const SqlDialect& dialect, const std::string& instant,
                                       const std::string& clock_start) const;

 private:
  std::vector<TimeZone::Period> periods_;  // ascending, not overlapping
};

}  // namespace footfall
