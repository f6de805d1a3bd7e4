#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace footfall {

/// A point in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
struct Instant {
  std::int64_t seconds = 0;
  friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

/// A calendar day: days since 1970-01-01.
using Day = std::int32_t;

inline constexpr std::int64_t kSecondsPerHour = 3600;
inline constexpr std::int64_t kSecondsPerDay = 86400;
inline constexpr Instant kFirstInstant{-62135596800};  ///< 0001-01-01T00:00:00Z
inline constexpr Instant kLastInstant{253402300799};   ///< 9999-12-31T23:59:59Z

/// Quotient rounded toward minus infinity; divisor > 0.
constexpr std::int64_t floor_divide(std::int64_t dividend, std::int64_t divisor) {
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

/// Proleptic Gregorian date; source: Howard Hinnant, "chrono-compatible low-level date algorithms".
struct CivilDate {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
};
[[nodiscard]] constexpr Day day_from_civil(int year, unsigned month, unsigned day) {
  year -= month <= 2 ? 1 : 0;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const unsigned year_of_era = static_cast<unsigned>(year - era * 400);
  const unsigned day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + static_cast<int>(day_of_era) - 719468;
}
[[nodiscard]] constexpr CivilDate civil_from_day(Day days) {
  const int shifted = days + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const unsigned day_of_era = static_cast<unsigned>(shifted - era * 146097);
  const unsigned year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const unsigned day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const unsigned shifted_month = (5 * day_of_year + 2) / 153;
  const unsigned month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const int year = static_cast<int>(year_of_era) + era * 400 + (month <= 2 ? 1 : 0);
  return {year, month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}
constexpr unsigned days_in_month(int year, unsigned month) {
  if (month == 2) return (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// True and sets `day` when `text` is exactly a possible `YYYY-MM-DD` with year 0001–9999.
[[nodiscard]] bool parse_date(std::string_view text, Day& day);

/// Writes `YYYY-MM-DD`, at most kMostDate characters, and returns its end.
char* write_date(char* p, Day day);
inline constexpr std::size_t kMostDate = 11;
/// Appends `YYYY-MM-DD`.
void append_date(std::string& out, Day day);

/// A local clock hour of the report zone together with its offset. Ordered by instant.
struct Hour {
  std::int64_t start =
      0;  ///< first instant that belongs to it, in seconds; clocks may have changed just then
  std::int32_t offset = 0;  ///< local time minus UTC, in seconds
  friend constexpr auto operator<=>(const Hour&, const Hour&) = default;
};

/// Appends `YYYY-MM-DD HH:00`, and for a zone other than UTC the offset as `+HH:MM` (`+HH:MM:SS`
/// where the zone's history has seconds).
void append_hour(std::string& out, Hour hour, bool utc);

/// The local calendar day an hour belongs to, and its clock hour 0–23.
constexpr Day local_day(Hour hour) {
  return static_cast<Day>(floor_divide(hour.start + hour.offset, kSecondsPerDay));
}
constexpr int clock_hour(Hour hour) {
  return static_cast<int>(floor_divide(hour.start + hour.offset, kSecondsPerHour) -
                          std::int64_t{24} * local_day(hour));
}

}  // namespace footfall
