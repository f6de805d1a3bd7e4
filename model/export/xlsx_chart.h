#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/parallel.h"
#include "model/report/table.h"

// Which tables have a chart of their own in a workbook, and of what.
namespace footfall {

/// A number as written has so few digits that a spreadsheet holds all of them.
inline constexpr std::size_t kSheetDigits = 15;
[[nodiscard]] bool is_sheet_number(std::string_view text);

struct TableChart {
  bool over_time = false;           ///< a line; else a bar for each of the first rows
  std::string title;                ///< says where rows are left out
  std::size_t names = 0;            ///< column
  std::vector<std::size_t> values;  ///< columns; of a comparison that of the period before, too
  std::size_t first = 0;            ///< rows: of a line the last ones, of bars the first ones
  std::size_t end = 0;
};

/// Rows that a chart shows at most: the hours of a leap year, and bars with names to be read.
inline constexpr std::size_t kChartPoints = 366 * 24;
inline constexpr std::size_t kChartBars = 20;

/// None for tables without a natural one, without its columns, without rows, where a line's rows do
/// not stand in the order of time, or where a number is too long for a sheet.
[[nodiscard]] std::optional<TableChart> chart_of(const Table& table);

/// Where only the largest rows of a table make a chart, a table of these, the largest first: their
/// names and the measure. Null for others. Throws Stopped by `check`.
[[nodiscard]] TablePtr largest_rows(const TablePtr& table, StopCheck check);

}  // namespace footfall
