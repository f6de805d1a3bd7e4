#include "ui/charts/campaign_lines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "ui/charts/time_text.h"
#include "ui/tables/column_text.h"

namespace footfall {
namespace {

constexpr double kLeastDates = 7;
constexpr double kLineHeadRoom = 1.08;
constexpr int kWidestLineName = 150;  // px
constexpr int kLineNameGap = 6;
constexpr std::size_t kLineCtrColumn = 5;

bool counts_whole(const Column& column) { return column.kind == ColumnKind::count; }

}  // namespace

CampaignLines::CampaignLines(QWidget* parent)
    : TimePlot(tr("Campaigns over time"), parent),
      ticker_(new TimeTicker),
      column_(kLineCtrColumn) {
  ticker_->set_days_only(true);
  xAxis->setTicker(ticker_);
  set_least_span(kLeastDates * kDay);
  new PaintItem(this, QStringLiteral("axes"), [this](QCPPainter& painter) { draw_names(painter); });
}

void CampaignLines::set_lines(const std::vector<Line>& lines) {
  for (const Drawn& line : lines_)
    for (QCPGraph* graph : {line.line, line.alone}) removeGraph(graph);
  lines_.clear();
  days_.clear();
  cursor_.reset();
  for (const Line& line : lines) {
    Drawn drawn{line.name, campaigns_table(line.days), {}, addGraph(), addGraph()};
    for (const auto& date : line.days->campaigns) {
      Day day = 0;
      (void)parse_date((*line.days->names)[date.name], day);
      drawn.days.push_back(day);
    }
    days_.insert(days_.end(), drawn.days.begin(), drawn.days.end());
    lines_.push_back(std::move(drawn));
  }
  std::ranges::sort(days_);
  days_.erase(std::ranges::unique(days_).begin(), days_.end());
  if (!days_.empty()) ticker_->set_years(in_several_years(days_.front(), days_.back()));
  apply_style();
  draw();
}

void CampaignLines::set_measure(std::size_t column) {
  if (column_ == column) return;
  column_ = column;
  draw();
}

double CampaignLines::number(const Drawn& line, std::size_t row) const {
  return line.table->number(row, column_) * (column_ == kLineCtrColumn ? 100 : 1);
}

std::vector<std::pair<Day, double>> CampaignLines::values(std::size_t line) const {
  std::vector<std::pair<Day, double>> values;
  for (const QCPGraphData& point : *lines_[line].line->data())
    values.emplace_back(static_cast<Day>(std::lround(point.key / kDay)), point.value);
  return values;
}

void CampaignLines::draw() {
  for (Drawn& line : lines_) {
    QVector<QCPGraphData> points, alone;
    const auto there = [&](std::size_t row, Day day) {
      return row < line.days.size() && line.days[row] == day && std::isfinite(number(line, row));
    };
    for (std::size_t row = 0; row < line.days.size(); ++row) {
      const Day day = line.days[row];
      const double value = number(line, row);
      const bool before = row > 0 && there(row - 1, day - 1);
      if (!before && !points.isEmpty() && !std::isnan(points.back().value))
        points.append({(day - 1) * kDay, std::numeric_limits<double>::quiet_NaN()});
      if (!std::isfinite(value)) continue;
      points.append({day * kDay, value});
      if (!before && !there(row + 1, day + 1)) alone.append({day * kDay, value});
    }
    line.line->data()->set(points, true);
    line.alone->data()->set(alone, true);
  }
  if (!lines_.empty())
    yAxis->setTicker(QSharedPointer<NumberTicker>::create(
        counts_whole(lines_.front().table->columns()[column_]),
        column_ == kLineCtrColumn ? QStringLiteral(" %") : QString()));
  data_changed();
}

void CampaignLines::apply_style() {
  const QFontMetrics metrics(small_font());
  int widest = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const QColor color = colors().series[i % colors().series.size()];
    lines_[i].line->setPen(QPen(color, 1.5));
    lines_[i].alone->setPen(QPen(color, 1));
    lines_[i].alone->setLineStyle(QCPGraph::lsNone);
    lines_[i].alone->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, 5));
    widest = std::max(widest, metrics.horizontalAdvance(lines_[i].name));
  }
  QMargins margins = axisRect()->minimumMargins();
  margins.setRight(16 + (lines_.empty() ? 0 : kLineNameGap + std::min(widest, kWidestLineName)));
  axisRect()->setMinimumMargins(margins);
}

QString CampaignLines::shown_caption() const {
  if (days_.empty()) return caption();
  return caption() + QStringLiteral(" · ") + years_text(days_.front(), days_.back());
}

QCPRange CampaignLines::full_span() const {
  if (days_.empty()) return {0, kLeastDates * kDay};
  const double first = days_.front() * kDay, last = days_.back() * kDay;
  const double margin = std::max(kDay * 0.25, (kLeastDates * kDay - (last - first)) / 2);
  return {first - margin, last + margin};
}

QCPRange CampaignLines::values_of(const QCPRange& span) const {
  double highest = 0;
  for (const Drawn& line : lines_)
    for (const QCPGraphData& point : *line.line->data())
      if (span.contains(point.key) && point.value > highest) highest = point.value;
  return {0, (highest > 0 ? highest : 1) * kLineHeadRoom};
}

