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

// A copy shares every block, so only the original may go on filling the last one.
TextPool::TextPool(const TextPool& other)
    : entries_(other.entries_), blocks_(other.blocks_), block_bytes_(other.block_bytes_) {}

TextPool& TextPool::operator=(const TextPool& other) {
  if (this != &other) *this = TextPool(other);
  return *this;
}

void TextPool::share_bytes(const TextPool& other) {
  blocks_.insert(blocks_.end(), other.blocks_.begin(), other.blocks_.end());
  block_bytes_ += other.block_bytes_;
}

TextId TextPool::append_shared(std::string_view text) {
  entries_.push_back({text.data(), static_cast<std::uint32_t>(text.size())});
  return static_cast<TextId>(entries_.size() - 1);
}

void TextPool::renumber(const std::vector<TextId>& new_ids) {
  std::vector<Entry> moved(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) moved[new_ids[i]] = entries_[i];
  entries_ = std::move(moved);
}

TextId TextPool::append(std::string_view text) {
  const std::size_t needed = text.size() + kPadding;
  if (free_bytes_ < needed) {
    const std::size_t grown = std::clamp(block_bytes_, kFirstBlock, kLargestBlock);
    const std::size_t bytes = std::max(grown, needed);
    blocks_.push_back(std::shared_ptr<char[]>(new char[bytes]));
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
