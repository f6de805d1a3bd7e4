#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/parse/input_layout.h"
#include "model/pipeline/analysis_options.h"
#include "model/pipeline/follow_note.h"
#include "model/pipeline/slices.h"
#include "model/report/report_set.h"
#include "model/report/source_origins.h"

namespace footfall {

/// How far a run is. Bytes are compressed bytes where an input is compressed.
struct Progress {
  std::uint64_t bytes_done = 0;
  std::optional<std::uint64_t> bytes_total;  ///< unknown for pipes
  std::uint64_t rows = 0;                    ///< rows read, of all kinds of report
  double seconds = 0;                        ///< since run() began
};

struct Outcome {
  enum class Kind : std::uint8_t { done, stopped, failed };
  Kind kind = Kind::done;
  /// done: the reports; stopped: those of the rows before the stop, `partial` set, or null where
  /// the run was abandoned; failed: null.
  ReportSetPtr reports;
  /// What slices are computed from; null unless RunOptions::keep_slices.
  SlicesPtr slices;
  /// Where the sources of the reports came from; null where there are no reports.
  SourceOriginsPtr origins = nullptr;
  /// failed: why.
  std::optional<Error> error;
  Progress progress;
};

/// Called from the engine's threads, one call at a time; must return quickly.
struct AnalysisEvents {
  std::function<void(const Progress&)> on_progress;
  /// While loading, at growing intervals; `partial` is set.
  /// Keeping the slices beyond the call makes the next partial result copy them first.
  std::function<void(ReportSetPtr, SlicesPtr)> on_partial;
  /// Every input when it is opened, before any reject of it: its index in Reject::file and its
  /// name. May come while on_rejects is called.
  std::function<void(std::uint32_t input, const std::string& name)> on_input;
  /// Every reject, by input and line, a few at a time; of one report one call after the other, of
  /// several at the same time.
  std::function<void(std::span<const Reject>)> on_rejects;
  /// Of what is followed: inputs from this index on are read again, what came of them is void.
  std::function<void(std::uint32_t first_input)> on_read_again;
};

/// What a look at the files that are followed has found.
struct FollowLook {
  bool more = false;  ///< run() has something to read
  bool open = false;  ///< something may come later
  std::vector<FollowNote> notes;
};

/// One load of one or more inputs ("-" is standard input) into reports: files, folders, archives
/// and workbooks; what of these feeds no report is left out and listed. run() blocks; it makes and
/// joins its worker threads, fewer where the system gives no more. Memory that runs out is
/// ErrorKind::out_of_memory, `where` the input that was read last. After `stopped`, another run()
/// continues where the first one ended, if slices are kept (not amid a stream that was cancelled
/// for the stop); after `done` too, with the inputs that were added; after RunOptions::abandoned
/// none does. The result does not depend on threads, chunk size, row order or input order.
class Analysis {
 public:
  Analysis(std::vector<std::string> inputs, AnalysisOptions options);
  ~Analysis();
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  [[nodiscard]] Outcome run(std::stop_token stop, const AnalysisEvents& events = {});

  /// Inputs to be read after the others by the next run(); not while one lasts. What is read stays
  /// read, and the result is the same as that of a load with all of them.
  /// `own_input`: AnalysisOptions::own_input of them.
  void add_inputs(std::vector<std::string> inputs, InputOptionsByPath own_input = {});

  /// With RunOptions::follow, after a run() that was done: what became of the plain files. Rows
  /// that were written behind the others, and files that took the place of others, are read by the
  /// next run(); a line whose end has not come waits for it. What is packed, pipes and standard
  /// input were read once. A way to read a file that its first MiB shows to be another than it was
  /// at first makes the next run() read it again. The result is the same as that of a load of all
  /// that was ever written. After an error nothing can be gone on with.
  [[nodiscard]] Result<FollowLook> look();
  /// The same; what is there is all there will be, so that lines without an end count.
  [[nodiscard]] Result<FollowLook> end_following();
  /// The inputs that were opened, as Reject::file counts them for AnalysisEvents, in the order of
  /// what was given and, of one name, of time: that of LoadReport.
  [[nodiscard]] std::vector<std::uint32_t> inputs_in_order() const;
  /// The names that are followed, also those that lead nowhere now.
  [[nodiscard]] std::vector<std::string> followed_paths() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace footfall
