#include "model/pipeline/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace footfall {

ParallelFor parallel_for(unsigned threads) {
  if (threads == 0) threads = std::thread::hardware_concurrency();
  if (threads <= 1) return run_in_sequence;
  return [threads](std::size_t tasks, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t i = next++; i < tasks; i = next++) task(i);
    };
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, tasks); ++i)
      helpers.emplace_back(work);
    work();
  };
}

}  // namespace footfall
