#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "model/core/digit.h"

// Strict steps over RFC 8259 text that stands on one line. Every function takes a pointer into a
// line that ends with a line feed, behind which 64 bytes are readable; none passes that line feed,
// since no JSON token on one line may hold one. A null pointer means: not JSON.
namespace footfall::json {

/// Arrays and objects may lie this deep in each other; the row's own object counts.
inline constexpr unsigned kMaxDepth = 256;

inline constexpr std::size_t kVectorBytes = 16;

[[nodiscard]] inline const char* skip_blanks(const char* p) {
  while (*p == ' ' || *p == '\t' || *p == '\r') ++p;
  return p;
}

/// The first quote, backslash or control character at or behind `p`.
[[nodiscard]] inline const char* find_string_stop(const char* p) {
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  const __m128i last_control = _mm_set1_epi8(0x1f);
  for (;; p += kVectorBytes) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const __m128i ends =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
    const int found = _mm_movemask_epi8(_mm_or_si128(ends, controls));
    if (found != 0) return p + std::countr_zero(static_cast<unsigned>(found));
  }
#else
  while (*p != '"' && *p != '\\' && static_cast<unsigned char>(*p) >= 0x20) ++p;
  return p;
#endif
}

/// `p` stands on a backslash inside a string. Returns the byte behind the escape; the two escapes
/// of a surrogate pair are one.
[[nodiscard]] const char* skip_escape(const char* p);

/// Goes on inside a string from `p`, any byte of its content. Returns its closing quote.
[[nodiscard]] const char* find_string_end(const char* p);

/// `p` stands on the first byte of a number. Returns the byte behind the longest number.
[[nodiscard]] inline const char* skip_number(const char* p) {
  if (*p == '-') ++p;
  if (*p == '0') {
    ++p;
  } else {
    if (!is_digit(*p)) return nullptr;
    do ++p;
    while (is_digit(*p));
  }
  if (*p == '.') {
    if (!is_digit(*++p)) return nullptr;
    do ++p;
    while (is_digit(*p));
  }
  if (*p == 'e' || *p == 'E') {
    ++p;
    if (*p == '+' || *p == '-') ++p;
    if (!is_digit(*p)) return nullptr;
    do ++p;
    while (is_digit(*p));
  }
  return p;
}

/// `p` stands on `t`, `f` or `n`. Returns the byte behind `true`, `false` or `null`.
[[nodiscard]] const char* skip_literal(const char* p);

/// Skips any value; an array or object that begins at `p` has depth `depth`.
[[nodiscard]] const char* skip_value(const char* p, unsigned depth);

/// Writes the text of a string's content, which find_string_end() has accepted, and returns its
/// length; never more than `content.size()` bytes.
std::size_t unescape(std::string_view content, char* out);

[[nodiscard]] bool valid_utf8(std::string_view bytes);

}  // namespace footfall::json
