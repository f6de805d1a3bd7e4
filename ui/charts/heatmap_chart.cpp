#include "ui/charts/heatmap_chart.h"

#include <QMenu>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/time_text.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

constexpr int kHours = 24;
constexpr int kLeastColumns = 1;
constexpr double kExtreme = 2;  // times the quantile at which the scale is cut

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

}  // namespace

HeatmapChart::HeatmapChart(QWidget* parent)
    : TimePlot(tr("Unique visitors by date and hour"), parent),
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
  set_least_span(kLeastColumns * kDay);
  new PaintItem(this, QStringLiteral("axes"), [this](QCPPainter& painter) { draw_gaps(painter); });
  new PaintItem(this, QStringLiteral("axes"),
                [this](QCPPainter& painter) { draw_capped(painter); });
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
  cap_.reset();
  gaps_.clear();
  if (!report_) {
    map_->data()->clear();
    set_caption({});
    set_caption_reserve(0);
    return data_changed();
  }
  choose_days();
  const bool all =
      days_ < kMostDays ||
      local_day(report_->hours.back().hour) - local_day(report_->hours.front().hour) < kMostDays;
  const QString zone = QString::fromStdString(report_->zone);
  const Day last_day = first_day_ + days_ - 1;
  years_ = in_several_years(first_day_, last_day);
  ticker_->set_years(years_);
  set_caption(
      all ? tr("Unique visitors by date and clock hour · hours in %1 · %2")
                .arg(zone, years_text(first_day_, last_day))
          : tr("Unique visitors by date and clock hour · hours in %1 · only %2 – %3, where most "
               "pageviews are")
                .arg(zone, full_day_text(first_day_), full_day_text(last_day)));
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
  choose_scale();
  find_gaps();
  data_changed();
}

// One extreme hour would leave all others in the palest tones.
void HeatmapChart::choose_scale() {
  std::vector<std::uint64_t> values;
  for (const auto& total : report_->hours) {
    const Day day = local_day(total.hour) - first_day_;
    if (day >= 0 && day < days_) values.push_back(total.visitors);
  }
  // The lower of the two values around the quantile: one hour of few is above it too.
  const auto at = values.begin() +
                  static_cast<std::ptrdiff_t>((values.size() - 1) * std::size_t{kCapPercent} / 100);
  std::nth_element(values.begin(), at, values.end());
  if (static_cast<double>(*at) * kExtreme <= highest_) cap_ = *at;
  const double end = cap_ ? static_cast<double>(*cap_) : std::max(1.0, highest_);
  map_->setDataRange({0, end});
  const QString number = localized_number(static_cast<std::uint64_t>(end));
  legend_end_ = cap_ ? tr("≥ %1 (99th percentile)").arg(number) : number;
}

// Hours that happened between the first and the last one of the data, and have no row.
void HeatmapChart::find_gaps() {
  const auto& hours = report_->hours;
  auto zone = TimeZone::load(report_->zone, {});
  ZoneCursor clock(zone ? zone.value() : TimeZone());
  auto* cells = map_->data();
  const Hour first = hours.front().hour, last = hours.back().hour;
  for (int day = 0; day < days_; ++day) {
    const auto midnight = std::int64_t{first_day_ + day} * kSecondsPerDay;
    const auto is_gap = [&](int hour) {
      if (hour == kHours || !std::isnan(cells->cell(day, hour))) return false;
      const std::int64_t local = midnight + std::int64_t{hour} * kSecondsPerHour;
      const std::int64_t instant = clock.from_local(local);
      return instant > first.start && instant < last.start &&
             instant + clock.offset_at(instant) == local;
    };
    for (int hour = 0; hour < kHours; ++hour) {
      if (!is_gap(hour)) continue;
      const int begin = hour;
      while (is_gap(hour + 1)) ++hour;
      // Whole days side by side are one.
      const bool joins = !gaps_.empty() && gaps_.back().last_day == day - 1 &&
                         gaps_.back().first_hour == begin && gaps_.back().last_hour == hour;
      if (joins)
        gaps_.back().last_day = day;
      else
        gaps_.push_back({day, day, begin, hour});
    }
  }
}

