#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace footfall {

/// Index of a text in a TextPool, dense from 0.
using TextId = std::uint32_t;

/// Append-only texts addressed by dense ids. Bytes are kept as they are; a returned view stays valid
/// while the pool lives, whatever is appended later. 16 bytes of overhead per text.
class TextPool {
 public:
  /// Copies `text` and returns its id: the number of texts before it.
  TextId append(std::string_view text);
  [[nodiscard]] std::string_view operator[](TextId id) const {
    return {entries_[id].data, entries_[id].size};
  }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  void reserve(std::size_t texts) { entries_.reserve(texts); }
  /// Bytes held, for memory accounting.
  [[nodiscard]] std::size_t memory() const;

 private:
  struct Entry {
    const char* data;
    std::uint32_t size;
  };
  std::vector<Entry> entries_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_bytes_ = 0;  // allocated in all blocks
  char* free_ = nullptr;
  std::size_t free_bytes_ = 0;
};

}  // namespace footfall
