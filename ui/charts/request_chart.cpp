// Long, for it is one chart: its bars, their marks and what the pointer says of them.
#include "ui/charts/request_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/label_rows.h"
#include "ui/charts/peak_marks.h"
#include "ui/charts/step_range.h"
#include "ui/charts/time_text.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

constexpr double kLeastBarWidth = 2;   // px
constexpr double kGapOfBars = 0.16;    // of a bar, ...
constexpr double kLeastApart = 6;      // ... where bars have so many px
constexpr std::int64_t kToMonday = 3;  // 1970 began on a Thursday
constexpr int kRowsOfMarks = 3;        // of marks, above the highest bar ...
constexpr int kHeightPerMark = 50;     // ... each for as much height of the chart, px
constexpr int kRoomOfMarks = 10;       // px around them
constexpr std::size_t kMostMarks = 24;
constexpr std::size_t kBusiest = 3;       // by requests, bytes and errors
constexpr double kLeastPeak = 0.5;        // of the highest
constexpr double kMostTimeUnused = 0.12;  // of the axis, by hours of whole days that have no data

TimeZone zone_of(const RequestsReport& report) {
  auto zone = TimeZone::load(report.zone, {});
  return zone ? zone.value() : TimeZone();
}

}  // namespace

QString answer_class_name(AnswerClass answer) {
  if (answer == AnswerClass::other) return RequestChart::tr("other", "answers");
  return QStringLiteral("%1xx").arg(static_cast<int>(answer) + 2);
}

RequestChart::RequestChart(QWidget* parent)
    : TimePlot(tr("Requests per hour by class of the answer"), parent), ticker_(new TimeTicker) {
  xAxis->setTicker(ticker_);
  yAxis->setTicker(QSharedPointer<NumberTicker>::create(true));
  for (std::size_t i = 0; i < stack_.size(); ++i) {
    stack_[i] = new QCPBars(xAxis, yAxis);
    stack_[i]->setAntialiased(false);
    stack_[i]->setStackingGap(0);
    if (i > 0) stack_[i]->moveAbove(stack_[i - 1]);
  }
  compared_.emplace(*this);
  set_least_span(4 * kHour);
  new PaintItem(this, QStringLiteral("main"),
                [this](QCPPainter& painter) { draw_picked(painter); });
  new PaintItem(this, QStringLiteral("axes"), [this](QCPPainter& painter) {
    draw_legend(painter);
    draw_marks(painter);
  });
}

void RequestChart::set_report(const RequestsPtr& report) {
  report_ = report && !report->hours.empty() ? report : nullptr;
  compared_->set(nullptr, {}, {}, Step::hour, zone_, {});
  picked_.reset();
  cursor_.reset();
  beyond_.reset();
  drawn_days_ = -1;
  bars_.clear();
  marks_.clear();
  if (report_) {
    const auto& hours = report_->hours;
    zone_ = zone_of(*report_);
    years_ = in_several_years(local_day(hours.front().hour), local_day(hours.back().hour));
    ticker_->set_zone(zone_);
    ticker_->set_years(years_);
    ticker_->set_days_only(report_->step != Step::hour);
  }
  draw_bars();
  data_changed();
}

void RequestChart::set_compared(const TablePtr& table, const QString& period) {
  compared_->set(table, "requests", period, step(), zone_,
                 [this](std::size_t hour) { return report_->hours[hour].hour.start; });
  drawn_days_ = -1;
  draw_bars();
  data_changed();
}

// Its points stand above the middle of the bars.
void RequestChart::draw_compared() {
  const std::int64_t days = drawn_days_;
  compared_->draw([&](std::int64_t start) -> ComparedLine::Bucket {
    if (days == 0)
      return {floor_divide(start, kSecondsPerHour), static_cast<double>(start) + kHour / 2};
    const Hour hour{start, zone_.period_at(start).offset};
    const std::int64_t number = floor_divide(local_day(hour) + kToMonday, days);
    return {
        number,
        (static_cast<double>(number * days - kToMonday) + static_cast<double>(days) / 2) * kDay -
            hour.offset};
  });
}

