#include "model/pipeline/turns.h"

namespace footfall {

bool Turns::Ticket::wait(std::unique_lock<std::mutex>& lock) {
  Place& place = turns_.place_of(number_);
  ++place.waiting;
  place.reached.wait(lock, [this] { return round_ != turns_.round_ || number_ == turns_.left_; });
  --place.waiting;
  return round_ == turns_.round_;
}

Turns::Ticket::~Ticket() {
  if (round_ != turns_.round_) return;
  tell(turns_.place_of(++turns_.left_));
}

void Turns::begin_anew() {
  ++round_;
  taken_ = 0;
  left_ = 0;
  for (Place& place : places_) tell(place);
}

// Mostly nobody waits, and to tell nobody is a system call less.
void Turns::tell(Place& place) {
  if (place.waiting > 0) place.reached.notify_all();
}

}  // namespace footfall
