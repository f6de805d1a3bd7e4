#include "ui/charts/label_rows.h"

#include <algorithm>

#include "ui/charts/label_places.h"

namespace footfall {
namespace {

constexpr double kBetweenRowLabels = 6;  // px
constexpr double kBetweenRows = 4;
constexpr double kAboveRows = 2;

QRectF line_down(const QPointF& dot, const QRectF& label) {
  return {dot.x() - 1, label.bottom(), 2, std::max(0.0, dot.y() - label.bottom())};
}

bool collide(const PointLabel& a, const QRectF& at, const PointLabel& b, const QRectF& bt) {
  return at.adjusted(-kBetweenRowLabels, -1, kBetweenRowLabels, 1).intersects(bt) ||
         at.adjusted(-2, 0, 2, 0).intersects(line_down(b.dot, bt)) ||
         bt.adjusted(-2, 0, 2, 0).intersects(line_down(a.dot, at));
}

}  // namespace

// Beside its dot, or above it, by the share of it that is left of the dot.
QRectF LabelRows::rect_of(const PointLabel& label, int row, double share) const {
  const double left =
      std::clamp(label.dot.x() - kDotRadius - share * (label.width - 2 * kDotRadius), area_.left(),
                 area_.right() - label.width);
  return {left, area_.top() + kAboveRows + row * (height_ + kBetweenRows), label.width, height_};
}

// Under the other rows first; none below the top one stands above a dot that is still to come,
// unless there is no other place.
std::vector<QRectF> LabelRows::candidates(const std::vector<PointLabel>& labels, std::size_t at,
                                          std::size_t first) const {
  const PointLabel& label = labels[at];
  std::vector<QRectF> candidates;
  if (label.dot.x() < area_.left() || label.dot.x() > area_.right() || label.width > area_.width())
    return candidates;
  const auto is_above_a_later_dot = [&](const QRectF& rect) {
    for (std::size_t other = at + 1; other < std::min(labels.size(), first); ++other)
      if (const double x = labels[other].dot.x();
          x > rect.left() - kDotRadius && x < rect.right() + kDotRadius)
        return true;
    return false;
  };
  std::vector<QRectF> above_others;
  for (int row = rows_; row-- > 0;)
    for (const double share : {0.5, 0.0, 1.0}) {
      const QRectF rect = rect_of(label, row, share);
      if (rect.bottom() > label.dot.y()) continue;
      if (row == 0 || !is_above_a_later_dot(rect))
        candidates.push_back(rect);
      else if (row < rows_ - 1)  // who comes later can still stand in the lowest row
        above_others.push_back(rect);
    }
  candidates.insert(candidates.end(), above_others.begin(), above_others.end());
  return candidates;
}

std::vector<std::optional<QRectF>> LabelRows::place(const std::vector<PointLabel>& labels,
                                                    std::size_t first) const {
  return place_labels({labels.size(), labels.size(), labels.size(),
                       [&](std::size_t at) { return candidates(labels, at, first); },
                       [&](std::size_t a, const QRectF& at, std::size_t b, const QRectF& bt) {
                         return collide(labels[a], at, labels[b], bt);
                       }});
}

}  // namespace footfall
