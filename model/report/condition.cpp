#include "model/report/condition.h"

#include <algorithm>
#include <iterator>

#include "model/core/letter_case.h"
#include "model/report/condition_values.h"

namespace footfall {
namespace {

// `*` stands for any bytes, none too.
bool is_like(std::string_view text, std::string_view pattern) {
  const std::size_t first = pattern.find('*');
  if (first == std::string_view::npos) return text == pattern;
  const std::size_t last = pattern.rfind('*');
  const std::string_view front = pattern.substr(0, first);
  const std::string_view back = pattern.substr(last + 1);
  if (text.size() < front.size() + back.size() || !text.starts_with(front) || !text.ends_with(back))
    return false;
  text = text.substr(front.size(), text.size() - front.size() - back.size());
  // What stands between stars: the leftmost place of each leaves the others the most room.
  for (std::size_t at = first; at < last;) {
    const std::size_t end = pattern.find('*', at + 1);
    const std::string_view part = pattern.substr(at + 1, end - at - 1);
    const std::size_t place = text.find(part);
    if (place == std::string_view::npos) return false;
    text.remove_prefix(place + part.size());
    at = end;
  }
  return true;
}

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Takes `name` from the front, behind blanks; its own blanks may be several, or written as - or _.
// A blank or nothing stands behind it, which is left.
bool take_word(std::string_view& text, std::string_view name) {
  std::string_view rest = text;
  const auto skip = [&rest](auto skipped) {
    std::size_t count = 0;
    while (count < rest.size() && skipped(rest[count])) ++count;
    rest.remove_prefix(count);
    return count > 0;
  };
  skip(is_blank);
  for (const char c : name) {
    if (c == ' ') {
      if (!skip([](char d) { return is_blank(d) || d == '-' || d == '_'; })) return false;
    } else {
      if (rest.empty() || lower_case(rest.front()) != c) return false;
      rest.remove_prefix(1);
    }
  }
  if (!rest.empty() && !is_blank(rest.front())) return false;
  text = rest;
  return true;
}

}  // namespace

bool Condition::holds(std::string_view text) const {
  switch (match) {
    case Match::is:
      return text == value;
    case Match::is_not:
      return text != value;
    case Match::contains:
      return text.find(value) != std::string_view::npos;
    case Match::begins:
      return text.starts_with(value);
    case Match::like:
    case Match::end:
      break;
  }
  return is_like(text, value);
}

ConditionFault parse_condition(std::string_view text, Condition& condition) {
  const auto field = std::ranges::find_if(
      kConditionFieldTable, [&](const auto& facts) { return take_word(text, facts.name); });
  if (field != kConditionFieldTable.end())
    condition.field = field->field;
  else if (take_word(text, "hour"))
    condition.field = ConditionField::hour_of_day;
  else
    return ConditionFault::field;
  const auto match = std::ranges::find_if(
      kMatchTable, [&](const auto& facts) { return take_word(text, facts.name); });
  if (match == kMatchTable.end()) return ConditionFault::match;
  condition.match = match->match;
  // Rather than a value that begins with "not".
  if (condition.match == Match::is && take_word(text, "not")) return ConditionFault::negation;
  if (text.empty()) return ConditionFault::value;
  // As it is written behind one blank: ids compare by exact bytes, and some are empty.
  condition.value = text.substr(1);
  return make_canonical(condition);
}

std::vector<Condition> conditions_on(ConditionField field, const std::vector<Condition>& all) {
  std::vector<Condition> found;
  std::ranges::copy_if(all, std::back_inserter(found),
                       [field](const Condition& condition) { return condition.field == field; });
  return found;
}

std::uint32_t hours_of_day_in(const std::vector<Condition>& all) {
  return values_in(ConditionField::hour_of_day, all);
}

std::uint32_t weekdays_in(const std::vector<Condition>& all) {
  return values_in(ConditionField::weekday, all);
}

}  // namespace footfall
