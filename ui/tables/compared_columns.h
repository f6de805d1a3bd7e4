#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/report/compared_tables.h"

// Columns of tables that stand beside those of another period, by their names.
namespace footfall {

/// `unique_visitors_change` is a part of `unique_visitors`.
struct ComparedName {
  std::string_view base;
  ComparedTable::Part part{};
};
[[nodiscard]] ComparedName compared_name(std::string_view name);

/// A column, whether its table is compared or not: the same number of the table that is not.
using ColumnPlace = ComparedTable::Cell;
[[nodiscard]] ColumnPlace place_of(const Table& table, std::size_t column);
[[nodiscard]] std::optional<std::size_t> column_at(const Table& table, const ColumnPlace& place);

/// The row of the present period's table behind a row; none where it is in the other one alone. Of
/// a table that is not compared the row itself.
[[nodiscard]] std::optional<std::size_t> present_row(const Table& table, std::size_t row);
/// The row that stands for a row of the present period's table.
[[nodiscard]] std::size_t row_of_present(const Table& table, std::size_t present);

}  // namespace footfall
