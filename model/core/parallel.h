#pragma once

#include <cstddef>
#include <functional>

namespace footfall {

/// Runs task(0) ... task(tasks - 1), on several threads where the caller has them, and returns when
/// all are done. Threads are made in pipeline/ only; the other rooms get this function.
using ParallelFor = std::function<void(std::size_t tasks, const std::function<void(std::size_t)>& task)>;

/// One after the other on the calling thread.
inline void run_in_sequence(std::size_t tasks, const std::function<void(std::size_t)>& task) {
  for (std::size_t i = 0; i < tasks; ++i) task(i);
}

}  // namespace footfall
