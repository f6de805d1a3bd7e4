#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footfall {

/// The keys that lead to one value, from the row's object down: {"metadata", "price"}. An empty
/// path leads nowhere: its value is always missing. A step may also go into an array; such a step
/// is a text that no key of valid JSON can be, made by json_element() or json_element_with().
using JsonPath = std::vector<std::string>;

/// The step to an array's element with a number, from 0.
[[nodiscard]] std::string json_element(std::size_t index);
/// The step to the first of an array's objects whose `key` holds a string or number of this text.
[[nodiscard]] std::string json_element_with(std::string_view key, std::string_view value);

/// What such a step means; no value for a key.
struct JsonElement {
  std::size_t index = 0;
  std::string key;  ///< empty: by number
  std::string value;
  bool operator==(const JsonElement&) const = default;
};
[[nodiscard]] std::optional<JsonElement> element_of_step(std::string_view step);

/// How a path may be meant, the likeliest first; never empty. Paths are written `a.b`, `a[0]`,
/// `a[key=value]`, `"a.b".c`, as in SQL `a->'b'->>'c'` and `a->0`, with or without `$.` in front. A
/// key may hold dots: `a.b` is first of all that key, then `b` within `a`.
[[nodiscard]] std::vector<JsonPath> readings_of_path(std::string_view text);

/// a.b[0].c
[[nodiscard]] std::string shown_path(const JsonPath& path);

}  // namespace footfall
