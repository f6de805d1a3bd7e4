#include "model/core/currency.h"

#include <algorithm>

#include "model/core/blanks.h"

namespace footfall {
namespace {
constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
}  // namespace

std::string_view canonical_currency(std::string_view text, std::string& buffer) {
  text = trim_all_blanks(text);
  if (std::ranges::none_of(text, is_small)) return text;
  buffer = text;
  for (char& c : buffer)
    if (is_small(c)) c = static_cast<char>(c - 'a' + 'A');
  return buffer;
}

bool CurrencyOrder::operator()(std::string_view a, std::string_view b) const {
  std::string buffer_a;
  std::string buffer_b;
  return canonical_currency(a, buffer_a) < canonical_currency(b, buffer_b);
}

}  // namespace footfall
