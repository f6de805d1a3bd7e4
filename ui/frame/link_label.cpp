#include "ui/frame/link_label.h"

#include <QFocusEvent>

namespace footfall {

LinkLabel::LinkLabel(QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::RichText);
  setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  setFocusPolicy(Qt::NoFocus);
}

void LinkLabel::focusInEvent(QFocusEvent* event) {
  QLabel::focusInEvent(event);
  if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
    focusNextPrevChild(event->reason() == Qt::TabFocusReason);
}

void set_html(QLabel& label, const QString& html) {
  label.setText(html);
  label.setFocusPolicy(html.contains("<a ") ? Qt::StrongFocus : Qt::NoFocus);
}

}  // namespace footfall
