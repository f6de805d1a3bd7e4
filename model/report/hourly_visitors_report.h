#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/core/calendar.h"
#include "model/core/spill_vector.h"
#include "model/core/text_pool.h"
#include "model/report/table.h"

namespace footfall {

/// Exact distinct visitors per (hour, page) and per hour.
struct HourlyVisitorsReport {
  std::string zone = "UTC";  ///< report zone, an IANA name
  bool utc = true;           ///< labels carry no offset

  /// Pages in ascending byte order; a slice shares the dictionary of the whole.
  std::shared_ptr<const TextPool> pages;

  struct HourTotal {
    Hour hour;
    std::uint64_t visitors = 0;   ///< distinct over all pages of the hour
    std::uint64_t pageviews = 0;  ///< counted rows
  };
  struct Cell {
    TextId page = 0;
    std::uint32_t visitors = 0;  ///< distinct
  };
  std::vector<HourTotal> hours;         ///< ascending by instant; only hours with pageviews
  SpillVector<Cell> cells;              ///< by hour, then page
  std::vector<std::size_t> hour_begin;  ///< hours.size() + 1 offsets into cells

  std::uint64_t pageviews = 0;
  std::uint64_t unique_visitors = 0;  ///< distinct over everything
  std::uint64_t unique_pages = 0;

  /// Gives the memory of what is spilled back.
  void release() const;
};

using HourlyVisitorsPtr = std::shared_ptr<const HourlyVisitorsReport>;

/// `hourly_visitors`: hour, page_url, unique_visitors.
[[nodiscard]] TablePtr hourly_visitors_table(HourlyVisitorsPtr report);
/// The same columns for one hour of the report (index into hours).
[[nodiscard]] TablePtr hour_pages_table(HourlyVisitorsPtr report, std::size_t hour);
/// `hourly_totals`: hour, unique_visitors, pageviews.
[[nodiscard]] TablePtr hourly_totals_table(HourlyVisitorsPtr report);

}  // namespace footfall
