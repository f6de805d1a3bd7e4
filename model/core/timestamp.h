#pragma once

#include <cstdint>
#include <string_view>

#include "model/core/calendar.h"
#include "model/core/time_zone.h"

namespace footfall {

/// Reads timestamps of one thread; remembers the last date and zone period, since neighbours agree.
/// Every function is false where the contract says "bad timestamp".
class TimestampParser {
 public:
  /// `source_zone` applies to readings without an offset.
  explicit TimestampParser(const TimeZone& source_zone) : source_(source_zone) {}

  /// ISO-like date and time, or epoch seconds / milliseconds. `text` has no blanks around it.
  [[nodiscard]] bool parse(std::string_view text, Instant& instant);

  /// `06/Jan/2025:10:58:58 +0100`, offset optional.
  [[nodiscard]] bool parse_log(std::string_view text, Instant& instant);

 private:
  [[nodiscard]] bool parse_epoch(std::string_view text, Instant& instant) const;
  [[nodiscard]] bool finish(std::int64_t local_seconds, std::string_view zone, Instant& instant);

  ZoneCursor source_;
  char date_[10] = {};  // text of the last date read, ISO
  Day day_ = 0;
  char log_date_[11] = {};  // text of the last date read, log form
  Day log_day_ = 0;
};

}  // namespace footfall
