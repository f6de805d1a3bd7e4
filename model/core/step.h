#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/core/kinds.h"
#include "model/core/time_zone.h"

namespace footfall {

/// What a report over time has a row for, by the clock and the calendar of the report zone.
enum class Step : std::uint8_t { hour, day, week, end };

struct StepFacts {
  Step step{};
  std::string_view name;       ///< on the command line, and of the column
  std::string_view frequency;  ///< what names of files begin with
  std::int64_t seconds = 0;    ///< by the clock
};
inline constexpr auto kStepTable = kind_table<&StepFacts::step, StepFacts>({
    {Step::hour, "hour", "hourly", kSecondsPerHour},
    {Step::day, "day", "daily", kSecondsPerDay},
    {Step::week, "week", "weekly", 7 * kSecondsPerDay},
});

/// The day, or the Monday of the week, that an hour belongs to.
constexpr Day first_day(Step step, Hour hour) {
  const Day day = local_day(hour);
  return step == Step::week ? day - static_cast<Day>(weekday_of(day)) : day;
}

/// The beginning of a day by the clock. Where clocks skip its midnight, the reading that they skip.
[[nodiscard]] Hour beginning_of(Day day, ZoneCursor& zone);

/// Appends an hour as append_hour() does, or the date of a day or of a week's Monday.
void append_step(std::string& out, Step step, Hour hour, bool utc);

}  // namespace footfall
