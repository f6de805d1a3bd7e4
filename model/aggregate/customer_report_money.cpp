#include "model/aggregate/customer_report_money.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace footfall {

ScaledRates scale_rates(std::vector<Decimal> rates) {
  // Amounts below 2^63 times rates up to this leave 128 bits room for many sums.
  constexpr Int128 kLargest = Int128{1} << 50;
  // The divisor that rounds a sum must fit 64 bits.
  constexpr unsigned kMostDecimals = 18 + kUsdDecimals - kSmallDecimals;
  ScaledRates scaled;
  for (const Decimal& rate : rates) {
    unsigned needed = 0;
    while (rate.units % power_of_ten(Decimal::kDigits - needed) != 0) ++needed;
    scaled.decimals = std::max(scaled.decimals, needed);
  }
  scaled.fit = scaled.decimals <= kMostDecimals;
  for (const Decimal& rate : rates) {
    const Int128 small = rate.units / power_of_ten(Decimal::kDigits - scaled.decimals);
    scaled.fit = scaled.fit && small <= kLargest;
    scaled.small.push_back(scaled.fit ? static_cast<std::int64_t>(small) : 0);
  }
  scaled.exact = std::move(rates);
  return scaled;
}

SmallRounding::SmallRounding(unsigned rate_decimals)
    : power_(kSmallDecimals + rate_decimals - kUsdDecimals),
      divisor_(static_cast<std::int64_t>(power_of_ten(power_))),
      inverse_(inverse_of_odd(static_cast<std::uint64_t>(divisor_ >> power_))) {}

Int128 SmallRounding::divide(Int128 dividend, Int128 divisor) {
  constexpr Int128 kMost = std::numeric_limits<std::int64_t>::max();
  Int128 quotient = 0;
  Int128 remainder = 0;
  if (dividend <= kMost && dividend >= -kMost && divisor <= kMost) {
    quotient = static_cast<std::int64_t>(dividend) / static_cast<std::int64_t>(divisor);
    remainder = static_cast<std::int64_t>(dividend) % static_cast<std::int64_t>(divisor);
  } else {
    quotient = dividend / divisor;
    remainder = dividend % divisor;
  }
  // Compared with what is left to the divisor, twice the remainder cannot overflow.
  const Int128 size = remainder < 0 ? -remainder : remainder;
  const Int128 rest = divisor - size;
  if (size > rest || (size == rest && (quotient & 1) != 0)) quotient += dividend < 0 ? -1 : 1;
  return quotient;
}

WideDecimal round_wide(const WideDecimal& sum, std::uint64_t count) {
  constexpr unsigned kPower = 2 * Decimal::kDigits - kUsdDecimals;
  const WideDecimal divisor =
      WideDecimal(power_of_ten(kPower)) * WideDecimal(static_cast<Int128>(count));
  return divide_half_even(sum, divisor);
}

}  // namespace footfall
