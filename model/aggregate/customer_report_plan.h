#pragma once

#include <cstdint>
#include <vector>

#include "model/aggregate/customer_report_money.h"
#include "model/aggregate/customer_report_slice.h"

namespace footfall {

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
