#include "ui/charts/hourly_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/time_text.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

constexpr double kHour = 3600;
constexpr double kDay = 24 * kHour;
constexpr int kLabelRoom = 14;  // px around the labels of the peaks
constexpr std::size_t kPeakReach = 6;
constexpr std::size_t kPeaksKept = 4000;
constexpr int kLabelWidth = 72;
constexpr double kDayWidth = 1.5;  // px, the least for a point of the line

TimeZone zone_of(const HourlyVisitorsReport& report) {
  auto zone = TimeZone::load(report.zone, {});
  return zone ? zone.value() : TimeZone();
}

}  // namespace

HourlyChart::HourlyChart(QWidget* parent)
    : PlotBase(tr("Unique visitors per hour"), parent),
      ticker_(new TimeTicker),
      line_(addGraph()),
      peaks_(*this) {
  xAxis->setTicker(ticker_);
  yAxis->setTicker(QSharedPointer<NumberTicker>::create(true));
  set_least_span(4 * kHour);
  connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &HourlyChart::draw_line);
  new PaintItem(this, QStringLiteral("main"),
                [this](QCPPainter& painter) { draw_picked(painter); });
}

void HourlyChart::set_report(const HourlyVisitorsPtr& report) {
  report_ = report;
  picked_.reset();
  cursor_.reset();
  highest_ = 0;
  drawn_days_ = -1;
  std::vector<double> values;
  std::vector<PeakMarks::Peak> peaks;
  if (report) {
    ticker_->set_zone(zone_of(*report));
    for (const auto& total : report->hours) {
      values.push_back(static_cast<double>(total.visitors));
      highest_ = std::max(highest_, values.back());
    }
    for (const std::size_t i : find_peaks(values, kPeakReach)) {
      if (peaks.size() == kPeaksKept) break;
      const auto& total = report->hours[i];
      peaks.push_back(
          {static_cast<double>(total.hour.start), values[i],
           short_hour_text(total.hour) + QStringLiteral("  ") + localized_number(total.visitors)});
    }
  }
  // A single hour is a point without extent.
  line_->setScatterStyle(values.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 5)
                                            : QCPScatterStyle());
  peaks_.set_peaks(std::move(peaks));
  data_changed();
  draw_line();
}

int HourlyChart::days_per_point() const {
  // A line with more points than pixels is a block of colour, which also takes seconds to fill.
  const double hours = xAxis->range().size() / kHour, width = std::max(1, axisRect()->width());
  if (hours <= width) return 0;
  int days = 1;
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
      // No pageviews, no visitors: the line goes down to zero between hours that are apart.
      const bool apart =
          days == 0 ? key - last_hour > 1.5 * kHour : bucket && bucket_of(total.hour) > *bucket + 1;
      if (bucket && apart) {
        points.append({last_hour + kHour, 0});
        if (key - kHour > last_hour + kHour) points.append({key - kHour, 0});
      }
      points.append({key, value});
      bucket = bucket_of(total.hour);
    }
    last_hour = key;
  }
  line_->data()->set(points, true);
  name_line();
}

void HourlyChart::name_line() {
  if (!report_) return set_caption({});
  const QString zone = QString::fromStdString(report_->zone);
  set_caption(
      drawn_days_ == 0 ? tr("Unique visitors per hour · hours in %1").arg(zone)
      : drawn_days_ == 1
          ? tr("Unique visitors per hour · highest hour of each day · hours in %1").arg(zone)
          : tr("Unique visitors per hour · highest hour of every %2 days · hours in %1")
                .arg(zone)
                .arg(drawn_days_));
}

void HourlyChart::set_picked(std::optional<std::size_t> hour) {
  picked_ = hour;
  replot(rpQueuedReplot);
}

