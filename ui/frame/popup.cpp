#include "ui/frame/popup.h"

#include <QPainter>
#include <QScreen>
#include <algorithm>

namespace footfall {

Popup::Popup(QWidget* parent) : QFrame(parent, Qt::Popup) {
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
}

void Popup::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(QPalette::Mid));
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Popup::open_below(const QWidget* button) {
  adjustSize();
  QPoint place = button->mapToGlobal(QPoint(0, button->height() + 2));
  if (const QScreen* screen = button->screen()) {
    const QRect room = screen->availableGeometry();
    place.setX(std::max(room.left(), std::min(place.x(), room.right() - width())));
    place.setY(std::max(room.top(), std::min(place.y(), room.bottom() - height())));
  }
  move(place);
  show();
}

}  // namespace footfall
