#pragma once

#include <atomic>
#include <string>

#include "app/cli_options.h"
#include "app/progress_line.h"
#include "model/export/temporary_files.h"
#include "model/input/file_watch.h"

namespace footfall {

/// The way for a signal to end the following.
class FollowStop {
 public:
  /// True for the first signal that ends it; from the thread that handles signals.
  bool take(int signal);
  void begin() { following_ = true; }
  [[nodiscard]] bool wanted() const { return wanted_; }
  [[nodiscard]] FileWatch& watch() { return watch_; }

 private:
  FileWatch watch_;
  std::atomic<bool> following_ = false;
  std::atomic<bool> wanted_ = false;
};

struct FollowEnd {
  int status = 0;
  std::string complaint;  ///< where the status is not 0
  std::string words;      ///< what is said at the end
};

/// Reads the inputs, then what comes to them, until a signal ends it or nothing can come any more.
/// Whenever rows came the files are replaced together by those of a run over all that was read;
/// where such a run would fail they stay as they are. Replacing begins at most once in 0.8 seconds
/// and, where it takes long, takes one part in ten of the time.
[[nodiscard]] FollowEnd run_following(const CliOptions& options, const std::string& warnings,
                                      TemporaryFiles& temporary, ProgressLine& progress,
                                      FollowStop& stop);

}  // namespace footfall
