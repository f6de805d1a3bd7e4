#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <cstddef>
#include <span>
#include <vector>

#include "ui/charts/plot_base.h"

namespace footfall {

/// Indexes of the values that are the highest within `reach` neighbours on both sides, highest
/// first; zeros are no peaks, of equal neighbours the first counts.
[[nodiscard]] std::vector<std::size_t> find_peaks(std::span<const double> values,
                                                  std::size_t reach);

/// A point to label, and the size of its label.
struct LabelWish {
  QPointF point;
  QSizeF size;
};
struct PlacedLabel {
  std::size_t wish;
  QRectF rect;
};
/// Places labels above their points, best wish first, at most `most`: inside `area`, apart from
/// each other and from the dots placed before. A wish without room is left out.
[[nodiscard]] std::vector<PlacedLabel> place_labels(std::span<const LabelWish> wishes,
                                                    const QRectF& area, std::size_t most);

/// Dots and labels at the peaks of what is visible.
class PeakMarks {
 public:
  struct Peak {
    double key;
    double value;
    QString text;
  };
  explicit PeakMarks(PlotBase& plot);
  /// Highest first.
  void set_peaks(std::vector<Peak> peaks) { peaks_ = std::move(peaks); }
  [[nodiscard]] const std::vector<PlacedLabel>& placed() const { return placed_; }
  [[nodiscard]] const std::vector<Peak>& peaks() const { return peaks_; }

 private:
  void draw(QCPPainter& painter);

  PlotBase& plot_;
  std::vector<Peak> peaks_;
  std::vector<PlacedLabel> placed_;  // wish = index into peaks_
};

}  // namespace footfall
