#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace footfall {

/// Threads that do something beside each other and then go on with it one by one, in the order in
/// which they came. Everything here is called with the lock held that guards it.
class Turns {
 public:
  /// A place in the order, left at its end.
  class Ticket {
   public:
    explicit Ticket(Turns& turns) : turns_(turns), round_(turns.round_), number_(turns.taken_++) {}
    Ticket(const Ticket&) = delete;
    Ticket& operator=(const Ticket&) = delete;
    ~Ticket();
    /// Waits until those who came before have left; false where this one is void.
    [[nodiscard]] bool wait(std::unique_lock<std::mutex>& lock);

   private:
    Turns& turns_;
    std::uint64_t round_;
    std::uint64_t number_;
  };

  [[nodiscard]] bool none_out() const { return taken_ == left_; }
  /// All tickets that are out are void, the caller's too, who goes on all the same.
  void begin_anew();

 private:
  void tell();

  std::condition_variable moved_;
  unsigned waiting_ = 0;
  std::uint64_t round_ = 0;
  std::uint64_t taken_ = 0;  // in this round
  std::uint64_t left_ = 0;
};

}  // namespace footfall
