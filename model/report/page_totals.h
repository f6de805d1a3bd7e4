#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/core/step.h"
#include "model/core/text_pool.h"
#include "model/report/table.h"

namespace footfall {

/// The time of some hours in stretches, few enough for the points of a small line: hours, days,
/// weeks, or as many weeks together as it takes, whichever come first and are kMost at most.
struct Stretches {
  static constexpr std::size_t kMost = 100;

  Step step = Step::hour;
  std::uint32_t steps = 1;  ///< hours, days or weeks in each
  /// Where they begin, from the first with rows to the last; none: no hour of it has a row.
  std::vector<std::optional<Hour>> begins;
  std::vector<std::uint32_t> of_hour;  ///< in which of them each hour is

  /// `hours`: all that have rows, ascending. None is shorter than `least`.
  [[nodiscard]] static Stretches of(std::span<const Hour> hours, Step least, const TimeZone& zone);
};

/// The pages of a report over its whole time. Visitors are distinct ones: who came in many hours
/// counts once.
struct PageTotals {
  struct Page {
    TextId page = 0;
    std::uint32_t visitors = 0;
    std::uint64_t pageviews = 0;
  };
  /// Of a page in a stretch of time.
  struct Point {
    std::uint32_t stretch = 0;
    std::uint32_t visitors = 0;
  };

  bool utc = true;                         ///< labels carry no offset
  std::shared_ptr<const TextPool> names;   ///< in byte order
  std::uint64_t visitors = 0;              ///< of all pages
  std::vector<Page> pages;                 ///< that have pageviews, by name
  Stretches stretches;                     ///< of the pages' lines
  std::vector<Point> points;               ///< by page, then stretch; only those with visitors
  std::vector<std::size_t> line_begin{0};  ///< pages.size() + 1 offsets into points

  [[nodiscard]] std::span<const Point> line(std::size_t row) const {
    return std::span(points).subspan(line_begin[row], line_begin[row + 1] - line_begin[row]);
  }
};
using PageTotalsPtr = std::shared_ptr<const PageTotals>;

/// Of a row's small line there is no text: it is drawn, and does not stand in files.
inline constexpr std::string_view kLineColumn = "over_time";

/// `pages`: page_url, unique_visitors, share of all visitors, pageviews, over_time. By the latter
/// rows are in the order of when their line is highest.
class PageTotalsTable final : public Table {
 public:
  explicit PageTotalsTable(PageTotalsPtr totals) : totals_(std::move(totals)) {}
  [[nodiscard]] const PageTotals& totals() const { return *totals_; }

  [[nodiscard]] std::string name() const override { return "pages"; }
  [[nodiscard]] std::span<const Column> columns() const override;
  [[nodiscard]] std::size_t rows() const override { return totals_->pages.size(); }
  void append_cell(std::string& out, std::size_t row, std::size_t column) const override;
  [[nodiscard]] double number(std::size_t row, std::size_t column) const override;
  [[nodiscard]] std::optional<ExactNumber> exact(std::size_t row,
                                                 std::size_t column) const override;
  [[nodiscard]] int compare(std::size_t row_a, std::size_t row_b,
                            std::size_t column) const override;

 private:
  PageTotalsPtr totals_;
};

/// The highest point of a line, of equal ones the first; null where it has none.
[[nodiscard]] const PageTotals::Point* highest_point(std::span<const PageTotals::Point> line);

}  // namespace footfall
