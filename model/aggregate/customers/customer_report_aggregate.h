#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "model/aggregate/aggregate.h"
#include "model/aggregate/compaction_policy.h"
#include "model/aggregate/customers/cell.h"
#include "model/aggregate/customers/cells.h"
#include "model/aggregate/customers/slice.h"
#include "model/aggregate/event_log.h"
#include "model/aggregate/key_table.h"
#include "model/core/report_kind.h"
#include "model/parse/rows.h"
#include "model/report/customer_report.h"

namespace footfall {

/// Payment events per customer. See aggregate.h for the concept. Rows must have passed
/// PaymentFilter.
///
/// The state is one cell per customer × day × event type × currency, in four to twelve bytes for
/// the usual cell of one event (cell.h), so that rates, allowed types and filters
/// can change without the rows. Adding a row only appends to the log of a partition of customers,
/// chosen by hash; partitions merge and fold independently of each other (cells.h).
/// Memory follows the number of distinct cells and customers; where distinct events are asked for,
/// also that of events, whose ids are kept exactly.
class CustomerReportAggregate {
 public:
  using Row = PaymentRow;
  using Report = CustomerReport;
  static constexpr ReportKind kKind = ReportKind::customer_report;

  explicit CustomerReportAggregate(const AggregateOptions& options);

  void add(const PaymentRow& row);
  void end_chunk() {}

  void merge(std::vector<CustomerReportAggregate>&& others, const ParallelFor& parallel);
  void finish(const ParallelFor& parallel);

  [[nodiscard]] std::shared_ptr<const Report> report(const ReportOptions& options,
                                                     const Filter& filter,
                                                     const ParallelFor& parallel) const;
  /// Slices, other rates, shards and types need kept slices; another `now` or choice of distinct
  /// events needs the rows.
  [[nodiscard]] bool can_report(const ReportOptions& options, const Filter& filter) const;
  [[nodiscard]] std::uint64_t rows(const ReportOptions& options, const Filter& filter,
                                   const ParallelFor& parallel = run_in_sequence) const;
  [[nodiscard]] std::size_t memory() const;

 private:
  // An event without its id. Equal values have equal bytes: an amount is small wherever it fits.
  struct EventValues {
    TextId customer;  // in event_customers_
    ComboId combo;
    std::uint32_t second_and_wide;        // second of the day << 1 | wide
    std::array<std::uint32_t, 2> amount;  // int64: 10^-8, or index into wide_amounts_
  };
  struct SharedEvent {
    std::uint64_t group;  // one id
    std::size_t place;    // of the customer in sorted_
    ComboId combo;
  };

  void add_event(const PaymentRow& row, ComboId combo, std::uint32_t second);
  void fold_cells(std::size_t partition);
  void fold_events(std::size_t partition);
  void take_out(const EventValues& repeat);
  void merge_events(CustomerReportAggregate& other, const std::vector<ComboId>& combos,
                    const ParallelFor& parallel);
  void fold_all_events(const ParallelFor& parallel);
  void list_shared_events(StopCheck check);
  [[nodiscard]] CustomerState state() const { return {sorted_, cells_, combos_, event_types_}; }
  [[nodiscard]] std::uint64_t count_conflicts(const CustomerSelection& selection,
                                              StopCheck check) const;

  AggregateOptions options_;
  ComboTable combos_;
  std::vector<CustomerCells> cells_;  // by KeyTable::partition_of_hash()
  CompactionPolicy cells_policy_;

  // Only where distinct events are asked for.
  EventLog<EventValues> events_;
  TextInterner event_customers_;
  TextInterner wide_amounts_;  // 16 bytes of Decimal units each
  CompactionPolicy events_policy_;

  // Made by finish().
  SortedKeys sorted_;
  std::shared_ptr<const TextPool> event_types_;
  std::vector<SharedEvent> shared_;  // ascending groups
};

static_assert(Aggregate<CustomerReportAggregate>);

}  // namespace footfall
