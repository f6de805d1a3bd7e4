#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace footfall {

/// A set of visitors as a bitmap. Small groups are taken out one by one, so that counting many of
/// them over many visitors stays cheap.
class VisitorSet {
 public:
  explicit VisitorSet(std::size_t id_limit) : bits_((id_limit + 63) / 64) {}

  /// True when `id` was not in the set.
  bool insert(std::uint32_t id) {
    std::uint64_t& word = bits_[id / 64];
    const std::uint64_t bit = std::uint64_t{1} << (id % 64);
    const bool fresh = (word & bit) == 0;
    word |= bit;
    return fresh;
  }
  [[nodiscard]] bool contains(std::uint32_t id) const {
    return (bits_[id / 64] >> (id % 64) & 1) != 0;
  }
  /// All of another one of the same limit.
  void insert(const VisitorSet& other) {
    for (std::size_t word = 0; word < bits_.size(); ++word) bits_[word] |= other.bits_[word];
  }
  /// What clear() costs, in inserts or so.
  [[nodiscard]] std::size_t clear_cost() const { return bits_.size() / 8; }
  void clear() { std::fill(bits_.begin(), bits_.end(), 0); }
  [[nodiscard]] std::uint64_t count() const {
    std::uint64_t ids = 0;
    for (const std::uint64_t word : bits_) ids += static_cast<std::uint64_t>(std::popcount(word));
    return ids;
  }
  void erase(std::uint32_t id) { bits_[id / 64] &= ~(std::uint64_t{1} << (id % 64)); }

 private:
  std::vector<std::uint64_t> bits_;
};

}  // namespace footfall
