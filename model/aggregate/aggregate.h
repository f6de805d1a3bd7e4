#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

#include "model/core/parallel.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// What an aggregate keeps beside what the plain report needs.
struct AggregateOptions {
  ReportOptions report;
  bool keep_slices = false;  ///< keep what report() needs for filters and changed options
  /// Once it is requested add() and end_chunk() may throw Stopped.
  std::stop_token abandoned;
  /// With slices: keep what filters of visitors need (RunOptions).
  bool keep_visits = false;
};

/// What pipeline/ is written against: the state from which one report is made. It belongs to one
/// thread until it is moved away; a copy goes on by itself. Where the ParallelFor is stopped, each
/// function that takes one throws Stopped every few thousand keys; a state that was changing may
/// only be destroyed then.
template <class State>
concept Aggregate = std::copyable<State> &&
    std::constructible_from<State, const AggregateOptions&> &&
    requires(State state, const State finished, std::vector<State> others,
             const typename State::Row& row, const ReportOptions& options, const Filter& filter,
             const ParallelFor& parallel) {
  // State::Row is a typed row (parse/rows.h), State::Report a report (report/..._report.h).

  // May only stage the row: its views stay valid until end_chunk(), behind which every staged row
  // is in the state.
  { state.add(row) } -> std::same_as<void>;
  { state.end_chunk() } -> std::same_as<void>;

  // Exact; the order of merges does not matter.
  { state.merge(std::move(others), parallel) } -> std::same_as<void>;
  // Canonical compact form; add() and merge() may follow.
  { state.finish(parallel) } -> std::same_as<void>;

  // The rest is asked of a finished state, const and thread-safe.

  // The report as if only matching rows had been added. Without kept slices the filter must be
  // empty.
  requires std::same_as<decltype(finished.report(options, filter, parallel)),
                        std::shared_ptr<const typename State::Report>>;
  // False where report() would need the rows.
  { finished.can_report(options, filter) } -> std::same_as<bool>;
  // Counted rows that match. A state that has `kFiltersLater` is given all rows, whatever the
  // filter of the load, and counts what it leaves out by reason itself: count_filtered().
  { finished.rows(options, filter, parallel) } -> std::same_as<std::uint64_t>;
  // Bytes held.
  { finished.memory() } -> std::same_as<std::size_t>;
};

}  // namespace footfall
