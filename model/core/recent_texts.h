#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace footfall {

/// Remembers the numbers of short texts seen lately, so that ids which come again and again cost no
/// hash table: a direct-mapped table of texts of up to 16 bytes, compared in full as two words.
class RecentTexts {
 public:
  static constexpr std::uint32_t kUnknown = ~std::uint32_t{0};

  /// A text as it is looked up; 16 bytes from its first on must be readable.
  struct Key {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::uint32_t size = 0;
  };
  static bool fits(std::string_view text) { return text.size() <= 16; }
  static Key key_of(std::string_view text) {
    Key key;
    std::memcpy(&key.low, text.data(), 8);
    std::memcpy(&key.high, text.data() + 8, 8);
    key.low &= kMasks[text.size() + 8];
    key.high &= kMasks[text.size()];
    key.size = static_cast<std::uint32_t>(text.size());
    return key;
  }

  [[nodiscard]] std::uint32_t find(const Key& key) const {
    const Entry& entry = entries_[slot_of(key)];
    const std::uint64_t differing =
        (entry.key.low ^ key.low) | (entry.key.high ^ key.high) | (entry.key.size ^ key.size);
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
  // kMasks[n + 8] keeps the first n bytes of a word, all of them from 8 on, none below 0.
  static constexpr std::array<std::uint64_t, 25> kMasks = [] {
    std::array<std::uint64_t, 25> masks{};
    for (std::size_t i = 9; i < masks.size(); ++i)
      masks[i] = i >= 16 ? ~std::uint64_t{0} : (std::uint64_t{1} << ((i - 8) * 8)) - 1;
    return masks;
  }();
  static std::size_t slot_of(const Key& key) {
    const std::uint64_t mixed = key.low ^ (key.high << 23 | key.high >> 41) ^ key.size;
    return mixed * 0x9E3779B97F4A7C15 >> (64 - kSlotBits);
  }

  std::array<Entry, std::size_t{1} << kSlotBits> entries_{};
};

}  // namespace footfall
