// Long, for it is one chart: its line, the span it shows and what the pointer says of it.
#include "ui/charts/hourly_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/step_range.h"
#include "ui/charts/time_text.h"
#include "ui/tables/number_text.h"
#include "ui/tables/usual_text.h"

namespace footfall {
namespace {

constexpr int kLabelRoom = 10;        // px around the labels of the peaks
constexpr int kRowsOfLabels = 3;      // of the peaks, above the highest ...
constexpr int kHeightPerRow = 80;     // ... each for as much height of the chart, px
constexpr double kMostUnused = 0.12;  // of the axis, by hours of whole days that have no data
constexpr double kDayWidth = 1.5;     // px, the least for a point of the line
constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

QString line_name(Step step) {
  return step == Step::hour  ? HourlyChart::tr("Unique visitors per hour")
         : step == Step::day ? HourlyChart::tr("Unique visitors per day")
                             : HourlyChart::tr("Unique visitors per week");
}

QString end_text(Step step, bool first) {
  switch (step) {
    case Step::day:
      return first ? HourlyChart::tr("the data begin within this day")
                   : HourlyChart::tr("the data end within this day");
    case Step::week:
      return first ? HourlyChart::tr("the data begin within this week")
                   : HourlyChart::tr("the data end within this week");
    default:
      return first ? HourlyChart::tr("the data begin within this hour")
                   : HourlyChart::tr("the data end within this hour");
  }
}

TimeZone zone_of(const HourlyVisitorsReport& report) {
  auto zone = TimeZone::load(report.zone, {});
  return zone ? zone.value() : TimeZone();
}

}  // namespace

HourlyChart::HourlyChart(QWidget* parent)
    : TimePlot(tr("Unique visitors per hour"), parent),
      ticker_(new TimeTicker),
      line_(addGraph()),
      ends_(addGraph()),
      alone_(addGraph()),
      compared_(*this),
      peaks_(*this) {
  xAxis->setTicker(ticker_);
  yAxis->setTicker(QSharedPointer<NumberTicker>::create(true));
  alone_->setLineStyle(QCPGraph::lsNone);
  set_least_span(4 * kHour);
  new PaintItem(this, QStringLiteral("main"),
                [this](QCPPainter& painter) { draw_picked(painter); });
}

void HourlyChart::set_report(const HourlyVisitorsPtr& report, WholeEnds whole) {
  report_ = report && !report->hours.empty() ? report : nullptr;
  whole_ = whole;
  usual_.clear();
  compared_.set(nullptr, {}, {}, Step::hour, zone_, {});
  picked_.reset();
  cursor_.reset();
  beyond_.reset();
  drawn_days_ = -1;
  std::vector<PeakMarks::Point> points;
  if (report_) {
    const auto& hours = report_->hours;
    zone_ = zone_of(*report_);
    years_ = in_several_years(local_day(hours.front().hour), local_day(hours.back().hour));
    ticker_->set_zone(zone_);
    ticker_->set_years(years_);
    ticker_->set_days_only(report_->step != Step::hour);
    set_least_span(4 * step_length());
    setAccessibleName(line_name(report_->step));
    points.reserve(hours.size());
    for (const auto& total : hours)
      points.push_back(
          {static_cast<double>(total.hour.start), static_cast<double>(total.visitors)});
  }
  peaks_.set_points(std::move(points), step_length(), [this](std::size_t hour) {
    const auto& total = report_->hours[hour];
    return short_step_text(step(), total.hour, years_) + QStringLiteral("  ") +
           localized_number(total.visitors);
  });
  draw_line();
  data_changed();
}

void HourlyChart::set_compared(const TablePtr& table, const QString& period) {
  compared_.set(table, "unique_visitors", period, step(), zone_,
                [this](std::size_t hour) { return report_->hours[hour].hour.start; });
  drawn_days_ = -1;
  draw_line();
  data_changed();
}

void HourlyChart::draw_compared() {
  const std::int64_t days =
      drawn_days_ > 0 ? drawn_days_ : kStepTable[step()].seconds / kSecondsPerDay;
  compared_.draw([&](std::int64_t start) -> ComparedLine::Bucket {
    if (days == 0) return {floor_divide(start, kSecondsPerHour), std::nullopt};
    const std::int64_t day = local_day(local_hour(static_cast<double>(start)));
    // Weeks by their Mondays, buckets of the line as it has them.
    return {floor_divide(drawn_days_ > 0 ? day : day + 3, days), std::nullopt};
  });
}

void HourlyChart::set_usual(std::vector<Usual> usual) { usual_ = std::move(usual); }

int HourlyChart::days_per_point() const {
  // A line with more points than pixels is a block of colour, which also takes seconds to fill.
  const double hours = xAxis->range().size() / kHour, width = std::max(1, axisRect()->width());
  if (xAxis->range().size() / step_length() <= width) return 0;
  int days = static_cast<int>(std::max(1.0, step_length() / kDay));
  for (const int next : {7, 28, 364, 3640})
    if (hours / 24 / days > width / kDayWidth) days = next;
  return days;
}

void HourlyChart::draw_line() {
  const int days = days_per_point();
  if (days == drawn_days_) return;
  drawn_days_ = days;
  const auto bucket_of = [&](const Hour& hour) {
    return days == 0 ? std::int64_t{hour.start} : floor_divide(std::int64_t{local_day(hour)}, days);
  };
  QVector<QCPGraphData> points;
  double last_hour = 0;  // of the bucket of the last point
  std::optional<std::int64_t> bucket;
  for (std::size_t i = 0; report_ && i < report_->hours.size(); ++i) {
    const auto& total = report_->hours[i];
    const auto key = static_cast<double>(total.hour.start);
    const auto value = static_cast<double>(total.visitors);
    if (bucket == bucket_of(total.hour)) {
      if (value > points.last().value) points.last() = {key, value};
    } else {
      // No row, no value: the line breaks between hours that are apart.
      const bool apart = days == 0 ? key - last_hour > 1.5 * step_length()
                                   : bucket && bucket_of(total.hour) > *bucket + 1;
      if (bucket && apart) points.append({(last_hour + key) / 2, kNothing});
      points.append({key, value});
      bucket = bucket_of(total.hour);
    }
    last_hour = key;
  }
  share_out(points);
  draw_compared();
  name_line();
}

// Which piece of the line a point belongs to.
void HourlyChart::share_out(const QVector<QCPGraphData>& points) {
  QVector<QCPGraphData> line = points, ends, alone;
  const qsizetype count = points.size();
  const auto is_gap = [&](qsizetype i) {
    return i < 0 || i >= count || std::isnan(points[i].value);
  };
  for (qsizetype i = 0; i < count; ++i)
    if (!is_gap(i) && is_gap(i - 1) && is_gap(i + 1)) alone.append(points[i]);
  if (!whole_.first && !is_gap(1)) {
    ends << points[0] << points[1];
    line.removeFirst();
  }
  // The only piece is dashed once.
  if (!whole_.last && !is_gap(count - 2) && (count > 2 || ends.isEmpty())) {
    if (!ends.isEmpty())
      ends << QCPGraphData((points[1].key + points[count - 2].key) / 2, kNothing);
    ends << points[count - 2] << points[count - 1];
    line.removeLast();
  }
  line_->data()->set(line, true);
  ends_->data()->set(ends, true);
  alone_->data()->set(alone, true);
}

void HourlyChart::name_line() {
  if (!report_) return set_caption({});
  const QString zone = QString::fromStdString(report_->zone);
  const QString years =
      years_text(local_day(report_->hours.front().hour), local_day(report_->hours.back().hour));
  const QString what =
      drawn_days_ == 0 ? line_name(step())
      : step() != Step::hour
          ? tr("%1 · highest of every %2 days").arg(line_name(step())).arg(drawn_days_)
      : drawn_days_ == 1
          ? tr("Unique visitors per hour · highest hour of each day")
          : tr("Unique visitors per hour · highest hour of every %1 days").arg(drawn_days_);
  const QString caption =
      step() == Step::hour ? tr("%1 · hours in %2 · %3") : tr("%1 · days in %2 · %3");
  const QString shown = caption.arg(what, zone, years), other = compared_.period();
  set_caption(other.isEmpty() ? shown : tr("%1 · grey line: %2").arg(shown, other));
}

void HourlyChart::set_picked(std::optional<std::size_t> hour) {
  picked_ = hour;
  replot(rpQueuedReplot);
}

std::optional<std::pair<std::size_t, std::size_t>> HourlyChart::hours_in(
    const QCPRange& range) const {
  if (!report_) return std::nullopt;
  const auto& hours = report_->hours;
  const auto before = [&](double limit) {
    return std::partition_point(hours.begin(), hours.end(), [&](const auto& total) {
      return static_cast<double>(total.hour.start) < limit;
    });
  };
  const auto begin = before(range.lower), end = before(std::nextafter(range.upper, INFINITY));
  if (begin == end) return std::nullopt;
  return std::pair(static_cast<std::size_t>(begin - hours.begin()),
                   static_cast<std::size_t>(end - hours.begin()) - 1);
}

// From the first hour until the one after the last, as instants.
std::optional<TimePlot::Bounds> HourlyChart::bounds_of(const QCPRange& range) const {
  const auto inside = hours_in(range);
  if (!inside) return std::nullopt;
  const auto& hours = report_->hours;
  if (step() != Step::hour)
    return bounds_of_steps(hours[inside->first].hour, hours[inside->second].hour, step());
  const auto bound = [](const Hour& hour) {
    return TimeBound{hour.start + hour.offset, hour.start};
  };
  Hour end = hours[inside->second].hour;
  const bool last = inside->second + 1 == hours.size();
  const std::int64_t whole = end.start + kSecondsPerHour;
  end.start = last ? whole : std::min(whole, hours[inside->second + 1].hour.start);
  return Bounds{bound(hours[inside->first].hour), bound(end)};
}

// To the hours whose points are nearest.
QCPRange HourlyChart::snapped(const QCPRange& range) const {
  if (step() != Step::hour) return snapped_to_steps(range, step(), zone_);
  const double phase =
      report_ ? std::fmod(static_cast<double>(report_->hours.front().hour.start), kHour) : 0;
  const auto nearest = [&](double key) {
    return std::round((key - phase) / kHour) * kHour + phase;
  };
  return {nearest(range.lower), nearest(range.upper)};
}

Hour HourlyChart::local_hour(double instant) const {
  const auto start = static_cast<std::int64_t>(instant);
  return {start, zone_.period_at(start).offset};
}

QString HourlyChart::words_of(std::int64_t from, std::int64_t to) const {
  // Of hours, those that begin within it: in a zone of half hours none begins at the edges.
  const std::int64_t phase = report_ ? report_->hours.front().hour.start % kSecondsPerHour : 0;
  const auto hour_from = [&](std::int64_t instant) {
    return static_cast<double>(-floor_divide(phase - instant, kSecondsPerHour) * kSecondsPerHour +
                               phase);
  };
  return range_text({hour_from(from), hour_from(to)});
}

QString HourlyChart::range_text(const QCPRange& range) const {
  return short_step_text(step(), local_hour(range.lower), years_) + QStringLiteral(" – ") +
         short_step_text(step(), local_hour(range.upper), years_);
}

std::optional<double> HourlyChart::cursor_key() const {
  if (beyond_) return static_cast<double>(*beyond_);
  if (!report_ || !cursor_) return std::nullopt;
  return static_cast<double>(report_->hours[*cursor_].hour.start);
}

void HourlyChart::apply_style() {
  compared_.set_style(colors().muted, 1);
  line_->setPen(QPen(colors().series[0], 1));
  QPen dashed(colors().series[0], 1);
  dashed.setDashPattern({2, 2});  // an hour may be three pixels wide
  ends_->setPen(dashed);
  alone_->setPen(QPen(colors().series[0], 1));
  alone_->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssDisc, colors().series[0], colors().series[0], 4));
  for (QCPGraph* graph : {line_, ends_}) {
    graph->setBrush(colors().fill(0));
    graph->setAntialiasedFill(false);
  }
}

