#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "model/core/hash.h"

namespace footfall {

/// A text of at most 16 bytes as two words, zeros behind its end: compared without a loop or a
/// call.
struct ShortText {
  static constexpr std::size_t kMost = 16;

  std::uint64_t low = 0;
  std::uint64_t high = 0;

  /// 16 bytes from the first of `text` on must be readable.
  static ShortText of(std::string_view text) {
    ShortText result;
    std::memcpy(&result.low, text.data(), 8);
    std::memcpy(&result.high, text.data() + 8, 8);
    result.low &= kMasks[text.size() + 8];
    result.high &= kMasks[text.size()];
    return result;
  }
  /// Whether no other text has the same words: one that ends in a zero byte might.
  static bool names(std::string_view text) {
    return text.size() <= kMost && (text.empty() || text.back() != '\0');
  }

  /// The text, where names() was true of it; lives as long as this does.
  [[nodiscard]] std::string_view text() const {
    const std::string_view bytes(reinterpret_cast<const char*>(this), kMost);
    return bytes.substr(0, bytes.find_last_not_of('\0') + 1);
  }
  [[nodiscard]] std::uint64_t hash() const { return hash_words(low, high); }
  [[nodiscard]] bool operator==(const ShortText& other) const {
    return ((low ^ other.low) | (high ^ other.high)) == 0;
  }

 private:
  // kMasks[n + 8] keeps the first n bytes of a word, all of them from 8 on, none below 0.
  static constexpr std::array<std::uint64_t, 25> kMasks = [] {
    std::array<std::uint64_t, 25> masks{};
    for (std::size_t i = 9; i < masks.size(); ++i)
      masks[i] = i >= 16 ? ~std::uint64_t{0} : (std::uint64_t{1} << ((i - 8) * 8)) - 1;
    return masks;
  }();
};

}  // namespace footfall
