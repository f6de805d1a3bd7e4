#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/core/int128.h"
#include "model/core/wide_int.h"

namespace footfall {

/// 10^exponent for 0 <= exponent <= 38.
constexpr Int128 power_of_ten(unsigned exponent) {
  Int128 result = 1;
  while (exponent-- > 0) result *= 10;
  return result;
}

/// An exact decimal number: units × 10^-18, |units| <= 10^36.
struct Decimal {
  static constexpr unsigned kDigits = 18;  ///< decimals kept
  static constexpr Int128 kOne = power_of_ten(kDigits);

  Int128 units = 0;

  friend constexpr bool operator==(const Decimal&, const Decimal&) = default;
  friend constexpr auto operator<=>(const Decimal&, const Decimal&) = default;
};

/// Sum of any number of Decimals below 2^71: 192 bits, units of 10^-18.
using DecimalSum = WideInt<3>;

/// Wide enough for a DecimalSum times a Decimal (192 + 128 bits) and for cross-multiplied
/// quotients.
using WideDecimal = WideInt<6>;

enum class NumberFault : std::uint8_t { none, bad, out_of_range };

struct ParsedNumber {
  Decimal value;
  NumberFault fault = NumberFault::none;
  bool rounded = false;  ///< digits after the 18th decimal were rounded half to even
};

/// Reads `[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?` without blanks around it and nothing else.
/// |x| > 10^18 is out of range. Any number of digits and any exponent are read exactly.
[[nodiscard]] ParsedNumber parse_number(std::string_view text);

/// Text without the spaces and tabs around it.
constexpr std::string_view trim_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Appends value × 10^-scale with exactly `decimals` decimals, rounded half to even; never "-0".
template <std::size_t Words>
void append_fixed(std::string& out, WideInt<Words> value, unsigned scale, unsigned decimals);

/// The same for value × 10^-decimals where the value fits 64 bits; decimals <= 18.
void append_fixed(std::string& out, std::int64_t value, unsigned decimals);
/// The same, written to `p`: at most kMostFixed characters. Returns their end.
char* write_fixed(char* p, std::int64_t value, unsigned decimals);
char* write_whole(char* p, std::uint64_t value);
inline constexpr std::size_t kMostFixed = 24;  ///< a sign, 20 digits and a point fit

/// Appends value × 10^-scale without exponent: at least `least` decimals, no further trailing
/// zeros.
template <std::size_t Words>
void append_exact(std::string& out, const WideInt<Words>& value, unsigned scale, unsigned least);

/// Appends an integer of any width.
template <std::size_t Words>
void append_integer(std::string& out, const WideInt<Words>& value) {
  append_fixed(out, value, 0, 0);
}

}  // namespace footfall
