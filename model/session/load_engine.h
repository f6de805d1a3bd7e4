#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "model/pipeline/analysis.h"
#include "model/pipeline/detection.h"

namespace footfall {

/// One load of some files, as Analysis does it: run() blocks; after `stopped` another run()
/// continues, and so it does after `done` where inputs were added.
class Load {
 public:
  virtual ~Load() = default;
  [[nodiscard]] virtual Outcome run(std::stop_token stop, const AnalysisEvents& events) = 0;
  /// Between two runs: inputs to be read after the others.
  /// `own_input`: AnalysisOptions::own_input of them.
  virtual void add_inputs(std::vector<std::string> inputs, InputOptionsByPath own_input) = 0;
  /// With RunOptions::follow, between two runs: what came to the files, as Analysis tells it.
  [[nodiscard]] virtual Result<FollowLook> look() { return FollowLook{}; }
  [[nodiscard]] virtual Result<FollowLook> end_following() { return FollowLook{}; }
};

/// Where the session gets its work done; tests put their own in its place. Both functions are
/// called on worker threads.
struct LoadEngine {
  std::function<std::unique_ptr<Load>(std::vector<std::string> inputs, AnalysisOptions options)>
      make_load;
  std::function<Result<Detection>(const std::string& path, const InputOptions& options)> detect;
  /// What a file that feeds no report looks like; null where it is nothing to look at. May be
  /// empty.
  std::function<std::shared_ptr<const InputLayout>(const std::string& path)> look = {};
};

/// The real thing: Analysis, detect_reports() and look_at_input().
[[nodiscard]] LoadEngine file_engine();

}  // namespace footfall