int RequestChart::days_per_bar() const {
  const double width = std::max(1, axisRect()->width());
  const double hours = xAxis->range().size() / kHour;
  const auto each = static_cast<int>(kStepTable[step()].seconds / kSecondsPerDay);
  if (each == 0 && hours * kLeastBarWidth <= width) return 0;
  int days = std::max(1, each);
  for (const int next : {7, 28, 364, 3640})
    if (next > days && hours / 24 / days * kLeastBarWidth > width) days = next;
  return days;
}

void RequestChart::draw_bars() {
  const int days = days_per_bar();
  const double seconds = days == 0 ? kHour : days * kDay;
  const double pixels = seconds / xAxis->range().size() * axisRect()->width();
  for (QCPBars* bars : stack_)
    bars->setWidth((pixels < kLeastApart ? 1 : 1 - kGapOfBars) * seconds);
  if (days == drawn_days_) return;
  drawn_days_ = days;
  cursor_.reset();
  beyond_.reset();
  bars_.clear();
  std::optional<std::int64_t> bucket;
  for (std::size_t i = 0; report_ && i < report_->hours.size(); ++i) {
    const auto& [hour, totals] = report_->hours[i];
    const std::int64_t now =
        days == 0 ? hour.start : floor_divide(local_day(hour) + kToMonday, days);
    if (bucket != now) {
      Bar& bar = bars_.emplace_back();
      bar.first = i;
      // Days begin where their midnight was, even where no request came then.
      bar.begin = days == 0 ? static_cast<double>(hour.start)
                            : static_cast<double>(now * days - kToMonday) * kDay - hour.offset;
      bar.width = seconds;
      bucket = now;
    }
    bars_.back().end = i + 1;
    bars_.back().totals += totals;
  }
  for (std::size_t answer = 0; answer < kClasses; ++answer) {
    QVector<QCPBarsData> shares;
    for (const Bar& bar : bars_)
      shares.append({bar.center(), static_cast<double>(bar.totals.answers[answer])});
    stack_[answer]->data()->set(shares, true);
  }
  draw_compared();
  name_bars();
}

void RequestChart::name_bars() {
  if (!report_) return set_caption({});
  const QString what = drawn_days_ == 0   ? tr("Requests per hour")
                       : drawn_days_ == 1 ? tr("Requests per day")
                       : drawn_days_ == 7 ? tr("Requests per week")
                                          : tr("Requests per %1 days").arg(drawn_days_);
  const QString caption =
      step() == Step::hour ? tr("%1 · hours in %2 · %3") : tr("%1 · days in %2 · %3");
  const QString shown = caption.arg(
      what, QString::fromStdString(report_->zone),
      years_text(local_day(report_->hours.front().hour), local_day(report_->hours.back().hour)));
  const QString other = compared_->period();
  set_caption(other.isEmpty() ? shown : tr("%1 · line: %2").arg(shown, other));
}

void RequestChart::set_picked(std::optional<std::size_t> hour) {
  picked_ = hour;
  replot(rpQueuedReplot);
}

// The bars that are seen in a range, and the one behind them.
std::pair<std::size_t, std::size_t> RequestChart::bars_in(const QCPRange& range) const {
  const auto begin = std::ranges::partition_point(
      bars_, [&](const Bar& bar) { return bar.begin + bar.width <= range.lower; });
  const auto end =
      std::ranges::partition_point(bars_, [&](const Bar& bar) { return bar.begin < range.upper; });
  return {static_cast<std::size_t>(begin - bars_.begin()),
          static_cast<std::size_t>(std::max(begin, end) - bars_.begin())};
}

// From the first hour until the one after the last, as instants.
std::optional<TimePlot::Bounds> RequestChart::bounds_of(const QCPRange& range) const {
  if (!report_) return std::nullopt;
  const auto& hours = report_->hours;
  const auto begins_before = [&](double limit) {
    return std::ranges::partition_point(
        hours, [&](const auto& total) { return static_cast<double>(total.hour.start) < limit; });
  };
  const auto begin = begins_before(range.lower), end = begins_before(range.upper);
  if (begin >= end) return std::nullopt;
  if (step() != Step::hour) return bounds_of_steps(begin->hour, std::prev(end)->hour, step());
  const auto bound = [](const Hour& hour) {
    return TimeBound{hour.start + hour.offset, hour.start};
  };
  Hour behind = std::prev(end)->hour;
  const std::int64_t whole = behind.start + kSecondsPerHour;
  behind.start = end == hours.end() ? whole : std::min(whole, end->hour.start);
  return Bounds{bound(begin->hour), bound(behind)};
}