QCPRange CampaignLines::snapped(const QCPRange& range) const {
  return {(std::round(range.lower / kDay) - 0.5) * kDay,
          (std::round(range.upper / kDay) + 0.5) * kDay};
}

// Whole dates.
std::optional<TimePlot::Bounds> CampaignLines::bounds_of(const QCPRange& range) const {
  const auto first = static_cast<std::int64_t>(std::ceil(range.lower / kDay));
  const auto last = static_cast<std::int64_t>(std::floor(range.upper / kDay));
  if (std::ranges::none_of(days_, [&](Day day) { return day >= first && day <= last; }))
    return std::nullopt;
  return Bounds{TimeBound{first * kSecondsPerDay, {}}, TimeBound{(last + 1) * kSecondsPerDay, {}}};
}

QString CampaignLines::range_text(const QCPRange& range) const {
  return date_text(static_cast<Day>(std::ceil(range.lower / kDay))) + QStringLiteral(" – ") +
         date_text(static_cast<Day>(std::floor(range.upper / kDay)));
}

std::optional<double> CampaignLines::cursor_key() const {
  if (!cursor_) return std::nullopt;
  return *cursor_ * kDay;
}

// What a date has in each line; of a single one everything.
void CampaignLines::show_day(Day day, std::optional<double> pointer_y) {
  QString text = full_day_text(day);
  double highest = 0;
  for (const Drawn& line : lines_) {
    const auto at = std::ranges::lower_bound(line.days, day);
    const bool there = at != line.days.end() && *at == day;
    const auto row = static_cast<std::size_t>(at - line.days.begin());
    const auto cell = [&](std::size_t column) {
      return there
                 ? cell_text(*line.table, row, column, telling_decimals(*line.table, column, {row}))
                 : QStringLiteral("–");
    };
    if (there && number(line, row) > highest) highest = number(line, row);
    if (lines_.size() > 1) {
      text += QLatin1Char('\n') + line.name + QStringLiteral(": ") + cell(column_);
      continue;
    }
    const auto columns = line.table->columns();
    for (std::size_t column = 1; column < columns.size(); ++column)
      text +=
          QLatin1Char('\n') + column_title(columns[column]) + QStringLiteral(": ") + cell(column);
  }
  const double x = xAxis->coordToPixel(day * kDay);
  set_readout(text, QPointF(x, pointer_y ? *pointer_y : yAxis->coordToPixel(highest)), x);
}

void CampaignLines::point_at(const QPointF& position) {
  const auto wanted = static_cast<Day>(std::lround(xAxis->pixelToCoord(position.x()) / kDay));
  if (!std::ranges::binary_search(days_, wanted)) return clear_readout();
  cursor_ = wanted;
  show_day(wanted, position.y());
}

void CampaignLines::step_cursor(int by) {
  if (days_.empty()) return;
  const auto last = static_cast<std::ptrdiff_t>(days_.size()) - 1;
  std::ptrdiff_t at = by > 0 ? 0 : last;
  if (cursor_) at = (std::ranges::lower_bound(days_, *cursor_) - days_.begin()) + by;
  cursor_ = days_[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, last))];
  bring_into_view(*cursor_key());
  show_day(*cursor_, std::nullopt);
}

void CampaignLines::show_cursor() {
  if (const auto key = cursor_key(); key && xAxis->range().contains(*key))
    show_day(*cursor_, std::nullopt);
}

void CampaignLines::resizeEvent(QResizeEvent* event) {
  ticker_->set_room(width() / kTickRoom);
  TimePlot::resizeEvent(event);
}

// Beside the last value in view, apart from each other.
void CampaignLines::draw_names(QCPPainter& painter) {
  label_rects_.assign(lines_.size(), QRectF());
  painter.setFont(small_font());
  const QFontMetrics metrics = painter.fontMetrics();
  const QRectF plot = axisRect()->rect();
  const double height = metrics.height();
  struct Name {
    std::size_t line;
    double y;
  };
  std::vector<Name> names;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    std::optional<double> last;
    for (const QCPGraphData& point : *lines_[i].line->data())
      if (xAxis->range().contains(point.key) && std::isfinite(point.value)) last = point.value;
    if (last) names.push_back({i, yAxis->coordToPixel(*last)});
  }
  std::ranges::stable_sort(names, {}, &Name::y);
  double least = plot.top() + height / 2;
  for (Name& name : names) {
    name.y = std::max(name.y, least);
    least = name.y + height;
  }
  double most = plot.bottom() - height / 2;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    name->y = std::min(name->y, most);
    most = name->y - height;
  }
  for (const Name& name : names) {
    const QString text =
        metrics.elidedText(lines_[name.line].name, Qt::ElideMiddle, kWidestLineName);
    const QRectF rect(plot.right() + kLineNameGap, name.y - height / 2,
                      metrics.horizontalAdvance(text), height);
    painter.setPen(colors().series[name.line % colors().series.size()]);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    label_rects_[name.line] = rect;
  }
}

}  // namespace footfall
