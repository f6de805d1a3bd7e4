#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace footfall {

/// Room for texts that must be built (unescaped fields) and live until the next chunk. Addresses
/// are stable; reset() keeps the memory.
class ScratchText {
 public:
  /// `bytes` writable bytes, followed by at least 16 readable ones.
  char* allocate(std::size_t bytes) {
    const std::size_t needed = bytes + kPadding;
    while (block_ < blocks_.size() && blocks_[block_].size - used_ < needed) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size()) {
      const std::size_t size = needed > kBlock ? needed : kBlock;
      blocks_.push_back({std::make_unique_for_overwrite<char[]>(size), size});
      used_ = 0;
    }
    char* const result = blocks_[block_].bytes.get() + used_;
    used_ += bytes;
    return result;
  }
  void reset() {
    block_ = 0;
    used_ = 0;
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 16;
  static constexpr std::size_t kPadding = 16;
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };
  std::vector<Block> blocks_;
  std::size_t block_ = 0;
  std::size_t used_ = 0;
};

}  // namespace footfall
