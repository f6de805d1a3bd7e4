#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/report/hourly_visitors_report.h"

namespace footfall {

/// What the hours of a report have in common that are the same clock hour of the same weekday, both
/// hours of a fold among them. Hours without a row are left out.
struct TypicalHour {
  std::uint64_t hours = 0;  ///< how many there are
  std::uint64_t sum = 0;    ///< of their visitors, who may be the same
  std::uint64_t highest = 0;
  std::uint64_t twice_median = 0;  ///< an even number takes the mean of the middle two
  std::uint64_t low = 0;   ///< the smallest value that a tenth of them or more do not exceed
  std::uint64_t high = 0;  ///< the same of nine tenths
};

/// From Monday 0:00 to Sunday 23:00, by the clock of the report zone.
struct TypicalWeek {
  static constexpr std::size_t kDays = 7;
  static constexpr std::size_t kClock = 24;
  std::array<TypicalHour, kDays * kClock> hours;

  [[nodiscard]] static std::size_t place_of(Hour hour) {
    return weekday_of(local_day(hour)) * kClock + static_cast<std::size_t>(clock_hour(hour));
  }
};

/// Of a report of hours.
[[nodiscard]] TypicalWeek typical_week(const HourlyVisitorsReport& report);

}  // namespace footfall
