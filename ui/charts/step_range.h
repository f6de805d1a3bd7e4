#pragma once

#include "model/core/step.h"
#include "ui/charts/time_plot.h"

// Ranges of time of charts whose points are days or weeks.
namespace footfall {

/// To the nearest beginnings of them.
[[nodiscard]] inline QCPRange snapped_to_steps(const QCPRange& range, Step step,
                                               const TimeZone& zone) {
  const auto nearest = [&](double key) {
    ZoneCursor cursor(zone);
    const auto middle = static_cast<std::int64_t>(key) + kStepTable[step].seconds / 2;
    return static_cast<double>(beginning_of(first_day(step, cursor.hour_at(middle)), cursor).start);
  };
  return {nearest(range.lower), nearest(range.upper)};
}

/// From the one to the end of the other.
[[nodiscard]] inline TimePlot::Bounds bounds_of_steps(const Hour& first, const Hour& last,
                                                      Step step) {
  return {TimeBound{first.start + first.offset, {}},
          TimeBound{last.start + last.offset + kStepTable[step].seconds, {}}};
}

}  // namespace footfall
