#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/report/table.h"

namespace footfall {

class StopCheck;
struct RowOrder;

/// One row that adds up the rows shown, in the columns of their table; without it where there are
/// none. Called by the thread that orders.
using RowTotal = std::function<TablePtr(const RowOrder& order, StopCheck& check)>;

/// What part of a table to show, and in which order.
struct OrderRequest {
  TablePtr table;
  std::optional<std::size_t> sort_column;  ///< none: the table's own order
  bool descending = false;
  /// Keep rows of which a text, hour or day cell contains this, in any case; empty: all rows.
  std::string contains;
  /// Another writing of an hour or day cell, which is searched too ("Jan 15"); may be empty. It is
  /// called by the thread that orders, for cells in the table's order.
  std::function<std::string(std::string_view cell)> spoken = {};
  /// Also say where the first row is whose cell in this column is this text; empty: nothing.
  std::string locate = {};
  std::size_t locate_column = 0;
  RowTotal total = {};  ///< may be empty
};

/// The answer: positions on screen → rows of the table. Immutable.
struct RowOrder {
  OrderRequest request;
  /// Rows in order; where `natural` is set it is empty and stands for 0, 1, 2, ...
  std::vector<std::uint32_t> rows;
  bool natural = false;
  /// Range of the sort column's numbers over the rows shown; NaN without any.
  double lowest = 0;
  double highest = 0;
  std::optional<std::size_t> located;  ///< position of the row asked for
  TablePtr total;                      ///< the rows added up, where that was asked for

  [[nodiscard]] std::size_t size() const {
    return natural ? (request.table ? request.table->rows() : 0) : rows.size();
  }
  [[nodiscard]] std::size_t row(std::size_t position) const {
    return natural ? position : rows[position];
  }
  /// Where a row of the table is shown; none where it is filtered away.
  [[nodiscard]] std::optional<std::size_t> position_of(std::size_t row) const;
};

using RowOrderPtr = std::shared_ptr<const RowOrder>;

/// Blocking. The order is exact and total: Table::compare decides, equal cells stay in the table's
/// order, absent values are last in both directions. Null when stopped.
[[nodiscard]] RowOrderPtr order_rows(const OrderRequest& request, const std::stop_token& stop = {});

}  // namespace footfall
