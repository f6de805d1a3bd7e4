#pragma once

#include <optional>

#include "model/report/filter_field.h"
#include "model/report/table.h"

namespace footfall {

/// A column whose texts the filter can ask for.
struct NamedColumn {
  std::size_t column = 0;
  FilterField field{};
};
/// The first of a table; nothing where it has none.
[[nodiscard]] std::optional<NamedColumn> named_column(const Table& table);

}  // namespace footfall
