#include "ui/charts/horizontal_bars.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/charts/axis_tickers.h"

namespace footfall {
namespace {

constexpr int kLeastRow = 20;   // px
constexpr int kWidestRow = 34;  // px
constexpr int kWidestName = 200;
constexpr int kLabelGap = 6;

}  // namespace

HorizontalBars::HorizontalBars(const QString& name, bool whole, const QString& suffix,
                               QWidget* parent)
    : PlotBase(name, parent) {
  xAxis->setTicker(QSharedPointer<NumberTicker>::create(whole, suffix));
  xAxis->grid()->setVisible(false);
  yAxis->grid()->setVisible(false);
  yAxis->setRangeReversed(true);
  yAxis->setTicker(QSharedPointer<QCPAxisTickerText>::create());
  new PaintItem(this, QStringLiteral("axes"),
                [this](QCPPainter& painter) { draw_labels(painter); });
  new PaintItem(this, QStringLiteral("axes"),
                [this](QCPPainter& painter) { draw_legend(painter); });
}

double HorizontalBars::total(const Row& row) const {
  return std::accumulate(row.values.begin(), row.values.end(), 0.0);
}

void HorizontalBars::set_rows(const QStringList& series, std::vector<Row> rows,
                              std::size_t colour) {
  rows_ = std::move(rows);
  series_ = series;
  colour_ = colour;
  picked_ = cursor_ = -1;
  while (bars_.size() > static_cast<std::size_t>(series.size())) {
    removePlottable(bars_.back());
    bars_.pop_back();
  }
  while (bars_.size() < static_cast<std::size_t>(series.size())) {
    auto* bars = new QCPBars(yAxis, xAxis);
    bars->setWidth(0.58);
    bars->setAntialiased(false);
    if (!bars_.empty()) bars->moveAbove(bars_.back());
    bars_.push_back(bars);
  }
  highest_ = 0;
  for (const Row& row : rows_) highest_ = std::max(highest_, total(row));
  for (std::size_t s = 0; s < bars_.size(); ++s) {
    QVector<QCPBarsData> bars;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      bars.append({static_cast<double>(i), rows_[i].values[s]});
    bars_[s]->data()->set(bars, true);
  }
  set_least_span(std::max(highest_ / 100, 1e-9));
  apply_style();
  place_names();
  data_changed();
}

void HorizontalBars::set_picked(int row) {
  picked_ = row;
  replot(rpQueuedReplot);
}

void HorizontalBars::apply_style() {
  for (std::size_t s = 0; s < bars_.size(); ++s) {
    bars_[s]->setPen(Qt::NoPen);
    bars_[s]->setBrush(colors().bar((colour_ + s) % colors().series.size()));
  }
  yAxis->setTickLabelColor(colors().text);
  yAxis->setTickLabelFont(font());
}

int HorizontalBars::name_width() const {
  return std::min(kWidestName, std::max(64, width() * 3 / 10));
}

void HorizontalBars::place_names() {
  const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  const QFontMetrics metrics(font());
  for (std::size_t i = 0; i < rows_.size(); ++i)
    ticker->addTick(static_cast<double>(i),
                    metrics.elidedText(rows_[i].name, Qt::ElideMiddle, name_width()));
  yAxis->setTicker(ticker);
}

PlotBase::Ranges HorizontalBars::full_ranges() const {
  const Ranges all = limits();
  const int room = std::max(1, axisRect()->height());
  // As many rows as stand comfortably, from the top; few rows do not grow into slabs.
  const double fewest = static_cast<double>(room) / kWidestRow,
               most = static_cast<double>(room) / kLeastRow;
  const double shown =
      std::clamp(static_cast<double>(rows_.size()), std::max(1.0, fewest), std::max(1.0, most));
  return {all.x, {-0.5, shown - 0.5}};
}

PlotBase::Ranges HorizontalBars::limits() const {
  // Room for the labels at the ends.
  const QFontMetrics metrics(font());
  int label = 0;
  for (const Row& row : rows_) label = std::max(label, metrics.horizontalAdvance(row.label));
  const double room = std::max(64, axisRect()->width());
  const double share = std::clamp((label + 2 * kLabelGap) / room, 0.0, 0.6);
  const double rows = std::max({1.0, static_cast<double>(rows_.size()),
                                static_cast<double>(axisRect()->height()) / kWidestRow});
  return {{0, (highest_ > 0 ? highest_ : 1) / (1 - share)}, {-0.5, rows - 0.5}};
}

int HorizontalBars::row_at(const QPointF& position) const {
  const auto row = std::lround(yAxis->pixelToCoord(position.y()));
  return row >= 0 && row < static_cast<long>(rows_.size()) ? static_cast<int>(row) : -1;
}

void HorizontalBars::show_row(int row, const QPointF& anchor) {
  const Row& shown = rows_[static_cast<std::size_t>(row)];
  set_readout(shown.name + QLatin1Char('\n') + shown.readout, anchor, std::nullopt);
}

void HorizontalBars::point_at(const QPointF& position) {
  const int row = row_at(position);
  if (row < 0) return clear_readout();
  cursor_ = row;
  show_row(row, position);
}

void HorizontalBars::pick_at(const QPointF& position) {
  if (const int row = row_at(position); row >= 0) emit row_picked(row);
}

void HorizontalBars::step_cursor(int by) {
  if (rows_.empty()) return;
  cursor_ = std::clamp(cursor_ + by, 0, static_cast<int>(rows_.size()) - 1);
  if (!yAxis->range().contains(cursor_)) {
    yAxis->setRange(cursor_, yAxis->range().size(), Qt::AlignCenter);
    replot();
  }
  const double end = total(rows_[static_cast<std::size_t>(cursor_)]);
  show_row(cursor_, QPointF(xAxis->coordToPixel(end), yAxis->coordToPixel(cursor_)));
}

void HorizontalBars::pick_cursor() {
  if (cursor_ >= 0) emit row_picked(cursor_);
}

void HorizontalBars::draw_labels(QCPPainter& painter) {
  label_rects_.assign(rows_.size(), QRectF());
  painter.setFont(font());
  const QFontMetrics metrics(painter.font());
  const QRectF area = axisRect()->rect();
  const double row_height = std::abs(yAxis->coordToPixel(1) - yAxis->coordToPixel(0));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const double y = yAxis->coordToPixel(static_cast<double>(i));
    if (y < area.top() || y > area.bottom()) continue;
    const double end = std::max(area.left(), xAxis->coordToPixel(total(rows_[i])));
    if (static_cast<int>(i) == picked_) {
      painter.setPen(QPen(colors().series[1], 2));
      painter.drawLine(
          QLineF(area.left(), y - row_height * 0.29, area.left(), y + row_height * 0.29));
    }
    if (row_height < metrics.height()) continue;
    const QSizeF size(metrics.horizontalAdvance(rows_[i].label), metrics.height());
    const QRectF rect(QPointF(end + kLabelGap, y - size.height() / 2), size);
    if (rect.right() > viewport().right()) continue;
    painter.setPen(colors().text);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, rows_[i].label);
    label_rects_[i] = rect;
  }
}

// Coloured squares with names at the right of the caption.
void HorizontalBars::draw_legend(QCPPainter& painter) const {
  if (series_.size() < 2) return;
  painter.setFont(small_font());
  const QFontMetrics metrics = painter.fontMetrics();
  int x = axisRect()->right();
  for (qsizetype s = series_.size(); s-- > 0;) {
    const int width = metrics.horizontalAdvance(series_[s]);
    painter.setPen(colors().muted);
    painter.drawText(QRect(x - width, 2, width, metrics.height()),
                     Qt::AlignCenter | Qt::TextDontClip, series_[s]);
    x -= width + 14;
    painter.fillRect(QRect(x, 2 + metrics.height() / 2 - 4, 8, 8),
                     bars_[static_cast<std::size_t>(s)]->brush());
    x -= 14;
  }
}

void HorizontalBars::resizeEvent(QResizeEvent* event) {
  place_names();
  PlotBase::resizeEvent(event);
}

}  // namespace footfall
