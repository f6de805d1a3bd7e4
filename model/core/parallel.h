#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace footfall {

/// Thrown where work is stopped: nobody wants its result any more, and what it left half done may
/// only be destroyed.
struct Stopped {};

/// Looks at a stop token every few thousand steps, so that loops over rows and keys can ask at
/// each.
class StopCheck {
 public:
  /// Never stops.
  StopCheck() = default;
  explicit StopCheck(std::stop_token stop) : stop_(std::move(stop)) {}
  /// To be called at every step, or with how many there were; throws Stopped.
  void operator()(std::size_t steps = 1) {
    left_ -= static_cast<std::ptrdiff_t>(steps);
    if (left_ <= 0) [[unlikely]]
      look();
  }

 private:
  static constexpr std::ptrdiff_t kSteps = 4096;
  [[gnu::noinline]] void look() {
    left_ = kSteps;
    if (stop_.stop_requested()) throw Stopped{};
  }
  std::stop_token stop_;
  std::ptrdiff_t left_ = kSteps;
};

/// Runs task(0) ... task(tasks - 1), on several threads where the caller has them, and returns when
/// all are done. Threads are made in pipeline/ only; the other rooms get this function, and with it
/// the word whether the work is still wanted.
class ParallelFor {
 public:
  using Task = std::function<void(std::size_t)>;
  using Run = std::function<void(std::size_t tasks, const Task& task)>;

  template <class F>
  requires(std::is_constructible_v<Run, F> && !std::is_same_v<std::remove_cvref_t<F>, ParallelFor>)
      ParallelFor(F&& run, std::stop_token stop = {})
      : run_(std::forward<F>(run)), stop_(std::move(stop)) {}

  void operator()(std::size_t tasks, const Task& task) const { run_(tasks, task); }
  /// For the loops of one task, or between tasks.
  [[nodiscard]] StopCheck stop_check() const { return StopCheck(stop_); }

 private:
  Run run_;
  std::stop_token stop_;
};

/// One after the other on the calling thread.
inline void run_in_sequence(std::size_t tasks, const ParallelFor::Task& task) {
  for (std::size_t i = 0; i < tasks; ++i) task(i);
}

/// Runs tasks by `parallel` until `stop` is requested: tasks that have not begun then are left out,
/// those under way end at their next look, and Stopped is thrown before anyone sees what they left.
inline ParallelFor stoppable(ParallelFor parallel, std::stop_token stop) {
  return {[parallel = std::move(parallel), stop](std::size_t tasks, const ParallelFor::Task& task) {
            parallel(tasks, [&](std::size_t i) {
              if (stop.stop_requested()) return;
              try {
                task(i);
              } catch (const Stopped&) {
              }
            });
            if (stop.stop_requested()) throw Stopped{};
          },
          stop};
}

}  // namespace footfall
