#pragma once

#include <QString>
#include <string_view>
#include <vector>

#include "model/report/table.h"

namespace footfall {

/// A column's heading on screen, with its unit: "total spend (USD)".
/// Of a part of a measure in a comparison the part alone: "change (%)"; it stands behind the
/// measure.
[[nodiscard]] QString column_title(const Column& column);
/// The same with the measure: "pageviews: change (%)".
[[nodiscard]] QString full_column_title(const Column& column);

/// A cell as it is shown: the locale's separators, money at two decimals, rates in percent, an
/// absent number as a dash. `plain` is the cell as exported.
[[nodiscard]] QString cell_text(const Column& column, std::string_view plain);

/// The same of a table's cell, where quotients (CTR, CPA) take `decimals`, as
/// telling_decimals() finds them.
[[nodiscard]] QString cell_text(const Table& table, std::size_t row, std::size_t column,
                                int decimals);
/// As many decimals as tell the quotients of a column apart, and none of them from zero, at the
/// given rows: 2 or more. 0 for other columns, which have their own.
[[nodiscard]] int telling_decimals(const Table& table, std::size_t column,
                                   const std::vector<std::size_t>& rows);
/// A figure with two decimals, or as many as it takes to see that it is not zero.
[[nodiscard]] QString figure_text(double value);

/// The same without shortening: all digits.
[[nodiscard]] QString exact_cell_text(const Column& column, std::string_view plain);

/// Text of unknown origin made fit for one line: what cannot be seen becomes visible, what is
/// longer than `limit` characters ends with an ellipsis.
[[nodiscard]] QString line_of_text(std::string_view bytes, qsizetype limit = 512);

/// Counts, amounts and instants, which stand right-aligned.
[[nodiscard]] bool is_number(const Column& column);

}  // namespace footfall
