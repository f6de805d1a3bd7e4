#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/core/calendar.h"
#include "model/core/decimal.h"
#include "model/core/spill_vector.h"
#include "model/core/text_pool.h"
#include "model/report/amount_column.h"
#include "model/report/report.h"

namespace footfall {

/// Payment events per customer; money in USD, rounded half to even to 6 decimals.
struct CustomerReport final : Report {
  static constexpr ReportKind kKind = ReportKind::customer_report;
  [[nodiscard]] ReportKind kind() const override { return kKind; }
  [[nodiscard]] std::vector<TablePtr> tables(const ReportPtr& self) const override;
  [[nodiscard]] bool empty() const override { return customers.empty(); }
  [[nodiscard]] std::uint64_t listed() const override { return customers.size(); }
  [[nodiscard]] std::size_t choices(FilterField field) const override;
  [[nodiscard]] std::string_view choice(FilterField field, std::size_t index) const override;
  [[nodiscard]] std::optional<TimeExtent> time_extent() const override;
  [[nodiscard]] std::vector<Finding> findings() const override;
  [[nodiscard]] std::vector<Remark> remarks() const override;
  [[nodiscard]] std::span<const UnconvertedCurrency> unconverted_currencies() const override {
    return unconverted;
  }
  void release() const override;

  std::shared_ptr<const TextPool> names;  ///< customer ids; may hold more than the report lists
  std::shared_ptr<const TextPool> event_types;  ///< may hold more than the report uses

  struct Customer {
    TextId name = 0;
    TextId top_event_type = 0;
    std::uint32_t active_days = 0;
    std::uint32_t shard = 0;
    std::uint64_t events = 0;
    std::int64_t latest_event = 0;  ///< epoch seconds
    std::size_t first_day = 0;      ///< index of the first entry in days
  };
  struct CustomerDay {
    Day day = 0;
    std::uint32_t customer = 0;  ///< index into customers
    std::uint64_t events = 0;
  };
  SpillVector<Customer> customers;  ///< ascending bytes of the id
  AmountColumn spend;               ///< by customer
  AmountColumn average_ticket;      ///< by customer
  SpillVector<CustomerDay> days;    ///< by customer, then day; customer i owns active_days entries
  AmountColumn day_spend;           ///< by entry of days

  /// Currencies that used rate 1 because no rate was given.
  std::vector<UnconvertedCurrency> unconverted;  ///< ascending bytes

  std::uint64_t events = 0;
  WideDecimal total_spend;  ///< units of 10^-6
  std::uint64_t conflicting_events =
      0;  ///< distinct events that share an id but differ; only with distinct events
  std::uint64_t duplicate_events = 0;  ///< rows dropped as repeats; only with distinct events

 private:
  [[nodiscard]] bool has_tickets() const;
  [[nodiscard]] bool has_spend() const;
  // By the customers that have them mostly.
  [[nodiscard]] std::vector<std::string> commonest_types() const;
};

using CustomerReportPtr = std::shared_ptr<const CustomerReport>;

/// `customers`: customer_id, total_events, total_spend_usd, avg_ticket_usd, active_days,
/// top_event_type, latest_event_ts, shard.
[[nodiscard]] TablePtr customers_table(CustomerReportPtr report);
/// `customer_days`: customer_id, day, events, spend_usd.
[[nodiscard]] TablePtr customer_days_table(CustomerReportPtr report);
/// The same columns for one customer (index into customers).
[[nodiscard]] TablePtr one_customer_days_table(CustomerReportPtr report, std::size_t customer);

}  // namespace footfall
