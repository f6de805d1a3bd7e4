#include "ui/frame/elided_label.h"

#include <QResizeEvent>

#include "ui/style/plain_text.h"

namespace footfall {

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::PlainText);
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  set_full_text(text, text);
}

void ElidedLabel::set_full_text(const QString& text, const QString& tooltip) {
  full_ = text;
  setToolTip(plain_tooltip(tooltip));
  setAccessibleName(text);
  elide();
}

void ElidedLabel::set_elide_mode(Qt::TextElideMode mode) {
  mode_ = mode;
  elide();
}

QSize ElidedLabel::minimumSizeHint() const {
  return {fontMetrics().horizontalAdvance("…"), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  elide();
}

void ElidedLabel::elide() { setText(fontMetrics().elidedText(full_, mode_, width())); }

}  // namespace footfall
