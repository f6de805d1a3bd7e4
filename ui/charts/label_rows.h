#pragma once

#include <QPointF>
#include <QRectF>
#include <optional>
#include <vector>

namespace footfall {

/// A label for a point of a chart.
struct PointLabel {
  QPointF dot;
  double width = 0;  ///< px
};

/// Where labels stand above all that a chart draws: in rows, each with a line straight down to its
/// dot that crosses no other label. The earlier ones have the first choice, and go elsewhere where
/// a later one has no place otherwise.
class LabelRows {
 public:
  /// `area`: of the plot; `height`: of a label. px
  LabelRows(const QRectF& area, double height, int rows)
      : area_(area), height_(height), rows_(rows) {}

  /// A place for each, in their order; none where there is none. Below the top row none stands
  /// above the dots of the `first` ones that are still to come, unless it finds no place otherwise.
  [[nodiscard]] std::vector<std::optional<QRectF>> place(const std::vector<PointLabel>& labels,
                                                         std::size_t first) const;

  static constexpr double kDotRadius = 3.75;

 private:
  [[nodiscard]] std::vector<QRectF> candidates(const std::vector<PointLabel>& labels,
                                               std::size_t at, std::size_t first) const;
  [[nodiscard]] QRectF rect_of(const PointLabel& label, int row, double share) const;

  QRectF area_;
  double height_;
  int rows_;
};

}  // namespace footfall
