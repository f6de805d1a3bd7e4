#include "ui/charts/plot_base.h"

#include <QMenu>
#include <QScopedValueRollback>
#include <algorithm>
#include <utility>

namespace footfall {
namespace {

constexpr int kClickSlack = 4;
constexpr double kSmallFont = 0.9;
constexpr int kReadoutPadding = 6;
constexpr double kKeyZoom = 0.7;

// A wanted range moved and shrunk into the limits.
QCPRange bounded(QCPRange wanted, const QCPRange& limits, double least) {
  double span = std::clamp(wanted.size(), std::min(least, limits.size()), limits.size());
  double lower = wanted.size() == span ? wanted.lower : wanted.center() - span / 2;
  lower = std::clamp(lower, limits.lower, limits.upper - span);
  return {lower, lower + span};
}

}  // namespace

PaintItem::PaintItem(QCustomPlot* plot, const QString& layer,
                     std::function<void(QCPPainter&)> paint)
    : QCPAbstractItem(plot), paint_(std::move(paint)) {
  setLayer(layer);
  setClipToAxisRect(false);
  setSelectable(false);
}

PlotBase::PlotBase(const QString& name, QWidget* parent) : QCustomPlot(parent) {
  setAccessibleName(name);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setNoAntialiasingOnDrag(false);
  setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  setPlottingHint(QCP::phFastPolylines, true);
  setAutoAddPlottableToLegend(false);
  plotLayout()->setMargins({});
  axisRect()->setupFullAxesBox(false);
  xAxis2->setVisible(false);
  yAxis2->setVisible(false);
  xAxis->grid()->setVisible(false);
  yAxis->grid()->setZeroLinePen(Qt::NoPen);
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->setSubTicks(false);
    axis->setTickLabelPadding(5);
  }
  xAxis->setTickLengthIn(0);
  xAxis->setTickLengthOut(4);
  yAxis->setTickLength(0, 0);
  axisRect()->setRangeZoomFactor(0.85);
  layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);
  new PaintItem(this, QStringLiteral("axes"),
                [this](QCPPainter& painter) { draw_caption(painter); });
  new PaintItem(this, QStringLiteral("overlay"),
                [this](QCPPainter& painter) { draw_readout(painter); });

  connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
          [this](const QCPRange& range) { bound(xAxis, range); });
  connect(yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
          [this](const QCPRange& range) { bound(yAxis, range); });
}

QFont PlotBase::small_font() const {
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() * kSmallFont);
  return small;
}

void PlotBase::set_caption(const QString& caption) {
  if (caption_ == caption) return;
  caption_ = caption;
  setAccessibleDescription(caption);
  replot(rpQueuedReplot);
}

void PlotBase::restyle() {
  colors_ = ChartColors::from(palette());
  setBackground(colors_.background);
  const QFont small = small_font();
  const int caption_height = QFontMetrics(small).height() + 12;
  axisRect()->setMinimumMargins(QMargins(48, caption_height, 16, 8));
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->setBasePen(QPen(colors_.axis, 1));
    axis->setTickPen(QPen(colors_.axis, 1));
    axis->setTickLabelColor(colors_.muted);
    axis->setTickLabelFont(small);
  }
  yAxis->setBasePen(Qt::NoPen);
  yAxis->grid()->setPen(QPen(colors_.grid, 1));
  apply_style();
  replot(rpQueuedReplot);
}

void PlotBase::fit() {
  const QScopedValueRollback fitting(fitting_, true);
  const Ranges full = full_ranges();
  xAxis->setRange(full.x);
  yAxis->setRange(full.y);
  set_fitted(true);
  clear_readout();
  replot(rpQueuedReplot);
}

void PlotBase::data_changed() {
  clear_readout();
  if (fitted_) return fit();
  bound(xAxis, xAxis->range());
  bound(yAxis, yAxis->range());
  replot(rpQueuedReplot);
}

void PlotBase::bound(QCPAxis* axis, const QCPRange& wanted) {
  if (fitting_) return;
  const QScopedValueRollback fitting(fitting_, true);
  const Ranges full = full_ranges();
  const QCPRange ends = axis == xAxis ? limits().x : limits().y;
  axis->setRange(bounded(wanted, ends, axis == xAxis ? least_x_span_ : ends.size() / 1000));
  const auto same = [](const QCPRange& a, const QCPRange& b) {
    return std::abs(a.lower - b.lower) + std::abs(a.upper - b.upper) < b.size() * 1e-6;
  };
  set_fitted(same(xAxis->range(), full.x) && same(yAxis->range(), full.y));
}

void PlotBase::set_fitted(bool fitted) {
  if (fitted_ == fitted) return;
  fitted_ = fitted;
  emit fitted_changed(fitted);
}

void PlotBase::zoom(double factor) {
  xAxis->scaleRange(factor);
  replot(rpQueuedReplot);
}

void PlotBase::set_readout(const QString& text, const QPointF& anchor,
                           std::optional<double> line_x) {
  readout_ = text;
  readout_anchor_ = anchor;
  cursor_x_ = line_x;
  layer(QStringLiteral("overlay"))->replot();
}

void PlotBase::clear_readout() {
  if (readout_.isEmpty()) return;
  readout_.clear();
  cursor_x_.reset();
  layer(QStringLiteral("overlay"))->replot();
}