QCPRange HourlyChart::full_span() const { return compared_.widened(span_of_report()); }

QCPRange HourlyChart::span_of_report() const {
  if (!report_) return {0, 24 * kHour};
  const auto& hours = report_->hours;
  const auto first = static_cast<double>(hours.front().hour.start);
  const auto last = static_cast<double>(hours.back().hour.start);
  // Whole local days, which stand above those of the heatmap, unless much of them has no data.
  const double begin = first - kHour * clock_hour(hours.front().hour);
  const double end = last + kHour * (24 - clock_hour(hours.back().hour));
  const double unused = end - begin - (last - first + kHour);
  if (step() != Step::hour) return {first - step_length() / 2, last + step_length() / 2};
  return unused > kMostUnused * (end - begin) ? QCPRange(first - kHour, last + kHour)
                                              : QCPRange(begin, end);
}

// The line's points, and where it enters and leaves the view.
QCPRange HourlyChart::values_of(const QCPRange& span) const {
  double highest = 0;
  const auto look = [&](double value) {
    if (value > highest) highest = value;  // never for a gap
  };
  for (const QCPGraph* graph : {line_, ends_, alone_}) {
    auto& points = *graph->data();
    const auto begin = points.findBegin(span.lower, true), end = points.findEnd(span.upper, true);
    for (auto at = begin; at != end; ++at) {
      if (span.contains(at->key)) look(at->value);
      if (at == begin || graph == alone_) continue;
      const auto before = std::prev(at);
      for (const double edge : {span.lower, span.upper})
        if (before->key < edge && edge < at->key)
          look(before->value +
               (at->value - before->value) * (edge - before->key) / (at->key - before->key));
    }
  }
  look(compared_.highest(span));
  const int height = axisRect()->height(), line = QFontMetrics(font()).height();
  const int rows = std::clamp(height / kHeightPerRow, 1, kRowsOfLabels);
  const double share =
      std::clamp<double>((rows * line + kLabelRoom) / std::max(1.0, 1.0 * height), 0.08, 0.6);
  return {0, std::max(1.0, highest) / (1 - share)};
}

