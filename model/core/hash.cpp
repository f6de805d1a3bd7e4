#include "model/core/hash.h"

#include <sys/random.h>
#include <unistd.h>

#include <ctime>

namespace footfall {
namespace {

using hash_detail::Seeds;

// splitmix64
std::uint64_t next_random(std::uint64_t& state) {
  std::uint64_t mixed = state += 0x9E3779B97F4A7C15;
  mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
  return mixed ^ mixed >> 31;
}

// Multiplying by an odd number loses nothing.
Seeds seeds_of(std::uint64_t low, std::uint64_t high, std::uint64_t last) {
  return {low, high, last | 1};
}

// Before the constructors of static objects, which may hold tables, and before any thread.
[[gnu::constructor(101)]] void seed_hashes() {
  Seeds random{};
  if (getrandom(&random, sizeof random, GRND_NONBLOCK) == static_cast<ssize_t>(sizeof random)) {
    hash_detail::seeds = seeds_of(random.low, random.high, random.last);
    return;
  }
  // A system without randomness yet: where the stack lies, the time and the process.
  std::timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  set_hash_seed(
      reinterpret_cast<std::uintptr_t>(&now) ^ static_cast<std::uint64_t>(now.tv_nsec) << 32 ^
      static_cast<std::uint64_t>(now.tv_sec) ^ static_cast<std::uint64_t>(getpid()) << 20);
}

}  // namespace

constinit hash_detail::Seeds hash_detail::seeds{};

void set_hash_seed(std::uint64_t seed) {
  const std::uint64_t low = next_random(seed);
  const std::uint64_t high = next_random(seed);
  hash_detail::seeds = seeds_of(low, high, next_random(seed));
}

}  // namespace footfall
