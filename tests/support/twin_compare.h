#pragma once

// Runs the engine on inputs and compares everything it says with the plain twin.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "model/pipeline/analysis.h"
#include "tests/support/twin.h"

namespace footfall::testing {

/// A folder of its own for the inputs and outputs of one test program, removed at the end.
class Workshop {
 public:
  Workshop();
  ~Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  /// Writes `in0`, `in1`, ... and returns them with their paths.
  [[nodiscard]] std::vector<twin::Input> write(const std::vector<std::string>& files) const;
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

/// The engine's options for the twin's.
[[nodiscard]] AnalysisOptions engine_options(const twin::Options& options);

/// How the engine is to work; nothing here may change the result.
struct Work {
  unsigned threads = 1;
  std::size_t chunk_bytes = 0;
};

/// Runs the engine; empty where it agrees with `expected`, else the first difference.
[[nodiscard]] std::string difference(const twin::Options& options,
                                     const std::vector<twin::Input>& inputs,
                                     const twin::Result& expected, const Work& work);

/// The same for reports made already.
[[nodiscard]] std::string difference(const twin::Options& options, const ReportSet& reports,
                                     const twin::Result& expected,
                                     const std::vector<twin::Input>& inputs);

/// Writes the files and compares a load of them with the twin's.
[[nodiscard]] std::string check_load(const Workshop& workshop, const twin::Options& options,
                                     const std::vector<std::string>& files, const Work& work);

/// Compares a slice of a load made for `options`, asked for the report and filter of `slice`. Empty
/// also where another report zone needs a new load.
[[nodiscard]] std::string check_slice(const Workshop& workshop, const twin::Options& options,
                                      const twin::Options& slice,
                                      const std::vector<std::string>& files, const Work& work);

/// Leaves out lines of the files as long as `fails` says so, and shows what is left with its bytes
/// escaped.
[[nodiscard]] std::string minimized(
    std::vector<std::string> files,
    const std::function<bool(const std::vector<std::string>&)>& fails);

/// Compares one load that makes all four reports with four runs of the twin, on `count` random
/// inputs.
[[nodiscard]] std::string compare_together_at_random(twin::Format format, bool dirty,
                                                     std::uint64_t seed, std::uint64_t count);

/// How many of `count` rounds to run: FOOTFALL_RANDOM_ROUNDS times as many, or one of
/// FOOTFALL_RANDOM_DIVISOR; at least one.
[[nodiscard]] std::uint64_t rounds_of(std::uint64_t count);

/// Compares the engine with the twin on `count` random inputs from `seed` on: as they are, split
/// into chunks of every size, on one to eight threads, files in another order, and slices. Empty,
/// or the first failure with its seed and smallest input.
[[nodiscard]] std::string compare_at_random(twin::Report report, twin::Format format, bool dirty,
                                            std::uint64_t seed, std::uint64_t count);

}  // namespace footfall::testing
