#pragma once

#include <random>
#include <string>
#include <vector>

#include "model/aggregate/customers/customer_report_aggregate.h"

// Rows for the customer report, and what the contract says about them.
namespace footfall_test {

/// A row that owns its texts.
struct Payment {
  std::string id;
  std::string customer;
  std::int64_t ts = 0;
  std::string type;
  footfall::Decimal amount;
  std::string currency;
  auto operator<=>(const Payment&) const = default;

  [[nodiscard]] footfall::PaymentRow row() const {
    return {id, customer, ts, type, amount, currency};
  }
};

/// The report of these rows as text, computed plainly: in maps and sets and at full width.
[[nodiscard]] std::string plain_report(std::vector<Payment> rows,
                                       const footfall::ReportOptions& options);
/// The same text of a report.
[[nodiscard]] std::string dump(const footfall::CustomerReportPtr& report);

/// How wild the random rows are.
struct Wildness {
  std::size_t customers = 20;
  std::size_t days = 5;
  bool wide_amounts = false;
  std::size_t ids = 1'000'000;
};
[[nodiscard]] Wildness random_wildness(std::mt19937& random);
[[nodiscard]] std::vector<Payment> random_payments(std::mt19937& random, std::size_t count,
                                                   const Wildness& wild);

}  // namespace footfall_test
