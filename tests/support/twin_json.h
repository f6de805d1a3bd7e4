#pragma once

#include <map>
#include <string>
#include <string_view>

namespace footfall::twin {

/// A JSON value (RFC 8259); of objects the last value of each key.
struct Json {
  enum class Kind { null, boolean, number, text, array, object };
  Kind kind = Kind::null;
  std::string text;  ///< text: unescaped; number: as written
  std::map<std::string, Json> members;
};

/// True when `line` is one complete object in valid UTF-8, at most 256 levels deep (the object
/// itself is the first).
bool read_json_object(std::string_view line, Json& value);

/// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool valid_utf8(std::string_view text);

}  // namespace footfall::twin
