#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/parse/field.h"
#include "model/parse/json_layout.h"

namespace footfall {

/// Values that the first records of a JSON input have in one place.
struct SampledPath {
  struct Value {
    std::string text;  ///< a string unescaped, a number, `true` or `false` as written
    FieldKind kind = FieldKind::missing;
  };
  JsonPath keys;              ///< from the record's object down; a key may hold dots
  std::string name;           ///< the keys joined by dots
  std::vector<Value> values;  ///< of the first records that have it, at most kSampledValues
};
inline constexpr std::size_t kSampledValues = 100;

/// Every place under objects where a record has a string, number, true, false or null, in the order
/// of first appearance; what is in arrays is passed over. Records that are no valid JSON count for
/// nothing.
[[nodiscard]] std::vector<SampledPath> sampled_paths(std::span<const std::string_view> records);

/// How each of the texts is meant: the first of its readings_of_path() that leads to a value, or to
/// null, in one of the records. No value: none of them does in any.
[[nodiscard]] std::vector<std::optional<JsonPath>> found_readings(
    std::span<const std::string> texts, std::span<const std::string_view> records);

}  // namespace footfall
