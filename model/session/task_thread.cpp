#include "model/session/task_thread.h"

#include <utility>

#include "model/core/failure.h"
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

void TaskThread::post(Task task, Failed failed) {
  Job job{std::move(task), std::move(failed)};
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    jobs_.push_back(std::move(job));
  }
  if (thread_.joinable()) {
    wake_.notify_one();
    return;
  }
  try {
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
  } catch (...) {
    const Error error = current_failure();
    {
      const std::lock_guard lock(mutex_);
      job = std::move(jobs_.back());
      jobs_.pop_back();
    }
    if (job.failed) job.failed(error);
  }
}

void TaskThread::close() {
  std::deque<Job> dropped;
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    dropped.swap(jobs_);
  }
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void TaskThread::work(const std::stop_token& stop) {
  be_nice(niceness_);
  while (true) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [this] { return !jobs_.empty(); })) return;
      if (stop.stop_requested()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    try {
      job.task(stop);
    } catch (const Stopped&) {
    } catch (...) {
      const Error error = current_failure();
      job.task = {};  // with what it holds
      if (job.failed) tell_patiently([&] { job.failed(error); }, stop);
    }
  }
}

}  // namespace footfall
