#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <utility>

namespace footfall {

/// Runs task(0) ... task(tasks - 1), on several threads where the caller has them, and returns when
/// all are done. Threads are made in pipeline/ only; the other rooms get this function.
using ParallelFor =
    std::function<void(std::size_t tasks, const std::function<void(std::size_t)>& task)>;

/// One after the other on the calling thread.
inline void run_in_sequence(std::size_t tasks, const std::function<void(std::size_t)>& task) {
  for (std::size_t i = 0; i < tasks; ++i) task(i);
}

/// Thrown by what stoppable() gives, on the thread that called it.
struct Stopped {};

/// Runs tasks by `parallel` until `stop` is requested: tasks that have not begun then are left out,
/// and Stopped is thrown before anyone looks at what the others left.
inline ParallelFor stoppable(ParallelFor parallel, std::stop_token stop) {
  return [parallel = std::move(parallel), stop = std::move(stop)](
             std::size_t tasks, const std::function<void(std::size_t)>& task) {
    parallel(tasks, [&](std::size_t i) {
      if (!stop.stop_requested()) task(i);
    });
    if (stop.stop_requested()) throw Stopped{};
  };
}

}  // namespace footfall