void HeatmapChart::set_picked(std::optional<std::size_t> hour) {
  picked_ = hour;
  replot(rpQueuedReplot);
}

void HeatmapChart::apply_style() {
  xAxis->setBasePen(Qt::NoPen);
  map_->setGradient(tones(colors()));
}

QCPRange HeatmapChart::full_span() const {
  const int days = std::max(days_, kLeastColumns);
  return {(first_day_ - 0.5) * kDay, (first_day_ + days - 0.5) * kDay};
}

QCPRange HeatmapChart::values_of(const QCPRange&) const { return {-0.5, kHours - 0.5}; }

QCPRange HeatmapChart::snapped(const QCPRange& range) const {
  return {(std::round(range.lower / kDay) - 0.5) * kDay,
          (std::round(range.upper / kDay) + 0.5) * kDay};
}

// Whole days of the report zone: dates without an offset.
std::optional<TimePlot::Bounds> HeatmapChart::bounds_of(const QCPRange& range) const {
  const auto first = static_cast<Day>(std::ceil(range.lower / kDay));
  const auto last = static_cast<Day>(std::floor(range.upper / kDay));
  const bool shows =
      report_ && std::any_of(report_->hours.begin(), report_->hours.end(), [&](const auto& total) {
        const Day day = local_day(total.hour);
        return day >= first && day <= last;
      });
  if (!shows) return std::nullopt;
  return Bounds{TimeBound{first * kSecondsPerDay, {}},
                TimeBound{(std::int64_t{last} + 1) * kSecondsPerDay, {}}};
}

QString HeatmapChart::range_text(const QCPRange& range) const {
  return date_text(static_cast<Day>(std::ceil(range.lower / kDay))) + QStringLiteral(" – ") +
         date_text(static_cast<Day>(std::floor(range.upper / kDay)));
}

std::optional<double> HeatmapChart::cursor_key() const {
  if (!report_ || !cursor_) return std::nullopt;
  return local_day(report_->hours[*cursor_].hour) * kDay;
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
    text += hour_text(total.hour, report_->utc, years_) + QLatin1Char('\n') +
            tr("%1 unique visitors").arg(localized_number(total.visitors)) + QLatin1Char('\n') +
            tr("%1 pageviews").arg(localized_number(total.pageviews));
  }
  set_readout(text, anchor, std::nullopt);
}

void HeatmapChart::point_at(const QPointF& position) {
  const auto hours = hours_at(position);
  if (hours.empty()) {
    cursor_.reset();
    const auto day = static_cast<Day>(std::lround(xAxis->pixelToCoord(position.x()) / kDay));
    const auto clock = static_cast<int>(std::lround(yAxis->pixelToCoord(position.y())));
    if (!report_ || clock < 0 || clock >= kHours) return clear_readout();
    return set_readout(tr("%1, %2:00\nno pageviews")
                           .arg(years_ ? full_day_text(day) : day_text(day))
                           .arg(clock, 2, 10, QLatin1Char('0')),
                       position, std::nullopt);
  }
  cursor_ = hours.front();
  show_hours(hours, position);
}

void HeatmapChart::fill_menu(QMenu& menu) {
  if (cursor_) emit menu_requested(&menu, *cursor_);
  if (!menu.isEmpty()) menu.addSeparator();
  TimePlot::fill_menu(menu);
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
  bring_into_view(*cursor_key());
  show_cursor();
}

void HeatmapChart::show_cursor() {
  const auto key = cursor_key();
  if (key && xAxis->range().contains(*key)) show_hours({*cursor_}, cell_rect(*cursor_).center());
}

void HeatmapChart::pick_cursor() {
  if (cursor_) emit hour_picked(*cursor_);
}

void HeatmapChart::resizeEvent(QResizeEvent* event) {
  ticker_->set_room(width() / kTickRoom);
  TimePlot::resizeEvent(event);
}

}  // namespace footfall
