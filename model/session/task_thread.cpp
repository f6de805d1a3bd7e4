#include "model/session/task_thread.h"

#include "model/core/parallel.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace footfall {
namespace {

// On Linux niceness belongs to a thread, and threads it makes begin with the same.
void be_nice([[maybe_unused]] int niceness) {
#ifdef __linux__
  if (niceness != 0) setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + niceness);
#endif
}

}  // namespace

TaskThread::~TaskThread() { close(); }

void TaskThread::post(Task task) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    tasks_.push_back(std::move(task));
  }
  if (!thread_.joinable()) {
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
  } else {
    wake_.notify_one();
  }
}

void TaskThread::close() {
  std::deque<Task> dropped;
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    dropped.swap(tasks_);
  }
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void TaskThread::work(const std::stop_token& stop) {
  be_nice(niceness_);
  while (true) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [this] { return !tasks_.empty(); })) return;
      if (stop.stop_requested()) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    try {
      task(stop);
    } catch (const Stopped&) {
    }
  }
}

}  // namespace footfall
