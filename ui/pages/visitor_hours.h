#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "model/report/filter.h"
#include "ui/charts/hourly_chart.h"

// What the Visitors page looks up in the hours, days or weeks of its report.
namespace footfall {

/// A filter that begins or ends where an hour does leaves no part of it out.
[[nodiscard]] HourlyChart::WholeEnds whole_ends(const HourlyVisitorsReport& report,
                                                const Filter& filter);

/// The hour that an instant falls into; none where it has no row.
[[nodiscard]] std::optional<std::size_t> hour_at(const HourlyVisitorsReport& report,
                                                 std::int64_t instant);

}  // namespace footfall
