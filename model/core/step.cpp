#include "model/core/step.h"

namespace footfall {

Hour beginning_of(Day day, ZoneCursor& zone) {
  const std::int64_t reading = std::int64_t{day} * kSecondsPerDay;
  const std::int64_t start = zone.from_local(reading);
  return {start, static_cast<std::int32_t>(reading - start)};
}

void append_step(std::string& out, Step step, Hour hour, bool utc) {
  if (step == Step::hour) return append_hour(out, hour, utc);
  append_date(out, local_day(hour));
}

}  // namespace footfall
