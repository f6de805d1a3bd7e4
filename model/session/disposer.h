#pragma once

#include <memory>
#include <mutex>

#include "model/report/report_set.h"
#include "model/session/task_thread.h"

namespace footfall {

/// Frees large reports on a thread of its own. Pages, tables and charts each hold a part of a
/// report and let go of it when they show the next one; whoever is last would wait for millions of
/// small objects to be freed.
class Disposer {
 public:
  Disposer() : exit_(std::make_shared<Exit>()) { exit_->thread = &thread_; }
  ~Disposer();
  Disposer(const Disposer&) = delete;
  Disposer& operator=(const Disposer&) = delete;

  /// The same reports, each freed on the thread when its last reference goes; where that is after
  /// the disposer, then in place. Null stays null.
  [[nodiscard]] ReportSetPtr guard(const ReportSetPtr& reports) const;

 private:
  struct Exit {
    std::mutex mutex;
    TaskThread* thread = nullptr;  // guarded by mutex
  };
  template <class Kept>
  static std::shared_ptr<const Kept> leave_by(const std::shared_ptr<Exit>& exit,
                                              std::shared_ptr<const Kept> kept);

  TaskThread thread_;
  std::shared_ptr<Exit> exit_;
};

}  // namespace footfall
