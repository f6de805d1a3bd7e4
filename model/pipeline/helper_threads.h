#pragma once

#include <exception>
#include <thread>
#include <vector>

namespace footfall {

/// Threads that help the calling one with its work; the destructor joins them. Where the system
/// gives no more of them there are fewer, down to none: the caller does the work alone then.
class HelperThreads {
 public:
  /// Runs work(1) ... work(count), each on a thread. `work` must not throw, and outlive this.
  template <class Work>
  HelperThreads(unsigned count, const Work& work) {
    try {
      threads_.reserve(count);
      for (unsigned i = 1; i <= count; ++i) threads_.emplace_back([&work, i] { work(i); });
    } catch (const std::exception&) {
    }
  }

  [[nodiscard]] unsigned size() const { return static_cast<unsigned>(threads_.size()); }

 private:
  std::vector<std::jthread> threads_;
};

}  // namespace footfall