bool HourlyChart::unfinished(std::size_t hour) const {
  return (hour == 0 && !whole_.first) || (hour + 1 == report_->hours.size() && !whole_.last);
}

std::optional<std::size_t> HourlyChart::hour_at(double x) const {
  if (!report_) return std::nullopt;
  const double instant = xAxis->pixelToCoord(x);
  const auto& hours = report_->hours;
  auto after = std::partition_point(hours.begin(), hours.end(), [&](const auto& total) {
    return static_cast<double>(total.hour.start) < instant;
  });
  if (after == hours.end()) --after;
  if (after != hours.begin()) {
    const auto before = std::prev(after);
    if (instant - static_cast<double>(before->hour.start) <
        static_cast<double>(after->hour.start) - instant)
      after = before;
  }
  return static_cast<std::size_t>(after - hours.begin());
}

void HourlyChart::show_hour(std::size_t hour, std::optional<double> pointer_y) {
  const auto& total = report_->hours[hour];
  const double x = xAxis->coordToPixel(static_cast<double>(total.hour.start));
  const double y =
      pointer_y ? *pointer_y : yAxis->coordToPixel(static_cast<double>(total.visitors));
  QString text = step_text(step(), total.hour, report_->utc, years_) + QLatin1Char('\n') +
                 tr("%1 unique visitors").arg(localized_number(total.visitors)) +
                 QLatin1Char('\n') + tr("%1 pageviews").arg(localized_number(total.pageviews));
  if (hour < usual_.size() && usual_[hour].known())
    text += QLatin1Char('\n') + tr("%1 × usual (%2)")
                                    .arg(times_usual_text({total.visitors, usual_[hour].twice}),
                                         usual_text(usual_[hour]));
  if (const QString other = compared_.words_at(total.hour.start, total.visitors); !other.isEmpty())
    text += QLatin1Char('\n') + other;
  if (unfinished(hour)) text += QLatin1Char('\n') + end_text(step(), hour == 0);
  set_readout(text, QPointF(x, y), x);
}

