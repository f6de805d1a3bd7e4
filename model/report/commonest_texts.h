#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace footfall {

inline constexpr std::size_t kMostCommonest = 20;

/// The texts text_of(i) with the largest counts, at most kMostCommonest; of equal ones the smaller
/// text first.
template <class TextOf>
std::vector<std::string> commonest_texts(const std::vector<std::uint64_t>& counts, TextOf text_of) {
  std::vector<std::size_t> order(counts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto kept =
      order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), kMostCommonest));
  std::partial_sort(order.begin(), kept, order.end(), [&](std::size_t a, std::size_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : text_of(a) < text_of(b);
  });
  std::vector<std::string> texts;
  for (auto it = order.begin(); it != kept; ++it) texts.emplace_back(text_of(*it));
  return texts;
}

}  // namespace footfall
