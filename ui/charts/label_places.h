#pragma once

#include <QRectF>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace footfall {

/// Labels of which the earlier ones come first, each with places for it, best first.
struct LabelPlaces {
  std::size_t labels = 0;
  std::size_t most = 0;  ///< placed at most
  /// For the first so many others move: what makes room is looked for in every place of theirs.
  std::size_t moved_for = 0;
  std::function<std::vector<QRectF>(std::size_t label)> candidates;
  /// Whether one label at its place cannot stand with another at its.
  std::function<bool(std::size_t a, const QRectF& at, std::size_t b, const QRectF& bt)> collide;
};

/// A place for each, or none. A label takes the best place that is free; where none is, one or two
/// earlier ones go to another place of theirs. So a later one stands where an earlier one has no
/// place only if no such move makes room for it.
[[nodiscard]] std::vector<std::optional<QRectF>> place_labels(const LabelPlaces& of);

}  // namespace footfall
