#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>

#include "model/core/int128.h"

namespace footfall {

/// Two's-complement integer of Words × 64 bits, for sums, products and exact quotients that do not
/// fit 128 bits. Wraps on overflow; callers choose a width that cannot.
template <std::size_t Words>
class WideInt {
 public:
  constexpr WideInt() = default;
  constexpr WideInt(Int128 value) {
    const UInt128 bits = static_cast<UInt128>(value);
    words_[0] = static_cast<std::uint64_t>(bits);
    words_[1] = static_cast<std::uint64_t>(bits >> 64);
    for (std::size_t i = 2; i < Words; ++i) words_[i] = value < 0 ? ~std::uint64_t{0} : 0;
  }
  template <std::size_t Other>
  constexpr explicit WideInt(const WideInt<Other>& other) {
    const std::uint64_t fill = other.negative() ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < Words; ++i) words_[i] = i < Other ? other.word(i) : fill;
  }

  [[nodiscard]] constexpr bool negative() const { return (words_[Words - 1] >> 63) != 0; }
  [[nodiscard]] constexpr bool zero() const {
    for (std::uint64_t word : words_)
      if (word != 0) return false;
    return true;
  }
  [[nodiscard]] constexpr std::uint64_t word(std::size_t i) const { return words_[i]; }

  constexpr WideInt& operator+=(const WideInt& other) {
    UInt128 carry = 0;
    for (std::size_t i = 0; i < Words; ++i) {
      carry += static_cast<UInt128>(words_[i]) + other.words_[i];
      words_[i] = static_cast<std::uint64_t>(carry);
      carry >>= 64;
    }
    return *this;
  }
  /// The hot addition: two words at once and the carry into the rest.
  constexpr WideInt& operator+=(Int128 value) {
    const UInt128 low = (static_cast<UInt128>(words_[1]) << 64) | words_[0];
    const UInt128 sum = low + static_cast<UInt128>(value);
    words_[0] = static_cast<std::uint64_t>(sum);
    words_[1] = static_cast<std::uint64_t>(sum >> 64);
    std::uint64_t carry = sum < low ? 1 : 0;
    const std::uint64_t fill = value < 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 2; i < Words; ++i) {
      const std::uint64_t word = words_[i] + fill;
      const std::uint64_t out = word < fill ? 1 : 0;
      words_[i] = word + carry;
      carry = out | static_cast<std::uint64_t>(words_[i] < word);
    }
    return *this;
  }
  constexpr WideInt operator-() const {
    WideInt result;
    for (std::size_t i = 0; i < Words; ++i) result.words_[i] = ~words_[i];
    WideInt one;
    one.words_[0] = 1;
    result += one;
    return result;
  }
  constexpr WideInt& operator-=(const WideInt& other) { return *this += -other; }
  friend constexpr WideInt operator+(WideInt a, const WideInt& b) { return a += b; }
  friend constexpr WideInt operator-(WideInt a, const WideInt& b) { return a -= b; }

  /// Product modulo 2^(64 Words): exact whenever it fits.
  friend constexpr WideInt operator*(const WideInt& a, const WideInt& b) {
    WideInt result;
    for (std::size_t i = 0; i < Words; ++i) {
      if (a.words_[i] == 0) continue;
      UInt128 carry = 0;
      for (std::size_t j = 0; i + j < Words; ++j) {
        carry += static_cast<UInt128>(a.words_[i]) * b.words_[j] + result.words_[i + j];
        result.words_[i + j] = static_cast<std::uint64_t>(carry);
        carry >>= 64;
      }
    }
    return result;
  }

  friend constexpr bool operator==(const WideInt&, const WideInt&) = default;
  friend constexpr std::strong_ordering operator<=>(const WideInt& a, const WideInt& b) {
    if (a.negative() != b.negative())
      return a.negative() ? std::strong_ordering::less : std::strong_ordering::greater;
    for (std::size_t i = Words; i-- > 0;)
      if (a.words_[i] != b.words_[i]) return a.words_[i] <=> b.words_[i];
    return std::strong_ordering::equal;
  }

  /// True when the value fits Int128.
  [[nodiscard]] constexpr bool fits_int128() const {
    const std::uint64_t fill = (words_[1] >> 63) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 2; i < Words; ++i)
      if (words_[i] != fill) return false;
    return true;
  }
  [[nodiscard]] constexpr Int128 to_int128() const {
    return static_cast<Int128>((static_cast<UInt128>(words_[1]) << 64) | words_[0]);
  }
  /// Monotone: a < b implies to_double(a) <= to_double(b).
  [[nodiscard]] constexpr double to_double() const {
    if (negative()) return -magnitude_to_double(-*this);
    return magnitude_to_double(*this);
  }

  struct Division;
  /// Quotient rounded toward zero and remainder of two values that are not negative; divisor > 0.
  [[nodiscard]] static constexpr Division divide(const WideInt& dividend, const WideInt& divisor);

 private:
  [[nodiscard]] constexpr std::size_t bit_length() const {
    for (std::size_t i = Words; i-- > 0;)
      if (words_[i] != 0)
        return i * 64 + 64 - static_cast<std::size_t>(std::countl_zero(words_[i]));
    return 0;
  }
  static constexpr double magnitude_to_double(const WideInt& value) {
    // The leading 128 bits, truncated: enough for a monotone conversion.
    const std::size_t length = value.bit_length();
    if (length <= 128)
      return static_cast<double>((static_cast<UInt128>(value.words_[1]) << 64) | value.words_[0]);
    UInt128 leading = 0;
    for (std::size_t bit = length; bit-- > length - 128;)
      leading = (leading << 1) | ((value.words_[bit / 64] >> (bit % 64)) & 1);
    double scaled = static_cast<double>(leading);
    for (std::size_t i = 128; i < length; ++i) scaled *= 2;
    return scaled;
  }

  std::array<std::uint64_t, Words> words_{};
  static_assert(Words >= 2);
};

template <std::size_t Words>
struct WideInt<Words>::Division {
  WideInt quotient;
  WideInt remainder;
};

template <std::size_t Words>
constexpr typename WideInt<Words>::Division WideInt<Words>::divide(const WideInt& dividend,
                                                                   const WideInt& divisor) {
  if (dividend.fits_int128() && divisor.fits_int128() && !dividend.negative()) {
    const Int128 a = dividend.to_int128();
    const Int128 b = divisor.to_int128();
    return {WideInt(a / b), WideInt(a % b)};
  }
  Division result;
  for (std::size_t bit = dividend.bit_length(); bit-- > 0;) {
    result.remainder += result.remainder;
    result.remainder.words_[0] |= (dividend.words_[bit / 64] >> (bit % 64)) & 1;
    if (result.remainder >= divisor) {
      result.remainder -= divisor;
      result.quotient.words_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
  }
  return result;
}

/// dividend / divisor rounded once, half to even; divisor > 0.
template <std::size_t Words>
[[nodiscard]] constexpr WideInt<Words> divide_half_even(const WideInt<Words>& dividend,
                                                        const WideInt<Words>& divisor) {
  const bool negative = dividend.negative();
  auto [quotient, remainder] = WideInt<Words>::divide(negative ? -dividend : dividend, divisor);
  const auto twice = (remainder + remainder) <=> divisor;
  if (twice > 0 || (twice == 0 && (quotient.word(0) & 1) != 0)) quotient += WideInt<Words>(1);
  return negative ? -quotient : quotient;
}

}  // namespace footfall