void PlotBase::draw_caption(QCPPainter& painter) const {
  painter.setFont(small_font());
  painter.setPen(colors_.muted);
  const QRect area = viewport().adjusted(0, 2, -8, 0);
  painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                   painter.fontMetrics().elidedText(caption_, Qt::ElideRight, area.width()));
}

void PlotBase::draw_readout(QCPPainter& painter) const {
  if (readout_.isEmpty()) return;
  const QRect plot = axisRect()->rect();
  if (cursor_x_) {
    painter.setPen(QPen(colors_.muted, 1));
    painter.drawLine(QLineF(*cursor_x_, plot.top(), *cursor_x_, plot.bottom()));
  }
  painter.setFont(small_font());
  constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop;
  const QRectF text = painter.fontMetrics().boundingRect(QRect(0, 0, 4096, 4096), kFlags, readout_);
  QRectF box(0, 0, text.width() + 2 * kReadoutPadding, text.height() + 2 * kReadoutPadding);
  // Right of the pointer, or left of it where there is no room; never outside of the widget.
  box.moveTopLeft(readout_anchor_ + QPointF(12, -box.height() - 8));
  if (box.right() > viewport().right()) box.moveRight(readout_anchor_.x() - 12);
  if (box.left() < viewport().left()) box.moveLeft(viewport().left());
  if (box.top() < viewport().top()) box.moveTop(viewport().top() + 1);
  QColor back = colors_.background;
  back.setAlphaF(0.94F);
  painter.setPen(QPen(colors_.axis, 1));
  painter.setBrush(back);
  painter.drawRect(box);
  painter.setPen(colors_.text);
  painter.drawText(box.adjusted(kReadoutPadding, kReadoutPadding, 0, 0), kFlags, readout_);
}

void PlotBase::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->pos();
  QCustomPlot::mousePressEvent(event);
}

void PlotBase::mouseMoveEvent(QMouseEvent* event) {
  QCustomPlot::mouseMoveEvent(event);
  if (event->buttons() != Qt::NoButton && (event->pos() - pressed_).manhattanLength() > kClickSlack)
    clear_readout();
  else if (axisRect()->rect().contains(event->pos()))
    point_at(event->position());
  else
    clear_readout();
}

void PlotBase::mouseReleaseEvent(QMouseEvent* event) {
  QCustomPlot::mouseReleaseEvent(event);
  const bool click = (event->pos() - pressed_).manhattanLength() <= kClickSlack;
  if (click && event->button() == Qt::LeftButton && axisRect()->rect().contains(event->pos()))
    pick_at(event->position());
}

void PlotBase::mouseDoubleClickEvent(QMouseEvent* event) {
  QCustomPlot::mouseDoubleClickEvent(event);
  fit();
}

void PlotBase::wheelEvent(QWheelEvent* event) {
  const bool time_only = event->modifiers().testFlag(Qt::ControlModifier);
  axisRect()->setRangeZoom(time_only ? Qt::Horizontal : Qt::Horizontal | Qt::Vertical);
  QCustomPlot::wheelEvent(event);
  clear_readout();
}

void PlotBase::leaveEvent(QEvent* event) {
  QCustomPlot::leaveEvent(event);
  clear_readout();
}

void PlotBase::contextMenuEvent(QContextMenuEvent* event) {
  clear_readout();
  QMenu menu(this);
  menu.addAction(tr("&Show everything"), this, &PlotBase::fit)->setEnabled(!fitted_);
  menu.addAction(tr("Save &chart…"), this, &PlotBase::save_requested);
  if (!actions().isEmpty()) {
    menu.addSeparator();
    menu.addActions(actions());
  }
  menu.exec(event->globalPos());
}

void PlotBase::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return step_cursor(-1);
    case Qt::Key_Right:
      return step_cursor(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return pick_cursor();
    case Qt::Key_Plus:
      return zoom(kKeyZoom);
    case Qt::Key_Minus:
      return zoom(1 / kKeyZoom);
    case Qt::Key_Home:
      return fit();
    default:
      QCustomPlot::keyPressEvent(event);
  }
}

// Hidden in a folded layout there is nothing to draw on.
void PlotBase::resizeEvent(QResizeEvent* event) {
  if (event->size().isEmpty()) return;
  QCustomPlot::resizeEvent(event);
  if (!fitted_) return;
  updateLayout();  // what fits depends on the size of the axes, which the layout gives
  fit();
}

void PlotBase::focusInEvent(QFocusEvent* event) {
  QCustomPlot::focusInEvent(event);
  keyboard_focus_ = event->reason() == Qt::TabFocusReason ||
                    event->reason() == Qt::BacktabFocusReason ||
                    event->reason() == Qt::ShortcutFocusReason;
  update();
}

void PlotBase::focusOutEvent(QFocusEvent* event) {
  QCustomPlot::focusOutEvent(event);
  keyboard_focus_ = false;
  update();
}

void PlotBase::paintEvent(QPaintEvent* event) {
  QCustomPlot::paintEvent(event);
  if (!keyboard_focus_) return;
  QPainter painter(this);
  painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PlotBase::changeEvent(QEvent* event) {
  QCustomPlot::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
      event->type() == QEvent::StyleChange)
    restyle();
}

bool PlotBase::event(QEvent* event) {
  const bool done = QCustomPlot::event(event);
  if (event->type() == QEvent::Polish) restyle();
  return done;
}

}  // namespace footfall