QCPRange RequestChart::snapped(const QCPRange& range) const {
  if (step() != Step::hour) return snapped_to_steps(range, step(), zone_);
  const double phase =
      report_ ? std::fmod(static_cast<double>(report_->hours.front().hour.start), kHour) : 0;
  return {std::floor((range.lower - phase) / kHour) * kHour + phase,
          std::ceil((range.upper - phase) / kHour) * kHour + phase};
}

QString RequestChart::range_text(const QCPRange& range) const {
  const auto text = [&](double instant) {
    const auto start = static_cast<std::int64_t>(instant);
    return short_step_text(step(), {start, zone_.period_at(start).offset}, years_);
  };
  return text(range.lower) + QStringLiteral(" – ") + text(range.upper);
}

std::optional<double> RequestChart::cursor_key() const {
  if (beyond_) {
    const auto [begin, end] = span_at(*beyond_);
    return static_cast<double>(begin + end) / 2;
  }
  if (!cursor_ || *cursor_ >= bars_.size()) return std::nullopt;
  return bars_[*cursor_].center();
}

QColor RequestChart::color_of(std::size_t answer) const {
  // Blue, green, orange, vermilion; what has no class stays grey.
  constexpr std::array<std::size_t, kClasses - 1> kSeries = {0, 2, 3, 1};
  return answer < kSeries.size() ? colors().bar(kSeries[answer]) : colors().axis;
}

void RequestChart::apply_style() {
  compared_->set_style(colors().text, 1.5);
  for (std::size_t answer = 0; answer < kClasses; ++answer) {
    stack_[answer]->setPen(Qt::NoPen);
    stack_[answer]->setBrush(color_of(answer));
  }
}

QCPRange RequestChart::full_span() const { return compared_->widened(span_of_report()); }

QCPRange RequestChart::span_of_report() const {
  if (!report_) return {0, kDay};
  const auto& hours = report_->hours;
  const auto first = static_cast<double>(hours.front().hour.start);
  const auto behind = static_cast<double>(hours.back().hour.start) + kHour;
  // Whole local days, unless much of them has no data.
  const double begin = first - kHour * clock_hour(hours.front().hour);
  if (step() != Step::hour)
    return {first, static_cast<double>(hours.back().hour.start + kStepTable[step()].seconds)};
  const double end = behind + kHour * (23 - clock_hour(hours.back().hour));
  const double unused = end - begin - (behind - first);
  if (unused <= kMostTimeUnused * (end - begin)) return {begin, end};
  const double least = std::max(0.0, 6 * kHour - (behind - first)) / 2;
  return {first - least, behind + least};
}

int RequestChart::label_rows() const {
  return std::clamp(axisRect()->height() / kHeightPerMark, 3, kRowsOfMarks);
}

QCPRange RequestChart::values_of(const QCPRange& span) const {
  std::uint64_t highest = 1;
  const auto [begin, end] = bars_in(span);
  for (std::size_t i = begin; i < end; ++i) highest = std::max(highest, bars_[i].totals.requests());
  const double top = std::max(static_cast<double>(highest), compared_->highest(span));
  const int row = QFontMetrics(font()).height() + 4;
  const double share = std::clamp<double>(
      (label_rows() * row + kRoomOfMarks) / std::max(1.0, 1.0 * axisRect()->height()), 0.08, 0.6);
  return {0, top / (1 - share)};
}

std::optional<std::size_t> RequestChart::bar_at(double x) const {
  const double instant = xAxis->pixelToCoord(x);
  const auto [bar, end] = bars_in({instant, instant + 1});
  if (bar == end || bars_[bar].begin > instant) return std::nullopt;
  return bar;
}

