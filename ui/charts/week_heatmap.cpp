#include "ui/charts/week_heatmap.h"

#include <QMenu>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ui/charts/heatmap_chart.h"
#include "ui/charts/time_text.h"
#include "ui/tables/number_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr Day kSomeMonday = 4;  // 1970-01-05
constexpr int kScale = 96;      // px
constexpr int kScaleHeight = 8;
constexpr int kScaleGap = 6;

class HourTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange&) override { return 3; }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return QStringLiteral("%1:00").arg(std::lround(tick), 2, 10, QLatin1Char('0'));
  }
};

QString number_or_half(double value) {
  return QLocale().toString(value, 'f', value == std::floor(value) ? 0 : 1);
}

}  // namespace

QString place_text(std::size_t place) {
  const auto day = static_cast<Day>(place / TypicalWeek::kClock);
  return weekday_text(kSomeMonday + day) +
         QStringLiteral(" %1:00").arg(place % TypicalWeek::kClock, 2, 10, QLatin1Char('0'));
}

QString place_figures(const TypicalHour& hour) {
  if (hour.hours == 0) return WeekHeatmap::tr("no pageviews");
  const double mean = static_cast<double>(hour.sum) / static_cast<double>(hour.hours);
  return WeekHeatmap::tr("median %1 · mean %2\nhighest %3 · sum %4\n%n hour(s)", nullptr,
                         plural(hour.hours))
      .arg(number_or_half(static_cast<double>(hour.twice_median) / 2),
           QLocale().toString(mean, 'f', 1), localized_number(hour.highest),
           localized_number(hour.sum));
}

WeekHeatmap::WeekHeatmap(QWidget* parent)
    : PlotBase(tr("Unique visitors by weekday and hour"), parent),
      map_(new QCPColorMap(xAxis, yAxis)) {
  xAxis->setTicker(QSharedPointer<HourTicker>::create());
  const auto days = QSharedPointer<QCPAxisTickerText>::create();
  for (int day = 0; day < static_cast<int>(TypicalWeek::kDays); ++day)
    days->addTick(day, weekday_text(kSomeMonday + day));
  yAxis->setTicker(days);
  yAxis->setRangeReversed(true);
  yAxis->grid()->setVisible(false);
  xAxis->grid()->setVisible(false);
  xAxis->setBasePen(Qt::NoPen);
  map_->setInterpolate(false);
  map_->setTightBoundary(false);
  map_->data()->setSize(TypicalWeek::kClock, TypicalWeek::kDays);
  map_->data()->setRange({0, TypicalWeek::kClock - 1.0}, {0, TypicalWeek::kDays - 1.0});
  new PaintItem(this, QStringLiteral("axes"), [this](QCPPainter& painter) {
    const bool gaps = draw_gaps(painter);
    draw_scale(painter, gaps);
  });
  clear_week();
}

double WeekHeatmap::value_of(std::size_t place) const {
  const TypicalHour& hour = week_->hours[place];
  if (hour.hours == 0) return std::numeric_limits<double>::quiet_NaN();
  switch (measure_) {
    case WeekMeasure::mean:
      return static_cast<double>(hour.sum) / static_cast<double>(hour.hours);
    case WeekMeasure::highest:
      return static_cast<double>(hour.highest);
    case WeekMeasure::sum:
      return static_cast<double>(hour.sum);
    default:
      return static_cast<double>(hour.twice_median) / 2;
  }
}

void WeekHeatmap::set_week(const TypicalWeek& week, WeekMeasure measure, const QString& zone) {
  week_ = week;
  measure_ = measure;
  highest_ = 0;
  for (std::size_t place = 0; place < week.hours.size(); ++place) {
    const double value = value_of(place);
    if (value > highest_) highest_ = value;
    map_->data()->setCell(static_cast<int>(place % TypicalWeek::kClock),
                          static_cast<int>(place / TypicalWeek::kClock), value);
  }
  map_->setDataRange({0, std::max(1.0, highest_)});
  const std::array<QString, kKinds<WeekMeasure>> measures = {
      tr("Unique visitors of an hour of the week · median"),
      tr("Unique visitors of an hour of the week · mean"),
      tr("Unique visitors of an hour of the week · highest"),
      tr("Unique visitors of an hour of the week · sum over its hours")};
  set_caption(tr("%1 · hours in %2").arg(measures[static_cast<std::size_t>(measure)], zone));
  data_changed();
}

void WeekHeatmap::clear_week() {
  week_.reset();
  cursor_.reset();
  map_->data()->fill(std::numeric_limits<double>::quiet_NaN());
  set_caption({});
  data_changed();
}

