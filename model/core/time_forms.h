#pragma once

#include <cstdint>
#include <string_view>

#include "model/core/calendar.h"

// Times as people and programs write them, apart from the usual forms that TimestampParser reads:
// the date by a table of forms, then a clock, then an offset or the name of a zone.
namespace footfall {

/// Which part of 03/04/2026 is the day.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

/// What a text says, before anything is made of it.
struct WrittenTime {
  unsigned year = 0;
  unsigned first = 0;    ///< ordered: the first part; else the month
  unsigned second = 0;   ///< ordered: the second part; else the day
  char separator = 0;    ///< ordered: what stands between the parts
  bool ordered = false;  ///< which part is the day is not to be seen
  bool has_clock = false;
  std::int32_t clock = 0;  ///< seconds of the day
  enum class Zone : std::uint8_t { none, offset, name };
  Zone zone = Zone::none;
  std::int32_t offset = 0;     ///< local time minus UTC, in seconds
  std::string_view zone_name;  ///< a view of the text

  /// Whether the parts are a possible date in this order (any, where they are not ordered).
  [[nodiscard]] bool possible(DateOrder order) const;
  /// Seconds since 1970 of the reading on the local clock; of a possible date.
  [[nodiscard]] std::int64_t local_seconds(DateOrder order) const;
};

/// Reads a text whose blanks are squeezed (blanks.h). False: it is no date, with or without a
/// clock, in any of the forms. A possible shape with an impossible date (31/02/2026) is true.
[[nodiscard]] bool read_written_time(std::string_view text, WrittenTime& time);

/// YYYYMMDD or YYYYMMDDHHMMSS; false where it is none or impossible.
[[nodiscard]] bool read_time_digits(std::string_view text, std::int64_t& local_seconds);

/// Whole seconds since 1970, on the local clock, of a day number of a spreadsheet, whose day 1 is
/// 1900-01-01 and which has a 1900-02-29: from 61 (1900-03-01) to the end of 9999. Thousandths of a
/// second are rounded before the fraction is cut, since 15 digits do not hit whole seconds.
[[nodiscard]] bool read_spreadsheet_day(std::string_view number, std::int64_t& local_seconds);

/// Writes YYYY-MM-DDTHH:MM:SSZ at `p`, which has kTimeText characters, and returns its end.
char* write_time(char* p, Instant instant);
inline constexpr std::size_t kTimeText = 21;

}  // namespace footfall
