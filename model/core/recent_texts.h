#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/core/short_text.h"

namespace footfall {

/// Remembers the numbers of short texts seen lately, so that ids which come again and again cost no
/// hash table: a direct-mapped table of texts of up to 16 bytes, compared in full as two words.
class RecentTexts {
 public:
  static constexpr std::uint32_t kUnknown = ~std::uint32_t{0};

  /// A text as it is looked up; 16 bytes from its first on must be readable.
  struct Key {
    ShortText text;
    std::uint32_t size = 0;
  };
  static bool fits(std::string_view text) { return text.size() <= ShortText::kMost; }
  static Key key_of(std::string_view text) {
    return {ShortText::of(text), static_cast<std::uint32_t>(text.size())};
  }

  [[nodiscard]] std::uint32_t find(const Key& key) const {
    const Entry& entry = entries_[slot_of(key)];
    const std::uint64_t differing = (entry.key.text.low ^ key.text.low) |
                                    (entry.key.text.high ^ key.text.high) |
                                    (entry.key.size ^ key.size);
    return differing == 0 ? entry.number : kUnknown;
  }
  void remember(const Key& key, std::uint32_t number) { entries_[slot_of(key)] = {key, number}; }
  void clear() { entries_.fill({}); }

 private:
  struct Entry {
    Key key;
    std::uint32_t number = kUnknown;
  };
  static constexpr unsigned kSlotBits = 9;
  static std::size_t slot_of(const Key& key) {
    const std::uint64_t mixed =
        key.text.low ^ (key.text.high << 23 | key.text.high >> 41) ^ key.size;
    return mixed * 0x9E3779B97F4A7C15 >> (64 - kSlotBits);
  }

  std::array<Entry, std::size_t{1} << kSlotBits> entries_{};
};

}  // namespace footfall