void HourlyChart::show_cursor() {
  const auto key = cursor_key();
  if (!key || !xAxis->range().contains(*key)) return;
  if (beyond_) return show_beyond();
  show_hour(*cursor_, std::nullopt);
}

void HourlyChart::show_beyond() {
  const double x = xAxis->coordToPixel(*cursor_key());
  set_readout(compared_.words_at(*beyond_, std::nullopt), QPointF(x, axisRect()->top() + 24), x);
}

// What the other period has behind the ends of the data; back at these their hours go on.
bool HourlyChart::step_beyond(int by) {
  const auto& hours = report_->hours;
  const bool at_end = cursor_ && (by > 0 ? *cursor_ + 1 == hours.size() : *cursor_ == 0);
  if (!beyond_ && !at_end) return false;
  const std::int64_t from = beyond_ ? *beyond_ : hours[*cursor_].hour.start;
  const auto next = compared_.beside(from, from + 1, by);
  const auto outside = [&](std::int64_t instant) {  // of the end that one may come back to
    return by > 0 ? instant < hours.front().hour.start : instant > hours.back().hour.start;
  };
  if (beyond_ && outside(*beyond_) && (!next || !outside(*next))) {
    beyond_.reset();
    cursor_ = by > 0 ? 0 : hours.size() - 1;
    bring_into_view(*cursor_key());
    show_hour(*cursor_, std::nullopt);
    return true;
  }
  if (!next && !beyond_) return false;
  if (next) beyond_ = next;
  bring_into_view(*cursor_key());
  show_beyond();
  return true;
}

