#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "model/parse/field.h"

namespace footfall::testing {

/// A copy with the 16 readable bytes behind it that readers may look at, as field.h says; kept to
/// the end of the process.
inline std::string_view padded(std::string_view value) {
  static std::deque<std::string> kept;
  std::string& text = kept.emplace_back(value);
  text.append(16, '\0');
  return std::string_view(text).substr(0, value.size());
}
inline Field text_field(std::string_view value) { return {padded(value), FieldKind::text}; }
inline Field number_field(std::string_view value) { return {padded(value), FieldKind::number}; }

}  // namespace footfall::testing
