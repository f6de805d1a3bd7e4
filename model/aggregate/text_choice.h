#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "model/aggregate/text_set.h"
#include "model/report/filter.h"

namespace footfall {

/// What a filter asks of one field of text: to be one of the names that it lists, and to meet all
/// conditions.
class TextChoice {
 public:
  TextChoice(const Filter& filter, ConditionField field)
      : names_(filter[field]), conditions_(conditions_on(field, filter.conditions)) {}

  [[nodiscard]] bool admits(std::string_view text) const {
    return names_.admits(text) && std::ranges::all_of(conditions_, [text](const Condition& one) {
             return one.holds(text);
           });
  }
  [[nodiscard]] bool everything() const { return names_.everything() && conditions_.empty(); }

 private:
  TextSet names_;
  std::vector<Condition> conditions_;
};

}  // namespace footfall
