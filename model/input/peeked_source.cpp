#include <algorithm>
#include <cstring>

#include "model/input/chunk.h"
#include "model/input/decoders.h"

namespace footfall {

Result<std::string_view> PeekedSource::peek(std::size_t bytes) {
  if (bytes > room_) {
    auto larger = std::make_unique_for_overwrite<char[]>(bytes + kChunkPadding);
    if (size_ > 0) std::memcpy(larger.get(), head_.get(), size_);
    head_ = std::move(larger);
    room_ = bytes;
  }
  // A pipe may give its first bytes one by one.
  while (size_ < bytes && !fault_) {
    const Result<std::size_t> got = source_->read(head_.get() + size_, bytes - size_);
    if (!got) {
      // What came before the fault is handed out first; reading on meets it again.
      if (size_ == 0) return got.error();
      fault_ = got.error();
    }
    if (!got || *got == 0) break;
    size_ += *got;
  }
  if (bytes > 0) std::memset(head_.get() + size_, 0, kChunkPadding);
  return std::string_view(head_.get(), std::min(bytes, size_));
}

Result<std::size_t> PeekedSource::read(char* buffer, std::size_t capacity) {
  if (used_ == size_) {
    if (fault_) return *fault_;
    return source_->read(buffer, capacity);
  }
  const std::size_t size = std::min(capacity, size_ - used_);
  std::memcpy(buffer, head_.get() + used_, size);
  used_ += size;
  // It may be a MiB, and is of no more use.
  if (used_ == size_) head_.reset();
  return size;
}

}  // namespace footfall
