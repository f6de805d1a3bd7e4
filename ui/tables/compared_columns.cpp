#include "ui/tables/compared_columns.h"

#include <algorithm>
#include <array>
#include <utility>

namespace footfall {

ComparedName compared_name(std::string_view name) {
  using Part = ComparedTable::Part;
  constexpr std::array<std::pair<std::string_view, Part>, 3> kEndings = {
      {{"_before", Part::before}, {"_change", Part::change}, {"_change_percent", Part::percent}}};
  for (const auto& [ending, part] : kEndings)
    if (name.ends_with(ending)) return {name.substr(0, name.size() - ending.size()), part};
  return {name, Part::now};
}

ColumnPlace place_of(const Table& table, std::size_t column) {
  const auto columns = table.columns();
  const auto is_plain = [](const Column& other) {
    return compared_name(other.name).part == ComparedTable::Part::now;
  };
  const auto plain = std::count_if(
      columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(column) + 1, is_plain);
  return {static_cast<std::size_t>(std::max<std::ptrdiff_t>(plain, 1) - 1),
          compared_name(columns[column].name).part};
}

std::optional<std::size_t> column_at(const Table& table, const ColumnPlace& place) {
  for (std::size_t column = 0; column < table.columns().size(); ++column)
    if (place_of(table, column) == place) return column;
  return std::nullopt;
}

std::optional<std::size_t> present_row(const Table& table, std::size_t row) {
  const auto* const compared = dynamic_cast<const ComparedTable*>(&table);
  if (compared == nullptr) return row;
  const std::uint32_t now = compared->matched(row).now;
  return now == kNoRow ? std::nullopt : std::optional<std::size_t>(now);
}

std::size_t row_of_present(const Table& table, std::size_t present) {
  const auto* const compared = dynamic_cast<const ComparedTable*>(&table);
  if (compared == nullptr) return present;
  for (std::size_t row = present; row < compared->rows(); ++row)
    if (compared->matched(row).now == present) return row;
  return present;
}

}  // namespace footfall
