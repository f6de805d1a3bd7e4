#include "model/core/short_text_index.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace footfall {
namespace {
constexpr unsigned kFirstBits = 8;
constexpr unsigned kMostBits = 31;
}  // namespace

// At most 5 of 8 slots are taken.
void ShortTextIndex::make_room(std::size_t texts) {
  if (!slots_.empty() && texts * 8 <= slots_.size() * 5) [[likely]]
    return;
  unsigned bits = std::max(kFirstBits, bits_ + (slots_.empty() ? 0U : 1U));
  while (texts * 8 > (std::size_t{1} << bits) * 5) ++bits;
  if (bits > kMostBits) throw std::length_error("more than 2^30 distinct texts in one partition");
  bits_ = bits;
  mask_ = (std::uint32_t{1} << bits) - 1;
  slots_.assign(std::size_t{1} << bits, 0);
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    const std::uint32_t hash = slot_hash(texts_[i]);
    std::size_t at = home(hash);
    while (slots_[at] != 0) at = (at + 1) & mask_;
    slots_[at] = slot_of(hash, i);
  }
}

std::uint32_t ShortTextIndex::number(const ShortText& text, std::uint32_t hash) {
  const std::uint32_t wanted = hash << bits_;
  for (std::size_t at = home(hash);; at = (at + 1) & mask_) {
    const std::uint32_t slot = slots_[at];
    if (slot == 0) {
      slots_[at] = slot_of(hash, texts_.size());
      texts_.push_back(text);
      return static_cast<std::uint32_t>(texts_.size() - 1);
    }
    if (((slot ^ wanted) & ~mask_) == 0 && texts_[number_of(slot)] == text) return number_of(slot);
  }
}

void ShortTextIndex::number_all(const ShortText* texts, std::size_t count, std::uint32_t* numbers) {
  std::array<std::uint32_t, kBatch> hashes;
  // Grown for the batch at once, so that the prefetched slots stay where they are.
  make_room(texts_.size() + count);
  for (std::size_t i = 0; i < count; ++i) {
    hashes[i] = slot_hash(texts[i]);
    __builtin_prefetch(&slots_[home(hashes[i])]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t slot = slots_[home(hashes[i])];
    if (slot != 0) __builtin_prefetch(&texts_[number_of(slot)]);
  }
  for (std::size_t i = 0; i < count; ++i) numbers[i] = number(texts[i], hashes[i]);
}

std::vector<std::uint32_t> ShortTextIndex::merge(const ShortTextIndex& other, StopCheck check) {
  std::vector<std::uint32_t> mapped(other.size());
  for (std::size_t i = 0; i < other.size(); i += kBatch) {
    check(kBatch);
    number_all(other.texts_.data() + i, std::min(kBatch, other.size() - i), mapped.data() + i);
  }
  return mapped;
}

}  // namespace footfall
