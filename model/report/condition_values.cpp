#include "model/report/condition_values.h"

#include <array>
#include <bit>
#include <optional>

#include "model/core/blanks.h"
#include "model/core/currency.h"
#include "model/core/letter_case.h"

namespace footfall {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::size_t kShortWeekday = 3;

std::string hour_text(unsigned hour) { return {char('0' + hour / 10), char('0' + hour % 10)}; }

// Whole numbers of one or two digits.
std::optional<unsigned> small_number(std::string_view text) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  unsigned number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

// An hour or a weekday in the one spelling that it is compared in.
bool spell_hour(std::string& value) {
  const std::optional<unsigned> hour = small_number(value);
  if (!hour || *hour > 23) return false;
  value = hour_text(*hour);
  return true;
}
bool spell_weekday(std::string& value) {
  const std::optional<unsigned> number = small_number(value);
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    if (number != i + 1 && !equal_in_any_case(value, kWeekdays[i]) &&
        !equal_in_any_case(value, kWeekdays[i].substr(0, kShortWeekday)))
      continue;
    value = kWeekdays[i];
    return true;
  }
  return false;
}

// Several stars mean what one means.
std::string with_single_stars(std::string_view pattern) {
  std::string single;
  for (const char c : pattern)
    if (c != '*' || !single.ends_with('*')) single += c;
  return single;
}

}  // namespace

std::string value_of(ConditionField field, unsigned index) {
  return field == ConditionField::weekday ? std::string(kWeekdays[index]) : hour_text(index);
}

std::uint32_t values_in(ConditionField field, const std::vector<Condition>& all) {
  const unsigned count = value_count(field);
  std::uint32_t values = (1U << count) - 1;
  for (const Condition& condition : conditions_on(field, all))
    for (unsigned i = 0; i < count; ++i)
      if (!condition.holds(value_of(field, i))) values &= ~(1U << i);
  return values;
}

std::vector<Condition> conditions_that_leave(ConditionField field, std::uint32_t values) {
  std::vector<Condition> conditions;
  const bool single = std::has_single_bit(values);
  for (unsigned i = 0; i < value_count(field); ++i)
    if (((values >> i & 1U) != 0) == single)
      conditions.push_back({field, single ? Match::is : Match::is_not, value_of(field, i)});
  return conditions;
}

ConditionFault make_canonical(Condition& condition) {
  if (condition.match == Match::like) condition.value = with_single_stars(condition.value);
  const bool whole = condition.match == Match::is || condition.match == Match::is_not;
  switch (condition.field) {
    case ConditionField::currency: {
      std::string buffer;
      const std::string given = condition.value;
      condition.value = std::string(canonical_currency(given, buffer));
      return ConditionFault::none;
    }
    case ConditionField::hour_of_day:
      condition.value = std::string(trim_all_blanks(condition.value));
      if ((whole && !spell_hour(condition.value)) || hours_of_day_in({condition}) == 0)
        return ConditionFault::hour;
      return ConditionFault::none;
    case ConditionField::weekday:
      condition.value = std::string(trim_all_blanks(condition.value));
      if ((whole && !spell_weekday(condition.value)) || weekdays_in({condition}) == 0)
        return ConditionFault::weekday;
      return ConditionFault::none;
    default:
      return ConditionFault::none;
  }
}

}  // namespace footfall
