#include "model/sql/row_text.h"

#include "model/core/digit.h"

namespace footfall {
namespace {

constexpr std::ptrdiff_t kLongestNumber = 1000;
constexpr std::ptrdiff_t kLongestExponent = 4;

// The letter behind the backslash, or 0 for a byte that stands for itself.
char escape_of(char c) {
  switch (c) {
    case '\\':
      return '\\';
    case '\t':
      return 't';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\0':
      return '0';
    default:
      return 0;
  }
}

}  // namespace

void append_row_value(std::string& out, std::string_view text) {
  for (std::size_t begin = 0;;) {
    std::size_t end = begin;
    while (end < text.size() && escape_of(text[end]) == 0) ++end;
    out.append(text.data() + begin, end - begin);
    if (end == text.size()) return;
    out += '\\';
    out += escape_of(text[end]);
    begin = end + 1;
  }
}

bool unfit_for_jsonb(std::string_view json) {
  const char* const stop = json.data() + json.size();
  for (const char* p = json.data(); p < stop;) {
    if (*p == '"') {
      for (++p; p < stop && *p != '"'; ++p) {
        if (*p != '\\') continue;
        if (std::string_view(p, static_cast<std::size_t>(stop - p)).starts_with("\\u0000"))
          return true;
        ++p;
      }
      ++p;
    } else if (is_digit(*p)) {
      const char* const begin = p;
      while (p < stop && (is_digit(*p) || *p == '.')) ++p;
      if (p - begin > kLongestNumber) return true;
      if (p == stop || (*p != 'e' && *p != 'E')) continue;
      ++p;
      if (p < stop && (*p == '+' || *p == '-')) ++p;
      while (p < stop && *p == '0') ++p;
      const char* const exponent = p;
      while (p < stop && is_digit(*p)) ++p;
      if (p - exponent > kLongestExponent) return true;
    } else {
      ++p;
    }
  }
  return false;
}

}  // namespace footfall
