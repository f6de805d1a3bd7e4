#include "ui/charts/time_plot.h"

#include <QMenu>
#include <QScopedValueRollback>
#include <algorithm>
#include <cmath>

namespace footfall {
namespace {

constexpr double kKeyZoom = 0.7;
constexpr double kWheelZoom = 0.85;  // for one notch
constexpr double kNotch = 120;
constexpr double kWheelPan = 0.1;  // of the view
constexpr double kKeyPan = 0.25;
constexpr int kMarkAlpha = 36;

// A wanted range moved and shrunk into the limits.
QCPRange bounded(QCPRange wanted, const QCPRange& limits, double least) {
  const double span = std::clamp(wanted.size(), std::min(least, limits.size()), limits.size());
  double lower = wanted.size() == span ? wanted.lower : wanted.center() - span / 2;
  lower = std::clamp(lower, limits.lower, limits.upper - span);
  return {lower, lower + span};
}

bool same(const QCPRange& a, const QCPRange& b) {
  return std::abs(a.lower - b.lower) + std::abs(a.upper - b.upper) < b.size() * 1e-6;
}

}  // namespace

TimePlot::TimePlot(const QString& name, QWidget* parent) : PlotBase(name, parent) {
  new PaintItem(this, QStringLiteral("overlay"),
                [this](QCPPainter& painter) { draw_mark(painter); });
  connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &TimePlot::set_span);
}

void TimePlot::set_span(const QCPRange& wanted) {
  if (setting_) return;
  const QScopedValueRollback setting(setting_, true);
  const QCPRange full = full_span();
  xAxis->setRange(bounded(wanted, full, least_span_));
  span_changed();
  yAxis->setRange(values_of(xAxis->range()));
  set_fitted(same(xAxis->range(), full));
}

void TimePlot::show_full() {
  clear_mark();
  set_span(full_span());
}

void TimePlot::keep_view() {
  clear_mark();
  set_span(xAxis->range());
}

void TimePlot::bring_into_view(double key) {
  if (xAxis->range().contains(key)) return;
  xAxis->setRange(key, xAxis->range().size(), Qt::AlignCenter);
  replot();
}

void TimePlot::zoom(double factor, double around) {
  const QCPRange range = xAxis->range();
  choose_view({around - (around - range.lower) * factor, around + (range.upper - around) * factor});
}

void TimePlot::choose_view(const QCPRange& range) {
  xAxis->setRange(range);
  view_moved();
  emit view_chosen();
}

std::optional<QCPRange> TimePlot::zoomed() const {
  if (fitted()) return std::nullopt;
  return QCPRange(std::round(xAxis->range().lower), std::round(xAxis->range().upper));
}

void TimePlot::set_zoomed(const std::optional<QCPRange>& range) {
  const QCPRange full = full_span();
  if (!range || range->upper <= full.lower || range->lower >= full.upper) return fit();
  xAxis->setRange(*range);
  view_moved();
}

// Around what the text at the cursor speaks of.
void TimePlot::zoom_by_key(double factor) {
  double around = xAxis->range().center();
  if (const auto key = cursor_key(); keyboard_cursor() && key)
    around = *key;
  else if (pointer())
    around = xAxis->pixelToCoord(pointer()->x());
  zoom(factor, around);
}

void TimePlot::pan(double share) { choose_view(xAxis->range() + share * xAxis->range().size()); }

void TimePlot::wheelEvent(QWheelEvent* event) {
  const QPoint turned = event->angleDelta();
  event->accept();
  const bool sideways =
      event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(turned.x()) > std::abs(turned.y());
  if (sideways) return pan(-kWheelPan * (turned.y() != 0 ? turned.y() : turned.x()) / kNotch);
  const QRect area = axisRect()->rect();
  const double x = std::clamp<double>(event->position().x(), area.left(), area.right());
  zoom(std::pow(kWheelZoom, turned.y() / kNotch), xAxis->pixelToCoord(x));
}

void TimePlot::mousePressEvent(QMouseEvent* event) {
  PlotBase::mousePressEvent(event);
  clear_mark();
  drag_ = Drag::none;
  if (!axisRect()->rect().contains(event->pos())) return;
  if (event->button() == Qt::LeftButton)
    drag_ = Drag::mark;
  else if (event->button() == Qt::MiddleButton)
    drag_ = Drag::pan;
  drag_x_ = event->position().x();
  drag_span_ = xAxis->range();
}

void TimePlot::mouseMoveEvent(QMouseEvent* event) {
  PlotBase::mouseMoveEvent(event);
  if (drag_ == Drag::none || is_click(*event)) return;
  if (drag_ == Drag::mark)
    return mark_between(xAxis->pixelToCoord(drag_x_), xAxis->pixelToCoord(event->position().x()));
  const double moved = (event->position().x() - drag_x_) / std::max(1, axisRect()->width());
  xAxis->setRange(drag_span_ - moved * drag_span_.size());
  replot(rpQueuedReplot);
  emit view_chosen();
}

