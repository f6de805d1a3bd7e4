#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "model/core/parallel.h"
#include "model/core/report_kind.h"
#include "model/input/chunk_reader.h"
#include "model/parse/input_formats.h"
#include "model/pipeline/analysis_options.h"
#include "model/pipeline/reject_log.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/page_totals.h"
#include "model/report/peak_cause.h"
#include "model/report/report_set.h"

// One kind of report as the pipeline sees it, whatever its rows are.
namespace footfall {

/// A thread's share of the work for one kind of report: parses chunks, checks and filters rows,
/// adds them to a state of its own.
class ReportWorker {
 public:
  virtual ~ReportWorker() = default;
  /// Adds a chunk's rows to the state and its rejects to `rejects` (details only where `details`).
  /// `scratch` is the thread's, for all its workers.
  virtual void consume(const ChunkPiece& piece, const InputLayout& layout, ChunkScratch& scratch,
                       bool details, ChunkRejects& rejects) = 0;
  /// Row counts of the state, by input.
  [[nodiscard]] virtual const std::vector<RowCounts>& counts() const = 0;
};

/// The finished state of one kind of report: makes reports for filters and options. Immutable.
class ReportCells {
 public:
  virtual ~ReportCells() = default;
  [[nodiscard]] virtual ReportPtr report(const ReportOptions& options, const Filter& filter,
                                         const ParallelFor& parallel) const = 0;
  [[nodiscard]] virtual bool can_report(const ReportOptions& options,
                                        const Filter& filter) const = 0;
  /// The rows of a load's filter are in the cells: report() has to leave them out.
  [[nodiscard]] virtual bool filters_later() const = 0;
  /// Moves the rows that report() leaves out from the counted to the filtered ones.
  virtual void count_filtered(const ReportOptions& options, const Filter& filter,
                              const ParallelFor& parallel, RowCounts& rows) const = 0;
  [[nodiscard]] virtual std::uint64_t rows(const ReportOptions& options, const Filter& filter,
                                           const ParallelFor& parallel) const = 0;
  /// What cleanings could leave of the rows; nothing where they are no rows of logs.
  [[nodiscard]] virtual CleaningCounts cleaning_counts(const ParallelFor& parallel) const = 0;
  /// What made spans of time; nothing where no visitors are kept.
  [[nodiscard]] virtual PeakCauses peak_causes(const ReportOptions& options, const Filter& filter,
                                               std::span<const TimeSpan> spans,
                                               const ParallelFor& parallel) const = 0;
  /// The pages over the whole time; null where no visitors are kept.
  [[nodiscard]] virtual PageTotalsPtr page_totals(const ReportOptions& options,
                                                  const Filter& filter,
                                                  const ParallelFor& parallel) const = 0;
  /// Campaigns by date; nothing where there are none.
  [[nodiscard]] virtual CampaignDays campaign_days(const ReportOptions& options,
                                                   const Filter& filter,
                                                   const std::vector<std::string>& names,
                                                   const ParallelFor& parallel) const = 0;
  [[nodiscard]] virtual std::size_t memory() const = 0;
};

/// count_filtered() of cells that can only count the rows that match.
void count_filtered_step_by_step(const ReportCells& cells, EventType events,
                                 const ReportOptions& options, const Filter& filter,
                                 const ParallelFor& parallel, RowCounts& rows);

/// Makes workers and gathers their states.
class ReportStage {
 public:
  virtual ~ReportStage() = default;
  [[nodiscard]] virtual ReportKind kind() const = 0;
  [[nodiscard]] virtual std::unique_ptr<ReportWorker> make_worker() const = 0;
  /// Merges the workers' states into the gathered one and finishes it.
  virtual void gather(std::vector<std::unique_ptr<ReportWorker>>&& workers,
                      const ParallelFor& parallel) = 0;
  /// The gathered state; stays as it is whatever is gathered later.
  [[nodiscard]] virtual std::shared_ptr<const ReportCells> cells() const = 0;

  /// The gathered state, to go back to; while it is held, the next gather() goes on with a copy.
  [[nodiscard]] virtual std::shared_ptr<const void> state() const = 0;
  virtual void go_back_to(const std::shared_ptr<const void>& state) = 0;
  /// ReportOptions::now of the workers made from now on.
  virtual void set_clock(std::int64_t now) = 0;
};

[[nodiscard]] std::unique_ptr<ReportStage> make_stage(ReportKind kind,
                                                      const AnalysisOptions& options);

}  // namespace footfall
