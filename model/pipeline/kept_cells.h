#pragma once

#include <memory>

#include "model/pipeline/report_stage.h"
#include "model/pipeline/slices.h"

namespace footfall {

/// The finished cells of a load and its books; reports are made from these, whole or sliced.
class KeptCells final : public Slices {
 public:
  struct Base {
    ReportOptions options;  ///< of the load
    bool slices = false;    ///< the cells can answer filters
    bool partial = false;
    unsigned threads = 1;
    ByKind<ReportKind, std::shared_ptr<const ReportCells>> cells;  ///< null: not fed
    ByKind<ReportKind, LoadReport> load;
  };
  explicit KeptCells(Base base) : base_(std::move(base)) {}

  [[nodiscard]] bool can_report(const ReportOptions& options, const Filter& filter) const override;
  using Slices::report;
  [[nodiscard]] ReportSetPtr report(const ReportOptions& options, const Filter& filter,
                                    const std::stop_token& stop) const override;
  [[nodiscard]] CleaningCounts cleaning_counts(ReportKind kind,
                                               const std::stop_token& stop) const override;
  [[nodiscard]] PeakCauses peak_causes(const ReportOptions& options, const Filter& filter,
                                       std::span<const TimeSpan> spans,
                                       const std::stop_token& stop) const override;
  [[nodiscard]] PageTotalsPtr page_totals(const ReportOptions& options, const Filter& filter,
                                          const std::stop_token& stop) const override;
  [[nodiscard]] CampaignDays campaign_days(const ReportOptions& options, const Filter& filter,
                                           const std::vector<std::string>& names,
                                           const std::stop_token& stop) const override;
  [[nodiscard]] std::size_t memory() const override;

  /// The reports of the load itself. `applied` is the filter rows already went through.
  [[nodiscard]] ReportSetPtr whole(const Filter& applied, const ParallelFor& parallel) const;

 private:
  // `later`: the filter of cells that no filter was applied to before.
  [[nodiscard]] ReportSetPtr make(const ReportOptions& options, const Filter& filter,
                                  const Filter& later, const ParallelFor& parallel) const;
  Base base_;
};

}  // namespace footfall
