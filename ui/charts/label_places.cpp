#include "ui/charts/label_places.h"

#include <algorithm>
#include <utility>

namespace footfall {
namespace {

constexpr std::size_t kMostMoves = 2;  // for one label

class Placing {
 public:
  explicit Placing(const LabelPlaces& of) : of_(of), candidates_(of.labels), places_(of.labels) {}

  std::vector<std::optional<QRectF>> all() {
    for (std::size_t label = 0; label < of_.labels && placed_.size() < of_.most; ++label) {
      candidates_[label] = of_.candidates(label);
      places_[label] = free_place(label);
      if (places_[label])
        placed_.push_back(label);
      else if (label < of_.moved_for)
        make_room(label);
    }
    return std::move(places_);
  }

 private:
  std::optional<QRectF> free_place(std::size_t label) const {
    for (const QRectF& rect : candidates_[label])
      if (in_the_way(label, rect, 0).empty()) return rect;
    return std::nullopt;
  }

  // Those that it collides with, at most one more than `most`.
  std::vector<std::size_t> in_the_way(std::size_t label, const QRectF& rect,
                                      std::size_t most) const {
    std::vector<std::size_t> others;
    for (const std::size_t other : placed_) {
      if (others.size() > most) break;
      if (other != label && places_[other] && of_.collide(label, rect, other, *places_[other]))
        others.push_back(other);
    }
    return others;
  }

  void make_room(std::size_t label) {
    placed_.push_back(label);
    for (const QRectF& rect : candidates_[label]) {
      const std::vector<std::size_t> others = in_the_way(label, rect, kMostMoves);
      if (others.size() > kMostMoves) continue;
      std::vector<std::optional<QRectF>> before;
      for (const std::size_t other : others) before.push_back(places_[other]);
      places_[label] = rect;
      const bool moved = std::ranges::all_of(others, [&](std::size_t other) {
        places_[other].reset();
        places_[other] = free_place(other);
        return places_[other].has_value();
      });
      if (moved) return;
      for (std::size_t i = 0; i < others.size(); ++i) places_[others[i]] = before[i];
    }
    places_[label].reset();
    placed_.pop_back();
  }

  const LabelPlaces& of_;
  std::vector<std::vector<QRectF>> candidates_;
  std::vector<std::optional<QRectF>> places_;
  std::vector<std::size_t> placed_;  // the labels that have a place, or are about to get one
};

}  // namespace

std::vector<std::optional<QRectF>> place_labels(const LabelPlaces& of) { return Placing(of).all(); }

}  // namespace footfall
