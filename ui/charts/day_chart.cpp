#include "ui/charts/day_chart.h"

#include <QMenu>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/charts/time_text.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr double kLeastDays = 7;
constexpr double kMostDayBars = 120;  // in view; more are shown by weeks
constexpr double kHeadRoom = 1.1;
constexpr Day kWeekDays = 7;
constexpr double kSpendUnit = 1e6;

}  // namespace

DayChart::DayChart(QWidget* parent)
    : TimePlot(tr("Days of the selected customer"), parent),
      ticker_(new TimeTicker),
      plot_(new QCPBars(xAxis, yAxis)) {
  ticker_->set_days_only(true);
  xAxis->setTicker(ticker_);
  plot_->setAntialiased(false);
  set_measure(measure_);
  set_least_span(kLeastDays * kDay);
}

void DayChart::set_days(const SpendDaysPtr& days, const QString& of_whom) {
  days_ = days && !days->days.empty() ? days : nullptr;
  of_whom_ = of_whom;
  if (days_) ticker_->set_years(in_several_years(days_->days.front().day, days_->days.back().day));
  draw_bars();
  data_changed();
}

void DayChart::set_customer(const CustomerReportPtr& report, std::size_t customer) {
  const bool known = report && customer < report->customers.size();
  set_days(known ? spend_days(*report, std::array{customer}) : nullptr);
  fit();
}

void DayChart::set_measure(Measure measure) {
  measure_ = measure;
  yAxis->setTicker(QSharedPointer<NumberTicker>::create(measure_ == Measure::events));
  draw_bars();
  apply_style();
  data_changed();
}

const std::vector<SpendDay>& DayChart::bars() const {
  static const std::vector<SpendDay> kNone;
  if (!days_) return kNone;
  return by_week_ ? days_->weeks : days_->days;
}

// A bar stands in the middle of its days, a day at its tick.
double DayChart::key_of(const SpendDay& bar) const {
  return (bar.day + (by_week_ ? kWeekDays / 2 : 0)) * kDay;
}

double DayChart::value_of(const SpendDay& bar) const {
  if (measure_ == Measure::events) return static_cast<double>(bar.events);
  return bar.spend.to_double() / kSpendUnit;
}

// The day that a bar at this place begins with.
Day DayChart::bar_day(double key) const {
  const auto day = static_cast<Day>(std::lround(key / kDay));
  return by_week_ ? day - static_cast<Day>(weekday_of(day)) : day;
}

void DayChart::draw_bars() {
  cursor_.reset();
  QVector<QCPBarsData> drawn;
  for (const SpendDay& bar : bars()) drawn.append({key_of(bar), value_of(bar)});
  plot_->data()->set(drawn, true);
  plot_->setWidth((by_week_ ? 0.8 * kWeekDays : 0.7) * kDay);
  say_caption();
}

void DayChart::say_caption() {
  if (!days_) return set_caption({});
  const bool spend = measure_ == Measure::spend;
  const QString words = by_week_ ? (spend ? tr("Spend per week (USD) · weeks from Monday, in UTC")
                                          : tr("Events per week · weeks from Monday, in UTC"))
                                 : (spend ? tr("Spend per day (USD) · days in UTC")
                                          : tr("Events per day · days in UTC"));
  set_caption((of_whom_.isEmpty() ? QString() : of_whom_ + QStringLiteral(" · ")) + words +
              QStringLiteral(" · ") + years_text(days_->days.front().day, days_->days.back().day));
}

void DayChart::apply_style() {
  const std::size_t series = measure_ == Measure::spend ? 2 : 0;
  plot_->setPen(Qt::NoPen);
  plot_->setBrush(colors().bar(series));
  yAxis->grid()->setZeroLinePen(QPen(colors().axis, 1));
}

QCPRange DayChart::full_span() const {
  if (!days_) return {0, kLeastDays * kDay};
  const double first = days_->days.front().day * kDay, last = days_->days.back().day * kDay;
  const double missing = kLeastDays * kDay - (last - first) - kDay;
  const double margin = std::max(kDay * 0.6, missing / 2);
  return {first - margin, last + margin};
}

void DayChart::span_changed() {
  const bool by_week = xAxis->range().size() > kMostDayBars * kDay;
  if (by_week_ == by_week) return;
  const auto key = cursor_key();
  by_week_ = by_week;
  draw_bars();
  if (key) cursor_ = bar_at(*key);
  if (key && !cursor_) clear_readout();
}

