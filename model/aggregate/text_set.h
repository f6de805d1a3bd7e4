#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace footfall {

/// The names a filter lists; an empty list lets everything pass.
class TextSet {
 public:
  explicit TextSet(std::vector<std::string> names) : names_(std::move(names)) {
    std::sort(names_.begin(), names_.end());
  }
  [[nodiscard]] bool admits(std::string_view name) const {
    return names_.empty() ||
           std::binary_search(names_.begin(), names_.end(), name, std::less<std::string_view>());
  }
  [[nodiscard]] bool everything() const { return names_.empty(); }

 private:
  std::vector<std::string> names_;
};

}  // namespace footfall
