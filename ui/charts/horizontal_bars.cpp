#include "ui/charts/horizontal_bars.h"

#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "ui/charts/axis_tickers.h"

namespace footfall {
namespace {

constexpr int kLeastRow = 20;   // px
constexpr int kWidestRow = 44;  // px
constexpr int kScrollWidth = 12;
constexpr int kWheelRow = 40;  // of a notch of 120
constexpr int kWidestName = 200;
constexpr int kLabelGap = 6;

}  // namespace

HorizontalBars::HorizontalBars(const QString& name, bool whole, const QString& suffix,
                               QWidget* parent)
    : PlotBase(name, parent), scroll_(new QScrollBar(Qt::Vertical, this)) {
  xAxis->setTicker(QSharedPointer<NumberTicker>::create(whole, suffix));
  xAxis->grid()->setVisible(false);
  yAxis->grid()->setVisible(false);
  yAxis->setRangeReversed(true);
  yAxis->setTicker(QSharedPointer<QCPAxisTickerText>::create());
  new PaintItem(this, QStringLiteral("axes"),
                [this](QCPPainter& painter) { draw_labels(painter); });
  new PaintItem(this, QStringLiteral("axes"),
                [this](QCPPainter& painter) { draw_legend(painter); });
  scroll_->setAccessibleName(tr("Rows of the chart"));
  scroll_->setFocusPolicy(Qt::NoFocus);  // the chart's own keys scroll
  scroll_->hide();
  connect(scroll_, &QScrollBar::valueChanged, this, &HorizontalBars::scroll_to);
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
  const QFontMetrics small(small_font());
  int legend_width = 0;
  for (const QString& name : series) legend_width += small.horizontalAdvance(name) + 28;
  set_caption_reserve(series.size() < 2 ? 0 : legend_width + 24);
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
  apply_style();
  place_names();
  data_changed();
}

void HorizontalBars::set_picked(int row) {
  picked_ = row;
  if (row >= 0 && row < static_cast<int>(rows_.size())) reveal(row);
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

void HorizontalBars::show_full() {
  first_ = 0;
  place_rows();
}

void HorizontalBars::keep_view() { place_rows(); }

// The rows in view, and the value axis with room for the labels at the ends.
void HorizontalBars::place_rows() {
  const int count = static_cast<int>(rows_.size());
  axisRect()->setMinimumSize(64, kLeastRow);
  axisRect()->setMaximumSize(QWIDGETSIZE_MAX, std::max(1, count) * kWidestRow);
  const QMargins margins = axisRect()->margins();
  const int room = viewport().height() - margins.top() - margins.bottom();
  shown_ = std::clamp(room / kLeastRow, 1, std::max(1, count));
  first_ = std::clamp(first_, 0, std::max(0, count - shown_));
  yAxis->setRange(first_ - 0.5, first_ + shown_ - 0.5);

  const QFontMetrics metrics(font());
  int label = 0;
  for (const Row& row : rows_) label = std::max(label, metrics.horizontalAdvance(row.label));
  const double share =
      std::clamp((label + 2 * kLabelGap) / std::max(64.0, 1.0 * axisRect()->width()), 0.0, 0.6);
  xAxis->setRange(0, (highest_ > 0 ? highest_ : 1) / (1 - share));

  const QSignalBlocker blocker(scroll_);
  scroll_->setRange(0, std::max(0, count - shown_));
  scroll_->setPageStep(shown_);
  scroll_->setValue(first_);
  scroll_->setVisible(count > shown_);
  scroll_->setGeometry(width() - kScrollWidth - 1, margins.top(), kScrollWidth, std::max(0, room));
  set_fitted(first_ == 0);
}

void HorizontalBars::scroll_to(int first) {
  first_ = first;
  place_rows();
  view_moved();
}

void HorizontalBars::reveal(int row) {
  if (row < first_) scroll_to(row);
  if (row >= first_ + shown_) scroll_to(row - shown_ + 1);
}

QString HorizontalBars::shown_caption() const {
  const int count = static_cast<int>(rows_.size());
  if (caption().isEmpty() || shown_ >= count) return caption();
  return tr("%1 · %2 – %3 of %4").arg(caption()).arg(first_ + 1).arg(first_ + shown_).arg(count);
}

QSize HorizontalBars::begin_picture() {
  const int missing = static_cast<int>(rows_.size()) - shown_;
  const QSize all(width(), height() + std::max(0, missing) * kLeastRow);
  first_ = 0;
  shown_ += std::max(0, missing);
  yAxis->setRange(-0.5, shown_ - 0.5);
  return all;
}

void HorizontalBars::end_picture() {
  first_ = scroll_->value();
  place_rows();
  replot();
}

int HorizontalBars::row_at(const QPointF& position) const {
  const auto row = std::lround(yAxis->pixelToCoord(position.y()));
  return row >= 0 && row < static_cast<long>(rows_.size()) ? static_cast<int>(row) : -1;
}

void HorizontalBars::show_row(int row, const QPointF& anchor) {
  const Row& shown = rows_[static_cast<std::size_t>(row)];
  set_readout(shown.name + QLatin1Char('\n') + shown.readout, anchor, std::nullopt);
}

// A row begins with its name.
QRect HorizontalBars::pointed_area() const {
  QRect area = axisRect()->rect();
  area.setLeft(viewport().left());
  return area;
}

void HorizontalBars::point_at(const QPointF& position) {
  const int row = row_at(position);
  cursor_ = row;
  if (row < 0) return clear_readout();
  show_row(row, position);
}

void HorizontalBars::fill_menu(QMenu& menu) {
  if (cursor_ >= 0) emit menu_requested(&menu, cursor_);
  if (!menu.isEmpty()) menu.addSeparator();
  PlotBase::fill_menu(menu);
}

void HorizontalBars::pick_at(const QPointF& position) {
  if (const int row = row_at(position); row >= 0) emit row_picked(row);
}

void HorizontalBars::step_cursor(int by) {
  if (rows_.empty()) return;
  cursor_ = std::clamp(cursor_ + by, 0, static_cast<int>(rows_.size()) - 1);
  reveal(cursor_);
  show_cursor();
}

void HorizontalBars::show_cursor() {
  if (cursor_ < first_ || cursor_ >= first_ + shown_ || rows_.empty()) return;
  const double end = total(rows_[static_cast<std::size_t>(cursor_)]);
  show_row(cursor_, QPointF(xAxis->coordToPixel(end), yAxis->coordToPixel(cursor_)));
}

void HorizontalBars::wheelEvent(QWheelEvent* event) {
  event->accept();
  turned_ += event->angleDelta().y();
  scroll_->setValue(scroll_->value() - turned_ / kWheelRow);
  turned_ %= kWheelRow;
}

void HorizontalBars::keyPressEvent(QKeyEvent* event) {
  const auto as = [&](int key) {
    QKeyEvent step(QEvent::KeyPress, key, Qt::NoModifier);
    PlotBase::keyPressEvent(&step);
  };
  switch (event->key()) {
    case Qt::Key_Up:
      return as(Qt::Key_Left);
    case Qt::Key_Down:
      return as(Qt::Key_Right);
    case Qt::Key_PageUp:
      return scroll_->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown:
      return scroll_->triggerAction(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_End:
      return scroll_->setValue(scroll_->maximum());
    default:
      PlotBase::keyPressEvent(event);
  }
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
