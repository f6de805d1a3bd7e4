#include "model/sql/text_condition.h"

namespace footfall {

std::vector<std::string_view> texts_in_order(const Condition& condition) {
  const std::string_view value = condition.value;
  if (condition.match == Match::contains) return {{}, value, {}};
  if (condition.match == Match::begins) return {value, {}};
  if (condition.match != Match::like) return {value};
  std::vector<std::string_view> texts;
  for (std::size_t from = 0;;) {
    const std::size_t star = value.find('*', from);
    texts.push_back(value.substr(from, star - from));
    if (star == std::string_view::npos) return texts;
    from = star + 1;
  }
}

}  // namespace footfall
