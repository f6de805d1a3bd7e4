#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "model/session/load_engine.h"

namespace footfall::test {

/// An engine whose files are numbers of rows and whose loads go on only as far as the test lets
/// them. Every report counts `pageviews` = rows; a slice with a filter has a tenth of them, one
/// with conditions needs a new load.
class FakeEngine {
 public:
  struct File {
    ReportKinds kinds;
    std::uint64_t rows = 0;
    std::optional<Error> detect_error = {};
    std::optional<Error> load_error = {};
    bool no_memory = false;  ///< its load runs out of memory, and throws
  };

  void put(const std::string& path, File file) {
    const std::lock_guard lock(mutex_);
    files_[path] = std::move(file);
  }
  /// Loads may read so many rows in all and then wait.
  void allow_rows(std::uint64_t rows) {
    const std::lock_guard lock(mutex_);
    allowed_ = rows;
    wake_.notify_all();
  }
  /// Counts of what cleanings leave are held, too.
  void hold_slices(bool hold) {
    const std::lock_guard lock(mutex_);
    hold_slices_ = hold;
    wake_.notify_all();
  }
  /// Slices run out of memory, and throw.
  void fail_slices(bool fail) {
    const std::lock_guard lock(mutex_);
    fail_slices_ = fail;
  }
  [[nodiscard]] int loads_made() const {
    const std::lock_guard lock(mutex_);
    return loads_made_;
  }
  [[nodiscard]] int slices_made() const {
    const std::lock_guard lock(mutex_);
    return slices_made_;
  }
  [[nodiscard]] int counts_begun() const {
    const std::lock_guard lock(mutex_);
    return counts_begun_;
  }
  [[nodiscard]] LoadEngine engine();

  static ReportSetPtr report(ReportKinds kinds, const std::map<std::string, std::uint64_t>& rows,
                             std::uint64_t divisor, bool partial, const Filter& filter);

 private:
  friend class FakeLoad;
  friend class FakeSlices;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::map<std::string, File> files_;
  std::uint64_t allowed_ = UINT64_MAX;
  std::uint64_t given_ = 0;
  bool hold_slices_ = false;
  bool fail_slices_ = false;
  int loads_made_ = 0;
  int slices_made_ = 0;
  int counts_begun_ = 0;
};

}  // namespace footfall::test
