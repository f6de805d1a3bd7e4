#include "model/pipeline/turns.h"

namespace footfall {

bool Turns::Ticket::wait(std::unique_lock<std::mutex>& lock) {
  ++turns_.waiting_;
  turns_.moved_.wait(lock, [this] { return round_ != turns_.round_ || number_ == turns_.left_; });
  --turns_.waiting_;
  return round_ == turns_.round_;
}

Turns::Ticket::~Ticket() {
  if (round_ != turns_.round_) return;
  ++turns_.left_;
  turns_.tell();
}

void Turns::begin_anew() {
  ++round_;
  taken_ = 0;
  left_ = 0;
  tell();
}

// Mostly nobody waits, and to tell nobody is a system call less.
void Turns::tell() {
  if (waiting_ > 0) moved_.notify_all();
}

}  // namespace footfall
