#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace footfall {

/// One thread that does blocking tasks in the order they came. The destructor drops tasks that have
/// not begun, asks the running one to stop by its token, and joins. A task may end by throwing
/// Stopped.
class TaskThread {
 public:
  using Task = std::function<void(const std::stop_token&)>;

  TaskThread() = default;
  /// Gives way to other threads, as far as the system lets it: the window's comes first.
  explicit TaskThread(int niceness) : niceness_(niceness) {}
  TaskThread(const TaskThread&) = delete;
  TaskThread& operator=(const TaskThread&) = delete;
  ~TaskThread();

  /// Never blocks. The thread is made with the first task.
  void post(Task task);

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
  void work(const std::stop_token& stop);

  int niceness_ = 0;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<Task> tasks_;  // guarded by mutex_
  bool closed_ = false;     // guarded by mutex_
  std::jthread thread_;
};

}  // namespace footfall
