#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// What exports write where there is no value.
namespace footfall {

/// In numbers and times, exactly so.
inline constexpr std::array<std::string_view, 9> kNullWords = {"NULL", "null", "\\N", "N/A", "n/a",
                                                               "#N/A", "NaN",  "-",   "--"};
inline constexpr std::size_t kNoNullWord = kNullWords.size();

/// How often each of them stood for a value.
using NullWordCounts = std::array<std::uint64_t, kNullWords.size()>;

/// Its place in kNullWords, or kNoNullWord.
constexpr std::size_t null_word(std::string_view text) {
  for (std::size_t i = 0; i < kNullWords.size(); ++i)
    if (text == kNullWords[i]) return i;
  return kNoNullWord;
}

/// NULL and \N, which stand for a missing id too where ids are plain text; 4 bytes from the first
/// byte of `text` may be read.
inline bool is_null_id(std::string_view text) {
  std::uint32_t front;
  std::memcpy(&front, text.data(), sizeof front);
  return (text.size() == 4 && front == 0x4C4C554E) ||
         (text.size() == 2 && (front & 0xFFFF) == 0x4E5C);
}

}  // namespace footfall
