#pragma once

#include <cstdint>

namespace footfall {

/// Which instructions the hot loops use. All paths give the same results; tests run each.
enum class VectorPath : std::uint8_t { portable, avx2 };

/// The fastest path of this processor.
[[nodiscard]] inline VectorPath best_vector_path() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
      __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("lzcnt"))
    return VectorPath::avx2;
#endif
  return VectorPath::portable;
}

}  // namespace footfall
