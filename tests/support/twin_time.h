#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footfall::twin {

/// Days since 1970-01-01 of a date that exists (year 1 to 9999), else none. Counts year by year.
std::optional<std::int64_t> day_of(int year, int month, int day);
/// `YYYY-MM-DD`.
std::string day_text(std::int64_t day);
/// A text that is exactly a possible `YYYY-MM-DD`.
std::optional<std::int64_t> read_date(std::string_view text);

/// A zone of the tz database as the list of all its periods from the year 1 to the year 9999.
class Zone {
 public:
  /// Reads /usr/share/zoneinfo, once for each zone; null where there is no such zone.
  static const Zone* load(const std::string& name);

  struct Period {
    std::int64_t begin = 0;   ///< first instant
    std::int64_t offset = 0;  ///< seconds east of UTC
  };
  [[nodiscard]] const Period& at(std::int64_t instant) const;
  /// The instant of a reading of the local clock; in a fold or gap with the offset before the
  /// change.
  [[nodiscard]] std::int64_t from_local(std::int64_t local) const;
  [[nodiscard]] bool utc() const { return utc_; }

 private:
  static std::optional<Zone> read(const std::string& name);

  bool utc_ = false;
  std::vector<Period> periods_;
};

/// A clock hour of a zone, ordered by its first instant.
struct Hour {
  std::int64_t first = 0;  ///< the first instant that belongs to it
  std::string label;
  bool operator<(const Hour& other) const {
    return first != other.first ? first < other.first : label < other.label;
  }
};
Hour hour_of(const Zone& zone, std::int64_t instant);
/// The hour, or the day or the week from Monday on that it lies in, as an hour with its date.
Hour step_of(const std::string& step, const Zone& zone, std::int64_t instant);

/// A reading of date and time as it is written.
struct Reading {
  std::int64_t civil = 0;              ///< seconds as if it were UTC
  std::optional<std::int64_t> offset;  ///< where one is written
};
/// `2025-01-06T10:58:58.5+01:00` and its relatives, without blanks around.
std::optional<Reading> read_iso(std::string_view text);

/// Seconds of a number: seconds, from 1e11 milliseconds, from 1e14 microseconds, from 1e17
/// nanoseconds; a fraction cut.
std::optional<std::int64_t> read_epoch(std::string_view text, bool below_zero);
/// Instant of a timestamp of CSV and NDJSON; none: bad timestamp.
std::optional<std::int64_t> read_timestamp(std::string_view text, const Zone& source);
/// Instant of `06/Jan/2025:10:58:58 +0100`; none: bad timestamp.
std::optional<std::int64_t> read_log_time(std::string_view text, const Zone& source);

}  // namespace footfall::twin
