#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/core/hash.h"
#include "model/core/parallel.h"
#include "model/core/text_pool.h"

namespace footfall {

/// Gives each distinct text a dense id, in order of first sight. Open addressing with linear
/// probing; a slot holds 32 bits of hash and the id, and equal hashes are compared in full. The
/// slot of a key follows the hash's leading bits, so walking the slots walks the keys in hash
/// order: tables of any size can be merged partition by partition with neighbouring accesses.
class TextInterner {
 public:
  static std::uint32_t hash_of(std::string_view text) {
    return static_cast<std::uint32_t>(hash_bytes(text) >> 32);
  }

  [[nodiscard]] TextId intern(std::string_view text) { return intern(text, hash_of(text)); }
  [[nodiscard]] TextId intern(std::string_view text, std::uint32_t hash) {
    const TextId id = find(text, hash);
    return id != kAbsent ? id : insert(text, hash);
  }

  /// Interns many texts with the cache misses overlapped (staged prefetches): for tables beyond the
  /// second-level cache three times the speed of one-by-one calls.
  void intern_all(std::span<const std::string_view> texts, TextId* ids);
  /// The same where the hashes are known.
  void intern_hashed(std::span<const std::string_view> texts, const std::uint32_t* hashes,
                     TextId* ids);

  /// The three stages of intern_all(), for callers that spread a batch over several interners.
  void prefetch_slot(std::uint32_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[home(hash)]);
  }
  void prefetch_entry(std::uint32_t hash) const {
    if (const TextId id = first_candidate(hash); id != kAbsent) pool_.prefetch_entry(id);
  }
  void prefetch_text(std::uint32_t hash) const {
    if (const TextId id = first_candidate(hash); id != kAbsent) pool_.prefetch_text(id);
  }

  static constexpr TextId kAbsent = ~TextId{0};
  [[nodiscard]] TextId find(std::string_view text) const { return find(text, hash_of(text)); }
  [[nodiscard]] TextId find(std::string_view text, std::uint32_t hash) const {
    if (slots_.empty()) return kAbsent;
    for (std::size_t at = home(hash);; at = (at + 1) & mask_) {
      const Slot slot = slots_[at];
      if (slot.id_plus_one == 0) return kAbsent;
      if (slot.hash == hash && equal_bytes(pool_[slot.id_plus_one - 1], text))
        return slot.id_plus_one - 1;
    }
  }

  /// Adds the texts of `other`; result[i] is the id here of its id i. Shares the bytes, copies
  /// none.
  [[nodiscard]] std::vector<TextId> merge(const TextInterner& other, StopCheck check = {});

  /// Renumbers the ids so that they follow the texts' byte order; result[old] is the new id.
  [[nodiscard]] std::vector<TextId> sort_ids(StopCheck check = {});

  [[nodiscard]] const TextPool& pool() const { return pool_; }
  [[nodiscard]] std::string_view operator[](TextId id) const { return pool_[id]; }
  [[nodiscard]] std::size_t size() const { return pool_.size(); }
  [[nodiscard]] std::size_t memory() const {
    return pool_.memory() + slots_.capacity() * sizeof(Slot);
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id_plus_one = 0;
  };
  [[nodiscard]] std::size_t home(std::uint32_t hash) const { return hash >> shift_; }
  [[nodiscard]] TextId first_candidate(std::uint32_t hash) const {
    return slots_.empty() ? kAbsent : slots_[home(hash)].id_plus_one - 1;
  }
  TextId insert(std::string_view text, std::uint32_t hash);
  void grow(std::size_t slots);
  void place(std::uint32_t hash, TextId id);

  TextPool pool_;
  std::vector<Slot> slots_;
  unsigned shift_ = 32;
  std::size_t mask_ = 0;
};

}  // namespace footfall
