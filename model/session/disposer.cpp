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

template <class Kept>
std::shared_ptr<const Kept> Disposer::leave_by(const std::shared_ptr<Exit>& exit,
                                               std::shared_ptr<const Kept> kept) {
  if (!kept) return nullptr;
  const Kept* address = kept.get();
  return {address, [exit, kept = std::move(kept)](const Kept*) mutable {
            // Freed in place where the thread is gone, or there is no memory to ask it. The task
            // empties the box that both hold: where each held a reference, whoever let go last
            // would free the report.
            try {
              const auto box = std::make_shared<std::shared_ptr<const Kept>>(std::move(kept));
              const std::lock_guard lock(exit->mutex);
              if (exit->thread) exit->thread->post([box](const std::stop_token&) { box->reset(); });
            } catch (...) {
            }
            kept.reset();
          }};
}

ReportSetPtr Disposer::guard(const ReportSetPtr& reports) const {
  if (!reports) return nullptr;
  auto guarded = std::make_shared<ReportSet>(*reports);
  for (ReportPtr& report : guarded->reports) report = leave_by(exit_, report);
  return leave_by<ReportSet>(exit_, std::move(guarded));
}

}  // namespace footfall
