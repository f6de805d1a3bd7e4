#pragma once

#include <string>
#include <vector>

#include "model/report/condition_values.h"
#include "model/report/filter.h"

namespace footfall {

/// What a person says of one field of a filter at once. `is` with several values: one of them, a
/// list of names or the hours of day or weekdays that are left; `is_not`: none of them. Any other
/// condition is a part of its own, with one value.
struct FilterPart {
  ConditionField field{};
  Match match = Match::is;
  std::vector<std::string> values;
  friend bool operator==(const FilterPart&, const FilterPart&) = default;
};

/// All that a filter says beside its time and cleaning, field by field.
[[nodiscard]] std::vector<FilterPart> parts_of(const Filter& filter);
/// What it says of a field by one match; no values where it says nothing.
[[nodiscard]] FilterPart part_of(const Filter& filter, ConditionField field, Match match);

[[nodiscard]] Filter without_part(Filter filter, const FilterPart& part);
/// With it in place of what it says anew: parts with several values, and `is`, are there once for a
/// field. A part without values takes that away.
[[nodiscard]] Filter with_part(Filter filter, const FilterPart& part);
/// Also without these names: they leave the list where others stay in it, else conditions exclude
/// them.
[[nodiscard]] Filter without_names(Filter filter, FilterField field,
                                   const std::vector<std::string>& names);

}  // namespace footfall
