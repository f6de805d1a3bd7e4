#include "model/report/typical_week.h"

#include <algorithm>
#include <vector>

namespace footfall {

TypicalWeek typical_week(const HourlyVisitorsReport& report) {
  TypicalWeek week;
  std::array<std::vector<std::uint64_t>, TypicalWeek::kDays * TypicalWeek::kClock> values;
  for (const HourlyVisitorsReport::HourTotal& total : report.hours)
    values[TypicalWeek::place_of(total.hour)].push_back(total.visitors);
  for (std::size_t place = 0; place < values.size(); ++place) {
    std::vector<std::uint64_t>& sorted = values[place];
    if (sorted.empty()) continue;
    std::ranges::sort(sorted);
    const std::size_t count = sorted.size();
    TypicalHour& hour = week.hours[place];
    hour.hours = count;
    for (const std::uint64_t value : sorted) hour.sum += value;
    hour.highest = sorted.back();
    hour.twice_median = sorted[(count - 1) / 2] + sorted[count / 2];
    hour.low = sorted[(count + 9) / 10 - 1];
    hour.high = sorted[(9 * count + 9) / 10 - 1];
  }
  return week;
}

}  // namespace footfall
