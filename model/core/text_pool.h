#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "model/core/spill_vector.h"

namespace footfall {

/// Index of a text in a TextPool, dense from 0.
using TextId = std::uint32_t;

/// Append-only texts addressed by dense ids. Bytes are kept as they are; a returned view stays
/// valid while the pool or a copy of it lives, whatever is appended later. Copies share the bytes.
/// 16 bytes of overhead per text.
class TextPool {
 public:
  /// Spilled texts and their entries lie in files (SpillVector).
  explicit TextPool(Keep keep = Keep::in_memory) : entries_(keep), keep_(keep) {}
  TextPool(const TextPool& other);
  TextPool& operator=(const TextPool& other);
  TextPool(TextPool&&) noexcept = default;
  TextPool& operator=(TextPool&&) noexcept = default;
  ~TextPool() = default;

  /// Copies `text` and returns its id: the number of texts before it.
  TextId append(std::string_view text);
  /// Shares the bytes of another pool from now on, so that append_shared() may refer to them.
  void share_bytes(const TextPool& other);
  /// Appends a view into bytes this pool holds or shares.
  TextId append_shared(std::string_view text);
  /// Gives text `old` the id new_ids[old]; `new_ids` is a permutation.
  void renumber(const std::vector<TextId>& new_ids);

  [[nodiscard]] std::string_view operator[](TextId id) const {
    return {entries_[id].data, entries_[id].size};
  }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  void reserve(std::size_t texts) { entries_.reserve(texts); }
  /// Bytes held, for memory accounting.
  [[nodiscard]] std::size_t memory() const;
  /// Gives the memory of spilled texts back.
  void release() const;

  void prefetch_entry(TextId id) const { __builtin_prefetch(entries_.data() + id); }
  void prefetch_text(TextId id) const { __builtin_prefetch(entries_[id].data); }

 private:
  struct Entry {
    const char* data;
    std::uint32_t size;
  };
  char* add_block(std::size_t bytes);

  SpillVector<Entry> entries_;
  Keep keep_ = Keep::in_memory;
  std::shared_ptr<SpillFile> file_;  // spilled bytes
  std::vector<std::shared_ptr<char[]>> blocks_;
  std::size_t block_bytes_ = 0;  // allocated in all blocks
  char* free_ = nullptr;
  std::size_t free_bytes_ = 0;
};

}  // namespace footfall
