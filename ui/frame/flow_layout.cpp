#include "ui/frame/flow_layout.h"

#include <algorithm>

namespace footfall {

FlowLayout::FlowLayout(QWidget* parent, int spacing) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
  setSpacing(spacing);
}

FlowLayout::~FlowLayout() {
  for (QLayoutItem* item : items_) delete item;
}

void FlowLayout::insert(int index, QWidget* widget) {
  addChildWidget(widget);
  items_.insert(items_.begin() + index, new QWidgetItem(widget));
  invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  QLayoutItem* item = itemAt(index);
  if (item) items_.erase(items_.begin() + index);
  return item;
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : items_)
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  return size;
}

// All in one row.
QSize FlowLayout::sizeHint() const {
  QSize size;
  for (const QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    const QSize hint = item->sizeHint();
    size = {size.width() + (size.width() > 0 ? spacing() : 0) + hint.width(),
            std::max(size.height(), hint.height())};
  }
  return size;
}

void FlowLayout::setGeometry(const QRect& area) {
  QLayout::setGeometry(area);
  place(area, true);
}

int FlowLayout::rows_of(const std::vector<int>& widths, int room) const {
  int rows = 1, x = 0;
  for (const int width : widths) {
    if (x > 0 && x + width > room) {
      ++rows;
      x = 0;
    }
    x += width + spacing();
  }
  return rows;
}

int FlowLayout::place(const QRect& area, bool move) const {
  int x = 0, y = 0, height = 0;
  for (QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    const QSize size = item->sizeHint();
    if (x > 0 && x + size.width() > area.width()) {
      x = 0;
      y += height + spacing();
      height = 0;
    }
    if (move) item->setGeometry({area.topLeft() + QPoint(x, y), size});
    x += size.width() + spacing();
    height = std::max(height, size.height());
  }
  return y + height;
}

}  // namespace footfall
