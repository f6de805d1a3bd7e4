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
    free_ = add_block(bytes);
    free_bytes_ = bytes;
  }
  if (!text.empty()) std::memcpy(free_, text.data(), text.size());
  entries_.push_back({free_, static_cast<std::uint32_t>(text.size())});
  // The padding of one text may be overwritten by the next; only the block's end needs it.
  free_ += text.size();
  free_bytes_ -= text.size();
  return static_cast<TextId>(entries_.size() - 1);
}

char* TextPool::add_block(std::size_t bytes) {
  if (keep_ == Keep::spilled && block_bytes_ >= kSpillBytes) {
    if (!file_) file_ = std::make_shared<SpillFile>();
    const std::size_t begin = file_->size();
    if (file_->grow(begin + bytes)) {
      blocks_.emplace_back(file_, reinterpret_cast<char*>(file_->data() + begin));
      return blocks_.back().get();
    }
    keep_ = Keep::in_memory;
  }
  blocks_.push_back(std::shared_ptr<char[]>(new char[bytes]));
  block_bytes_ += bytes;
  return blocks_.back().get();
}

void TextPool::release() const {
  entries_.release();
  if (file_) file_->release();
}

std::size_t TextPool::memory() const {
  return block_bytes_ + entries_.memory() + blocks_.capacity() * sizeof(blocks_[0]);
}

}  // namespace footfall
