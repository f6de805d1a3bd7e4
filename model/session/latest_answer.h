#pragma once

#include <QMetaObject>
#include <QObject>
#include <cstdint>
#include <stop_token>
#include <utility>

#include "model/session/task_thread.h"

namespace footfall {

/// A question that is asked again and again, of which only the last one is to be answered: those
/// before are stopped, and what they find goes nowhere. A member of the object that asks, which
/// joins the thread before it ends; used on that object's thread.
class LatestAnswer {
 public:
  explicit LatestAnswer(QObject* asks) : asks_(asks) {}
  LatestAnswer(const LatestAnswer&) = delete;
  LatestAnswer& operator=(const LatestAnswer&) = delete;

  /// Nothing that was asked is wanted any more.
  void forget() {
    ++number_;
    stop_.request_stop();
  }

  /// Forgets, and returns what an answer is told with, from any thread: `take(answer)` is called on
  /// the asking object's thread, later, unless something else was asked by then.
  template <class Take>
  [[nodiscard]] auto begin(Take take) {
    forget();
    stop_ = {};
    return [this, asks = asks_, number = number_, take = std::move(take)](auto answer) {
      QMetaObject::invokeMethod(
          asks,
          [this, number, take, answer = std::move(answer)] {
            if (number == number_) take(answer);
          },
          Qt::QueuedConnection);
    };
  }

  /// Does `find(stop)` on the thread for what was begun last; it is asked to stop when something
  /// else is asked, or the thread is closed.
  template <class Find>
  void post(TaskThread& thread, Find find, TaskThread::Failed failed = {}) {
    thread.post(
        [find = std::move(find), outdated = stop_](const std::stop_token& closing) mutable {
          if (outdated.stop_requested()) return;
          const std::stop_callback close(closing, [&outdated] { outdated.request_stop(); });
          find(outdated.get_token());
        },
        std::move(failed));
  }

 private:
  QObject* asks_;
  std::uint64_t number_ = 0;  // of the last question
  std::stop_source stop_;     // of it
};

}  // namespace footfall