std::optional<std::pair<std::size_t, std::size_t>> HourlyChart::visible_hours() const {
  if (!report_) return std::nullopt;
  const auto& hours = report_->hours;
  const auto before = [&](double limit) {
    return std::partition_point(hours.begin(), hours.end(), [&](const auto& total) {
      return static_cast<double>(total.hour.start) < limit;
    });
  };
  const auto begin = before(xAxis->range().lower),
             end = before(std::nextafter(xAxis->range().upper, INFINITY));
  if (begin == end) return std::nullopt;
  return std::pair(static_cast<std::size_t>(begin - hours.begin()),
                   static_cast<std::size_t>(end - hours.begin()) - 1);
}

void HourlyChart::apply_style() {
  line_->setPen(QPen(colors().series[0], 1));
  line_->setBrush(colors().fill(0));
  line_->setAntialiasedFill(false);
}

PlotBase::Ranges HourlyChart::full_ranges() const {
  if (!report_ || report_->hours.empty()) return {{0, 24 * kHour}, {0, 1}};
  const auto first = static_cast<double>(report_->hours.front().hour.start);
  const auto last = static_cast<double>(report_->hours.back().hour.start);
  // Whole local days, which stand above those of the heatmap; little data gets an hour of margin.
  double begin = first - kHour, end = last + kHour;
  if (last - first > kDay / 2) {
    begin = first - kHour * clock_hour(report_->hours.front().hour);
    end = last + kHour * (24 - clock_hour(report_->hours.back().hour));
  }
  const double plot = std::max(1, axisRect()->height());
  const double share = std::clamp((QFontMetrics(font()).height() + kLabelRoom) / plot, 0.08, 0.6);
  return {{begin, end}, {0, std::max(1.0, highest_) / (1 - share)}};
}

std::optional<std::size_t> HourlyChart::hour_at(double x) const {
  if (!report_ || report_->hours.empty()) return std::nullopt;
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
  set_readout(hour_text(total.hour, report_->utc) + QLatin1Char('\n') +
                  tr("%1 unique visitors").arg(localized_number(total.visitors)) +
                  QLatin1Char('\n') + tr("%1 pageviews").arg(localized_number(total.pageviews)),
              QPointF(x, y), x);
}

void HourlyChart::point_at(const QPointF& position) {
  const auto hour = hour_at(position.x());
  if (!hour) return clear_readout();
  cursor_ = hour;
  // Between hours that are apart there is nothing to read but the gap itself.
  const auto start = static_cast<double>(report_->hours[*hour].hour.start);
  const double instant = xAxis->pixelToCoord(position.x());
  const double distance = std::abs(xAxis->coordToPixel(start) - position.x());
  if (std::abs(instant - start) > kHour && distance > 8) {
    const bool inside = instant > static_cast<double>(report_->hours.front().hour.start) &&
                        instant < static_cast<double>(report_->hours.back().hour.start);
    if (!inside) return clear_readout();
    return set_readout(tr("No pageviews"), position, position.x());
  }
  show_hour(*hour, position.y());
}

void HourlyChart::pick_at(const QPointF& position) {
  if (const auto hour = hour_at(position.x())) emit hour_picked(*hour);
}

void HourlyChart::step_cursor(int by) {
  if (!report_ || report_->hours.empty()) return;
  const auto last = static_cast<std::ptrdiff_t>(report_->hours.size()) - 1;
  const auto from = static_cast<std::ptrdiff_t>(cursor_ ? *cursor_ : picked_.value_or(0));
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + by, 0, last));
  const auto key = static_cast<double>(report_->hours[*cursor_].hour.start);
  if (!xAxis->range().contains(key)) {
    xAxis->setRange(key, xAxis->range().size(), Qt::AlignCenter);
    replot();
  }
  show_hour(*cursor_, std::nullopt);
}

void HourlyChart::pick_cursor() {
  if (cursor_) emit hour_picked(*cursor_);
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
  ticker_->set_room(width() / kLabelWidth);
  PlotBase::resizeEvent(event);
  draw_line();
}

}  // namespace footfall
