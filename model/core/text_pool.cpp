#include "model/core/text_pool.h"

#include <algorithm>
#include <cstring>

namespace footfall {
namespace {
constexpr std::size_t kFirstBlock = 4096;
constexpr std::size_t kLargestBlock = std::size_t{1} << 20;
// Readers may load 16 bytes from any position of a text.
constexpr std::size_t kPadding = 16;
}  // namespace

TextId TextPool::append(std::string_view text) {
  const std::size_t needed = text.size() + kPadding;
  if (free_bytes_ < needed) {
    const std::size_t grown = std::clamp(block_bytes_, kFirstBlock, kLargestBlock);
    const std::size_t bytes = std::max(grown, needed);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(bytes));
    block_bytes_ += bytes;
    free_ = blocks_.back().get();
    free_bytes_ = bytes;
  }
  if (!text.empty()) std::memcpy(free_, text.data(), text.size());
  entries_.push_back({free_, static_cast<std::uint32_t>(text.size())});
  // The padding of one text may be overwritten by the next; only the block's end needs it.
  free_ += text.size();
  free_bytes_ -= text.size();
  return static_cast<TextId>(entries_.size() - 1);
}

std::size_t TextPool::memory() const {
  return block_bytes_ + entries_.capacity() * sizeof(Entry) +
         blocks_.capacity() * sizeof(blocks_[0]);
}

}  // namespace footfall
