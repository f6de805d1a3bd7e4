#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/core/calendar.h"
#include "model/core/time_zone.h"

namespace footfall {

/// A number as a point in time.
struct EpochTime {
  Instant instant;        ///< a fraction of a second is cut; may lie outside the years 1 to 9999
  bool negative = false;  ///< the number was below 0, if only by a fraction
  bool rounded = false;   ///< it had digits behind the 18th decimal
};
/// Reads seconds since 1970, from 1e11 milliseconds, from 1e14 microseconds, from 1e17 nanoseconds
/// (beyond the range of other numbers too). No value: `text` is no number, or much too large.
[[nodiscard]] std::optional<EpochTime> read_epoch(std::string_view text);

/// Reads timestamps of one thread; remembers dates and the last zone period, since they come again.
/// Every function is false where the contract says "bad timestamp".
class TimestampParser {
 public:
  /// `source_zone` applies to readings without an offset.
  explicit TimestampParser(const TimeZone& source_zone) : source_(source_zone) {}

  /// ISO-like date and time, or a number >= 0 as read_epoch() takes it. `text` has no blanks around
  /// it.
  [[nodiscard]] bool parse(std::string_view text, Instant& instant);

  /// `06/Jan/2025:10:58:58 +0100`, offset optional.
  [[nodiscard]] bool parse_log(std::string_view text, Instant& instant);

 private:
  [[nodiscard]] bool parse_epoch(std::string_view text, Instant& instant) const;
  [[nodiscard]] bool finish(std::int64_t local_seconds, std::string_view zone, Instant& instant);

  // ISO dates read lately, by their text in two words.
  struct Date {
    std::uint16_t century = 0;
    std::uint64_t rest = 0;
    Day day = 0;
  };
  [[nodiscard]] bool read_date(const char* text, Day& day);

  ZoneCursor source_;
  std::array<Date, 64> dates_;
  char log_date_[11] = {};  // text of the last date read, log form
  Day log_day_ = 0;
};

}  // namespace footfall
