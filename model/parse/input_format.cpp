#include "model/parse/input_format.h"

#include <set>

#include "model/core/letter_case.h"

namespace footfall {

std::string shown_field(std::string_view text) {
  constexpr std::size_t kShown = 4096;
  return std::string(text.substr(0, kShown));
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
  return text;
}

Status check_distinct(const std::string& where, const std::vector<std::string>& names) {
  std::set<std::string> seen;
  for (const std::string& name : names)
    if (!seen.insert(lower_case(name)).second)
      return Error{ErrorKind::doubled_column, where, listed(names), name};
  return Done{};
}

}  // namespace footfall
