#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "model/pipeline/slices.h"
#include "model/report/comparison_notes.h"

namespace footfall {

/// One report of two periods, out of one reading.
struct ComparedPeriods {
  ReportSetPtr now;  ///< the report of the period itself
  ReportSetPtr before;
  bool known = false;             ///< false: no rows tell which periods are compared
  Comparison periods;             ///< of nothing, where they are not known
  std::uint64_t rows_before = 0;  ///< counted in the other period
  std::vector<ComparisonNote> notes;
};

/// Blocking; nothing when stopped. `data` is the extent of all rows, where it is known; `now` the
/// report of the filter, where it is made already.
[[nodiscard]] std::optional<ComparedPeriods> compare_periods(
    const Slices& slices, ReportKind kind, ReportOptions options, const Filter& filter,
    const ComparedWith& with, std::optional<TimeExtent> data, ReportSetPtr now,
    const std::stop_token& stop);

/// Conditions on payments, and types of events that are allowed, leave rows out while they are
/// read: what is kept does not tell where the data begin and end.
[[nodiscard]] bool reads_only_some(ReportKind kind, const ReportOptions& options,
                                   const Filter& filter);

}  // namespace footfall
