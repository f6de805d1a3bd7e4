#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "ui/charts/plot_base.h"

namespace footfall {

/// Indexes of the values that are the highest within `reach` neighbours on both sides, highest
/// first, of equal ones the first; zeros are no peaks, of equal neighbours the first counts.
[[nodiscard]] std::vector<std::size_t> find_peaks(std::span<const double> values,
                                                  std::size_t reach);

/// A point to label, and the size of its label.
struct LabelWish {
  QPointF point;
  QSizeF size;
};
struct PlacedLabel {
  std::size_t wish;
  QRectF rect;  ///< above its point, which is between its left and right end
};
/// Places labels above their points, best wish first, at most `most`: inside `area`, apart from
/// each other and from the dots placed before. Where the room at the point is taken, a label stands
/// higher, on a line from its point, and those placed before may move. A wish without room is left
/// out.
[[nodiscard]] std::vector<PlacedLabel> place_peak_labels(std::span<const LabelWish> wishes,
                                                         const QRectF& area, std::size_t most);

/// Dots and labels at the highest peaks in view, as many as have room; none while a higher one
/// has. A peak has no higher point beside it in view, of equal ones the first counts. There is no
/// room for a dot close beside that of a higher one, unless a valley is between them.
class PeakMarks {
 public:
  struct Point {
    double key;
    double value;
  };
  explicit PeakMarks(PlotBase& plot);
  /// Points by ascending key, `step` apart where there is no gap; `text` makes the label of one.
  void set_points(std::vector<Point> points, double step, std::function<QString(std::size_t)> text);
  /// What is drawn: `wish` is an index into points.
  [[nodiscard]] const std::vector<PlacedLabel>& placed() const { return placed_; }
  [[nodiscard]] QString text(std::size_t point) const { return text_(point); }

 private:
  struct Dot {
    std::size_t point;
    QPointF at;
  };
  void draw(QCPPainter& painter);
  void find_higher();
  [[nodiscard]] bool beside(std::size_t point, std::size_t next) const;
  [[nodiscard]] bool is_peak(std::size_t point, const QCPRange& view) const;
  [[nodiscard]] bool valley_between(std::size_t a, std::size_t b) const;
  [[nodiscard]] std::vector<Dot> highest_in(const QRectF& area, std::size_t most) const;

  PlotBase& plot_;
  double step_ = 0;
  std::vector<Point> points_;
  std::vector<std::size_t> order_;  // those above zero, highest first
  // Of each point the nearest one of another value, where that is higher; else the point itself.
  std::vector<std::size_t> higher_before_, higher_behind_;
  std::function<QString(std::size_t)> text_;
  std::vector<PlacedLabel> placed_;
};

}  // namespace footfall
