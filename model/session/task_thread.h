#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

#include "model/core/error.h"

namespace footfall {

/// One thread that does blocking tasks in the order they came. The destructor drops tasks that have
/// not begun, asks the running one to stop by its token, and joins. A task may end by throwing
/// Stopped; anything else that comes out of it is told to who posted it.
class TaskThread {
 public:
  using Task = std::function<void(const std::stop_token&)>;
  /// Called once where a task threw, on the thread; where no thread can be had, in post(). Called
  /// again while it throws for lack of memory itself.
  using Failed = std::function<void(const Error&)>;

  TaskThread() = default;
  /// Gives way to other threads, as far as the system lets it: the window's comes first.
  explicit TaskThread(int niceness) : niceness_(niceness) {}
  TaskThread(const TaskThread&) = delete;
  TaskThread& operator=(const TaskThread&) = delete;
  ~TaskThread();

  /// Never blocks. The thread is made with the first task.
  void post(Task task, Failed failed = {});

  /// Destroys `object` on the thread: the last reference to a large result is costly to drop.
  template <class Shared>
  void dispose(Shared object) {
    if (object) post([kept = std::move(object)](const std::stop_token&) mutable { kept.reset(); });
  }

  /// Asks the running task to stop and does not wait for it.
  void request_stop() { thread_.request_stop(); }

  /// Drops what has not begun, stops what runs, and joins. Tasks posted later are ignored.
  void close();

 private:
  struct Job {
    Task task;
    Failed failed;
  };

  void work(const std::stop_token& stop);

  int niceness_ = 0;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<Job> jobs_;  // guarded by mutex_
  bool closed_ = false;   // guarded by mutex_
  std::jthread thread_;
};

/// Calls `tell`, again and again where it finds no memory: what failed before it gives back what it
/// had, sooner or later. Gives up after some seconds, or when `stop` is requested.
template <class Tell>
void tell_patiently(const Tell& tell, const std::stop_token& stop) {
  constexpr int kAttempts = 250;
  constexpr std::chrono::milliseconds kPause{20};
  for (int attempt = 0; attempt < kAttempts && !stop.stop_requested(); ++attempt) {
    try {
      return tell();
    } catch (...) {
      std::this_thread::sleep_for(kPause);
    }
  }
}

}  // namespace footfall
