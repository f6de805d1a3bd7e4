#include "model/parse/json_nesting.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "model/parse/json_scanner.h"

namespace footfall {
namespace {

constexpr std::size_t kBlock = 64;
constexpr std::string_view kMark = "\xEF\xBB\xBF";  // of byte order

// Bit i speaks of byte i of a block.
struct Marks {
  std::uint64_t quotes = 0;
  std::uint64_t backslashes = 0;
  std::uint64_t opening = 0;  // brackets and braces
  std::uint64_t closing = 0;
};

Marks marks_of(const char* p) {
  Marks marks;
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  // One bit tells brackets from braces.
  const __m128i lower = _mm_set1_epi8(0x20);
  const __m128i open = _mm_set1_epi8('{');
  const __m128i close = _mm_set1_epi8('}');
  for (std::size_t i = 0; i < kBlock; i += json::kVectorBytes) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + i));
    const __m128i braces = _mm_or_si128(bytes, lower);
    const auto mask = [i](__m128i equal) {
      return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(equal))} << i;
    };
    marks.quotes |= mask(_mm_cmpeq_epi8(bytes, quote));
    marks.backslashes |= mask(_mm_cmpeq_epi8(bytes, backslash));
    marks.opening |= mask(_mm_cmpeq_epi8(braces, open));
    marks.closing |= mask(_mm_cmpeq_epi8(braces, close));
  }
#else
  for (std::size_t i = 0; i < kBlock; ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    const char c = p[i];
    if (c == '"') marks.quotes |= bit;
    if (c == '\\') marks.backslashes |= bit;
    if (c == '{' || c == '[') marks.opening |= bit;
    if (c == '}' || c == ']') marks.closing |= bit;
  }
#endif
  return marks;
}

// Bytes that a backslash stands before which is not escaped itself. `escaped`: the first byte is;
// becomes whether the byte behind the `size` first ones is.
std::uint64_t escaped_bytes(std::uint64_t backslashes, std::size_t size, bool& escaped) {
  std::uint64_t found = escaped ? 1 : 0;
  bool beyond = false;
  for (std::uint64_t left = backslashes; left != 0;) {
    const int at = std::countr_zero(left);
    left &= left - 1;
    if ((found >> at & 1) != 0) continue;
    if (static_cast<std::size_t>(at) + 1 == size) {
      beyond = true;
    } else {
      found |= std::uint64_t{2} << at;
    }
  }
  escaped = beyond;
  return found;
}

// Bit i: whether an odd number of bits up to and with i is set.
std::uint64_t running_parity(std::uint64_t bits) {
  for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

}  // namespace

JsonNesting::Stop JsonNesting::scan(const char*& p, const char* end) {
  while (p < end) {
    const std::size_t size = std::min<std::size_t>(kBlock, static_cast<std::size_t>(end - p));
    const std::uint64_t inside =
        size == kBlock ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1;
    const Marks marks = marks_of(p);
    std::uint64_t quotes = marks.quotes & inside;
    if (escaped_ || (marks.backslashes & inside) != 0) [[unlikely]]
      quotes &= ~escaped_bytes(marks.backslashes & inside, size, escaped_);
    std::uint64_t strings = running_parity(quotes);
    if (in_string_) strings = ~strings;
    std::uint64_t brackets = (marks.opening | marks.closing) & inside & ~strings;
    for (; brackets != 0; brackets &= brackets - 1) {
      const char* const at = p + std::countr_zero(brackets);
      if (*at == '{' || *at == '[') {
        open_ += *at;
        continue;
      }
      // In ASCII a closing bracket stands two behind the opening one.
      if (open_.empty() || open_.back() + 2 != *at) {
        p = at;
        return Stop::mismatch;
      }
      open_.pop_back();
      if (!open_.empty()) continue;
      in_string_ = escaped_ = false;
      p = at + 1;
      return Stop::closed;
    }
    in_string_ = (strings >> (size - 1) & 1) != 0;
    p += size;
  }
  return Stop::end_of_text;
}

std::size_t json_extent(std::string_view text) {
  JsonNesting nesting;
  const char* p = text.data();
  return nesting.scan(p, text.data() + text.size()) == JsonNesting::Stop::closed
             ? static_cast<std::size_t>(p - text.data())
             : std::string_view::npos;
}

const char* skip_between_records(const char* p, const char* end) {
  while (p < end) {
    const char c = *p;
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == '\0') {
      ++p;
    } else if (std::string_view(p, static_cast<std::size_t>(end - p)).starts_with(kMark)) {
      p += kMark.size();
    } else {
      break;
    }
  }
  return p;
}

const char* JsonStray::scan(const char* p, const char* end) {
  for (; p < end; ++p) {
    const char c = *p;
    if (c == '\n') return p;
    if (in_string_) {
      in_string_ = escaped_ || c != '"';
      escaped_ = c == '\\' && !escaped_;
      continue;
    }
    in_string_ = c == '"';
    if (c == ',' || c == '{' || c == '}' || c == '[' || c == ']') return p;
  }
  return end;
}

}  // namespace footfall
