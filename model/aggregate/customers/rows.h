#pragma once

#include <cstdint>
#include <vector>

#include "model/aggregate/customers/slice.h"
#include "model/core/decimal.h"

// The rows of a slice, range by range. Conversion to USD: amount × rate is summed exactly and
// rounded once, to units of 10^-6. Two ways with one meaning: 128-bit sums of small amounts, with
// overflow noticed, and 384-bit sums of anything.
namespace footfall {

inline constexpr unsigned kUsdDecimals = 6;

/// Rates as whole numbers of one scale, by currency.
struct ScaledRates {
  /// Rates are `small` × 10^-decimals; false where they do not fit.
  bool fit = true;
  unsigned decimals = 0;
  std::vector<std::int64_t> small;
  std::vector<Decimal> exact;
};
[[nodiscard]] ScaledRates scale_rates(std::vector<Decimal> rates);

/// Rounds to units of 10^-6 half to even: from units of 10^-(8 + rate decimals).
class SmallRounding {
 public:
  explicit SmallRounding(unsigned rate_decimals);
  /// sum / 10^-6 units.
  [[nodiscard]] Int128 round(Int128 sum) const {
    const auto quotient =
        static_cast<std::int64_t>(static_cast<std::uint64_t>(sum >> power_) * inverse_);
    if (static_cast<Int128>(quotient) * divisor_ == sum) [[likely]]
      return quotient;
    return divide(sum, divisor_);
  }
  /// The same of sum / count; count > 0.
  [[nodiscard]] Int128 average(Int128 sum, std::uint64_t count) const {
    return divide(sum, static_cast<Int128>(divisor_) * static_cast<Int128>(count));
  }

 private:
  [[nodiscard]] static Int128 divide(Int128 dividend, Int128 divisor);
  unsigned power_;
  std::int64_t divisor_;   // 10^power_
  std::uint64_t inverse_;  // of 5^power_ modulo 2^64
};

/// Adds amount × rate to a sum at 128 bits; false when that overflows and the sum is of no use.
[[nodiscard]] inline bool add_product(Int128& sum, std::int64_t amount, std::int64_t rate) {
  return !__builtin_add_overflow(sum, static_cast<Int128>(amount) * rate, &sum);
}

/// amount × rate at 384 bits, units of 10^-36.
[[nodiscard]] inline WideDecimal wide_product(const DecimalSum& amount, const Decimal& rate) {
  return WideDecimal(amount) * WideDecimal(rate.units);
}
[[nodiscard]] WideDecimal round_wide(const WideDecimal& sum, std::uint64_t count = 1);

/// What a cell's combination means for one report.
struct ComboUse {
  Day day = 0;
  TextId type = 0;
  TextId currency = 0;
  bool selected = false;
  bool ticket = false;       ///< counts for the average ticket
  bool unconverted = false;  ///< of a currency without a rate
};

/// What all ranges of customers need to know for one report.
struct ReportPlan {
  ReportPlan(const CustomerState& of, const ReportOptions& options,
             const CustomerSelection& selected, StopCheck check = {});

  const CustomerState& state;
  const CustomerSelection& selection;
  std::uint32_t shards;
  ScaledRates rates;                    ///< by currency
  std::vector<ComboUse> uses;           ///< by combination
  std::vector<std::size_t> type_place;  ///< by event type: its place in byte order
};

/// Rows of a report under construction, sized beforehand and filled range by range.
struct ReportRows {
  std::vector<CustomerReport::Customer> customers;
  std::vector<std::int64_t> spend;
  std::vector<std::int64_t> ticket;
  std::vector<CustomerReport::CustomerDay> days;
  std::vector<std::int64_t> day_spend;
};

/// Rows and sum of a currency without a rate.
struct UnconvertedSum {
  std::uint64_t rows = 0;
  Int128 small = 0;  ///< 10^-8; 2^64 cells cannot overflow it
  DecimalSum wide;
};

/// What a range adds up to, and its amounts that do not fit 64 bits.
struct RangeResult {
  std::uint64_t events = 0;
  WideDecimal total;                        ///< units of 10^-36
  std::vector<UnconvertedSum> unconverted;  ///< by currency
  std::vector<AmountColumn::WideEntry> spend;
  std::vector<AmountColumn::WideEntry> ticket;
  std::vector<AmountColumn::WideEntry> day_spend;
};

/// Writes the selected customers [begin, end) into `rows`, from `row` and `day_row` on.
[[nodiscard]] RangeResult write_customers(const ReportPlan& plan, std::size_t begin,
                                          std::size_t end, ReportRows& rows, std::size_t row,
                                          std::size_t day_row, StopCheck check = {});

}  // namespace footfall