QString RequestChart::bar_name(const Bar& bar, bool in_full) const {
  const Hour first = report_->hours[bar.first].hour;
  if (drawn_days_ == 0)
    return in_full ? hour_text(first, report_->utc, years_) : short_hour_text(first, years_);
  if (drawn_days_ * kSecondsPerDay == kStepTable[step()].seconds)
    return in_full ? step_text(step(), first, report_->utc, years_)
                   : short_step_text(step(), first, years_);
  const Day day = local_day(first), last = local_day(report_->hours[bar.end - 1].hour);
  const auto text = [&](Day of) {
    return in_full ? full_day_text(of) : years_ ? date_text(of) : month_day_text(of);
  };
  return drawn_days_ == 1 || day == last ? text(day)
                                         : text(day) + QStringLiteral(" – ") + text(last);
}

// Of the bar that there is or would be.
std::pair<std::int64_t, std::int64_t> RequestChart::span_at(std::int64_t instant) const {
  const Hour hour{instant, zone_.period_at(instant).offset};
  if (drawn_days_ == 0) {
    const std::int64_t clock = floor_divide(instant + hour.offset, kSecondsPerHour);
    const std::int64_t begin = clock * kSecondsPerHour - hour.offset;
    return {begin, begin + kSecondsPerHour};
  }
  const std::int64_t days = drawn_days_;
  const std::int64_t first = floor_divide(local_day(hour) + kToMonday, days) * days - kToMonday;
  return {zone_.from_local(first * kSecondsPerDay),
          zone_.from_local((first + days) * kSecondsPerDay)};
}

void RequestChart::show_bar(std::size_t at, std::optional<double> pointer_y) {
  const Bar& bar = bars_[at];
  const double x = xAxis->coordToPixel(bar.center());
  const double y =
      pointer_y ? *pointer_y : yAxis->coordToPixel(static_cast<double>(bar.totals.requests()));
  QStringList classes;
  for (std::size_t answer = 0; answer < kClasses; ++answer)
    if (bar.totals.answers[answer] > 0)
      classes << answer_class_name(static_cast<AnswerClass>(answer)) + QLatin1Char(' ') +
                     localized_number(bar.totals.answers[answer]);
  const auto [begin, end] = span_at(report_->hours[bar.first].hour.start);
  const QString other = compared_->words_of(begin, end, bar.totals.requests());
  set_readout(bar_name(bar, true) + QLatin1Char('\n') +
                  tr("%1 requests · %2")
                      .arg(localized_number(bar.totals.requests()),
                           byte_text(static_cast<double>(bar.totals.bytes))) +
                  QLatin1Char('\n') + classes.join(QStringLiteral(" · ")) +
                  (other.isEmpty() ? other : QLatin1Char('\n') + other),
              QPointF(x, y), x);
}

void RequestChart::show_cursor() {
  const auto key = cursor_key();
  if (!key || !xAxis->range().contains(*key)) return;
  if (beyond_) return show_beyond();
  show_bar(*cursor_, std::nullopt);
}

void RequestChart::show_beyond() {
  const auto [begin, end] = span_at(*beyond_);
  const double x = xAxis->coordToPixel(*cursor_key());
  set_readout(compared_->words_of(begin, end, std::nullopt), QPointF(x, axisRect()->top() + 24), x);
}

// What the other period has behind the ends of the data; back at these the bars go on.
bool RequestChart::step_beyond(int by) {
  const bool at_end = cursor_ && (by > 0 ? *cursor_ + 1 == bars_.size() : *cursor_ == 0);
  if (!beyond_ && !at_end) return false;
  const Bar& end_bar = by > 0 ? bars_.front() : bars_.back();  // that one may come back to
  const auto [begin, end] =
      span_at(beyond_ ? *beyond_ : report_->hours[bars_[*cursor_].first].hour.start);
  const auto next = compared_->beside(begin, end, by);
  // A bar is as wide as its day is long only where the clocks are not changed on it.
  const auto [first, behind] = span_at(report_->hours[end_bar.first].hour.start);
  const auto outside = [&, edge = by > 0 ? first : behind](std::int64_t instant) {
    return by > 0 ? instant < edge : instant >= edge;
  };
  if (beyond_ && outside(*beyond_) && (!next || !outside(*next))) {
    beyond_.reset();
    cursor_ = by > 0 ? 0 : bars_.size() - 1;
    bring_into_view(*cursor_key());
    if (cursor_) show_bar(*cursor_, std::nullopt);
    return true;
  }
  if (!next && !beyond_) return false;
  if (next) beyond_ = next;
  bring_into_view(*cursor_key());
  if (beyond_) show_beyond();
  return true;
}

