#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace footfall {

/// Finds one text in many, in any case. Bytes that are no UTF-8 never match a text that is.
class TextMatcher {
 public:
  /// `wanted` is UTF-8, not empty.
  explicit TextMatcher(std::string_view wanted);
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  std::string folded_;    // lower case where all is ASCII, else empty
  char other_first_ = 0;  // the first byte in upper case
  QString wanted_;
};

}  // namespace footfall
