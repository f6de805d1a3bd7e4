#pragma once

#include <optional>
#include <string>

#include "model/core/time_zone.h"
#include "model/report/filter.h"

namespace footfall {

/// Ranges consist of whole hours, or whole days: where the next one begins that a bound is moved to
/// if it lies within one, as reports call it. Nothing where it is not moved.
[[nodiscard]] std::optional<std::string> moved_bound(EventType events, const TimeBound& bound,
                                                     const TimeZone& zone);

}  // namespace footfall
