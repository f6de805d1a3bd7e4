#include "model/pipeline/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include "model/pipeline/helper_threads.h"

namespace footfall {

ParallelFor parallel_for(unsigned threads) {
  if (threads == 0) threads = std::thread::hardware_concurrency();
  if (threads <= 1) return run_in_sequence;
  return [threads](std::size_t tasks, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> failed = false;
    std::exception_ptr failure;  // of the thread that set `failed`
    const auto work = [&](unsigned) noexcept {
      try {
        for (std::size_t i = next++; i < tasks && !failed; i = next++) task(i);
      } catch (...) {
        if (!failed.exchange(true)) failure = std::current_exception();
      }
    };
    {
      const auto helpers = static_cast<unsigned>(
          std::min<std::size_t>(threads, std::max<std::size_t>(tasks, 1)) - 1);
      const HelperThreads others(helpers, work);
      work(0);
    }
    if (failure) std::rethrow_exception(failure);
  };
}

}  // namespace footfall
