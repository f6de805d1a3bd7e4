#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "model/core/report_kind.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/customer_report.h"
#include "model/report/filter.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/load_report.h"
#include "model/report/user_activity_report.h"

namespace footfall {

/// The immutable result that feeds every table, chart and export. A report that was not asked for,
/// or that no source feeds, is null.
struct ReportSet {
  HourlyVisitorsPtr visitors;
  CustomerReportPtr customers;
  CampaignRankingPtr campaigns;
  UserActivityPtr activity;

  std::array<LoadReport, kReportKinds> load;  ///< by ReportKind
  Filter filter;                              ///< the slice these reports show
  bool partial = false;                       ///< covers only the first rows of the sources

  [[nodiscard]] const LoadReport& load_of(ReportKind kind) const {
    return load[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] bool has(ReportKind kind) const;
  /// The tables a report is exported as, main table first.
  [[nodiscard]] std::vector<TablePtr> tables(ReportKind kind) const;
  /// Gives the memory of spilled results back (SpillVector) until they are looked at again; for
  /// whoever has read many of their rows. Nothing else changes: other threads may go on reading.
  void release() const;
};

using ReportSetPtr = std::shared_ptr<const ReportSet>;

}  // namespace footfall
