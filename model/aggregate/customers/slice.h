#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "model/aggregate/customers/cell.h"
#include "model/aggregate/customers/cells.h"
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

/// Which cells a slice takes: those of some combinations and some customers.
class CustomerSelection {
 public:
  CustomerSelection(const CustomerState& state, const ReportOptions& options, const Filter& filter,
                    StopCheck check = {});

  [[nodiscard]] bool has(ComboId combo) const { return combos_[combo] != 0; }
  /// True when it takes every cell of its customers.
  [[nodiscard]] bool whole_customers() const { return whole_customers_; }
  /// Of the selected customers in byte order: how many there are, and the place of one in the
  /// state's.
  [[nodiscard]] std::size_t customers() const { return all_ ? all_customers_ : places_.size(); }
  [[nodiscard]] std::size_t place(std::size_t i) const { return all_ ? i : places_[i]; }
  [[nodiscard]] bool has_customer(std::size_t place) const {
    return all_ || std::binary_search(places_.begin(), places_.end(), place);
  }

 private:
  std::vector<std::uint8_t> combos_;
  bool whole_customers_;
  bool all_;
  std::size_t all_customers_;
  std::vector<std::size_t> places_;
};

/// Visits the cells of the selected customers [begin, end) as visit(place, cells), asking ahead for
/// their memory, which lies in another order.
template <class Visit>
void walk_customers(const CustomerState& state, const CustomerSelection& selection,
                    std::size_t begin, std::size_t end, Visit visit) {
  constexpr std::size_t kFar = 24;
  constexpr std::size_t kNear = 12;
  const auto ref = [&](std::size_t i) { return state.customers.refs[selection.place(i)]; };
  const auto cells = [&](KeyRef of) -> const CustomerCells& {
    return state.cells[KeyTable::partition_of(of)];
  };
  for (std::size_t i = begin; i < end; ++i) {
    if (i + kFar < end) cells(ref(i + kFar)).prefetch_place(KeyTable::index_of(ref(i + kFar)));
    if (i + kNear < end) cells(ref(i + kNear)).prefetch_cells(KeyTable::index_of(ref(i + kNear)));
    visit(selection.place(i), cells(ref(i)).cells_of(KeyTable::index_of(ref(i))));
  }
}

/// Everything of the report but what only distinct events have.
[[nodiscard]] std::shared_ptr<CustomerReport> make_customer_report(
    const CustomerState& state, const ReportOptions& options, const CustomerSelection& selection,
    const ParallelFor& parallel);

/// Counted rows of a selection, with repeats of events, and events without them.
struct SelectedRows {
  std::uint64_t rows = 0;
  std::uint64_t events = 0;
};
[[nodiscard]] SelectedRows count_rows(const CustomerState& state,
                                      const CustomerSelection& selection, StopCheck check = {});

}  // namespace footfall
