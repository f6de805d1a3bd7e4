// What the heatmap draws over and beside its cells.
#include <algorithm>
#include <cmath>

#include "ui/charts/heatmap_chart.h"

namespace footfall {
namespace {

constexpr int kScaleWidth = 96;
constexpr int kSwatch = 8;     // px, height of the scale and of other samples
constexpr int kLegendTop = 2;  // px
constexpr int kLegendGap = 6;
constexpr double kHatchStep = 6;
constexpr double kLeastHatched = 2;  // px, of width

}  // namespace

// Not every format of pictures knows patterns. Neighbours share the strokes.
void draw_hatch(QCPPainter& painter, const QRectF& rect) {
  const double from = std::ceil((rect.left() + rect.top()) / kHatchStep) * kHatchStep;
  for (double sum = from; sum < rect.right() + rect.bottom(); sum += kHatchStep) {
    const double left = std::max(rect.left(), sum - rect.bottom()),
                 right = std::min(rect.right(), sum - rect.top());
    painter.drawLine(QLineF(left, sum - left, right, sum - right));
  }
}

// More is darker on light and lighter on dark, without a hue to tell apart.
QCPColorGradient HeatmapChart::tones(const ChartColors& colors) {
  QCPColorGradient scale;
  scale.setColorInterpolation(QCPColorGradient::ciRGB);
  if (colors.dark)
    scale.setColorStops({{0, QColor(0x20303C)},
                         {0.5, QColor(0x2B7FB8)},
                         {0.8, QColor(0x6CC1F2)},
                         {1, QColor(0xE2F4FF)}});
  else
    scale.setColorStops({{0, QColor(0xEAF3FA)},
                         {0.4, QColor(0x8FC1E3)},
                         {0.7, QColor(0x2E86C1)},
                         {1, QColor(0x0B3C6F)}});
  scale.setNanHandling(QCPColorGradient::nhTransparent);
  return scale;
}

QRectF HeatmapChart::cells_rect(const Gap& cells) const {
  const auto x = [&](double day) {
    return xAxis->coordToPixel((first_day_ + day) * kSecondsPerDay);
  };
  return QRectF(QPointF(x(cells.first_day - 0.5), yAxis->coordToPixel(cells.first_hour - 0.5)),
                QPointF(x(cells.last_day + 0.5), yAxis->coordToPixel(cells.last_hour + 0.5)))
      .normalized();
}

QRectF HeatmapChart::cell_rect(std::size_t hour) const {
  const Hour& at = report_->hours[hour].hour;
  const int day = local_day(at) - first_day_, clock = clock_hour(at);
  return cells_rect({day, day, clock, clock});
}

// The strokes of one hatch run through all areas.
void HeatmapChart::draw_gaps(QCPPainter& painter) const {
  painter.setPen(QPen(colors().axis, 1));
  const QRectF area = axisRect()->rect();
  for (const Gap& gap : gaps_) {
    const QRectF rect = cells_rect(gap).intersected(area);
    if (rect.width() >= kLeastHatched) draw_hatch(painter, rect);
  }
}

// A dot in the colour of the background, which stands out from the strongest tone.
void HeatmapChart::draw_capped(QCPPainter& painter) const {
  if (!cap_ || !report_) return;
  const QRectF area = axisRect()->rect();
  painter.setAntialiasing(true);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colors().background);
  for (std::size_t i = 0; i < report_->hours.size(); ++i) {
    if (report_->hours[i].visitors <= *cap_) continue;
    const QRectF cell = cell_rect(i);
    if (!area.contains(cell.center())) continue;
    const double radius = std::clamp(std::min(cell.width(), cell.height()) / 6, 1.0, 3.0);
    painter.drawEllipse(cell.center(), radius, radius);
  }
}

void HeatmapChart::draw_picked(QCPPainter& painter) const {
  if (!picked_ || !report_ || *picked_ >= report_->hours.size()) return;
  const QRectF area = axisRect()->rect();
  const QRectF cell = cell_rect(*picked_).adjusted(-1, -1, 1, 1);
  if (!area.adjusted(-2, -2, 2, 2).intersects(cell)) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(colors().background, 3));
  painter.drawRect(cell);
  painter.setPen(QPen(colors().series[1], 2));
  painter.drawRect(cell);
}

// ▨ no rows   0 ▁▂▃▄▅ 41,203, at the right of the caption.
void HeatmapChart::draw_scale(QCPPainter& painter) {
  legend_bar_ = {};
  if (!report_) return;
  painter.setFont(small_font());
  painter.setPen(colors().muted);
  const QFontMetrics metrics = painter.fontMetrics();
  const int height = metrics.height(), top = kLegendTop;
  int x = axisRect()->right() + 1;
  const auto text = [&](const QString& words) {
    const int width = metrics.horizontalAdvance(words);
    x -= width;
    painter.drawText(QRect(x, top, width, height), Qt::AlignCenter | Qt::TextDontClip, words);
    x -= kLegendGap;
  };
  text(legend_end_);
  if (cap_) {
    painter.save();
    painter.setAntialiasing(true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(tones(colors()).color(1, {0, 1})));
    painter.drawRect(QRect(x - kSwatch, top + height / 2 - kSwatch / 2, kSwatch, kSwatch));
    painter.setBrush(colors().background);
    painter.drawEllipse(QPointF(x - kSwatch / 2.0, top + height / 2), 2, 2);
    painter.restore();
    x -= kSwatch;
  }
  legend_bar_ = QRect(x - kScaleWidth, top + height / 2 - kSwatch / 2, kScaleWidth, kSwatch);
  QCPColorGradient scale = tones(colors());
  for (int column = 0; column < kScaleWidth; ++column)
    painter.fillRect(QRect(legend_bar_.left() + column, legend_bar_.top(), 1, kSwatch),
                     QColor::fromRgb(scale.color(column, {0, kScaleWidth - 1.0})));
  x = legend_bar_.left() - kLegendGap;
  text(QStringLiteral("0"));
  if (!gaps_.empty()) {
    x -= kLegendGap;
    text(tr("no pageviews"));
    const QRect box(x - kSwatch, top + height / 2 - kSwatch / 2, kSwatch, kSwatch);
    painter.setPen(QPen(colors().axis, 1));
    draw_hatch(painter, box);
    painter.drawRect(box);
    x -= kSwatch;
  }
  set_caption_reserve(axisRect()->right() - x + 16);
}

}  // namespace footfall
