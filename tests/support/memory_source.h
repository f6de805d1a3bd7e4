#pragma once

#include <algorithm>
#include <cstring>
#include <string>

#include "model/input/byte_source.h"

namespace footfall::testing {

/// Bytes in memory, given out at most `step` at a time, as a slow pipe would.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string bytes, std::size_t step = SIZE_MAX)
      : bytes_(std::move(bytes)), step_(step) {}

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    const std::size_t size = std::min({capacity, step_, bytes_.size() - used_});
    std::memcpy(buffer, bytes_.data() + used_, size);
    used_ += size;
    return size;
  }
  std::uint64_t position() const override { return used_; }
  std::optional<std::uint64_t> length() const override { return bytes_.size(); }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t used_ = 0;
};

}  // namespace footfall::testing
