#include "ui/charts/heatmap_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/time_text.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

constexpr double kDay = 86400;
constexpr int kHours = 24;
constexpr int kLeastDays = 1;
constexpr int kLabelWidth = 72;
constexpr int kScaleWidth = 96;

class ClockTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override {
    return range.size() > 13 ? 6 : range.size() > 6 ? 3 : 1;
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    const int hour = static_cast<int>(std::lround(tick));
    return hour < 0 || hour >= kHours ? QString()
                                      : QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'));
  }
};

// One hue from the background to its strongest tone, so that more is darker on light and lighter on
// dark, without a hue to tell apart.
QCPColorGradient gradient(const ChartColors& colors) {
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

}  // namespace

HeatmapChart::HeatmapChart(QWidget* parent)
    : PlotBase(tr("Unique visitors by date and hour"), parent),
      ticker_(new TimeTicker),
      map_(new QCPColorMap(xAxis, yAxis)) {
  ticker_->set_days_only(true);
  xAxis->setTicker(ticker_);
  yAxis->setTicker(QSharedPointer<ClockTicker>::create());
  yAxis->setRangeReversed(true);
  yAxis->grid()->setVisible(false);
  xAxis->setBasePen(Qt::NoPen);
  map_->setInterpolate(false);
  map_->setTightBoundary(false);
  set_least_span(kLeastDays * kDay);
  new PaintItem(this, QStringLiteral("axes"), [this](QCPPainter& painter) { draw_scale(painter); });
  new PaintItem(this, QStringLiteral("axes"),
                [this](QCPPainter& painter) { draw_picked(painter); });
}

void HeatmapChart::choose_days() {
  const auto& hours = report_->hours;
  const Day first = local_day(hours.front().hour), last = local_day(hours.back().hour);
  first_day_ = first;
  days_ = last - first + 1;
  if (days_ <= kMostDays) return;
  // The window of that many days with most pageviews.
  days_ = kMostDays;
  std::uint64_t inside = 0, most = 0;
  for (std::size_t begin = 0, end = 0; begin < hours.size(); inside -= hours[begin++].pageviews) {
    const Day day = local_day(hours[begin].hour);
    while (end < hours.size() && local_day(hours[end].hour) < day + kMostDays)
      inside += hours[end++].pageviews;
    if (inside <= most) continue;
    most = inside;
    first_day_ = day;
  }
}

void HeatmapChart::set_report(const HourlyVisitorsPtr& report) {
  report_ = report && !report->hours.empty() ? report : nullptr;
  picked_.reset();
  cursor_.reset();
  highest_ = 0;
  days_ = 0;
  if (!report_) {
    map_->data()->clear();
    set_caption({});
    return data_changed();
  }
  choose_days();
  const bool all =
      days_ < kMostDays ||
      local_day(report_->hours.back().hour) - local_day(report_->hours.front().hour) < kMostDays;
  const QString zone = QString::fromStdString(report_->zone);
  set_caption(
      all ? tr("Unique visitors by date and clock hour · hours in %1").arg(zone)
          : tr("Unique visitors by date and clock hour · hours in %1 · only %2 – %3, where most "
               "pageviews are")
                .arg(zone, full_day_text(first_day_), full_day_text(first_day_ + days_ - 1)));
  // A map of one column has no width: a second one, out of sight, gives it one.
  const int columns = std::max(2, days_);
  auto* cells = new QCPColorMapData(
      columns, kHours, {first_day_ * kDay, (first_day_ + columns - 1) * kDay}, {0, kHours - 1});
  cells->fill(std::numeric_limits<double>::quiet_NaN());
  for (const auto& total : report_->hours) {
    const Day day = local_day(total.hour) - first_day_;
    if (day < 0 || day >= days_) continue;
    const int hour = clock_hour(total.hour);
    cells->setCell(day, hour,
                   std::fmax(cells->cell(day, hour), static_cast<double>(total.visitors)));
    highest_ = std::max(highest_, static_cast<double>(total.visitors));
  }
  map_->setData(cells);
  map_->setDataRange({0, std::max(1.0, highest_)});
  data_changed();
}

void HeatmapChart::set_picked(std::optional<std::size_t> hour) {
  picked_ = hour;
  replot(rpQueuedReplot);
}

void HeatmapChart::apply_style() {
  xAxis->setBasePen(Qt::NoPen);
  map_->setGradient(gradient(colors()));
}

PlotBase::Ranges HeatmapChart::full_ranges() const {
  const int days = std::max(days_, kLeastDays);
  return {{(first_day_ - 0.5) * kDay, (first_day_ + days - 0.5) * kDay}, {-0.5, kHours - 0.5}};
}

