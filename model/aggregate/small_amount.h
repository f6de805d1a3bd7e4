#pragma once

#include <cstdint>

#include "model/core/decimal.h"

// Amounts in 64 bits: units of 10^-8, which holds almost every amount that occurs; the others go a
// longer way at full width.
namespace footfall {

inline constexpr unsigned kSmallDecimals = 8;

/// Inverse of an odd number modulo 2^64, by Newton's iteration: each step doubles the right bits.
constexpr std::uint64_t inverse_of_odd(std::uint64_t odd) {
  std::uint64_t inverse = odd;
  for (int step = 0; step < 6; ++step) inverse *= 2 - odd * inverse;
  return inverse;
}

/// True and sets `quotient` when `value` is a multiple of 10^Power with a 64-bit quotient.
/// Multiplies by an inverse and checks, since a 128-bit division costs many times as much.
template <unsigned Power>
constexpr bool divide_exactly(Int128 value, std::int64_t& quotient) {
  constexpr std::uint64_t inverse =
      inverse_of_odd(static_cast<std::uint64_t>(power_of_ten(Power) >> Power));
  quotient = static_cast<std::int64_t>(static_cast<std::uint64_t>(value >> Power) * inverse);
  return static_cast<Int128>(quotient) * power_of_ten(Power) == value;
}

constexpr bool to_small(const Decimal& amount, std::int64_t& small) {
  return divide_exactly<Decimal::kDigits - kSmallDecimals>(amount.units, small);
}
constexpr bool to_small(const DecimalSum& sum, std::int64_t& small) {
  return sum.fits_int128() &&
         divide_exactly<Decimal::kDigits - kSmallDecimals>(sum.to_int128(), small);
}
constexpr DecimalSum from_small(std::int64_t small) {
  return DecimalSum(small * power_of_ten(Decimal::kDigits - kSmallDecimals));
}

}  // namespace footfall
