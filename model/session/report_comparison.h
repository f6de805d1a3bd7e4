#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "model/pipeline/compared_periods.h"
#include "model/report/table.h"
#include "model/session/disposer.h"

namespace footfall {

/// Why a report is not compared with another period.
enum class NotCompared : std::uint8_t {
  no_time,       ///< its events have none
  database,      ///< its rows are in a database
  no_beginning,  ///< nothing is before a period that begins where the data do
  read_through,  ///< its rows went through a filter while they were read
  open_ended,    ///< reads_only_some(), and an end of the period is left open
};

/// A report beside that of another period.
struct ReportComparison {
  std::optional<NotCompared> fault;  ///< all else is empty
  ComparedPeriods periods;
  /// The compared forms of its tables whose rows one column names.
  std::vector<TablePtr> tables = {};
};
using ReportComparisonPtr = std::shared_ptr<const ReportComparison>;
using ReportComparisons = ByKind<ReportKind, ReportComparisonPtr>;

/// What keeps a report of files from being compared, if anything; `read` is the filter that its
/// rows were read through.
[[nodiscard]] std::optional<NotCompared> why_not_compared(ReportKind kind,
                                                          const ReportOptions& options,
                                                          const Filter& filter,
                                                          const ComparedWith& with,
                                                          const Filter& read);

/// Blocking; null when stopped. `now` holds the report of the filter, and `whole` that without
/// one, if it was made with the same zone and step. What is made here is freed by `disposer`.
[[nodiscard]] ReportComparisonPtr compare_report(const Slices& slices, ReportKind kind,
                                                 const ReportOptions& options, const Filter& filter,
                                                 const ComparedWith& with, const ReportSetPtr& now,
                                                 ReportSetPtr whole, const Disposer& disposer,
                                                 const std::stop_token& stop);

}  // namespace footfall
