#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/core/parallel.h"

namespace footfall {

/// Sorts 64-bit keys ascending by their bits from `lowest_bit` on: least-significant-digit radix
/// sort, 11 bits a pass, over the bits that differ between keys only. `scratch` is reused memory.
/// Short inputs take std::sort.
inline void radix_sort(std::vector<std::uint64_t>& keys, std::vector<std::uint64_t>& scratch,
                       unsigned lowest_bit = 0, StopCheck check = {}) {
  constexpr unsigned kDigitBits = 11;
  constexpr std::size_t kShort = 256;
  constexpr std::size_t kPiece = std::size_t{1} << 14;  // between two looks at the stop
  if (keys.size() < kShort) {
    std::sort(keys.begin(), keys.end());
    return;
  }
  std::uint64_t any = 0;
  std::uint64_t all = ~std::uint64_t{0};
  for (std::uint64_t key : keys) {
    any |= key;
    all &= key;
  }
  const std::uint64_t differing = any & ~all;
  scratch.resize(keys.size());
  std::array<std::uint32_t, std::size_t{1} << kDigitBits> starts;
  for (unsigned shift = lowest_bit; shift < 64;) {
    if (((differing >> shift) & 1) == 0) {
      ++shift;
      continue;
    }
    constexpr std::uint64_t kMask = (std::uint64_t{1} << kDigitBits) - 1;
    starts.fill(0);
    check(keys.size());
    for (std::uint64_t key : keys) ++starts[(key >> shift) & kMask];
    std::uint32_t sum = 0;
    for (std::uint32_t& start : starts) {
      const std::uint32_t count = start;
      start = sum;
      sum += count;
    }
    for (std::size_t begin = 0; begin < keys.size(); begin += kPiece) {
      check(kPiece);
      const std::size_t end = std::min(keys.size(), begin + kPiece);
      for (std::size_t i = begin; i < end; ++i)
        scratch[starts[(keys[i] >> shift) & kMask]++] = keys[i];
    }
    keys.swap(scratch);
    shift += kDigitBits;
  }
}

}  // namespace footfall
