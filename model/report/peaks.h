#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/core/kinds.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/requests_report.h"
#include "model/report/table.h"
#include "model/report/usual_hours.h"

namespace footfall {

/// What makes one hour a higher peak than another.
enum class PeakOrder : std::uint8_t {
  size,         ///< its value
  times_usual,  ///< its value by its usual one; hours that have none come last
  end
};
struct PeakOrderFacts {
  PeakOrder order{};
  std::string_view name;  ///< on the command line
};
inline constexpr auto kPeakOrderTable = kind_table<&PeakOrderFacts::order, PeakOrderFacts>({
    {PeakOrder::size, "size"},
    {PeakOrder::times_usual, "times-usual"},
});

[[nodiscard]] std::vector<HourValue> hour_values(const HourlyVisitorsReport& report);
[[nodiscard]] std::vector<HourValue> hour_values(const RequestsReport& report);

/// The hours of a report beside what is usual for them, the highest first. Of equal hours the
/// larger one comes first, then the earlier. Nothing is said to be usual for days and weeks.
struct Peaks {
  struct Peak {
    std::size_t hour = 0;  ///< index into the hours of the report
    HourValue value;
    Usual usual;

    [[nodiscard]] std::optional<TimesUsual> times_usual() const {
      if (!usual.known()) return std::nullopt;
      return TimesUsual{value.value, usual.twice};
    }
  };
  std::vector<Peak> peaks;
  bool utc = true;           ///< labels carry no offset
  std::string_view measure;  ///< what is counted, as the report's column is called
};
using PeaksPtr = std::shared_ptr<const Peaks>;

/// At most `most` of them.
[[nodiscard]] PeaksPtr rank_peaks(const HourlyVisitorsReport& report, PeakOrder order,
                                  std::size_t most);
[[nodiscard]] PeaksPtr rank_peaks(const RequestsReport& report, PeakOrder order, std::size_t most);

/// `peaks`: rank, hour, the measure, usual, times_usual, usual_over, hours_compared.
[[nodiscard]] TablePtr peaks_table(PeaksPtr peaks);

}  // namespace footfall
