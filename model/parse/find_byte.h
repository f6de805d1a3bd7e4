#pragma once

#include <bit>
#include <cstddef>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace footfall {

/// What a search in a text answers where there is nothing.
inline constexpr std::size_t kNotFound = std::string_view::npos;

/// The first `c` at or behind `at`, kNotFound where there is none. Parts of lines are short: 16
/// bytes at a time are quicker than a call. So many can be read behind the line.
inline std::size_t find_byte(std::string_view line, std::size_t at, char c) {
#ifdef __SSE2__
  const __m128i wanted = _mm_set1_epi8(c);
  for (; at < line.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(line.data() + at));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted)));
    if (found == 0) continue;
    at += static_cast<std::size_t>(std::countr_zero(found));
    return at < line.size() ? at : kNotFound;
  }
  return kNotFound;
#else
  return line.find(c, at);
#endif
}

}  // namespace footfall
