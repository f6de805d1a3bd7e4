#include "ui/charts/peak_marks.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "ui/charts/axis_tickers.h"
#include "ui/charts/label_places.h"

namespace footfall {
namespace {

constexpr double kDotRadius = 3;
constexpr double kGap = 6;
constexpr int kBetweenLabels = 12;        // px
constexpr int kMostRows = 5;              // of labels above a point
constexpr std::size_t kHigherPeaks = 64;  // looked at as obstacles
constexpr double kBeside = 1.5;           // steps; points further apart have a gap between them
constexpr double kApart = 24;             // px between dots, unless within ...
constexpr double kReach = 6;              // steps and the line falls below ...
constexpr double kValley = 0.8;           // ... this share of the lower one
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

std::vector<PlacedLabel> place_peak_labels(std::span<const LabelWish> wishes, const QRectF& area,
                                           std::size_t most) {
  // Centred, else more and more to one side of the point; then the same higher up.
  const auto candidates = [&](std::size_t label) {
    const auto& [point, size] = wishes[label];
    std::vector<QRectF> clear, covering;
    if (size.width() > area.width()) return clear;
    const auto left_at = [&](double share) {
      return std::clamp(point.x() - kDotRadius - share * (size.width() - 2 * kDotRadius),
                        area.left(), area.right() - size.width());
    };
    // The line rises from the point's height to every higher peak.
    const auto higher = wishes.first(std::min(label, kHigherPeaks));
    const auto covers_line = [&](const QRectF& rect) {
      return std::ranges::any_of(higher, [&](const LabelWish& other) {
        return other.point.y() < rect.bottom() && other.point.x() > rect.left() - kGap &&
               other.point.x() < rect.right() + kGap;
      });
    };
    for (int row = 0; row < kMostRows; ++row) {
      const double top = point.y() - kDotRadius - 2 - size.height() - row * (size.height() + 4);
      for (const double share : {0.5, 0.0, 1.0, 0.25, 0.75})
        if (const QRectF rect(QPointF(left_at(share), top), size); area.contains(rect))
          (covers_line(rect) ? covering : clear).push_back(rect);
    }
    clear.insert(clear.end(), covering.begin(), covering.end());
    return clear;
  };
  // From a dot up to its label.
  const auto stem = [](const QPointF& dot, const QRectF& rect) {
    return QRectF(dot.x() - 1, rect.bottom(), 2, dot.y() - rect.bottom());
  };
  const auto with_gap = [](const QRectF& rect) { return rect.adjusted(-kGap, -2, kGap, 2); };
  const auto collide = [&](std::size_t a, const QRectF& at, std::size_t b, const QRectF& bt) {
    const QPointF dot_a = wishes[a].point, dot_b = wishes[b].point;
    return bt.intersects(with_gap(at)) || with_gap(at).contains(dot_b) ||
           with_gap(bt).contains(dot_a) || bt.intersects(stem(dot_a, at)) ||
           at.intersects(stem(dot_b, bt));
  };
  const auto places = place_labels({wishes.size(), most, 2 * most, candidates, collide});
  std::vector<PlacedLabel> placed;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i]) placed.push_back({i, *places[i]});
  return placed;
}

PeakMarks::PeakMarks(PlotBase& plot) : plot_(plot) {
  new PaintItem(&plot, QStringLiteral("axes"), [this](QCPPainter& painter) { draw(painter); });
}

void PeakMarks::set_points(std::vector<Point> points, double step,
                           std::function<QString(std::size_t)> text) {
  step_ = step;
  points_ = std::move(points);
  text_ = std::move(text);
  order_.clear();
  for (std::size_t i = 0; i < points_.size(); ++i)
    if (points_[i].value > 0) order_.push_back(i);
  std::ranges::stable_sort(order_, std::greater(), [&](std::size_t i) { return points_[i].value; });
  find_higher();
  placed_.clear();
}

bool PeakMarks::beside(std::size_t point, std::size_t next) const {
  return next < points_.size() &&
         std::abs(points_[next].key - points_[point].key) <= kBeside * step_;
}

void PeakMarks::find_higher() {
  const auto find = [&](std::vector<std::size_t>& higher, std::size_t i, std::size_t next) {
    const bool there = beside(i, next);
    if (there && points_[next].value > points_[i].value)
      higher[i] = next;
    else if (there && points_[next].value == points_[i].value && higher[next] != next)
      higher[i] = higher[next];
    else
      higher[i] = i;
  };
  higher_before_.resize(points_.size());
  higher_behind_.resize(points_.size());
  for (std::size_t i = 0; i < points_.size(); ++i) find(higher_before_, i, i - 1);
  for (std::size_t i = points_.size(); i-- > 0;) find(higher_behind_, i, i + 1);
}

// What is out of view does not count.
bool PeakMarks::is_peak(std::size_t point, const QCPRange& view) const {
  const auto in_view = [&](std::size_t other) { return view.contains(points_[other].key); };
  const std::size_t before = higher_before_[point], behind = higher_behind_[point];
  if ((before != point && in_view(before)) || (behind != point && in_view(behind))) return false;
  const std::size_t last = point - 1;
  return !(beside(point, last) && points_[last].value == points_[point].value && in_view(last));
}

bool PeakMarks::valley_between(std::size_t a, std::size_t b) const {
  if (std::abs(points_[a].key - points_[b].key) > kReach * step_) return false;
  const auto value = [&](std::size_t i) { return points_[i].value; };
  for (std::size_t i = std::min(a, b); i < std::max(a, b); ++i)
    if (value(i) <= kValley * std::min(value(a), value(b))) return true;
  return false;
}

std::vector<PeakMarks::Dot> PeakMarks::highest_in(const QRectF& area, std::size_t most) const {
  std::vector<Dot> shown;
  const QCPRange view = plot_.xAxis->range();
  for (const std::size_t i : order_) {
    if (shown.size() == most) break;
    if (!view.contains(points_[i].key) || !is_peak(i, view)) continue;
    const QPointF at(plot_.xAxis->coordToPixel(points_[i].key),
                     plot_.yAxis->coordToPixel(points_[i].value));
    const bool room =
        area.contains(at) && std::ranges::all_of(shown, [&](const Dot& other) {
          return std::abs(at.x() - other.at.x()) >= kApart || valley_between(i, other.point);
        });
    if (room) shown.push_back({i, at});
  }
  return shown;
}

void PeakMarks::draw(QCPPainter& painter) {
  placed_.clear();
  if (order_.empty()) return;
  painter.setFont(plot_.font());
  const QFontMetricsF metrics(painter.font());
  const QRectF area = plot_.axisRect()->rect();
  const double width = metrics.horizontalAdvance(text_(order_.front())) + kBetweenLabels;
  const auto room = static_cast<std::size_t>(std::max(1.0, area.width() / width));
  const std::vector<Dot> peaks = highest_in(area, kMostWishes);
  std::vector<LabelWish> wishes;
  for (const auto& [point, at] : peaks)
    wishes.push_back({at, {metrics.horizontalAdvance(text_(point)) + 2, metrics.height()}});
  placed_ = place_peak_labels(wishes, area, room);

  const ChartColors& colors = plot_.colors();
  QColor back = colors.background;
  back.setAlphaF(0.8F);
  for (PlacedLabel& label : placed_) {
    const QPointF dot = wishes[label.wish].point;
    label.wish = peaks[label.wish].point;
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
