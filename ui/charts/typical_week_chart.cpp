#include "ui/charts/typical_week_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/axis_tickers.h"
#include "ui/charts/time_text.h"
#include "ui/charts/week_heatmap.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

constexpr double kNoHour = std::numeric_limits<double>::quiet_NaN();
// Values between gaps, which have no line.
QVector<QCPGraphData> alone_among(const QVector<QCPGraphData>& points) {
  const auto none = [&](qsizetype i) {
    return i < 0 || i >= points.size() || std::isnan(points[i].value);
  };
  QVector<QCPGraphData> alone;
  for (qsizetype i = 0; i < points.size(); ++i)
    if (!none(i) && none(i - 1) && none(i + 1)) alone.append(points[i]);
  return alone;
}

constexpr int kSample = 12;  // px, of the legend's lines
constexpr int kLegendSpace = 6;
constexpr double kDot = 5;

}  // namespace

TypicalWeekChart::TypicalWeekChart(QWidget* parent)
    : PlotBase(tr("Typical week"), parent),
      low_(addGraph()),
      high_(addGraph()),
      median_(addGraph()),
      line_(addGraph()),
      median_alone_(addGraph()),
      alone_(addGraph()) {
  const auto days = QSharedPointer<QCPAxisTickerText>::create();
  for (std::size_t day = 0; day < TypicalWeek::kDays; ++day)
    days->addTick(static_cast<double>(day * TypicalWeek::kClock),
                  place_text(day * TypicalWeek::kClock).section(QLatin1Char(' '), 0, 0));
  xAxis->setTicker(days);
  yAxis->setTicker(QSharedPointer<NumberTicker>::create(true));
  for (QCPGraph* graph : {low_, high_}) graph->setPen(Qt::NoPen);
  for (QCPGraph* graph : {median_alone_, alone_}) graph->setLineStyle(QCPGraph::lsNone);
  high_->setChannelFillGraph(low_);
  new PaintItem(this, QStringLiteral("axes"),
                [this](QCPPainter& painter) { draw_legend(painter); });
}

void TypicalWeekChart::set_week(const TypicalWeek& week, const HourlyVisitorsReport& report,
                                Day monday) {
  week_ = week;
  present_.fill(std::nullopt);
  for (const auto& total : report.hours) {
    const Day day = local_day(total.hour);
    if (day < monday || day >= monday + 7) continue;
    // Of both hours of a fold the larger one.
    auto& value = present_[TypicalWeek::place_of(total.hour)];
    value = std::max(value.value_or(0), total.visitors);
  }
  present_name_ = short_step_text(
      Step::week, Hour{std::int64_t{monday} * kSecondsPerDay, 0},
      in_several_years(local_day(report.hours.front().hour), local_day(report.hours.back().hour)));
  highest_ = 1;
  QVector<QCPGraphData> low, high, median, line;
  for (std::size_t place = 0; place < week.hours.size(); ++place) {
    const TypicalHour& hour = week.hours[place];
    const auto key = static_cast<double>(place);
    const bool any = hour.hours > 0;
    low.append({key, any ? static_cast<double>(hour.low) : kNoHour});
    high.append({key, any ? static_cast<double>(hour.high) : kNoHour});
    median.append({key, any ? static_cast<double>(hour.twice_median) / 2 : kNoHour});
    line.append({key, present_[place] ? static_cast<double>(*present_[place]) : kNoHour});
    highest_ = std::max({highest_, static_cast<double>(hour.high),
                         static_cast<double>(present_[place].value_or(0))});
  }
  low_->data()->set(low, true);
  high_->data()->set(high, true);
  median_->data()->set(median, true);
  line_->data()->set(line, true);
  median_alone_->data()->set(alone_among(median), true);
  alone_->data()->set(alone_among(line), true);
  set_caption(
      tr("Typical week · unique visitors per hour in %1").arg(QString::fromStdString(report.zone)));
  data_changed();
}

void TypicalWeekChart::clear_week() {
  week_.reset();
  cursor_.reset();
  for (QCPGraph* graph : {low_, high_, median_, line_, median_alone_, alone_})
    graph->data()->clear();
  set_caption({});
  data_changed();
}

void TypicalWeekChart::apply_style() {
  high_->setBrush(colors().fill(0));
  median_->setPen(QPen(colors().series[0], 1));
  line_->setPen(QPen(colors().series[1], 1));
  const auto dots = [](QCPGraph* graph, const QColor& color) {
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, kDot));
  };
  dots(median_alone_, colors().series[0]);
  dots(alone_, colors().series[1]);
}

void TypicalWeekChart::show_full() {
  xAxis->setRange(0, static_cast<double>(TypicalWeek::kDays * TypicalWeek::kClock));
  yAxis->setRange(0, std::max(1.0, highest_) * 1.06);
}

void TypicalWeekChart::show_place(std::size_t place, std::optional<double> pointer_y) {
  const TypicalHour& hour = week_->hours[place];
  const double x = xAxis->coordToPixel(static_cast<double>(place));
  const double y =
      pointer_y ? *pointer_y : yAxis->coordToPixel(static_cast<double>(hour.twice_median) / 2);
  QString text = place_text(place) + QLatin1Char('\n') + place_figures(hour);
  if (hour.hours > 0)
    text += QLatin1Char('\n') +
            tr("most from %1 to %2").arg(localized_number(hour.low), localized_number(hour.high));
  text += QLatin1Char('\n') + present_name_ + QStringLiteral(": ") +
          (present_[place] ? localized_number(*present_[place]) : tr("no pageviews"));
  set_readout(text, QPointF(x, y), x);
}

void TypicalWeekChart::point_at(const QPointF& position) {
  const auto place = std::lround(xAxis->pixelToCoord(position.x()));
  if (!week_ || place < 0 || place >= std::ssize(week_->hours)) return clear_readout();
  cursor_ = static_cast<std::size_t>(place);
  show_place(*cursor_, position.y());
}

void TypicalWeekChart::step_cursor(int by) {
  if (!week_) return;
  const auto last = std::ssize(week_->hours) - 1;
  const auto from = cursor_ ? static_cast<std::ptrdiff_t>(*cursor_) + by : 0;
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from, 0, last));
  show_place(*cursor_, std::nullopt);
}

void TypicalWeekChart::show_cursor() {
  if (week_ && cursor_) show_place(*cursor_, std::nullopt);
}

// ─ median  ▒ 10 to 90 %  ─ week of Jan 6, at the right of the caption.
void TypicalWeekChart::draw_legend(QCPPainter& painter) {
  if (!week_) return;
  painter.setFont(small_font());
  const QFontMetrics metrics = painter.fontMetrics();
  int x = axisRect()->right() + 1;
  const auto entry = [&](const QString& words, const QColor& color, bool area) {
    x -= metrics.horizontalAdvance(words);
    painter.setPen(colors().muted);
    painter.drawText(QRect(x, 2, metrics.horizontalAdvance(words), metrics.height()),
                     Qt::AlignCenter | Qt::TextDontClip, words);
    x -= kLegendSpace + kSample;
    const int height = area ? 8 : 2;
    painter.fillRect(QRect(x, 2 + (metrics.height() - height) / 2, kSample, height), color);
    x -= 2 * kLegendSpace;
  };
  entry(present_name_, colors().series[1], false);
  entry(tr("10 to 90 % of the hours"), colors().fill(0), true);
  entry(tr("median"), colors().series[0], false);
  set_caption_reserve(axisRect()->right() - x + 16);
}

}  // namespace footfall
