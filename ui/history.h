#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace footfall {

/// Places in the order they were gone to: where one is, what lies before it, and what lies ahead as
/// long as one goes nowhere else. Of very many the first are forgotten.
template <class Place>
class History {
 public:
  explicit History(Place first, std::size_t most = 500) : most_(most) {
    places_.push_back(std::move(first));
  }

  [[nodiscard]] const Place& here() const { return places_[at_]; }
  /// What lay ahead is gone. Nothing happens where one is there already.
  void go(Place place) {
    if (place == here()) return;
    places_.resize(at_ + 1, place);
    places_.push_back(std::move(place));
    if (places_.size() > most_) places_.erase(places_.begin());
    at_ = places_.size() - 1;
  }
  [[nodiscard]] bool can_go_back() const { return at_ > 0; }
  [[nodiscard]] bool can_go_forward() const { return at_ + 1 < places_.size(); }
  /// Where there is no way, one stays.
  const Place& back() { return places_[can_go_back() ? --at_ : at_]; }
  const Place& forward() { return places_[can_go_forward() ? ++at_ : at_]; }

 private:
  std::vector<Place> places_;
  std::size_t at_ = 0;
  std::size_t most_;
};

}  // namespace footfall
