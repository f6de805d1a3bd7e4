#include "model/core/number_forms.h"

#include <algorithm>
#include <array>

#include "model/core/blanks.h"
#include "model/core/currency.h"
#include "model/core/decimal.h"
#include "model/core/digit.h"

namespace footfall {
namespace {

constexpr std::string_view kMinus = "\xE2\x88\x92";  // U+2212

bool take(std::size_t size, bool front, std::string_view& text) {
  front ? text.remove_prefix(size) : text.remove_suffix(size);
  return size > 0;
}

// What stands between two groups: its kind, and its bytes; 0: nothing that may.
enum class Separator : std::uint8_t { none, comma, point, apostrophe, blank };
std::size_t separator_at_front(std::string_view text, DecimalMark mark, Separator& kind) {
  if (text.empty() || text[0] == static_cast<char>(mark)) return 0;
  std::size_t size = 1;
  if (text[0] == ',') {
    kind = Separator::comma;
  } else if (text[0] == '.') {
    kind = Separator::point;
  } else if (text[0] == '\'') {
    kind = Separator::apostrophe;
  } else if (text.starts_with("\xE2\x80\x99")) {  // U+2019
    kind = Separator::apostrophe;
    size = 3;
  } else {
    kind = Separator::blank;
    size = blank_at_front(text);
  }
  return size;
}

void take_digits(std::string_view& text, std::string& out) {
  while (!text.empty() && is_digit(text[0])) {
    out += text[0];
    text.remove_prefix(1);
  }
}

// Digits with groups, mark and exponent, nothing else.
bool rewrite_digits(std::string_view text, DecimalMark mark, std::string& out) {
  const std::size_t begin = out.size();
  take_digits(text, out);
  const std::size_t first = out.size() - begin;
  Separator used = Separator::none;
  if (first >= 1 && first <= 3 && out[begin] != '0') {
    for (;;) {
      Separator kind = Separator::none;
      const std::size_t size = separator_at_front(text, mark, kind);
      const std::string_view group = text.substr(size, 3);
      if (size == 0 || (used != Separator::none && kind != used) || group.size() < 3 ||
          !std::ranges::all_of(group, is_digit) ||
          (text.size() > size + 3 && is_digit(text[size + 3])))
        break;
      used = kind;
      out += group;
      text.remove_prefix(size + 3);
    }
  }
  std::size_t digits = out.size() - begin;
  if (text.starts_with(static_cast<char>(mark))) {
    out += '.';
    text.remove_prefix(1);
    const std::size_t point = out.size();
    take_digits(text, out);
    digits += out.size() - point;
  }
  if (digits == 0) return false;
  if (used == Separator::none && !text.empty() && (text[0] == 'e' || text[0] == 'E')) {
    std::string_view rest = text.substr(1);
    if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) rest.remove_prefix(1);
    if (rest.empty() || !std::ranges::all_of(rest, is_digit)) return false;
    out += text;
    return true;
  }
  return text.empty();
}

std::size_t minus_at_front(std::string_view text) {
  return text.starts_with('-') ? 1 : text.starts_with(kMinus) ? kMinus.size() : 0;
}
std::size_t minus_at_end(std::string_view text) {
  return text.ends_with('-') ? 1 : text.ends_with(kMinus) ? kMinus.size() : 0;
}

}  // namespace

bool rewrite_number(std::string_view text, DecimalMark mark, std::string& out) {
  bool negative = false;
  bool has_sign = false;
  bool currency_before = false;
  bool currency_behind = false;
  for (;;) {
    text = trim_all_blanks(text);
    const std::size_t minus = minus_at_front(text);
    const std::size_t minus_behind = minus_at_end(text);
    const bool plus = text.starts_with('+');
    const bool bracketed = text.size() > 2 && text.front() == '(' && text.back() == ')';
    if (minus > 0 || minus_behind > 0 || plus || bracketed) {
      if (has_sign) return false;
      has_sign = true;
      negative = !plus;
      if (plus || bracketed || minus > 0)
        text.remove_prefix(std::max(minus, std::size_t{1}));
      else
        text.remove_suffix(minus_behind);
      if (bracketed) text.remove_suffix(1);
    } else if (!currency_before && take(currency_at_front(text), true, text)) {
      currency_before = true;
    } else if (!currency_behind && take(currency_at_end(text), false, text)) {
      currency_behind = true;
    } else {
      break;
    }
  }
  out.clear();
  if (negative) out += '-';
  return rewrite_digits(text, mark, out);
}

bool is_whole(std::string_view number) {
  const ParsedNumber parsed = parse_number(number);
  return parsed.fault == NumberFault::out_of_range ||
         (parsed.fault == NumberFault::none && parsed.value.units % Decimal::kOne == 0);
}

std::optional<int> decimal_exponent(Decimal value) {
  constexpr int kMost = 2 * static_cast<int>(Decimal::kDigits);
  for (int exponent = 0; exponent <= kMost; ++exponent)
    if (value.units == power_of_ten(static_cast<unsigned>(exponent)))
      return exponent - static_cast<int>(Decimal::kDigits);
  return std::nullopt;
}

}  // namespace footfall
