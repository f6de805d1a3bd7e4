#include "model/session/disposer.h"

#include <utility>

namespace footfall {

Disposer::~Disposer() {
  {
    const std::lock_guard lock(exit_->mutex);
    exit_->thread = nullptr;
  }
  thread_.close();
}

template <class Report>
std::shared_ptr<const Report> Disposer::leave_by(const std::shared_ptr<Exit>& exit,
                                                 std::shared_ptr<const Report> report) {
  if (!report) return nullptr;
  const Report* address = report.get();
  return {address, [exit, kept = std::move(report)](const Report*) mutable {
            // Freed in place where the thread is gone, or there is no memory to ask it.
            try {
              const std::lock_guard lock(exit->mutex);
              if (exit->thread) exit->thread->dispose(kept);
            } catch (...) {
            }
            kept.reset();
          }};
}

ReportSetPtr Disposer::guard(const ReportSetPtr& reports) const {
  if (!reports) return nullptr;
  auto guarded = std::make_shared<ReportSet>(*reports);
  guarded->visitors = leave_by(exit_, guarded->visitors);
  guarded->customers = leave_by(exit_, guarded->customers);
  guarded->campaigns = leave_by(exit_, guarded->campaigns);
  guarded->activity = leave_by(exit_, guarded->activity);
  return leave_by<ReportSet>(exit_, std::move(guarded));
}

}  // namespace footfall
