#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "model/aggregate/aggregate.h"
#include "model/aggregate/compaction_policy.h"
#include "model/aggregate/customer_report_cells.h"
#include "model/aggregate/customer_report_combos.h"
#include "model/aggregate/customer_report_slice.h"
#include "model/aggregate/event_log.h"
#include "model/aggregate/key_table.h"
#include "model/core/report_kind.h"
#include "model/parse/rows.h"
#include "model/report/customer_report.h"

namespace footfall {

/// Payment events per customer. See aggregate.h for the concept. Rows must have passed PaymentFilter.
///
/// The state is one cell per customer × day × event type × currency, in four to twelve bytes for the
/// usual cell of one event (customer_report_cell.h), so that rates, allowed types and filters can change
/// without the rows. Customers are spread over partitions by hash, which merge and fold independently
/// of each other. Memory follows the number of distinct cells and customers; where distinct events are
/// asked for, also that of events, whose ids are kept exactly.
class CustomerReportAggregate {
 public:
  using Row = PaymentRow;
  using Report = CustomerReport;
  static constexpr ReportKind kKind = ReportKind::customer_report;

  explicit CustomerReportAggregate(const AggregateOptions& options);

  void add(const PaymentRow& row);
  void end_chunk() { flush(); }

  void merge(std::vector<CustomerReportAggregate>&& others, const ParallelFor& parallel);
  void finish(const ParallelFor& parallel);

  [[nodiscard]] std::shared_ptr<const Report> report(const ReportOptions& options, const Filter& filter,
                                                     const ParallelFor& parallel) const;
  /// Slices, other rates, shards and types need kept slices; another `now` or choice of distinct events
  /// needs the rows.
  [[nodiscard]] bool can_report(const ReportOptions& options, const Filter& filter) const;
  [[nodiscard]] std::uint64_t rows(const ReportOptions& options, const Filter& filter) const;
  [[nodiscard]] std::size_t memory() const;

 private:
  // An event without its id. Equal values have equal bytes: an amount is small wherever it fits.
  struct EventValues {
    KeyRef customer;
    ComboId combo;
    std::uint32_t second_and_wide;  // second of the day << 1 | wide
    std::array<std::uint32_t, 2> amount;  // int64: 10^-8, or index into wide_amounts_
  };
  struct SharedEvent {
    std::uint64_t group;  // one id
    KeyRef customer;
    ComboId combo;
  };

  void flush();
  void fold_cells(std::size_t partition);
  void fold_events(std::size_t partition);
  [[nodiscard]] EventValues values_of(const PaymentEntry& entry, KeyRef customer);
  [[nodiscard]] PaymentEntry repeat_of(const EventValues& values) const;
  void merge_events(CustomerReportAggregate& other, const std::vector<std::vector<std::uint32_t>>& customers,
                    const std::vector<ComboId>& combos, const ParallelFor& parallel);
  [[nodiscard]] CustomerState state() const { return {sorted_, cells_, combos_, event_types_}; }
  [[nodiscard]] std::uint64_t count_conflicts(const CustomerSelection& selection) const;

  AggregateOptions options_;
  KeyTable customers_;
  ComboTable combos_;
  std::vector<CustomerCells> cells_;  // by partition of customers_
  CompactionPolicy cells_policy_;

  // Only where distinct events are asked for.
  EventLog<EventValues> events_;
  TextInterner wide_amounts_;  // 16 bytes of Decimal units each
  CompactionPolicy events_policy_;

  // Rows not interned yet.
  std::array<std::string_view, KeyTable::kBatch> staged_customers_;
  std::array<std::string_view, KeyTable::kBatch> staged_ids_;
  std::array<PaymentEntry, KeyTable::kBatch> staged_;
  std::size_t staged_count_ = 0;

  // Made by finish().
  SortedKeys sorted_;
  std::shared_ptr<const TextPool> event_types_;
  std::vector<SharedEvent> shared_;  // ascending groups
};

}  // namespace footfall
