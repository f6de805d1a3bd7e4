#include "model/parse/value_forms.h"

#include <algorithm>

namespace footfall {

bool ValueForms::plain() const {
  return mark == DecimalMark::point && scales.empty() && !other_days &&
         std::ranges::all_of(times, [](const TimeForm& form) { return form.plain(); });
}

GuessOptions guess_options(const ValueForms& forms, EventType type, std::string_view role) {
  const auto roles = roles_of(type);
  const auto at =
      static_cast<std::size_t>(std::ranges::find(roles, role, &Role::name) - roles.begin());
  const ValueKind kind = at < roles.size() ? value_kinds(type)[at] : ValueKind::text;
  if (is_number(kind)) {
    const std::string option = "--decimal ";
    return {option + static_cast<char>(other_mark(forms.mark)),
            option + static_cast<char>(forms.mark)};
  }
  const std::string dmy = "--date-order dmy";
  const std::string mdy = "--date-order mdy";
  return forms.time(at).order == DateOrder::day_first ? GuessOptions{mdy, dmy}
                                                      : GuessOptions{dmy, mdy};
}

}  // namespace footfall
