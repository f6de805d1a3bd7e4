#pragma once

#include <optional>
#include <string>

#include "model/report/filter_field.h"
#include "model/report/table.h"

namespace footfall {

/// A column whose texts the filter can ask for.
struct NamedColumn {
  std::size_t column = 0;
  FilterField field{};
  std::optional<std::size_t> agent = {};  ///< of visitors, where it is a part of their names
};
/// The first of a table; nothing where it has none.
[[nodiscard]] std::optional<NamedColumn> named_column(const Table& table);
/// What a row is called, as the filter asks for it.
[[nodiscard]] std::string name_in(const Table& table, std::size_t row, const NamedColumn& named);

}  // namespace footfall
