#pragma once

#include <algorithm>
#include <cstddef>

namespace footfall {

/// When a log of rows is worth folding into its distinct keys. Folding costs time for rows and keys
/// alike, so a partition is due once its new rows outnumber what it keeps; and where folding turns
/// out to gain little (nearly every row is a key of its own), all partitions wait four times
/// longer, so that one partition finds out for the others. Memory stays in proportion to distinct
/// keys.
class CompactionPolicy {
 public:
  explicit CompactionPolicy(std::size_t first_limit) : limit_(first_limit) {}

  [[nodiscard]] bool due(std::size_t fresh, std::size_t kept) const {
    return fresh >= std::max(limit_, kept);
  }
  /// `fresh` new rows brought `gained` more things to keep.
  void folded(std::size_t fresh, std::size_t gained) {
    if (fresh >= limit_ && gained > fresh / 2) limit_ *= 4;
  }

 private:
  std::size_t limit_;
};

}  // namespace footfall
