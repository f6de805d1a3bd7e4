#pragma once

#include <array>
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
  // Who waits for neighbouring places is woken apart, or each step would wake them all.
  struct Place {
    std::condition_variable reached;
    unsigned waiting = 0;
  };
  [[nodiscard]] Place& place_of(std::uint64_t number) { return places_[number % places_.size()]; }
  static void tell(Place& place);

  std::array<Place, 64> places_;
  std::uint64_t round_ = 0;
  std::uint64_t taken_ = 0;  // in this round
  std::uint64_t left_ = 0;
};

}  // namespace footfall
