#pragma once

#include <cstddef>
#include <vector>

#include "model/session/row_order.h"

namespace footfall {

/// A table as it is seen: the rows that are shown, in their order, of the given columns (indexes
/// into the table's own, in the order seen). A view of an immutable table, which it keeps alive;
/// cells are those of the table, so that an export of it holds the digits of any other. Null where
/// the order is of no table.
[[nodiscard]] TablePtr seen_table(RowOrderPtr order, std::vector<std::size_t> columns);

}  // namespace footfall
