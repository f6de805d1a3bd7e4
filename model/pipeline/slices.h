#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/pipeline/analysis_options.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/page_totals.h"
#include "model/report/peak_cause.h"
#include "model/report/report_set.h"

namespace footfall {

/// The kept state of a load: not one slice, but what all of them are cut from. It holds what was
/// read in compact form, so that reports can be made again for a filter, other rates, allowed event
/// types, shards, ranking length or a whole-hour report zone without reading the files again.
/// Immutable and shared between threads.
class Slices {
 public:
  virtual ~Slices() = default;

  /// False when `options` or `filter` need a new load: another `now`, source zone, visitor key,
  /// distinct events, or a zone whose hours do not fall on UTC hours.
  [[nodiscard]] virtual bool can_report(const ReportOptions& options,
                                        const Filter& filter) const = 0;

  /// The reports as if only the matching rows had been read; blocking. Counts reconcile: rows that
  /// do not match are filtered. Null when stopped.
  [[nodiscard]] virtual ReportSetPtr report(const ReportOptions& options, const Filter& filter,
                                            const std::stop_token& stop) const = 0;
  [[nodiscard]] ReportSetPtr report(const ReportOptions& options, const Filter& filter) const {
    return report(options, filter, {});
  }

  /// What cleanings could leave of the counted rows of a report, whatever the filter; blocking.
  /// Throws Stopped.
  [[nodiscard]] virtual CleaningCounts cleaning_counts(ReportKind /*kind*/,
                                                       const std::stop_token& /*stop*/) const {
    return {};
  }

  /// What made spans of time in the hourly visitors of a filter, in their order; blocking. Nothing
  /// where no visitors are kept. Throws Stopped.
  [[nodiscard]] virtual PeakCauses peak_causes(const ReportOptions& /*options*/,
                                               const Filter& /*filter*/,
                                               std::span<const TimeSpan> /*spans*/,
                                               const std::stop_token& /*stop*/) const {
    return {};
  }

  /// The pages in the hourly visitors of a filter over its whole time; blocking. Null where no
  /// visitors are kept. Throws Stopped.
  [[nodiscard]] virtual PageTotalsPtr page_totals(const ReportOptions& /*options*/,
                                                  const Filter& /*filter*/,
                                                  const std::stop_token& /*stop*/) const {
    return nullptr;
  }

  /// Campaigns of a filter by date: each of these alone, or all together where none is named;
  /// blocking. Nothing where there are none. Throws Stopped.
  [[nodiscard]] virtual CampaignDays campaign_days(const ReportOptions& /*options*/,
                                                   const Filter& /*filter*/,
                                                   const std::vector<std::string>& /*names*/,
                                                   const std::stop_token& /*stop*/) const {
    return {};
  }

  /// Bytes held, for people.
  [[nodiscard]] virtual std::size_t memory() const = 0;
};

using SlicesPtr = std::shared_ptr<const Slices>;

}  // namespace footfall
