#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footfall::testing {

struct JsonMember;

/// A JSON value as read by the plain checker below.
struct JsonValue {
  enum class Kind { null, boolean, number, string, array, object };
  Kind kind = Kind::null;
  std::string text;  ///< string: unescaped; number and literals: as written
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;  ///< in the order written, repeats included

  /// The last member of that name, or null.
  [[nodiscard]] const JsonValue* member(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

/// Slow and plain, one function per rule of RFC 8259 section 2 to 8, nesting up to `max_depth`. No
/// value where `text` is anything but one JSON text in valid UTF-8.
[[nodiscard]] std::optional<JsonValue> read_json(std::string_view text, unsigned max_depth = 256);

/// UTF-8 by the table of RFC 3629 section 4.
[[nodiscard]] bool is_utf8(std::string_view bytes);

}  // namespace footfall::testing
