#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "model/aggregate/customer_report_cells.h"
#include "model/aggregate/customer_report_combos.h"
#include "model/aggregate/key_table.h"
#include "model/core/parallel.h"
#include "model/report/customer_report.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// A finished customer state, as reports are made from it.
struct CustomerState {
  const SortedKeys& customers;
  const std::vector<CustomerCells>& cells;  ///< by partition of the customers
  const ComboTable& combos;
  std::shared_ptr<const TextPool> event_types;
};

/// The cells of a customer, given its place in byte order.
[[nodiscard]] inline std::span<const std::uint8_t> cells_at(const CustomerState& state, std::size_t place) {
  const KeyRef ref = state.customers.refs[place];
  return state.cells[KeyTable::partition_of(ref)].cells_of(KeyTable::index_of(ref));
}

/// Which cells a slice takes: those of some combinations and some customers.
class CustomerSelection {
 public:
  CustomerSelection(const CustomerState& state, const ReportOptions& options, const Filter& filter);

  [[nodiscard]] bool has(ComboId combo) const { return combos_[combo] != 0; }
  /// Of the selected customers in byte order: how many there are, and the place of one in the state's.
  [[nodiscard]] std::size_t customers() const { return all_ ? all_customers_ : places_.size(); }
  [[nodiscard]] std::size_t place(std::size_t i) const { return all_ ? i : places_[i]; }

 private:
  std::vector<std::uint8_t> combos_;
  bool all_;
  std::size_t all_customers_;
  std::vector<std::size_t> places_;
};

/// Everything of the report but what only distinct events have.
[[nodiscard]] std::shared_ptr<CustomerReport> make_customer_report(const CustomerState& state,
                                                                   const ReportOptions& options,
                                                                   const CustomerSelection& selection,
                                                                   const ParallelFor& parallel);

/// Counted rows of a selection, with repeats of events, and events without them.
struct SelectedRows {
  std::uint64_t rows = 0;
  std::uint64_t events = 0;
};
[[nodiscard]] SelectedRows count_rows(const CustomerState& state, const CustomerSelection& selection);

}  // namespace footfall