QCPRange DayChart::values_of(const QCPRange& span) const {
  double lowest = 0, highest = 0;
  const double half = plot_->width() / 2;
  for (const QCPBarsData& bar : *plot_->data()) {
    if (bar.key + half < span.lower || bar.key - half > span.upper) continue;
    lowest = std::min(lowest, bar.value);
    highest = std::max(highest, bar.value);
  }
  if (lowest == highest) return {0, 1};
  return {lowest * kHeadRoom, highest * kHeadRoom};
}

QCPRange DayChart::snapped(const QCPRange& range) const {
  return {(bar_day(range.lower) - 0.5) * kDay,
          (bar_day(range.upper) + (by_week_ ? kWeekDays : 1) - 0.5) * kDay};
}

// Whole days in UTC, which is what a date without an offset means to this report.
std::optional<TimePlot::Bounds> DayChart::bounds_of(const QCPRange& range) const {
  if (!days_) return std::nullopt;
  const auto first = static_cast<std::int64_t>(std::ceil(range.lower / kDay));
  const auto last = static_cast<std::int64_t>(std::floor(range.upper / kDay));
  const auto at =
      std::ranges::lower_bound(days_->days, static_cast<Day>(first), {}, &SpendDay::day);
  if (at == days_->days.end() || at->day > last) return std::nullopt;
  return Bounds{TimeBound{first * kSecondsPerDay, {}}, TimeBound{(last + 1) * kSecondsPerDay, {}}};
}

QString DayChart::range_text(const QCPRange& range) const {
  return date_text(static_cast<Day>(std::ceil(range.lower / kDay))) + QStringLiteral(" – ") +
         date_text(static_cast<Day>(std::floor(range.upper / kDay)));
}

std::optional<double> DayChart::cursor_key() const {
  if (!cursor_ || *cursor_ >= bars().size()) return std::nullopt;
  return key_of(bars()[*cursor_]);
}

std::optional<std::size_t> DayChart::bar_at(double key) const {
  const Day wanted = bar_day(key);
  const auto at = std::ranges::lower_bound(bars(), wanted, {}, &SpendDay::day);
  if (at == bars().end() || at->day != wanted) return std::nullopt;
  return static_cast<std::size_t>(at - bars().begin());
}

void DayChart::show_bar(std::size_t bar, std::optional<double> y) {
  const SpendDay& of = bars()[bar];
  std::string spend;
  append_fixed(spend, of.spend, 6, 6);
  const double x = xAxis->coordToPixel(key_of(of));
  QString text = by_week_ ? tr("Week of %1").arg(date_text(of.day)) : full_day_text(of.day);
  text += QLatin1Char('\n') +
          tr("%1 USD").arg(cell_text({"spend_usd", ColumnKind::amount}, spend)) +
          QLatin1Char('\n') + tr("%1 events").arg(localized_number(of.events));
  if (!of_whom_.isEmpty())
    text += QLatin1Char('\n') +
            tr("%1 customers", nullptr, plural(of.customers)).arg(localized_number(of.customers));
  set_readout(text, QPointF(x, y ? *y : yAxis->coordToPixel(value_of(of))), x);
}

void DayChart::point_at(const QPointF& position) {
  cursor_ = bar_at(xAxis->pixelToCoord(position.x()));
  if (!cursor_) return clear_readout();
  show_bar(*cursor_, position.y());
}

void DayChart::pick(std::size_t bar) {
  const auto at = std::ranges::lower_bound(days_->days, bars()[bar].day, {}, &SpendDay::day);
  emit day_picked(static_cast<std::size_t>(at - days_->days.begin()));
}

void DayChart::pick_at(const QPointF& position) {
  if (const auto bar = bar_at(xAxis->pixelToCoord(position.x()))) pick(*bar);
}

void DayChart::fill_menu(QMenu& menu) {
  if (cursor_key() && !by_week_) {
    emit menu_requested(&menu, bars()[*cursor_].day);
    if (!menu.isEmpty()) menu.addSeparator();
  }
  TimePlot::fill_menu(menu);
}

void DayChart::step_cursor(int by) {
  if (bars().empty()) return;
  const auto last = static_cast<std::ptrdiff_t>(bars().size()) - 1;
  const auto from = cursor_ ? static_cast<std::ptrdiff_t>(*cursor_) : by > 0 ? -1 : last + 1;
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + by, 0, last));
  bring_into_view(*cursor_key());
  show_bar(*cursor_, std::nullopt);
}

void DayChart::show_cursor() {
  if (const auto key = cursor_key(); key && xAxis->range().contains(*key))
    show_bar(*cursor_, std::nullopt);
}

void DayChart::pick_cursor() {
  if (cursor_key()) pick(*cursor_);
}

void DayChart::resizeEvent(QResizeEvent* event) {
  ticker_->set_room(width() / kTickRoom);
  TimePlot::resizeEvent(event);
}

}  // namespace footfall
