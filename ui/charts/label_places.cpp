#include "ui/charts/label_places.h"

#include <algorithm>

namespace footfall {
namespace {

constexpr std::size_t kMostMoves = 2;  // for one label

class Placing {
 public:
  explicit Placing(const LabelPlaces& of) : of_(of), likes_(of.labels), places_(of.labels) {}

  std::vector<std::optional<QRectF>> all() {
    std::size_t placed = 0;
    for (std::size_t label = 0; label < of_.labels && placed < of_.most; ++label) {
      likes_[label] = of_.likes(label);
      places_[label] = free_place(label);
      if (!places_[label] && label < of_.moved_for) make_room(label);
      if (places_[label]) ++placed;
    }
    return std::move(places_);
  }

 private:
  std::optional<QRectF> free_place(std::size_t label) const {
    for (const QRectF& rect : likes_[label])
      if (in_the_way(label, rect, 0).empty()) return rect;
    return std::nullopt;
  }

  // Those that it collides with, at most one more than `most`.
  std::vector<std::size_t> in_the_way(std::size_t label, const QRectF& rect,
                                      std::size_t most) const {
    std::vector<std::size_t> others;
    for (std::size_t other = 0; other < places_.size() && others.size() <= most; ++other)
      if (other != label && places_[other] && of_.collide(label, rect, other, *places_[other]))
        others.push_back(other);
    return others;
  }

  void make_room(std::size_t label) {
    for (const QRectF& rect : likes_[label]) {
      const std::vector<std::size_t> others = in_the_way(label, rect, kMostMoves);
      if (others.size() > kMostMoves) continue;
      const std::vector<std::optional<QRectF>> before = places_;
      places_[label] = rect;
      const bool moved = std::ranges::all_of(others, [&](std::size_t other) {
        places_[other].reset();
        places_[other] = free_place(other);
        return places_[other].has_value();
      });
      if (moved) return;
      places_ = before;
    }
  }

  const LabelPlaces& of_;
  std::vector<std::vector<QRectF>> likes_;
  std::vector<std::optional<QRectF>> places_;
};

}  // namespace

std::vector<std::optional<QRectF>> place_labels(const LabelPlaces& of) { return Placing(of).all(); }

}  // namespace footfall
