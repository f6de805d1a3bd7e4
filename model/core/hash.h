#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "model/core/int128.h"

namespace footfall {

namespace hash_detail {
inline std::uint64_t load8(const char* p) {
  std::uint64_t value;
  std::memcpy(&value, p, sizeof value);
  return value;
}
inline std::uint64_t load4(const char* p) {
  std::uint32_t value;
  std::memcpy(&value, p, sizeof value);
  return value;
}
inline std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
  const UInt128 product = static_cast<UInt128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// Unknown to whoever chose the keys, so that no key makes a factor of a product zero or known. Set
// before main().
struct alignas(32) Seeds {
  std::uint64_t low;
  std::uint64_t high;
  std::uint64_t last;
};
extern Seeds seeds [[gnu::visibility("hidden")]];
}  // namespace hash_detail

/// Hashes are seeded at random when a process begins: keys that share a hash in one share none in
/// the next, so nobody can write a file whose keys all meet in one slot of a table. Nothing that
/// leaves the engine may follow from a hash.
///
/// For tests, to have the same or other hashes again; no table may outlive it.
void set_hash_seed(std::uint64_t seed);

/// 64-bit hash of bytes: 128-bit multiply-and-fold of 16-byte steps, the last step overlapping the
/// one before (the idea of wyhash). Never used in place of a key: equal hashes are compared in
/// full.
inline std::uint64_t hash_bytes(std::string_view text) {
  using namespace hash_detail;
  constexpr std::uint64_t kSize = 0xD1B54A32D192ED03;
  const char* p = text.data();
  const std::size_t size = text.size();
  std::uint64_t state = seeds.high ^ size * kSize;
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  if (size <= 16) {
    if (size >= 8) {
      low = load8(p);
      high = load8(p + size - 8);
    } else if (size >= 4) {
      low = load4(p);
      high = load4(p + size - 4);
    } else if (size > 0) {
      low = static_cast<unsigned char>(p[0]) |
            static_cast<std::uint64_t>(static_cast<unsigned char>(p[size / 2])) << 8 |
            static_cast<std::uint64_t>(static_cast<unsigned char>(p[size - 1])) << 16;
    }
  } else {
    std::size_t left = size;
    for (; left > 16; left -= 16, p += 16) state = fold(load8(p) ^ seeds.low, load8(p + 8) ^ state);
    low = load8(p + left - 16);
    high = load8(p + left - 8);
  }
  return fold(fold(low ^ seeds.low, high ^ state), seeds.last ^ size);
}

/// Byte equality; short texts, which ids mostly are, without a call: two overlapping loads.
inline bool equal_bytes(std::string_view a, std::string_view b) {
  using namespace hash_detail;
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  const char* const p = a.data();
  const char* const q = b.data();
  if (size > 64) return std::memcmp(p, q, size) == 0;
  if (size > 16) {
    std::uint64_t differing = load8(p + size - 8) ^ load8(q + size - 8);
    for (std::size_t i = 0; i + 8 < size; i += 8) differing |= load8(p + i) ^ load8(q + i);
    return differing == 0;
  }
  if (size >= 8) return ((load8(p) ^ load8(q)) | (load8(p + size - 8) ^ load8(q + size - 8))) == 0;
  if (size >= 4) return ((load4(p) ^ load4(q)) | (load4(p + size - 4) ^ load4(q + size - 4))) == 0;
  return size == 0 || (p[0] == q[0] && p[size / 2] == q[size / 2] && p[size - 1] == q[size - 1]);
}

/// 64-bit hash of an integer key.
inline std::uint64_t hash_integer(std::uint64_t key) {
  return hash_detail::fold(key ^ hash_detail::seeds.low, hash_detail::seeds.last);
}

/// 64-bit hash of two words.
inline std::uint64_t hash_words(std::uint64_t low, std::uint64_t high) {
  using namespace hash_detail;
  return fold(fold(low ^ seeds.low, high ^ seeds.high), seeds.last);
}

/// For the containers of the standard library, whose own hash has no seed.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return hash_bytes(text); }
};

}  // namespace footfall
