#include "ui/charts/label_rows.h"

#include <algorithm>

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

std::vector<std::optional<QRectF>> LabelRows::place(const std::vector<PointLabel>& labels,
                                                    std::size_t first) const {
  std::vector<std::optional<QRectF>> places(labels.size());
  for (std::size_t at = 0; at < labels.size(); ++at) {
    const PointLabel& label = labels[at];
    if (label.dot.x() < area_.left() || label.dot.x() > area_.right() ||
        label.width > area_.width())
      continue;
    const auto is_free = [&](const QRectF& rect) {
      if (rect.bottom() > label.dot.y()) return false;
      for (std::size_t other = 0; other < at; ++other)
        if (places[other] && collide(labels[other], *places[other], label, rect)) return false;
      return true;
    };
    const auto is_above_a_later_dot = [&](const QRectF& rect) {
      for (std::size_t other = at + 1; other < std::min(labels.size(), first); ++other)
        if (const double x = labels[other].dot.x();
            x > rect.left() - kDotRadius && x < rect.right() + kDotRadius)
          return true;
      return false;
    };
    const auto find = [&](int rows, bool above_later_dots) -> std::optional<QRectF> {
      for (int row = rows; row-- > 0;)
        for (const double share : {0.5, 0.0, 1.0})
          if (const QRectF rect = rect_of(label, row, share);
              is_free(rect) && (row == 0 || above_later_dots || !is_above_a_later_dot(rect)))
            return rect;
      return std::nullopt;
    };
    places[at] = find(rows_, false);
    // Who comes later can still stand in the lowest row.
    if (!places[at]) places[at] = find(rows_ - 1, true);
  }
  return places;
}

}  // namespace footfall
