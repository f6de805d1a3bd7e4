#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

#include "model/core/calendar.h"
#include "model/core/error.h"

namespace footfall {

/// An IANA time zone from the system's tz database. Cheap to copy, safe to share between threads.
class TimeZone {
 public:
  TimeZone() = default;  ///< UTC

  /// `option` names the setting in the error when the zone is unknown.
  static Result<TimeZone> load(const std::string& name, const std::string& option);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool is_utc() const { return rules_ == nullptr; }

  /// Two names of the same rules are shown differently, and are two zones.
  friend bool operator==(const TimeZone&, const TimeZone&) = default;

  /// The half-open interval of instants around `seconds` that share one offset.
  struct Period {
    std::int64_t begin = INT64_MIN;
    std::int64_t end = INT64_MAX;
    std::int32_t offset = 0;  ///< local time minus UTC, in seconds
  };
  [[nodiscard]] Period period_at(std::int64_t seconds) const;

  /// The instant of a local clock reading (seconds as if it were UTC); in a fold or gap with the
  /// offset in force before the change.
  [[nodiscard]] std::int64_t from_local(std::int64_t local_seconds) const;

 private:
  struct Rules;
  std::string name_ = "UTC";
  const Rules* rules_ = nullptr;  // one for each name, as long as the program runs; null for UTC
};

/// Converts many instants of one thread, remembering the last period.
class ZoneCursor {
 public:
  explicit ZoneCursor(const TimeZone& zone) : zone_(zone), utc_(zone.is_utc()) {
    if (!utc_) period_ = {0, 0, 0};
  }
  [[nodiscard]] std::int32_t offset_at(std::int64_t seconds) {
    if (!utc_ && (seconds < period_.begin || seconds >= period_.end))
      period_ = zone_.period_at(seconds);
    return period_.offset;
  }
  [[nodiscard]] Hour hour_at(std::int64_t seconds) {
    const std::int32_t offset = offset_at(seconds);
    const std::int64_t clock_start =
        floor_divide(seconds + offset, kSecondsPerHour) * kSecondsPerHour - offset;
    // Where clocks change inside an hour, its later part begins with the change.
    return {std::max(clock_start, period_.begin), offset};
  }
  [[nodiscard]] std::int64_t from_local(std::int64_t local_seconds) {
    if (utc_) return local_seconds;
    // Away from a change by more than any change's size the reading is unique.
    const std::int64_t guess = local_seconds - period_.offset;
    if (period_.begin < guess - kSecondsPerDay && guess < period_.end - kSecondsPerDay)
      return guess;
    const std::int64_t exact = zone_.from_local(local_seconds);
    period_ = zone_.period_at(exact);
    return exact;
  }

 private:
  TimeZone zone_;
  bool utc_;
  TimeZone::Period period_;
};

}  // namespace footfall
