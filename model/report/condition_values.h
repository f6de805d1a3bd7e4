#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/report/condition.h"

namespace footfall {

/// How many values a field has; 0: any text is one.
[[nodiscard]] constexpr unsigned value_count(ConditionField field) {
  return field == ConditionField::hour_of_day ? 24 : field == ConditionField::weekday ? 7 : 0;
}
/// The values of a field that has few, in their order: "00" to "23", "Monday" to "Sunday".
[[nodiscard]] std::string value_of(ConditionField field, unsigned index);
/// Which of them conditions leave, a bit each, and the conditions that leave just these.
[[nodiscard]] std::uint32_t values_in(ConditionField field, const std::vector<Condition>& all);
[[nodiscard]] std::vector<Condition> conditions_that_leave(ConditionField field,
                                                           std::uint32_t values);

/// Puts the value into the spelling that it is compared in.
[[nodiscard]] ConditionFault make_canonical(Condition& condition);

}  // namespace footfall