void RequestChart::point_at(const QPointF& position) {
  const auto bar = bar_at(position.x());
  if (bar) {
    cursor_ = bar;
    beyond_.reset();
    return show_bar(*bar, position.y());
  }
  const double instant = xAxis->pixelToCoord(position.x());
  if (report_) {
    const auto [begin, end] = span_at(static_cast<std::int64_t>(std::floor(instant)));
    if (const QString other = compared_->words_of(begin, end, std::nullopt); !other.isEmpty())
      return set_readout(other, position, position.x());
  }
  const bool inside =
      !bars_.empty() && instant > bars_.front().begin && instant < bars_.back().begin;
  if (!inside) return clear_readout();
  set_readout(tr("No requests"), position, position.x());
}

std::size_t RequestChart::busiest_hour(const Bar& bar) const {
  std::size_t most = bar.first;
  for (std::size_t i = bar.first; i < bar.end; ++i)
    if (report_->hours[i].totals.requests() > report_->hours[most].totals.requests()) most = i;
  return most;
}

void RequestChart::pick_at(const QPointF& position) {
  if (const auto bar = bar_at(position.x())) emit hour_picked(busiest_hour(bars_[*bar]));
}

void RequestChart::step_cursor(int by) {
  if (bars_.empty() || step_beyond(by)) return;
  std::ptrdiff_t from = 0;
  if (cursor_) {
    from = static_cast<std::ptrdiff_t>(*cursor_);
  } else if (picked_) {
    while (from + 1 < std::ssize(bars_) && bars_[static_cast<std::size_t>(from)].end <= *picked_)
      ++from;
  }
  cursor_ =
      static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + by, 0, std::ssize(bars_) - 1));
  bring_into_view(*cursor_key());
  // Another width of bars may have come into view.
  if (cursor_) show_bar(*cursor_, std::nullopt);
}

void RequestChart::pick_cursor() {
  if (!beyond_ && cursor_ && *cursor_ < bars_.size())
    emit hour_picked(busiest_hour(bars_[*cursor_]));
}

// The busiest by each measure first: one label where they are the same bar.
std::vector<RequestChart::Wish> RequestChart::wishes() const {
  const auto [begin, end] = bars_in(xAxis->range());
  if (begin == end) return {};
  const auto highest = [&](const auto& measure) {
    std::size_t most = begin;
    for (std::size_t i = begin; i < end; ++i)
      if (measure(bars_[i].totals) > measure(bars_[most].totals)) most = i;
    return most;
  };
  std::vector<Wish> wishes;
  const auto say = [&](std::size_t bar, const QString& what, const QColor& color) {
    const auto known = std::ranges::find(wishes, bar, &Wish::bar);
    if (known != wishes.end())
      known->text += QStringLiteral(" · ") + what;
    else
      wishes.push_back({bar, bar_name(bars_[bar], false) + QStringLiteral("  ") + what, color});
  };
  const auto requests = [](const RequestTotals& totals) { return totals.requests(); };
  const auto bytes = [](const RequestTotals& totals) { return totals.bytes; };
  const auto errors = [](const RequestTotals& totals) { return totals.errors(); };
  const std::size_t most = highest(requests);
  say(most, tr("%1 requests").arg(localized_number(requests(bars_[most].totals))),
      colors().series[0]);
  if (const std::size_t bar = highest(bytes); bytes(bars_[bar].totals) > 0)
    say(bar, byte_text(static_cast<double>(bytes(bars_[bar].totals))), colors().series[2]);
  if (const std::size_t bar = highest(errors); errors(bars_[bar].totals) > 0)
    say(bar, tr("%1 errors").arg(localized_number(errors(bars_[bar].totals))), colors().series[1]);
  std::vector<double> values;
  for (std::size_t i = begin; i < end; ++i)
    values.push_back(static_cast<double>(requests(bars_[i].totals)));
  for (const std::size_t peak : find_peaks(values, 3)) {
    const double highest_peak = static_cast<double>(requests(bars_[most].totals));
    if (wishes.size() >= kMostMarks || values[peak] < kLeastPeak * highest_peak) break;
    const std::size_t bar = begin + peak;
    if (std::ranges::find(wishes, bar, &Wish::bar) == wishes.end())
      say(bar, localized_number(requests(bars_[bar].totals)), colors().series[0]);
  }
  return wishes;
}

