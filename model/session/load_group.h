#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "model/session/load_engine.h"
#include "model/session/report_comparison.h"
#include "model/session/session_states.h"
#include "model/session/source.h"
#include "model/session/table_stream.h"

namespace footfall {

/// What a load gave, and what it was asked.
struct LoadResult {
  ReportSetPtr whole;
  SlicesPtr slices;
  ReportOptions options;
  Filter filter;
  SourceOriginsPtr origins = nullptr;  ///< of a run that is over
};

/// What a run says while it lasts; written by the engine, read by the session's timer.
struct ProgressBox {
  std::mutex mutex;
  Progress latest;
};

/// Sources that share reports, hence are read together. Files that are opened later are read after
/// the others; any other change of its inputs makes a new group.
struct LoadGroup {
  std::uint64_t id = 0;  ///< the generation: answers that carry another one are late
  ReportKinds kinds;
  std::vector<std::string> inputs;
  std::size_t handed = 0;  ///< of `inputs`, to the load
  std::size_t whole = 0;   ///< of `inputs`, read to their ends
  AnalysisOptions options;
  LoadStates state{LoadState::waiting};
  bool begun = false;    ///< `options` are those of its reading, no longer to be chosen
  bool counted = false;  ///< part of the progress shown

  bool growing = false;          ///< what runs reads what came to files that are followed
  bool looking = false;          ///< for such, on the load thread
  bool ending = false;           ///< the next run is the last that follows
  bool ended = false;            ///< it was begun: nothing can be added any more
  std::int64_t began = 0;        ///< the last run that was growing, in milliseconds of the clock
  std::int64_t rests_until = 0;  ///< so that growing takes one part in ten of the time
  std::set<std::string> read_once = {};  ///< of `inputs`: not followed

  /// Made and used on the load thread only; here to be continued.
  std::shared_ptr<std::unique_ptr<Load>> load = std::make_shared<std::unique_ptr<Load>>();
  std::shared_ptr<ProgressBox> progress = std::make_shared<ProgressBox>();
  std::stop_source stop;       ///< reading; what was read is still wanted
  std::stop_source abandoned;  ///< nothing is wanted any more
  /// Those among `inputs`.
  std::shared_ptr<FetchedTables> tables = std::make_shared<FetchedTables>();
  std::uint64_t bytes_total = 0;
  /// Partial results are wanted with their slices: the window shows something else than the whole.
  std::shared_ptr<std::atomic<bool>> sliced = std::make_shared<std::atomic<bool>>(false);

  LoadResult result;  ///< an earlier group's until this one has its own
  bool own_result = false;
  ReportSetPtr shown;           ///< the slice that the window shows
  ReportComparisons compared;   ///< of `shown`
  ReportOptions shown_options;  ///< the same
  std::shared_ptr<std::atomic<std::uint64_t>> slice_wanted =
      std::make_shared<std::atomic<std::uint64_t>>(0);
  std::uint64_t slice_shown = 0;
  std::optional<Error> slice_error;  ///< why `shown` does not follow the filter and options
  std::stop_source slice_stop;       ///< of the slices for the present filter and options

  /// True where `wanted` are its inputs and more behind them, none of which is among `changed`.
  [[nodiscard]] bool can_take(const std::vector<std::string>& wanted,
                              const std::set<std::string>& changed) const;
  /// Rows may have been left out for being later than the load's clock: with a later clock they
  /// would count, so that what was read cannot be added to.
  [[nodiscard]] bool depends_on_clock() const;
  [[nodiscard]] bool active() const {
    return !growing && (state == LoadState::waiting || state == LoadState::running);
  }
  [[nodiscard]] bool follows() const { return begun && options.run.follow && !ended; }
};

/// Which sources are read together: those that feed a common report, directly or through others.
struct LoadPlan {
  ReportKinds kinds;
  std::vector<std::string> inputs;  ///< in the order of the sources
  std::uint64_t bytes = 0;
};
[[nodiscard]] std::vector<LoadPlan> plan_loads(const std::vector<Source>& sources);

}  // namespace footfall
