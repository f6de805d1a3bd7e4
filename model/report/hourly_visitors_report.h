#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/core/calendar.h"
#include "model/core/spill_vector.h"
#include "model/core/step.h"
#include "model/core/text_pool.h"
#include "model/report/report.h"

namespace footfall {

/// Exact distinct visitors per (hour, page) and per hour; or per day or week, of which `hour` below
/// is the beginning.
struct HourlyVisitorsReport final : Report {
  static constexpr ReportKind kKind = ReportKind::hourly_visitors;
  [[nodiscard]] ReportKind kind() const override { return kKind; }
  [[nodiscard]] std::vector<TablePtr> tables(const ReportPtr& self) const override;
  [[nodiscard]] bool empty() const override { return hours.empty(); }
  [[nodiscard]] std::uint64_t listed() const override { return unique_pages; }
  [[nodiscard]] std::size_t choices(FilterField field) const override;
  [[nodiscard]] std::string_view choice(FilterField field, std::size_t index) const override;
  [[nodiscard]] std::optional<TimeExtent> time_extent() const override;
  [[nodiscard]] std::string zone_name() const override { return zone; }
  void release() const override;

  std::string zone = "UTC";  ///< report zone, an IANA name
  bool utc = true;           ///< labels carry no offset
  Step step = Step::hour;    ///< what its hours are
  /// Of the hours in its days or weeks, where they are known.
  std::optional<TimeExtent> within;

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
};

using HourlyVisitorsPtr = std::shared_ptr<const HourlyVisitorsReport>;

/// `hourly_visitors`: hour, page_url, unique_visitors. Days: `daily_visitors` and day, and so on.
[[nodiscard]] TablePtr hourly_visitors_table(HourlyVisitorsPtr report);
/// The same columns for one hour of the report (index into hours).
[[nodiscard]] TablePtr hour_pages_table(HourlyVisitorsPtr report, std::size_t hour);
/// `hourly_totals`: hour, unique_visitors, pageviews.
[[nodiscard]] TablePtr hourly_totals_table(HourlyVisitorsPtr report);

}  // namespace footfall
