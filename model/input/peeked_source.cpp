#include <algorithm>
#include <cstring>

#include "model/input/decoders.h"

namespace footfall {

Result<std::string_view> PeekedSource::peek(std::size_t bytes) {
  // A pipe may give its first bytes one by one.
  while (head_.size() < bytes && !fault_) {
    const std::size_t size = head_.size();
    head_.resize(bytes);
    Result<std::size_t> got = source_->read(head_.data() + size, bytes - size);
    if (!got) {
      // What came before the fault is handed out first; reading on meets it again.
      head_.resize(size);
      if (size == 0) return got.error();
      fault_ = got.error();
      break;
    }
    head_.resize(size + *got);
    if (*got == 0) break;
  }
  return std::string_view(head_).substr(0, bytes);
}

Result<std::size_t> PeekedSource::read(char* buffer, std::size_t capacity) {
  if (used_ == head_.size()) {
    if (fault_) return *fault_;
    return source_->read(buffer, capacity);
  }
  const std::size_t size = std::min(capacity, head_.size() - used_);
  std::memcpy(buffer, head_.data() + used_, size);
  used_ += size;
  return size;
}

}  // namespace footfall
