#include "model/report/moved_bound.h"

#include "model/core/calendar.h"
#include "model/report/comparison.h"

namespace footfall {
namespace {

// The hour in which a bound lies is left; where the next one begins, if that is not the bound.
std::optional<std::string> moved_to_hour(const TimeBound& bound, const TimeZone& zone) {
  const std::int64_t instant = bound.instant ? *bound.instant : zone.from_local(bound.civil);
  const Hour hour = first_hour_from(instant, zone);
  if (hour.start == instant) return std::nullopt;
  std::string next;
  append_hour(next, hour, zone.is_utc());
  return next;
}

std::optional<std::string> moved_to_day(std::int64_t seconds) {
  const std::int64_t day = floor_divide(seconds, kSecondsPerDay);
  if (day * kSecondsPerDay == seconds) return std::nullopt;
  std::string next;
  append_date(next, static_cast<Day>(day + 1));
  return next;
}

}  // namespace

std::optional<std::string> moved_bound(EventType events, const TimeBound& bound,
                                       const TimeZone& zone) {
  if (!kEventTypeTable[events].timed) return std::nullopt;
  if (kEventTypeTable[events].hourly) return moved_to_hour(bound, zone);
  // Dates are those of the calendar, whatever an offset says.
  const bool utc = kEventTypeTable[events].utc;
  return moved_to_day(utc ? bound.instant.value_or(bound.civil) : bound.civil);
}

}  // namespace footfall
