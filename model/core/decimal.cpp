#include "model/core/decimal.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "model/core/digit.h"

namespace footfall {
namespace {

// Reads the rare shapes: exponents, more than 18 significant digits or decimals. `begin` points
// behind the sign; the digits run is validated here.
ParsedNumber parse_long_number(const char* begin, const char* end, bool negative) {
  const char* p = begin;
  const char* const whole_begin = p;
  while (p != end && is_digit(*p)) ++p;
  const char* const whole_end = p;
  const char* fraction_begin = p;
  const char* fraction_end = p;
  if (p != end && *p == '.') {
    fraction_begin = ++p;
    while (p != end && is_digit(*p)) ++p;
    fraction_end = p;
  }
  if (whole_begin == whole_end && fraction_begin == fraction_end) return {{}, NumberFault::bad};
  std::int64_t exponent = 0;
  if (p != end && (*p == 'e' || *p == 'E')) {
    ++p;
    const bool down = p != end && *p == '-';
    if (p != end && (*p == '-' || *p == '+')) ++p;
    if (p == end) return {{}, NumberFault::bad};
    for (; p != end && is_digit(*p); ++p)
      exponent = std::min<std::int64_t>(exponent * 10 + (*p - '0'), std::int64_t{1} << 40);
    if (down) exponent = -exponent;
  }
  if (p != end) return {{}, NumberFault::bad};

  // The digits as one string d1 d2 ... dn with the decimal point behind `point` digits.
  const auto digit_at = [&](std::int64_t i) -> int {
    const std::int64_t whole = whole_end - whole_begin;
    return (i < whole ? whole_begin[i] : fraction_begin[i - whole]) - '0';
  };
  const std::int64_t digits = (whole_end - whole_begin) + (fraction_end - fraction_begin);
  const std::int64_t point = (whole_end - whole_begin) + exponent;
  std::int64_t first = 0;
  while (first < digits && digit_at(first) == 0) ++first;
  if (first == digits) return {};
  if (point - first > 19) return {{}, NumberFault::out_of_range};  // >= 10^19
  // Units digits are those before position point + 18.
  const std::int64_t stop = point + Decimal::kDigits;
  UInt128 units = 0;  // at most 19 + 18 = 37 digits: below 2^127
  for (std::int64_t i = first; i < stop; ++i)
    units = units * 10 + static_cast<unsigned>(i < digits ? digit_at(i) : 0);
  const UInt128 cut = units;
  bool rounded = false;
  if (stop < digits) {
    bool beyond_half = false;
    const std::int64_t next = std::max(stop, first);
    int leading = stop < first ? 0 : digit_at(stop);
    for (std::int64_t i = stop < first ? next : stop + 1; i < digits; ++i)
      beyond_half |= digit_at(i) != 0;
    rounded = leading != 0 || beyond_half;
    if (leading > 5 || (leading == 5 && (beyond_half || (units & 1) != 0))) ++units;
  }
  // Of the number as written: digits that are rounded away count.
  constexpr UInt128 kMost =
      static_cast<UInt128>(Decimal::kOne) * static_cast<UInt128>(Decimal::kOne);
  if (units > kMost || (cut == kMost && rounded)) return {{}, NumberFault::out_of_range};
  const Int128 value = static_cast<Int128>(units);
  return {{negative ? -value : value}, NumberFault::none, rounded};
}

constexpr std::array<std::uint64_t, 20> kPowers = [] {
  std::array<std::uint64_t, 20> powers{};
  std::uint64_t power = 1;
  for (auto& entry : powers) {
    entry = power;
    power *= 10;
  }
  return powers;
}();

constexpr std::array<char, 200> kTwoDigits = [] {
  std::array<char, 200> pairs{};
  for (unsigned i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

// Writes the digits of `value` in front of `end`, at least `least` of them; none for 0.
char* write_digits(char* end, std::uint64_t value, int least) {
  char* const stop = end - least;
  for (; value >= 10; value /= 100) {
    end -= 2;
    std::memcpy(end, &kTwoDigits[2 * (value % 100)], 2);
  }
  if (value > 0) *--end = static_cast<char>('0' + value);
  while (end > stop) *--end = '0';
  return end;
}

// Of the shortest text, 1 for 0.
unsigned count_digits(std::uint64_t value) {
  // 1233 / 4096 is a little more than the decimal logarithm of 2.
  const unsigned bits = static_cast<unsigned>(std::bit_width(value | 1));
  const unsigned digits = bits * 1233 >> 12;
  return digits + ((value | 1) >= kPowers[digits] ? 1 : 0);
}

constexpr unsigned kMostScale = 60;  // of append_fixed(); 36 + 18 is the most in use

}  // namespace

ParsedNumber parse_number(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  bool negative = false;
  if (p != end && (*p == '-' || *p == '+')) negative = *p++ == '-';
  const char* const begin = p;
  // Up to 18 digits with one point somewhere are read as one integer.
  std::uint64_t digits = 0;
  while (p != end && is_digit(*p)) digits = digits * 10 + static_cast<std::uint64_t>(*p++ - '0');
  std::ptrdiff_t count = p - begin;
  std::ptrdiff_t decimals = 0;
  if (p != end && *p == '.') {
    const char* const fraction = ++p;
    while (p != end && is_digit(*p)) digits = digits * 10 + static_cast<std::uint64_t>(*p++ - '0');
    decimals = p - fraction;
    count += decimals;
  }
  if (p != end || count == 0 || count > 18) [[unlikely]]
    return parse_long_number(begin, end, negative);
  const Int128 units =
      static_cast<Int128>(digits) *
      static_cast<Int128>(kPowers[static_cast<std::size_t>(Decimal::kDigits - decimals)]);
  return {{negative ? -units : units}};
}

template <std::size_t Words>
void append_fixed(std::string& out, WideInt<Words> value, unsigned scale, unsigned decimals) {
  if (scale > decimals) {
    value = divide_half_even(value, WideInt<Words>(power_of_ten(scale - decimals)));
    scale = decimals;
  }
  const bool negative = value.negative();
  if (negative) value = -value;
  // Digits are written from the last to the first, zeros in front until one stands before the
  // point.
  char digits[Words * 20 + kMostScale + 4];
  char* const end = digits + sizeof digits;
  char* p = end;
  const char* const point = end - scale;
  const WideInt<Words> chunk(power_of_ten(18));
  while (!value.fits_int128()) {
    auto [quotient, remainder] = WideInt<Words>::divide(value, chunk);
    p = write_digits(p, remainder.word(0), 18);
    value = quotient;
  }
  UInt128 rest = static_cast<UInt128>(value.to_int128());
  while (rest > ~std::uint64_t{0}) {
    p = write_digits(p, static_cast<std::uint64_t>(rest % kPowers[18]), 18);
    rest /= kPowers[18];
  }
  p = write_digits(p, static_cast<std::uint64_t>(rest), 0);
  while (p >= point) *--p = '0';
  if (negative) out.push_back('-');
  out.append(p, static_cast<std::size_t>(point - p));
  if (decimals > 0) {
    out.push_back('.');
    out.append(point, scale);
    out.append(decimals - scale, '0');
  }
}

char* write_whole(char* p, std::uint64_t value) {
  char* const end = p + count_digits(value);
  write_digits(end, value, 1);
  return end;
}

char* write_fixed(char* p, std::int64_t value, unsigned decimals) {
  const std::uint64_t magnitude =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  if (value < 0) *p++ = '-';
  if (decimals == 0) return write_whole(p, magnitude);
  // Division by a constant is several times faster; 6 decimals is what most amounts have.
  const std::uint64_t whole =
      decimals == 6 ? magnitude / kPowers[6] : magnitude / kPowers[decimals];
  p = write_whole(p, whole);
  *p++ = '.';
  write_digits(p + decimals, magnitude - whole * kPowers[decimals], static_cast<int>(decimals));
  return p + decimals;
}

void append_fixed(std::string& out, std::int64_t value, unsigned decimals) {
  std::array<char, kMostFixed> text;
  out.append(text.data(), write_fixed(text.data(), value, decimals));
}

template <std::size_t Words>
void append_exact(std::string& out, const WideInt<Words>& value, unsigned scale, unsigned least) {
  append_fixed(out, value, scale, std::max(scale, least));
  std::size_t removable = std::max(scale, least) - least;
  while (removable > 0 && out.back() == '0') {
    out.pop_back();
    --removable;
  }
  if (out.back() == '.') out.pop_back();
}

template void append_fixed(std::string&, WideInt<2>, unsigned, unsigned);
template void append_fixed(std::string&, WideInt<3>, unsigned, unsigned);
template void append_fixed(std::string&, WideInt<4>, unsigned, unsigned);
template void append_fixed(std::string&, WideInt<6>, unsigned, unsigned);
template void append_exact(std::string&, const WideInt<2>&, unsigned, unsigned);
template void append_exact(std::string&, const WideInt<3>&, unsigned, unsigned);
template void append_exact(std::string&, const WideInt<4>&, unsigned, unsigned);
template void append_exact(std::string&, const WideInt<6>&, unsigned, unsigned);

}  // namespace footfall