std::vector<std::size_t> HeatmapChart::hours_at(const QPointF& position) const {
  if (!report_) return {};
  const auto day = static_cast<Day>(std::lround(xAxis->pixelToCoord(position.x()) / kDay));
  const auto clock = static_cast<int>(std::lround(yAxis->pixelToCoord(position.y())));
  const auto& hours = report_->hours;
  auto at = std::partition_point(hours.begin(), hours.end(),
                                 [&](const auto& total) { return local_day(total.hour) < day; });
  std::vector<std::size_t> found;
  for (; at != hours.end() && local_day(at->hour) == day; ++at)
    if (clock_hour(at->hour) == clock)
      found.push_back(static_cast<std::size_t>(at - hours.begin()));
  return found;
}

void HeatmapChart::show_hours(const std::vector<std::size_t>& hours, const QPointF& anchor) {
  QString text;
  for (const std::size_t hour : hours) {
    const auto& total = report_->hours[hour];
    if (!text.isEmpty()) text += QLatin1Char('\n');
    text += hour_text(total.hour, report_->utc) + QLatin1Char('\n') +
            tr("%1 unique visitors").arg(localized_number(total.visitors)) + QLatin1Char('\n') +
            tr("%1 pageviews").arg(localized_number(total.pageviews));
  }
  set_readout(text, anchor, std::nullopt);
}

void HeatmapChart::point_at(const QPointF& position) {
  const auto hours = hours_at(position);
  if (hours.empty()) {
    const auto day = static_cast<Day>(std::lround(xAxis->pixelToCoord(position.x()) / kDay));
    const auto clock = static_cast<int>(std::lround(yAxis->pixelToCoord(position.y())));
    if (!report_ || clock < 0 || clock >= kHours) return clear_readout();
    return set_readout(
        tr("%1, %2:00\nno pageviews").arg(day_text(day)).arg(clock, 2, 10, QLatin1Char('0')),
        position, std::nullopt);
  }
  cursor_ = hours.front();
  show_hours(hours, position);
}

void HeatmapChart::pick_at(const QPointF& position) {
  const auto hours = hours_at(position);
  if (hours.empty()) return;
  emit hour_picked(*std::max_element(hours.begin(), hours.end(), [&](std::size_t a, std::size_t b) {
    return report_->hours[a].visitors < report_->hours[b].visitors;
  }));
}

void HeatmapChart::step_cursor(int by) {
  if (!report_) return;
  const auto last = static_cast<std::ptrdiff_t>(report_->hours.size()) - 1;
  const auto from = static_cast<std::ptrdiff_t>(cursor_ ? *cursor_ : picked_.value_or(0));
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + by, 0, last));
  const double day = local_day(report_->hours[*cursor_].hour) * kDay;
  if (!xAxis->range().contains(day)) {
    xAxis->setRange(day, xAxis->range().size(), Qt::AlignCenter);
    replot();
  }
  show_hours({*cursor_}, cell_rect(*cursor_).center());
}

void HeatmapChart::pick_cursor() {
  if (cursor_) emit hour_picked(*cursor_);
}

QRectF HeatmapChart::cell_rect(std::size_t hour) const {
  const Hour& at = report_->hours[hour].hour;
  const double day = local_day(at), clock = clock_hour(at);
  return QRectF(QPointF(xAxis->coordToPixel((day - 0.5) * kDay), yAxis->coordToPixel(clock - 0.5)),
                QPointF(xAxis->coordToPixel((day + 0.5) * kDay), yAxis->coordToPixel(clock + 0.5)))
      .normalized();
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

// 0 ▁▂▃▄▅ 41 k, at the right of the caption.
void HeatmapChart::draw_scale(QCPPainter& painter) const {
  if (!report_) return;
  painter.setFont(small_font());
  painter.setPen(colors().muted);
  const QFontMetrics metrics = painter.fontMetrics();
  const QString most = short_number(std::max(1.0, highest_));
  const int height = metrics.height();
  const int right = axisRect()->right();
  const int bar_right = right - metrics.horizontalAdvance(most) - 6;
  const int bar_left = bar_right - kScaleWidth;
  const int zero_width = metrics.horizontalAdvance(QLatin1Char('0'));
  if (bar_left - zero_width < viewport().left() + metrics.horizontalAdvance(caption()) + 24) return;
  painter.drawText(QRect(bar_right, 2, right - bar_right, height),
                   Qt::AlignRight | Qt::AlignVCenter, most);
  painter.drawText(QRect(bar_left - zero_width - 6, 2, zero_width, height), Qt::AlignCenter,
                   QStringLiteral("0"));
  QCPColorGradient scale = gradient(colors());
  for (int x = 0; x < kScaleWidth; ++x)
    painter.fillRect(QRect(bar_left + x, 2 + height / 2 - 4, 1, 8),
                     QColor::fromRgb(scale.color(x, {0, kScaleWidth - 1.0})));
}

void HeatmapChart::resizeEvent(QResizeEvent* event) {
  ticker_->set_room(width() / kLabelWidth);
  PlotBase::resizeEvent(event);
}

}  // namespace footfall
