#include "ui/charts/peak_marks.h"

#include <algorithm>
#include <array>

namespace footfall {
namespace {

constexpr double kDotRadius = 3;
constexpr double kGap = 6;
constexpr int kWidthPerLabel = 170;
constexpr std::size_t kMostLabels = 6;

}  // namespace

std::vector<std::size_t> find_peaks(std::span<const double> values, std::size_t reach) {
  std::vector<std::size_t> peaks;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!(values[i] > 0)) continue;
    const std::size_t begin = i - std::min(i, reach), end = std::min(values.size(), i + reach + 1);
    bool highest = true;
    for (std::size_t j = begin; j < end && highest; ++j)
      highest = values[j] < values[i] || (values[j] == values[i] && j >= i);
    if (highest) peaks.push_back(i);
  }
  std::stable_sort(peaks.begin(), peaks.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  return peaks;
}

std::vector<PlacedLabel> place_labels(std::span<const LabelWish> wishes, const QRectF& area,
                                      std::size_t most) {
  std::vector<PlacedLabel> placed;
  for (std::size_t i = 0; i < wishes.size() && placed.size() < most; ++i) {
    const auto& [point, size] = wishes[i];
    if (size.width() > area.width()) continue;
    const double top = point.y() - kDotRadius - 2 - size.height();
    // Centred, else beginning or ending at the point.
    const std::array lefts = {point.x() - size.width() / 2, point.x() - kDotRadius,
                              point.x() + kDotRadius - size.width()};
    for (const double wanted : lefts) {
      const double left = std::clamp(wanted, area.left(), area.right() - size.width());
      const QRectF rect(QPointF(left, top), size);
      const QRectF with_gap = rect.adjusted(-kGap, -2, kGap, 2);
      const bool free = area.contains(rect) &&
                        std::none_of(placed.begin(), placed.end(), [&](const PlacedLabel& other) {
                          const QPointF dot = wishes[other.wish].point;
                          return other.rect.intersects(with_gap) || with_gap.contains(dot) ||
                                 other.rect.adjusted(-kGap, -2, kGap, 2).contains(point);
                        });
      if (!free) continue;
      placed.push_back({i, rect});
      break;
    }
  }
  return placed;
}

PeakMarks::PeakMarks(PlotBase& plot) : plot_(plot) {
  new PaintItem(&plot, QStringLiteral("axes"), [this](QCPPainter& painter) { draw(painter); });
}

void PeakMarks::draw(QCPPainter& painter) {
  painter.setFont(plot_.font());
  const QFontMetricsF metrics(painter.font());
  const QRectF area = plot_.axisRect()->rect();
  std::vector<LabelWish> wishes;
  std::vector<std::size_t> sources;
  for (std::size_t i = 0; i < peaks_.size(); ++i) {
    const QPointF point(plot_.xAxis->coordToPixel(peaks_[i].key),
                        plot_.yAxis->coordToPixel(peaks_[i].value));
    if (!area.contains(point)) continue;
    wishes.push_back(
        {point, QSizeF(metrics.horizontalAdvance(peaks_[i].text) + 2, metrics.height())});
    sources.push_back(i);
  }
  const auto room =
      static_cast<std::size_t>(std::max(1, static_cast<int>(area.width()) / kWidthPerLabel));
  placed_ = place_labels(wishes, area, std::min(room, kMostLabels));

  const ChartColors& colors = plot_.colors();
  QColor back = colors.background;
  back.setAlphaF(0.8F);
  for (PlacedLabel& label : placed_) {
    const QPointF dot = wishes[label.wish].point;
    label.wish = sources[label.wish];
    painter.fillRect(label.rect, back);
    painter.setPen(colors.text);
    painter.drawText(label.rect, Qt::AlignCenter | Qt::TextSingleLine, peaks_[label.wish].text);
    painter.setAntialiasing(true);
    painter.setPen(QPen(colors.background, 1.5));
    painter.setBrush(colors.series[0]);
    painter.drawEllipse(dot, kDotRadius + 0.75, kDotRadius + 0.75);
  }
}

}  // namespace footfall
