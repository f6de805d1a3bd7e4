#pragma once

#include <memory>
#include <vector>

#include "model/core/report_kind.h"
#include "model/report/filter.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/load_report.h"
#include "model/report/report.h"

namespace footfall {

/// The immutable result that feeds every table, chart and export. A report that was not asked for,
/// or that no source feeds, is null.
struct ReportSet {
  ByKind<ReportKind, ReportPtr> reports;
  ByKind<ReportKind, LoadReport> load;
  Filter filter;         ///< the slice these reports show
  bool partial = false;  ///< covers only the first rows of the sources

  [[nodiscard]] bool has(ReportKind kind) const { return reports[kind] != nullptr; }
  /// The report as what it is: get<HourlyVisitorsReport>().
  template <class OneReport>
  [[nodiscard]] std::shared_ptr<const OneReport> get() const {
    return std::static_pointer_cast<const OneReport>(reports[OneReport::kKind]);
  }
  void put(ReportPtr report) {
    const ReportKind kind = report->kind();
    reports[kind] = std::move(report);
  }

  [[nodiscard]] const LoadReport& load_of(ReportKind kind) const { return load[kind]; }
  /// The tables a report is exported as, main table first.
  [[nodiscard]] std::vector<TablePtr> tables(ReportKind kind) const;
  /// Gives the memory of spilled results back (SpillVector) until they are looked at again; for
  /// whoever has read many of their rows. Nothing else changes: other threads may go on reading.
  void release() const;
};

using ReportSetPtr = std::shared_ptr<const ReportSet>;

}  // namespace footfall