void TimePlot::mouseReleaseEvent(QMouseEvent* event) {
  const Drag ended = drag_;
  drag_ = Drag::none;
  PlotBase::mouseReleaseEvent(event);
  if (ended == Drag::mark && mark_) open_mark_menu(event->pos());
}

void TimePlot::mark_between(double from, double to) {
  const QCPRange view = xAxis->range();
  const auto inside = [&](double key) { return std::clamp(key, view.lower, view.upper); };
  const double begin = inside(from), end = inside(to);
  mark_ = snapped({std::min(begin, end), std::max(begin, end)});
  const double x =
      std::clamp<double>(xAxis->coordToPixel(to), axisRect()->left(), axisRect()->right());
  set_readout(range_text(*mark_), QPointF(x, axisRect()->top() + 24), std::nullopt);
}

void TimePlot::mark_by_key(int by) {
  if (!mark_) {
    if (!cursor_key()) step_cursor(by);
    if (!cursor_key()) return;
    mark_from_ = *cursor_key();
  }
  step_cursor(by);
  mark_between(mark_from_, *cursor_key());
}

void TimePlot::clear_mark() {
  if (!mark_) return;
  mark_.reset();
  clear_readout();
  layer(QStringLiteral("overlay"))->replot();
}

void TimePlot::open_mark_menu(const QPoint& at) {
  const QCPRange range = *mark_;
  const auto bounds = bounds_of(range);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setAccessibleName(range_text(range));
  menu->addAction(tr("&Zoom"), this, [this, range] { choose_view(range); });
  QAction* only = menu->addAction(tr("&Only this time"), this, [this, bounds] {
    emit time_chosen(bounds->first, bounds->second);
  });
  only->setEnabled(bounds.has_value());
  if (offers_causes_) {
    QAction* made = menu->addAction(tr("&What made it"), this, [this, bounds] {
      emit time_asked(bounds->first, bounds->second);
    });
    made->setEnabled(bounds.has_value());
  }
  connect(menu, &QMenu::aboutToHide, this, &TimePlot::clear_mark);
  menu->popup(mapToGlobal(at));
}

void TimePlot::fill_menu(QMenu& menu) {
  // Keys stand behind a tab: here they are the chart's, not the window's.
  const auto add = [&](const QString& text, const char* key, auto&& act) {
    return menu.addAction(text + QLatin1Char('\t') + QLatin1String(key), this, act);
  };
  add(tr("Zoom &in"), "+", [this] { zoom_by_key(kKeyZoom); });
  add(tr("Zoom o&ut"), "-", [this] { zoom_by_key(1 / kKeyZoom); })->setEnabled(!fitted());
  add(tr("&Earlier"), "Ctrl+Left", [this] { pan(-kKeyPan); })->setEnabled(!fitted());
  add(tr("&Later"), "Ctrl+Right", [this] { pan(kKeyPan); })->setEnabled(!fitted());
  add(tr("&Show everything"), "0", [this] { choose_all(); })->setEnabled(!fitted());
  menu.addSeparator();
  const auto bounds = bounds_of(xAxis->range());
  menu.addAction(tr("&Only this time"), this,
                 [this, bounds] { emit time_chosen(bounds->first, bounds->second); })
      ->setEnabled(!fitted() && bounds);
  menu.addSeparator();
  PlotBase::fill_menu(menu);
}

void TimePlot::keyPressEvent(QKeyEvent* event) {
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier),
             control = event->modifiers().testFlag(Qt::ControlModifier);
  const int key = event->key();
  const int by = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
  if (by != 0 && control) return pan(by * kKeyPan);
  if (by != 0 && shift) return mark_by_key(by);
  if (mark_ && (key == Qt::Key_Return || key == Qt::Key_Enter))
    return open_mark_menu(
        QPointF(xAxis->coordToPixel(mark_->upper), axisRect()->center().y()).toPoint());
  if (key != Qt::Key_Shift && key != Qt::Key_Control) clear_mark();
  if (key == Qt::Key_Escape) return;
  if (key == Qt::Key_Plus || key == Qt::Key_Equal) return zoom_by_key(kKeyZoom);
  if (key == Qt::Key_Minus) return zoom_by_key(1 / kKeyZoom);
  PlotBase::keyPressEvent(event);
}

// Esc takes the mark away before it stops a load.
bool TimePlot::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && mark_ &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();
    return true;
  }
  return PlotBase::event(event);
}

void TimePlot::draw_mark(QCPPainter& painter) const {
  if (!mark_) return;
  const QRect area = axisRect()->rect();
  const auto pixel = [&](double key) {
    return std::clamp<double>(xAxis->coordToPixel(key), area.left(), area.right());
  };
  const QRectF band(QPointF(pixel(mark_->lower), area.top()),
                    QPointF(pixel(mark_->upper), area.bottom()));
  QColor veil = colors().text;
  veil.setAlpha(kMarkAlpha);
  painter.fillRect(band, veil);
  painter.setPen(QPen(colors().muted, 1));
  painter.drawLine(QLineF(band.topLeft(), band.bottomLeft()));
  painter.drawLine(QLineF(band.topRight(), band.bottomRight()));
}

}  // namespace footfall
