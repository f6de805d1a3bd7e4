#include "ui/charts/compared_line.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

#include "model/report/filter.h"
#include "ui/charts/time_text.h"
#include "ui/tables/compared_columns.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

struct ComparedWords {
  Q_DECLARE_TR_FUNCTIONS(footfall::ComparedLine)
};

ExactNumber exact_count(std::uint64_t value) { return {WideInt<3>(static_cast<Int128>(value))}; }

// "300 · +12.34 %"
QString value_words(std::uint64_t before, std::optional<std::uint64_t> now) {
  const QString value = localized_number(before);
  const std::string percent = now ? change_percent(exact_count(*now), exact_count(before)) : "";
  if (percent.empty()) return value;
  const QString sign = *now > before ? QString(QLocale().positiveSign()) : QString();
  return ComparedWords::tr("%1 · %2 %").arg(value, sign + localized_number(percent));
}

}  // namespace

ComparedLine::ComparedLine(QCustomPlot& plot) : line_(plot.addGraph()), alone_(plot.addGraph()) {
  alone_->setLineStyle(QCPGraph::lsNone);
}

void ComparedLine::set(const TablePtr& table, std::string_view measure, const QString& period,
                       Step step, const TimeZone& zone,
                       const std::function<std::int64_t(std::size_t)>& start_of) {
  values_.clear();
  table_.reset();
  step_ = step;
  period_ = period;
  const auto* const both = dynamic_cast<const ComparedTable*>(table.get());
  if (both == nullptr) return;
  const auto columns = both->columns();
  const auto column = std::ranges::find_if(columns, [&](const Column& each) {
    const ComparedName name = compared_name(each.name);
    return name.base == measure && name.part == ComparedTable::Part::before;
  });
  if (column == columns.end()) return;
  table_ = table;
  for (std::size_t row = 0; row < both->rows(); ++row) {
    const MatchedRow matched = both->matched(row);
    if (matched.before == kNoRow) continue;
    // An hour that the present period's clock never shows, or once alone, has no place in it.
    if (both->time(row).now.empty()) continue;
    const std::int64_t reading =
        both->time(row).place.reading * (step == Step::hour ? 1 : kSecondsPerDay);
    const std::int64_t start =
        matched.now == kNoRow ? zone.from_local(reading) : start_of(matched.now);
    const double value = both->number(row, static_cast<std::size_t>(column - columns.begin()));
    values_.push_back({start, static_cast<std::uint64_t>(value), row});
  }
  std::ranges::stable_sort(values_, {}, &Value::start);
  if (values_.empty()) return;
  const auto first = label_of(values_.front()), last = label_of(values_.back());
  const auto day = [](std::int64_t seconds) {
    return static_cast<Day>(floor_divide(seconds, kSecondsPerDay));
  };
  years_ = !first || !last || in_several_years(day(first->civil), day(last->civil)) ||
           in_several_years(day(first->civil), day(values_.back().start));
}

void ComparedLine::draw(const std::function<Bucket(std::int64_t start)>& bucket_of) {
  constexpr double kGap = std::numeric_limits<double>::quiet_NaN();
  QVector<QCPGraphData> points, alone;
  std::optional<std::int64_t> last;
  for (const Value& each : values_) {
    const Bucket bucket = bucket_of(each.start);
    const auto value = static_cast<double>(each.value);
    const auto key = static_cast<double>(each.start);
    if (last == bucket.number) {
      if (bucket.key)
        points.last().value += value;
      else if (value > points.last().value)
        points.last() = {key, value};
      continue;
    }
    const double place = bucket.key.value_or(key);
    if (last && bucket.number > *last + 1) points.append({(points.last().key + place) / 2, kGap});
    points.append({place, value});
    last = bucket.number;
  }
  const auto is_gap = [&](qsizetype i) {
    return i < 0 || i >= points.size() || std::isnan(points[i].value);
  };
  for (qsizetype i = 0; i < points.size(); ++i)
    if (!is_gap(i) && is_gap(i - 1) && is_gap(i + 1)) alone.append(points[i]);
  line_->data()->set(points, true);
  alone_->data()->set(alone, true);
}

void ComparedLine::set_style(const QColor& color, double width) {
  line_->setPen(QPen(color, width));
  alone_->setPen(QPen(color, width));
  alone_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, 4));
}

QCPRange ComparedLine::widened(const QCPRange& range) const {
  if (values_.empty()) return range;
  const auto first = static_cast<double>(values_.front().start);
  const auto end = static_cast<double>(values_.back().start + kStepTable[step_].seconds);
  return {std::min(range.lower, first), std::max(range.upper, end)};
}

double ComparedLine::highest(const QCPRange& range) const {
  double highest = 0;
  auto& points = *line_->data();
  for (auto at = points.findBegin(range.lower, true), end = points.findEnd(range.upper, true);
       at != end; ++at)
    if (at->value > highest) highest = at->value;  // never for a gap
  return highest;
}

std::vector<ComparedLine::Value>::const_iterator ComparedLine::at_or_after(
    std::int64_t start) const {
  return std::ranges::lower_bound(values_, start, {}, &Value::start);
}

// A time of the other period's clock.
std::optional<TimeBound> ComparedLine::label_of(const Value& value) const {
  const auto columns = table_->columns();
  std::string label;
  for (std::size_t column = 0; column < columns.size() && label.empty(); ++column)
    if (compared_name(columns[column].name).part == ComparedTable::Part::before)
      table_->append_cell(label, value.row, column);
  return parse_time_bound(label);
}

QString ComparedLine::time_of(const Value& value) const {
  const auto time = label_of(value);
  if (!time) return {};
  // Labels have an offset where the zone is not UTC: it tells a repeated hour from its twin.
  const std::int64_t instant = time->instant.value_or(time->civil);
  return step_text(step_, Hour{instant, static_cast<std::int32_t>(time->civil - instant)},
                   !time->instant, years_);
}

std::optional<std::int64_t> ComparedLine::beside(std::int64_t begin, std::int64_t end,
                                                 int by) const {
  const auto at = at_or_after(by > 0 ? end : begin);
  if (by > 0) return at == values_.end() ? std::nullopt : std::optional(at->start);
  return at == values_.begin() ? std::nullopt : std::optional(std::prev(at)->start);
}

QString ComparedLine::words_at(std::int64_t start, std::optional<std::uint64_t> now) const {
  const auto at = at_or_after(start);
  if (at == values_.end() || at->start != start) return {};
  return ComparedWords::tr("%1: %2").arg(time_of(*at), value_words(at->value, now));
}

QString ComparedLine::words_of(std::int64_t begin, std::int64_t end,
                               std::optional<std::uint64_t> now) const {
  const auto first = at_or_after(begin), behind = at_or_after(end);
  if (first == behind) return {};
  if (std::next(first) == behind) return words_at(first->start, now);
  std::uint64_t sum = 0;
  for (auto at = first; at != behind; ++at) sum += at->value;
  return ComparedWords::tr("%1 – %2: %3")
      .arg(time_of(*first), time_of(*std::prev(behind)), value_words(sum, now));
}

}  // namespace footfall