void WeekHeatmap::apply_style() { map_->setGradient(HeatmapChart::tones(colors())); }

void WeekHeatmap::show_full() {
  xAxis->setRange(-0.5, TypicalWeek::kClock - 0.5);
  yAxis->setRange(-0.5, TypicalWeek::kDays - 0.5);
}

std::optional<std::size_t> WeekHeatmap::place_at(const QPointF& position) const {
  const auto clock = std::lround(xAxis->pixelToCoord(position.x()));
  const auto day = std::lround(yAxis->pixelToCoord(position.y()));
  if (!week_ || clock < 0 || clock >= static_cast<long>(TypicalWeek::kClock) || day < 0 ||
      day >= static_cast<long>(TypicalWeek::kDays))
    return std::nullopt;
  return static_cast<std::size_t>(day) * TypicalWeek::kClock + static_cast<std::size_t>(clock);
}

void WeekHeatmap::show_place(std::size_t place) {
  const QPointF center(xAxis->coordToPixel(static_cast<double>(place % TypicalWeek::kClock)),
                       yAxis->coordToPixel(static_cast<double>(place / TypicalWeek::kClock)));
  set_readout(place_text(place) + QLatin1Char('\n') + place_figures(week_->hours[place]), center,
              std::nullopt);
}

void WeekHeatmap::point_at(const QPointF& position) {
  cursor_ = place_at(position);
  if (!cursor_) return clear_readout();
  show_place(*cursor_);
}

void WeekHeatmap::fill_menu(QMenu& menu) {
  if (week_ && cursor_) emit menu_requested(&menu, *cursor_);
  if (!menu.isEmpty()) menu.addSeparator();
  PlotBase::fill_menu(menu);
}

void WeekHeatmap::step_cursor(int by) {
  if (!week_) return;
  const auto last = static_cast<std::ptrdiff_t>(week_->hours.size()) - 1;
  const auto from = cursor_ ? static_cast<std::ptrdiff_t>(*cursor_) + by : 0;
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from, 0, last));
  show_place(*cursor_);
}

void WeekHeatmap::show_cursor() {
  if (week_ && cursor_) show_place(*cursor_);
}

// Says whether there is one.
bool WeekHeatmap::draw_gaps(QCPPainter& painter) const {
  bool any = false;
  painter.setPen(QPen(colors().axis, 1));
  for (std::size_t place = 0; week_ && place < week_->hours.size(); ++place) {
    if (week_->hours[place].hours > 0) continue;
    const auto clock = static_cast<double>(place % TypicalWeek::kClock);
    const auto day = static_cast<double>(place / TypicalWeek::kClock);
    draw_hatch(painter,
               QRectF(QPointF(xAxis->coordToPixel(clock - 0.5), yAxis->coordToPixel(day - 0.5)),
                      QPointF(xAxis->coordToPixel(clock + 0.5), yAxis->coordToPixel(day + 0.5))));
    any = true;
  }
  return any;
}

// ▨ no pageviews  0 ▁▂▃▄▅ 41,203, at the right of the caption.
void WeekHeatmap::draw_scale(QCPPainter& painter, bool gaps) {
  if (!week_) return;
  painter.setFont(small_font());
  painter.setPen(colors().muted);
  const QFontMetrics metrics = painter.fontMetrics();
  const QString end = number_or_half(highest_);
  int x = axisRect()->right() + 1 - metrics.horizontalAdvance(end);
  const auto text = [&](const QString& words) {
    painter.drawText(QRect(x, 2, metrics.horizontalAdvance(words), metrics.height()),
                     Qt::AlignCenter | Qt::TextDontClip, words);
  };
  text(end);
  x -= kScaleGap + kScale;
  QCPColorGradient scale = HeatmapChart::tones(colors());
  for (int column = 0; column < kScale; ++column)
    painter.fillRect(
        QRect(x + column, 2 + metrics.height() / 2 - kScaleHeight / 2, 1, kScaleHeight),
        QColor::fromRgb(scale.color(column, {0, kScale - 1.0})));
  x -= kScaleGap + metrics.horizontalAdvance(QStringLiteral("0"));
  text(QStringLiteral("0"));
  if (gaps) {
    const QString words = tr("no pageviews");
    x -= 2 * kScaleGap + metrics.horizontalAdvance(words);
    text(words);
    x -= kScaleGap + kScaleHeight;
    const QRect box(x, 2 + (metrics.height() - kScaleHeight) / 2, kScaleHeight, kScaleHeight);
    painter.setPen(QPen(colors().axis, 1));
    draw_hatch(painter, box);
    painter.drawRect(box);
  }
  set_caption_reserve(axisRect()->right() - x + 16);
}

}  // namespace footfall
