#include "ui/frame/icon_widget.h"

#include <QPainter>

#include "ui/style/icons.h"

namespace footfall {

IconWidget::IconWidget(const QString& name, QWidget* parent) : QWidget(parent) {
  setFixedSize(20, 20);
  set_icon(name);
}

void IconWidget::set_icon(const QString& name) {
  name_ = name;
  icon_ = name.isEmpty() ? QIcon() : icon(name);
  update();
}

void IconWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  icon_.paint(&painter, rect());
}

}  // namespace footfall
