#include "ui/charts/peak_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/charts/axis_tickers.h"

namespace footfall {
namespace {

constexpr double kDotRadius = 3;
constexpr double kGap = 6;
constexpr int kBetweenLabels = 12;        // px
constexpr int kMostRows = 5;              // of labels above a point
constexpr std::size_t kHigherPeaks = 64;  // looked at as obstacles
constexpr double kReach = 6 * kHour;      // beside a higher one ...
constexpr double kPart = 24;              // ... and px, which are part of its peak ...
constexpr double kValley = 0.8;           // ... unless the line falls below this share of theirs
constexpr std::size_t kMostWishes = 600;  // tried before giving up

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
  // From a dot up to its label.
  const auto stem = [](const QPointF& dot, const QRectF& rect) {
    return QRectF(dot.x() - 1, rect.bottom(), 2, dot.y() - rect.bottom());
  };
  const auto is_free = [&](const QPointF& point, const QRectF& rect) {
    const QRectF with_gap = rect.adjusted(-kGap, -2, kGap, 2);
    return area.contains(rect) &&
           std::none_of(placed.begin(), placed.end(), [&](const PlacedLabel& other) {
             const QPointF dot = wishes[other.wish].point;
             return other.rect.intersects(with_gap) || with_gap.contains(dot) ||
                    other.rect.adjusted(-kGap, -2, kGap, 2).contains(point) ||
                    other.rect.intersects(stem(point, rect)) ||
                    rect.intersects(stem(dot, other.rect));
           });
  };
  for (std::size_t i = 0; i < wishes.size() && placed.size() < most; ++i) {
    const auto& [point, size] = wishes[i];
    if (size.width() > area.width()) continue;
    // Centred, else more and more to one side of the point; then the same higher up.
    const auto left_at = [&](double share) {
      return point.x() - kDotRadius - share * (size.width() - 2 * kDotRadius);
    };
    // The line rises from the point's height to every higher peak.
    const std::size_t higher = std::min(i, kHigherPeaks);
    const auto covers_line = [&](const QRectF& rect) {
      return std::any_of(wishes.begin(), wishes.begin() + static_cast<std::ptrdiff_t>(higher),
                         [&](const LabelWish& other) {
                           return other.point.y() < rect.bottom() &&
                                  other.point.x() > rect.left() - kGap &&
                                  other.point.x() < rect.right() + kGap;
                         });
    };
    std::optional<QRectF> found;
    for (const bool covering : {false, true})
      for (int row = 0; row < kMostRows && !found; ++row) {
        const double top = point.y() - kDotRadius - 2 - size.height() - row * (size.height() + 4);
        for (const double share : {0.5, 0.0, 1.0, 0.25, 0.75}) {
          const double left = std::clamp(left_at(share), area.left(), area.right() - size.width());
          const QRectF rect(QPointF(left, top), size);
          if (!is_free(point, rect) || (!covering && covers_line(rect))) continue;
          found = rect;
          break;
        }
      }
    if (found) placed.push_back({i, *found});
  }
  return placed;
}

PeakMarks::PeakMarks(PlotBase& plot) : plot_(plot) {
  new PaintItem(&plot, QStringLiteral("axes"), [this](QCPPainter& painter) { draw(painter); });
}

void PeakMarks::set_points(std::vector<Point> points, std::function<QString(std::size_t)> text) {
  points_ = std::move(points);
  text_ = std::move(text);
  std::vector<double> values;  // hours without a row are none
  std::vector<std::size_t> sources;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    if (i > 0 && points_[i].key - points_[i - 1].key > 1.5 * kHour) {
      values.push_back(0);
      sources.push_back(i);
    }
    values.push_back(points_[i].value);
    sources.push_back(i);
  }
  peaks_ = find_peaks(values, 1);
  for (std::size_t& peak : peaks_) peak = sources[peak];
  placed_.clear();
}

QPointF PeakMarks::pixel(std::size_t point) const {
  return {plot_.xAxis->coordToPixel(points_[point].key),
          plot_.yAxis->coordToPixel(points_[point].value)};
}

double PeakMarks::lowest_between(std::size_t a, std::size_t b) const {
  const auto by_value = [](const Point& x, const Point& y) { return x.value < y.value; };
  const auto begin = points_.begin() + static_cast<std::ptrdiff_t>(std::min(a, b)),
             end = points_.begin() + static_cast<std::ptrdiff_t>(std::max(a, b));
  return std::min_element(begin, end, by_value)->value;
}

std::vector<std::size_t> PeakMarks::visible_peaks(const QRectF& area, std::size_t most) const {
  std::vector<std::size_t> shown;
  std::vector<double> columns;
  for (const std::size_t i : peaks_) {
    if (shown.size() == most) break;
    const QPointF at = pixel(i);
    if (!area.contains(at)) continue;
    bool part = false;
    for (std::size_t j = 0; j < shown.size() && !part; ++j) {
      const double apart = std::abs(points_[i].key - points_[shown[j]].key);
      part = apart <= kReach && std::abs(columns[j] - at.x()) < kPart &&
             lowest_between(i, shown[j]) > kValley * points_[i].value;
    }
    if (part) continue;
    shown.push_back(i);
    columns.push_back(at.x());
  }
  return shown;
}

void PeakMarks::draw(QCPPainter& painter) {
  placed_.clear();
  if (peaks_.empty()) return;
  painter.setFont(plot_.font());
  const QFontMetricsF metrics(painter.font());
  const QRectF area = plot_.axisRect()->rect();
  const double width = metrics.horizontalAdvance(text_(peaks_.front())) + kBetweenLabels;
  const auto room = static_cast<std::size_t>(std::max(1.0, area.width() / width));
  const std::vector<std::size_t> peaks = visible_peaks(area, kMostWishes);
  std::vector<LabelWish> wishes;
  for (const std::size_t i : peaks)
    wishes.push_back({pixel(i), QSizeF(metrics.horizontalAdvance(text_(i)) + 2, metrics.height())});
  placed_ = place_labels(wishes, area, room);

  const ChartColors& colors = plot_.colors();
  QColor back = colors.background;
  back.setAlphaF(0.8F);
  for (PlacedLabel& label : placed_) {
    const QPointF dot = wishes[label.wish].point;
    label.wish = peaks[label.wish];
    painter.setAntialiasing(false);
    if (dot.y() - label.rect.bottom() > kDotRadius + 3) {
      painter.setPen(QPen(colors.axis, 1));
      painter.drawLine(QLineF(dot, QPointF(dot.x(), label.rect.bottom())));
    }
    painter.fillRect(label.rect, back);
    painter.setPen(colors.text);
    painter.drawText(label.rect, Qt::AlignCenter | Qt::TextSingleLine, text_(label.wish));
    painter.setAntialiasing(true);
    painter.setPen(QPen(colors.background, 1.5));
    painter.setBrush(colors.series[0]);
    painter.drawEllipse(dot, kDotRadius + 0.75, kDotRadius + 0.75);
  }
}

}  // namespace footfall
