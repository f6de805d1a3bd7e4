#include "model/core/text_interner.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace footfall {
namespace {
constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kBatch = 64;
}  // namespace

void TextInterner::grow(std::size_t slots) {
  std::vector<Slot> old(slots);
  old.swap(slots_);
  mask_ = slots - 1;
  shift_ = 32U - static_cast<unsigned>(std::countr_zero(slots));
  for (const Slot& slot : old)
    if (slot.id_plus_one != 0) place(slot.hash, slot.id_plus_one - 1);
}

void TextInterner::place(std::uint32_t hash, TextId id) {
  std::size_t at = home(hash);
  while (slots_[at].id_plus_one != 0) at = (at + 1) & mask_;
  slots_[at] = {hash, id + 1};
}

TextId TextInterner::insert(std::string_view text, std::uint32_t hash) {
  if (pool_.size() * 8 >= slots_.size() * 5) grow(std::max(kFirstSlots, slots_.size() * 2));
  const TextId id = pool_.append(text);
  place(hash, id);
  return id;
}

void TextInterner::intern_all(std::span<const std::string_view> texts, TextId* ids) {
  std::array<std::uint32_t, kBatch> hashes;
  while (!texts.empty()) {
    const std::size_t count = std::min(kBatch, texts.size());
    for (std::size_t i = 0; i < count; ++i) hashes[i] = hash_of(texts[i]);
    intern_hashed(texts.first(count), hashes.data(), ids);
    texts = texts.subspan(count);
    ids += count;
  }
}

void TextInterner::intern_hashed(std::span<const std::string_view> texts,
                                 const std::uint32_t* hashes, TextId* ids) {
  const std::size_t count = texts.size();
  // One growth for the batch, so that the prefetched slots stay where they are.
  while ((pool_.size() + count) * 8 >= slots_.size() * 5)
    grow(std::max(kFirstSlots * 4, slots_.size() * 2));
  for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&slots_[home(hashes[i])]);
  for (std::size_t i = 0; i < count; ++i) {
    const Slot slot = slots_[home(hashes[i])];
    if (slot.id_plus_one != 0) pool_.prefetch_entry(slot.id_plus_one - 1);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Slot slot = slots_[home(hashes[i])];
    if (slot.id_plus_one != 0) pool_.prefetch_text(slot.id_plus_one - 1);
  }
  for (std::size_t i = 0; i < count; ++i) ids[i] = intern(texts[i], hashes[i]);
}

std::vector<TextId> TextInterner::merge(const TextInterner& other, StopCheck check) {
  std::vector<TextId> mapped(other.size());
  if (other.size() == 0) return mapped;
  pool_.share_bytes(other.pool_);
  if (slots_.size() < other.slots_.size()) grow(other.slots_.size());
  struct Pending {
    TextId id;
    std::uint32_t hash;
  };
  std::array<Pending, kBatch> batch;
  std::size_t count = 0;
  const auto flush = [&] {
    check(count);
    if ((pool_.size() + count) * 8 >= slots_.size() * 5)
      grow(std::max(kFirstSlots * 4, slots_.size() * 2));
    for (std::size_t i = 0; i < count; ++i) {
      other.pool_.prefetch_text(batch[i].id);
      const Slot slot = slots_[home(batch[i].hash)];
      if (slot.id_plus_one != 0) pool_.prefetch_entry(slot.id_plus_one - 1);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const Slot slot = slots_[home(batch[i].hash)];
      if (slot.id_plus_one != 0) pool_.prefetch_text(slot.id_plus_one - 1);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view text = other.pool_[batch[i].id];
      TextId id = find(text, batch[i].hash);
      if (id == kAbsent) {
        id = pool_.append_shared(text);
        place(batch[i].hash, id);
      }
      mapped[batch[i].id] = id;
    }
    count = 0;
  };
  // In hash order both tables are walked front to back. In several rounds, for the texts of one
  // stretch of hashes, all at once, would fill the same stretch here, and a probe would walk
  // through it.
  constexpr std::size_t kRounds = 4;
  for (std::size_t round = 0; round < kRounds; ++round)
    for (std::size_t at = round; at < other.slots_.size(); at += kRounds) {
      const Slot slot = other.slots_[at];
      if (slot.id_plus_one == 0) continue;
      other.pool_.prefetch_entry(slot.id_plus_one - 1);
      batch[count++] = {slot.id_plus_one - 1, slot.hash};
      if (count == kBatch) flush();
    }
  flush();
  return mapped;
}

std::vector<TextId> TextInterner::sort_ids(StopCheck check) {
  std::vector<TextId> by_text(size());
  std::iota(by_text.begin(), by_text.end(), TextId{0});
  std::sort(by_text.begin(), by_text.end(), [&](TextId a, TextId b) {
    check();
    return pool_[a] < pool_[b];
  });
  std::vector<TextId> new_ids(size());
  for (std::size_t i = 0; i < by_text.size(); ++i) new_ids[by_text[i]] = static_cast<TextId>(i);
  pool_.renumber(new_ids);
  for (Slot& slot : slots_)
    if (slot.id_plus_one != 0) slot.id_plus_one = new_ids[slot.id_plus_one - 1] + 1;
  return new_ids;
}

}  // namespace footfall
