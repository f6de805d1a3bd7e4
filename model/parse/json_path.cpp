#include "model/parse/json_path.h"

#include <algorithm>
#include <charconv>

#include "model/core/decimal.h"

namespace footfall {
namespace {

// Valid UTF-8 has none: what is written behind it is a step into an array.
constexpr char kStepMark = '\xFF';
// Keys that may hold dots are tried in every way where there are no more of them.
constexpr std::size_t kMostJoined = 4;

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string_view without_quotes(std::string_view text) {
  text = trim_blanks(text);
  const bool quoted = text.size() >= 2 && text.front() == text.back() &&
                      (text.front() == '"' || text.front() == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

// `inside` the brackets: a number, key=value, or a quoted key.
std::string bracket_step(std::string_view inside) {
  inside = trim_blanks(inside);
  if (const auto number = number_in(inside)) return json_element(*number);
  const std::size_t equal = inside.find('=');
  if (equal == std::string_view::npos || inside.front() == '"' || inside.front() == '\'')
    return std::string(without_quotes(inside));
  return json_element_with(without_quotes(inside.substr(0, equal)),
                           without_quotes(inside.substr(equal + 1)));
}

// Where the first part of the path ends: at a dot, a bracket or an arrow outside quotes.
std::size_t part_end(std::string_view text) {
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
    const std::size_t quote = text.find(text.front(), 1);
    if (quote != std::string_view::npos) return quote + 1;
  }
  return std::min({text.find('.'), text.find('['), text.find("->"), text.size()});
}

struct Steps {
  JsonPath path;
  bool plain = true;  // keys joined by dots alone
};

Steps split_steps(std::string_view text) {
  Steps steps;
  while (!text.empty()) {
    if (trim_blanks(text).starts_with("->")) text.remove_prefix(text.find('-'));
    if (text.starts_with("->")) {
      text.remove_prefix(text.starts_with("->>") ? 3 : 2);
      text = text.substr(std::min(text.find_first_not_of(' '), text.size()));
      const std::string_view part = text.substr(0, part_end(text));
      const auto number = number_in(trim_blanks(part));
      steps.path.push_back(number ? json_element(*number) : std::string(without_quotes(part)));
      steps.plain = false;
      text.remove_prefix(part.size());
      continue;
    }
    if (text.front() == '[') {
      const std::size_t close = std::min(text.find(']'), text.size());
      steps.path.push_back(bracket_step(text.substr(1, close - 1)));
      steps.plain = false;
      text.remove_prefix(std::min(close + 1, text.size()));
      continue;
    }
    if (text.front() == '.') text.remove_prefix(1);
    const std::string_view part = text.substr(0, part_end(text));
    steps.plain = steps.plain && without_quotes(part).size() == part.size();
    steps.path.emplace_back(without_quotes(part));
    text.remove_prefix(part.size());
  }
  return steps;
}

// All ways to join neighbours by dots, those with fewer keys first.
std::vector<JsonPath> joined_in_all_ways(const JsonPath& keys) {
  std::vector<JsonPath> ways;
  for (std::size_t dots = 0; dots < std::size_t{1} << (keys.size() - 1); ++dots) {
    JsonPath way = {keys.front()};
    for (std::size_t i = 1; i < keys.size(); ++i) {
      if ((dots >> (i - 1) & 1) != 0)
        way.push_back(keys[i]);
      else
        way.back() += '.' + keys[i];
    }
    ways.push_back(std::move(way));
  }
  std::ranges::stable_sort(ways, {}, &JsonPath::size);
  return ways;
}

}  // namespace

std::string json_element(std::size_t index) {
  return kStepMark + ('[' + std::to_string(index)) + ']';
}

std::string json_element_with(std::string_view key, std::string_view value) {
  return (kStepMark + ('[' + std::string(key))) + '=' + std::string(value) + ']';
}

std::optional<JsonElement> element_of_step(std::string_view step) {
  if (step.size() < 3 || step.front() != kStepMark) return std::nullopt;
  const std::string_view inside = step.substr(2, step.size() - 3);
  JsonElement element;
  const std::size_t equal = inside.find('=');
  if (equal == std::string_view::npos) {
    element.index = number_in(inside).value_or(0);
  } else {
    element.key = inside.substr(0, equal);
    element.value = inside.substr(equal + 1);
  }
  return element;
}

std::vector<JsonPath> readings_of_path(std::string_view text) {
  text = trim_blanks(text);
  std::vector<JsonPath> readings = {{std::string(text)}};
  Steps steps = split_steps(text.starts_with("$.") ? text.substr(2) : text);
  if (steps.plain && steps.path.size() > 1 && steps.path.size() <= kMostJoined)
    for (JsonPath& way : joined_in_all_ways(steps.path)) readings.push_back(std::move(way));
  else if (!steps.path.empty())
    readings.push_back(std::move(steps.path));
  const auto same = [](const JsonPath& a, const JsonPath& b) { return a == b; };
  readings.erase(std::unique(readings.begin(), readings.end(), same), readings.end());
  return readings;
}

std::string shown_path(const JsonPath& path) {
  std::string shown;
  for (const std::string& step : path) {
    const bool element = element_of_step(step).has_value();
    if (!element && !shown.empty()) shown += '.';
    shown += element ? step.substr(1) : step;
  }
  return shown;
}

}  // namespace footfall