void HourlyChart::point_at(const QPointF& position) {
  const auto hour = hour_at(position.x());
  if (!hour) return clear_readout();
  cursor_ = hour;
  beyond_.reset();
  // Between hours that are apart there is nothing to read but the gap itself.
  const auto start = static_cast<double>(report_->hours[*hour].hour.start);
  const double instant = xAxis->pixelToCoord(position.x());
  const double distance = std::abs(xAxis->coordToPixel(start) - position.x());
  if (std::abs(instant - start) > step_length() && distance > 8) {
    const auto at = static_cast<std::int64_t>(std::round((instant - start) / step_length()));
    if (const QString other = compared_.words_at(steps_from(*hour, at), std::nullopt);
        !other.isEmpty())
      return set_readout(other, position, position.x());
    const bool inside = instant > static_cast<double>(report_->hours.front().hour.start) &&
                        instant < static_cast<double>(report_->hours.back().hour.start);
    if (!inside) return clear_readout();
    return set_readout(tr("No pageviews"), position, position.x());
  }
  show_hour(*hour, position.y());
}

// Days and weeks by the clock.
std::int64_t HourlyChart::steps_from(std::size_t hour, std::int64_t steps) const {
  const Hour& from = report_->hours[hour].hour;
  const std::int64_t behind = steps * kStepTable[step()].seconds;
  if (step() == Step::hour) return from.start + behind;
  return zone_.from_local(std::int64_t{local_day(from)} * kSecondsPerDay + behind);
}

void HourlyChart::pick_at(const QPointF& position) {
  if (const auto hour = hour_at(position.x())) emit hour_picked(*hour);
}

void HourlyChart::step_cursor(int by) {
  if (!report_ || step_beyond(by)) return;
  const auto last = static_cast<std::ptrdiff_t>(report_->hours.size()) - 1;
  const auto from = static_cast<std::ptrdiff_t>(cursor_ ? *cursor_ : picked_.value_or(0));
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + by, 0, last));
  bring_into_view(*cursor_key());
  show_hour(*cursor_, std::nullopt);
}

void HourlyChart::pick_cursor() {
  if (cursor_ && !beyond_) emit hour_picked(*cursor_);
}

void HourlyChart::draw_picked(QCPPainter& painter) const {
  if (!picked_ || !report_ || *picked_ >= report_->hours.size()) return;
  const auto& total = report_->hours[*picked_];
  const double x = std::round(xAxis->coordToPixel(static_cast<double>(total.hour.start)));
  const QRectF area = axisRect()->rect();
  if (x < area.left() || x > area.right()) return;
  painter.setPen(QPen(colors().series[1], 1));
  painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
  const double y = yAxis->coordToPixel(static_cast<double>(total.visitors));
  if (!area.contains(QPointF(x, y))) return;
  painter.setAntialiasing(true);
  painter.setBrush(colors().series[1]);
  painter.drawEllipse(QPointF(x, y), 3, 3);
}

void HourlyChart::resizeEvent(QResizeEvent* event) {
  ticker_->set_room(width() / kTickRoom);
  TimePlot::resizeEvent(event);
}

}  // namespace footfall
