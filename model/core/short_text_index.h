#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/core/parallel.h"
#include "model/core/short_text.h"

namespace footfall {

/// Gives each distinct short text a dense number, in order of first sight. Open addressing with
/// linear probing. A slot is one word of 32 bits: the number in as many low bits as the table's
/// size takes, bits of the hash above them, so that a text is read only where it is nearly certain
/// to be the one; the texts stand in an array of their own, by number. About 25 bytes a text: a
/// third to a half of what a TextInterner holds, and all of it of use to a cache.
class ShortTextIndex {
 public:
  static constexpr std::size_t kBatch = 64;

  /// Numbers up to kBatch texts, the cache misses overlapped. At most 2^30 texts fit.
  void number_all(const ShortText* texts, std::size_t count, std::uint32_t* numbers);
  /// Adds the texts of `other`; result[i] is the number here of its number i.
  [[nodiscard]] std::vector<std::uint32_t> merge(const ShortTextIndex& other, StopCheck check = {});

  [[nodiscard]] const ShortText& operator[](std::uint32_t number) const { return texts_[number]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  [[nodiscard]] std::size_t memory() const {
    return texts_.capacity() * sizeof(ShortText) + slots_.capacity() * sizeof(std::uint32_t);
  }

 private:
  // The half of the hash that partitions do not follow.
  static std::uint32_t slot_hash(const ShortText& text) {
    return static_cast<std::uint32_t>(text.hash() >> 32);
  }
  [[nodiscard]] std::size_t home(std::uint32_t hash) const { return hash >> (32 - bits_); }
  [[nodiscard]] std::uint32_t slot_of(std::uint32_t hash, std::size_t number) const {
    return hash << bits_ | static_cast<std::uint32_t>(number + 1);
  }
  [[nodiscard]] std::uint32_t number_of(std::uint32_t slot) const { return (slot & mask_) - 1; }
  std::uint32_t number(const ShortText& text, std::uint32_t hash);
  void make_room(std::size_t texts);

  std::vector<ShortText> texts_;
  std::vector<std::uint32_t> slots_;
  unsigned bits_ = 0;
  std::uint32_t mask_ = 0;  // slots - 1, which is also what a number + 1 fits into
};

}  // namespace footfall
