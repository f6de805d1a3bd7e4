#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/core/hash.h"

namespace footfall {

/// Gives each distinct 64-bit key a dense number, in order of first sight. Open addressing, linear
/// probing. absl::flat_hash_map takes half the time (8 in place of 17 ns for one of 1,000 keys),
/// but few rows come here, and its four libraries add 7 % (1.2 ms) to every start of footfall-cli.
class FlatIndex {
 public:
  /// The number of `key`; `fresh` tells whether it was new.
  std::uint32_t insert(std::uint64_t key, bool& fresh) {
    if (size_ * 2 >= slots_.size()) grow();
    for (std::size_t at = home(key);; at = (at + 1) & mask_) {
      Slot& slot = slots_[at];
      if (slot.number_plus_one == 0) {
        fresh = true;
        slot = {key, static_cast<std::uint32_t>(++size_)};
        return slot.number_plus_one - 1;
      }
      if (slot.key == key) {
        fresh = false;
        return slot.number_plus_one - 1;
      }
    }
  }
  /// Of a key that is looked up soon.
  void prefetch(std::uint64_t key) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[home(key)]);
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t memory() const { return slots_.capacity() * sizeof(Slot); }
  void clear() { *this = {}; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number_plus_one = 0;
  };
  [[nodiscard]] std::size_t home(std::uint64_t key) const { return hash_integer(key) & mask_; }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.number_plus_one == 0) continue;
      std::size_t at = home(slot.key);
      while (slots_[at].number_plus_one != 0) at = (at + 1) & mask_;
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
  std::size_t mask_ = 0;
};

}  // namespace footfall
