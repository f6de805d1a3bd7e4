#pragma once

#include <cstdint>
#include <span>

namespace footfall {

/// Which instructions the hot loops use, later ones faster. All paths give the same results; tests
/// run each. avx2 does without PEXT, which AMD's processors before Zen 3 have as a loop of
/// microcode, one turn for each bit.
enum class VectorPath : std::uint8_t { portable, avx2, avx2_pext };

/// The fastest path of this processor.
[[nodiscard]] inline VectorPath best_vector_path() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
      __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("lzcnt"))
    return __builtin_cpu_is("znver1") || __builtin_cpu_is("znver2") || __builtin_cpu_is("bdver4")
               ? VectorPath::avx2
               : VectorPath::avx2_pext;
#endif
  return VectorPath::portable;
}

/// Those that this processor can take, faster ones or not.
[[nodiscard]] inline std::span<const VectorPath> vector_paths() {
  static constexpr VectorPath kAll[] = {VectorPath::portable, VectorPath::avx2,
                                        VectorPath::avx2_pext};
  return std::span(kAll).first(best_vector_path() == VectorPath::portable ? 1 : 3);
}

}  // namespace footfall