// Labels stand in rows above all bars, each with a line down to its dot.
void RequestChart::draw_marks(QCPPainter& painter) {
  marks_.clear();
  if (!report_) return;
  painter.setFont(font());
  const QFontMetricsF metrics(painter.font());
  const std::vector<Wish> wanted = wishes();
  std::vector<PointLabel> labels;
  for (const Wish& wish : wanted) {
    const Bar& bar = bars_[wish.bar];
    labels.push_back({QPointF(std::round(xAxis->coordToPixel(bar.center())),
                              yAxis->coordToPixel(static_cast<double>(bar.totals.requests()))),
                      metrics.horizontalAdvance(wish.text) + 2});
  }
  const auto places =
      LabelRows(axisRect()->rect(), metrics.height(), label_rows()).place(labels, kBusiest);
  std::vector<QColor> marked;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!places[i]) continue;
    marks_.push_back({wanted[i].bar, wanted[i].text, labels[i].dot, *places[i]});
    marked.push_back(wanted[i].color);
  }
  painter.setAntialiasing(false);
  painter.setPen(QPen(colors().axis, 1));
  for (const Mark& mark : marks_)
    painter.drawLine(QLineF(mark.dot, QPointF(mark.dot.x(), mark.label.bottom())));
  QColor back = colors().background;
  back.setAlphaF(0.8F);
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    painter.fillRect(marks_[i].label, back);
    painter.setPen(colors().text);
    painter.drawText(marks_[i].label, Qt::AlignCenter | Qt::TextSingleLine, marks_[i].text);
    painter.setAntialiasing(true);
    painter.setPen(QPen(colors().background, 1.5));
    painter.setBrush(marked[i]);
    painter.drawEllipse(marks_[i].dot, LabelRows::kDotRadius, LabelRows::kDotRadius);
    painter.setAntialiasing(false);
  }
}

// The classes that there are, at the right end of the caption's line.
void RequestChart::draw_legend(QCPPainter& painter) {
  if (!report_) return set_caption_reserve(0);
  painter.setFont(small_font());
  const QFontMetricsF metrics(painter.font());
  const double box = std::round(metrics.ascent() * 0.8);
  double right = axisRect()->right();
  const double middle = 2 + metrics.height() / 2;
  painter.setAntialiasing(false);
  for (std::size_t answer = kClasses; answer-- > 0;) {
    if (report_->all.answers[answer] == 0) continue;
    const QString name = answer_class_name(static_cast<AnswerClass>(answer));
    const double width = metrics.horizontalAdvance(name);
    painter.setPen(colors().muted);
    painter.drawText(
        QRectF(right - width, middle - metrics.height() / 2, width + 1, metrics.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    right -= width + 5 + box;
    painter.fillRect(QRectF(right, std::round(middle - box / 2), box, box), color_of(answer));
    right -= 14;
  }
  set_caption_reserve(static_cast<int>(axisRect()->right() - right));
}

void RequestChart::draw_picked(QCPPainter& painter) const {
  if (!picked_ || !report_ || *picked_ >= report_->hours.size()) return;
  const double x =
      std::round(xAxis->coordToPixel(static_cast<double>(report_->hours[*picked_].hour.start) +
                                     static_cast<double>(kStepTable[step()].seconds) / 2));
  const QRectF area = axisRect()->rect();
  if (x < area.left() || x > area.right()) return;
  painter.setPen(QPen(colors().text, 1, Qt::DashLine));
  painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
}

void RequestChart::resizeEvent(QResizeEvent* event) {
  ticker_->set_room(width() / kTickRoom);
  TimePlot::resizeEvent(event);
}

}  // namespace footfall
