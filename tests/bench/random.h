#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace footfall::bench {

/// Bijective scrambling of 64 bits (the finaliser of SplitMix64, by Sebastiano Vigna).
constexpr std::uint64_t scramble(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

/// SplitMix64: small, fast, and the same on every machine, unlike the standard distributions.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(scramble(seed)) {}
  std::uint64_t bits() {
    const std::uint64_t result = scramble(state_);
    state_ += 0x9e3779b97f4a7c15ULL;
    return result;
  }
  /// 0 <= x < 1.
  double unit() { return static_cast<double>(bits() >> 11) * 0x1p-53; }
  /// 0 <= n < bound, bound > 0 and < 2^32.
  std::uint64_t below(std::uint64_t bound) { return ((bits() >> 32) * bound) >> 32; }
  bool chance(double share) { return unit() < share; }
  template <class List>
  std::string_view one_of(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::uint64_t state_;
};

/// Draws indexes with given weights in constant time (alias method of A. J. Walker, tables as by
/// M. D. Vose).
class WeightedIndex {
 public:
  explicit WeightedIndex(const std::vector<double>& weights);
  std::size_t draw(Random& random) const {
    const std::uint64_t bits = random.bits();
    const std::size_t slot = static_cast<std::size_t>(((bits >> 32) * share_.size()) >> 32);
    const double rest = static_cast<double>(bits & 0xffffffffU) * 0x1p-32;
    return rest < share_[slot] ? slot : other_[slot];
  }

 private:
  std::vector<double> share_;
  std::vector<std::size_t> other_;
};

/// Weights of Zipf's law: the i-th of `count` has weight 1 / (i + 1)^exponent.
std::vector<double> zipf_weights(std::size_t count, double exponent);

}  // namespace footfall::bench
