#include "ui/frame/window_place.h"

#include <algorithm>

namespace footfall {

QRect place_in_screen(QRect wished, const QMargins& frame, const QRect& available) {
  const QRect room = available.marginsRemoved(frame);
  wished.setSize(wished.size().boundedTo(room.size()));
  wished.moveLeft(std::clamp(wished.left(), room.left(), room.right() + 1 - wished.width()));
  wished.moveTop(std::clamp(wished.top(), room.top(), room.bottom() + 1 - wished.height()));
  return wished;
}

}  // namespace footfall
