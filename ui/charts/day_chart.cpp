#include "ui/charts/day_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/time_text.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

constexpr double kLeastDays = 7;
constexpr double kHeadRoom = 1.1;

}  // namespace

DayChart::DayChart(QWidget* parent)
    : TimePlot(tr("Days of the selected customer"), parent),
      ticker_(new TimeTicker),
      bars_(new QCPBars(xAxis, yAxis)) {
  ticker_->set_days_only(true);
  xAxis->setTicker(ticker_);
  bars_->setWidth(0.7 * kDay);
  bars_->setAntialiased(false);
  set_least_span(kLeastDays * kDay);
}

std::size_t DayChart::days() const {
  return report_ && customer_ < report_->customers.size()
             ? report_->customers[customer_].active_days
             : 0;
}

std::size_t DayChart::entry(std::size_t day) const {
  return report_->customers[customer_].first_day + day;
}

double DayChart::value(std::size_t day) const {
  return measure_ == Measure::spend ? report_->day_spend.number(entry(day))
                                    : static_cast<double>(report_->days[entry(day)].events);
}

void DayChart::set_customer(const CustomerReportPtr& report, std::size_t customer) {
  report_ = report;
  customer_ = customer;
  draw_bars();
  fit();
}

void DayChart::set_measure(Measure measure) {
  measure_ = measure;
  draw_bars();
  fit();
}

void DayChart::draw_bars() {
  cursor_.reset();
  QVector<QCPBarsData> bars;
  for (std::size_t day = 0; day < days(); ++day)
    bars.append({report_->days[entry(day)].day * kDay, value(day)});
  bars_->data()->set(bars, true);
  if (!bars.isEmpty())
    ticker_->set_years(
        in_several_years(report_->days[entry(0)].day, report_->days[entry(days() - 1)].day));
  yAxis->setTicker(QSharedPointer<NumberTicker>::create(measure_ == Measure::events));
  if (bars.isEmpty()) return set_caption({});
  set_caption((measure_ == Measure::spend ? tr("Spend per day (USD) · days in UTC")
                                          : tr("Events per day · days in UTC")) +
              QStringLiteral(" · ") +
              years_text(report_->days[entry(0)].day, report_->days[entry(days() - 1)].day));
}

void DayChart::apply_style() {
  const std::size_t series = measure_ == Measure::spend ? 2 : 0;
  bars_->setPen(Qt::NoPen);
  bars_->setBrush(colors().bar(series));
  yAxis->grid()->setZeroLinePen(QPen(colors().axis, 1));
}

QCPRange DayChart::full_span() const {
  if (days() == 0) return {0, kLeastDays * kDay};
  const double first = report_->days[entry(0)].day * kDay,
               last = report_->days[entry(days() - 1)].day * kDay;
  const double missing = kLeastDays * kDay - (last - first) - kDay;
  const double margin = std::max(kDay * 0.6, missing / 2);
  return {first - margin, last + margin};
}

QCPRange DayChart::values_of(const QCPRange& span) const {
  double lowest = 0, highest = 0;
  const double half = bars_->width() / 2;
  for (const QCPBarsData& bar : *bars_->data()) {
    if (bar.key + half < span.lower || bar.key - half > span.upper) continue;
    lowest = std::min(lowest, bar.value);
    highest = std::max(highest, bar.value);
  }
  if (lowest == highest) return {0, 1};
  return {lowest * kHeadRoom, highest * kHeadRoom};
}

QCPRange DayChart::snapped(const QCPRange& range) const {
  return {(std::round(range.lower / kDay) - 0.5) * kDay,
          (std::round(range.upper / kDay) + 0.5) * kDay};
}

// Whole days in UTC, which is what a date without an offset means to this report.
std::optional<TimePlot::Bounds> DayChart::bounds_of(const QCPRange& range) const {
  const auto first = static_cast<std::int64_t>(std::ceil(range.lower / kDay));
  const auto last = static_cast<std::int64_t>(std::floor(range.upper / kDay));
  bool shows = false;
  for (const QCPBarsData& bar : *bars_->data()) shows = shows || range.contains(bar.key);
  if (!shows) return std::nullopt;
  return Bounds{TimeBound{first * kSecondsPerDay, {}}, TimeBound{(last + 1) * kSecondsPerDay, {}}};
}

QString DayChart::range_text(const QCPRange& range) const {
  return date_text(static_cast<Day>(std::ceil(range.lower / kDay))) + QStringLiteral(" – ") +
         date_text(static_cast<Day>(std::floor(range.upper / kDay)));
}

std::optional<double> DayChart::cursor_key() const {
  if (!cursor_ || *cursor_ >= days()) return std::nullopt;
  return report_->days[entry(*cursor_)].day * kDay;
}

std::optional<std::size_t> DayChart::day_at(double x) const {
  const auto wanted = static_cast<Day>(std::lround(xAxis->pixelToCoord(x) / kDay));
  for (std::size_t day = 0; day < days(); ++day)
    if (report_->days[entry(day)].day == wanted) return day;
  return std::nullopt;
}

void DayChart::show_day(std::size_t day, std::optional<double> y) {
  const std::size_t at = entry(day);
  std::string spend;
  report_->day_spend.append_text(spend, at);
  const double x = xAxis->coordToPixel(report_->days[at].day * kDay);
  set_readout(full_day_text(report_->days[at].day) + QLatin1Char('\n') +
                  tr("%1 USD").arg(cell_text({"spend_usd", ColumnKind::amount}, spend)) +
                  QLatin1Char('\n') +
                  tr("%1 events").arg(localized_number(report_->days[at].events)),
              QPointF(x, y ? *y : yAxis->coordToPixel(value(day))), x);
}

void DayChart::point_at(const QPointF& position) {
  const auto day = day_at(position.x());
  if (!day) return clear_readout();
  cursor_ = day;
  show_day(*day, position.y());
}

void DayChart::pick_at(const QPointF& position) {
  if (const auto day = day_at(position.x())) emit day_picked(*day);
}

void DayChart::step_cursor(int by) {
  if (days() == 0) return;
  const auto last = static_cast<std::ptrdiff_t>(days()) - 1;
  const auto from = cursor_ ? static_cast<std::ptrdiff_t>(*cursor_) : by > 0 ? -1 : last + 1;
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + by, 0, last));
  bring_into_view(*cursor_key());
  show_day(*cursor_, std::nullopt);
}

void DayChart::show_cursor() {
  if (const auto key = cursor_key(); key && xAxis->range().contains(*key))
    show_day(*cursor_, std::nullopt);
}

void DayChart::pick_cursor() {
  if (cursor_) emit day_picked(*cursor_);
}

void DayChart::resizeEvent(QResizeEvent* event) {
  ticker_->set_room(width() / kTickRoom);
  TimePlot::resizeEvent(event);
}

}  // namespace footfall
