#include "ui/pages/visitor_hours.h"

#include <algorithm>
#include <iterator>

namespace footfall {

HourlyChart::WholeEnds whole_ends(const HourlyVisitorsReport& report, const Filter& filter) {
  if (report.hours.empty()) return {};
  const auto stands_at = [](const std::optional<TimeBound>& bound, const Hour& hour,
                            std::int64_t after) {
    if (!bound) return false;
    return bound->instant ? *bound->instant == hour.start + after
                          : bound->civil == hour.start + hour.offset + after;
  };
  return {stands_at(filter.from, report.hours.front().hour, 0),
          stands_at(filter.to, report.hours.back().hour, kStepTable[report.step].seconds)};
}

std::optional<std::size_t> hour_at(const HourlyVisitorsReport& report, std::int64_t instant) {
  const auto& hours = report.hours;
  const auto start = [](const auto& total) { return total.hour.start; };
  const auto behind = std::ranges::upper_bound(hours, instant, {}, start);
  if (behind == hours.begin()) return std::nullopt;
  const auto at = std::prev(behind);
  if (instant >= at->hour.start + kStepTable[report.step].seconds) return std::nullopt;
  return static_cast<std::size_t>(at - hours.begin());
}

}  // namespace footfall
