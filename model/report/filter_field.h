#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "model/report/condition.h"

namespace footfall {

/// A field of which a filter lists names, any of which a row may have; rows are filtered by such a
/// list beside their time and conditions.
using FilterField = ConditionField;

[[nodiscard]] constexpr bool has_list(ConditionField field) {
  return !kConditionFieldTable[field].column.empty();
}
inline constexpr auto kFilterFields = [] {
  constexpr auto count =
      static_cast<std::size_t>(std::ranges::count_if(kConditionFields, has_list));
  std::array<FilterField, count> fields{};
  std::ranges::copy_if(kConditionFields, fields.begin(), has_list);
  return fields;
}();

}  // namespace footfall
