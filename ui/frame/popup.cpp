#include "ui/frame/popup.h"

#include <QScreen>

namespace footfall {

Popup::Popup(QWidget* parent) : QFrame(parent, Qt::Popup) {
  setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
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
