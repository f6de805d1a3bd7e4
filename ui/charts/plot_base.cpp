#include "ui/charts/plot_base.h"

#include <QMenu>

namespace footfall {
namespace {

constexpr int kClickSlack = 4;
constexpr double kSmallFont = 0.9;
constexpr int kReadoutPadding = 6;
constexpr int kLeastCaption = 24;  // px

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
  setInteractions(QCP::iNone);
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
  layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);
  new PaintItem(this, QStringLiteral("axes"),
                [this](QCPPainter& painter) { draw_caption(painter); });
  new PaintItem(this, QStringLiteral("overlay"),
                [this](QCPPainter& painter) { draw_readout(painter); });
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

void PlotBase::set_caption_reserve(int pixels) {
  if (caption_reserve_ == pixels) return;
  caption_reserve_ = pixels;
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
  show_full();
  set_fitted(true);
  clear_readout();
  replot(rpQueuedReplot);
}

void PlotBase::choose_all() {
  fit();
  emit view_chosen();
}

void PlotBase::data_changed() {
  clear_readout();
  if (fitted_) return fit();
  keep_view();
  replot(rpQueuedReplot);
}

void PlotBase::set_fitted(bool fitted) {
  if (fitted_ == fitted) return;
  fitted_ = fitted;
  emit fitted_changed(fitted);
}

void PlotBase::view_moved() {
  const bool by_key = keyboard_cursor_ && !readout_.isEmpty();
  clear_readout();
  if (by_key) {
    show_cursor();
    keyboard_cursor_ = true;
  } else if (pointer_) {
    point_at(*pointer_);
  }
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
  keyboard_cursor_ = false;
  layer(QStringLiteral("overlay"))->replot();
}

void PlotBase::draw_caption(QCPPainter& painter) const {
  painter.setFont(small_font());
  painter.setPen(colors_.muted);
  const QRect area = viewport().adjusted(0, 2, -8 - caption_reserve_, 0);
  if (area.width() < kLeastCaption) return;
  painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                   painter.fontMetrics().elidedText(shown_caption(), Qt::ElideRight, area.width()));
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
  keyboard_cursor_ = false;
  const bool inside = pointed_area().contains(event->pos());
  pointer_ = inside ? std::optional(event->position()) : std::nullopt;
  if (!inside || (event->buttons() != Qt::NoButton && !is_click(*event)))
    clear_readout();
  else
    point_at(event->position());
}

bool PlotBase::is_click(const QMouseEvent& event) const {
  return (event.pos() - pressed_).manhattanLength() <= kClickSlack;
}

void PlotBase::mouseReleaseEvent(QMouseEvent* event) {
  QCustomPlot::mouseReleaseEvent(event);
  if (is_click(*event) && event->button() == Qt::LeftButton &&
      pointed_area().contains(event->pos()))
    pick_at(event->position());
}

void PlotBase::mouseDoubleClickEvent(QMouseEvent* event) {
  QCustomPlot::mouseDoubleClickEvent(event);
  if (event->button() == Qt::LeftButton) choose_all();
}

void PlotBase::leaveEvent(QEvent* event) {
  QCustomPlot::leaveEvent(event);
  pointer_.reset();
  if (!keyboard_cursor_) clear_readout();
}

void PlotBase::fill_menu(QMenu& menu) {
  menu.addAction(tr("Save &chart…"), this, [this] { emit picture_requested(PictureTo::file); });
  menu.addAction(tr("Cop&y chart"), this, [this] { emit picture_requested(PictureTo::clipboard); });
}

void PlotBase::contextMenuEvent(QContextMenuEvent* event) {
  // Of what is at the pointer, or at the keyboard's cursor.
  if (event->reason() == QContextMenuEvent::Mouse) {
    if (pointed_area().contains(event->pos()))
      point_at(event->pos());
    else
      drop_cursor();
  }
  clear_readout();
  QMenu menu(this);
  fill_menu(menu);
  menu.exec(event->globalPos());
}

void PlotBase::step_by_key(int by) {
  step_cursor(by);
  keyboard_cursor_ = !readout_.isEmpty();
}

void PlotBase::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return step_by_key(-1);
    case Qt::Key_Right:
      return step_by_key(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return pick_cursor();
    case Qt::Key_F10:
      if (event->modifiers() != Qt::ShiftModifier) return QCustomPlot::keyPressEvent(event);
      [[fallthrough]];
    case Qt::Key_Menu: {
      const QPoint at = axisRect()->center();
      QContextMenuEvent menu(QContextMenuEvent::Keyboard, at, mapToGlobal(at));
      return contextMenuEvent(&menu);
    }
    case Qt::Key_Home:
    case Qt::Key_0:
      return choose_all();
    default:
      QCustomPlot::keyPressEvent(event);
  }
}

// Hidden in a folded layout there is nothing to draw on.
void PlotBase::resizeEvent(QResizeEvent* event) {
  if (event->size().isEmpty()) return;
  QCustomPlot::resizeEvent(event);
  updateLayout();  // what fits depends on the size of the axes, which the layout gives
  if (fitted_) return fit();
  keep_view();
  view_moved();
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
