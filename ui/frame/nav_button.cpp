#include "ui/frame/nav_button.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

#include "ui/style/icons.h"

namespace footfall {
namespace {

constexpr int kEntryHeight = 40;
constexpr int kEntryIcon = 20;
constexpr int kEntryMargin = 14;
constexpr int kDot = 6;

}  // namespace

NavButton::NavButton(const QString& icon_name, const QString& text, QWidget* parent)
    : QAbstractButton(parent) {
  setText(text);
  setIcon(footfall::icon(icon_name));
  setCheckable(true);
  setAutoExclusive(true);
  setAccessibleName(text);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavButton::set_folded(bool folded) {
  folded_ = folded;
  updateGeometry();
  update();
}

void NavButton::set_marked(bool marked) {
  if (marked_ == marked) return;
  marked_ = marked;
  setAccessibleDescription(marked ? tr("has data") : QString());
  update();
}

QSize NavButton::sizeHint() const {
  const int folded_width = kEntryMargin + kEntryIcon + kEntryMargin;
  if (folded_) return {folded_width, kEntryHeight};
  return {folded_width + fontMetrics().horizontalAdvance(text()) + kEntryMargin, kEntryHeight};
}

void NavButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor accent = palette().color(QPalette::Highlight);
  const QRectF body = QRectF(rect()).adjusted(6, 2, -6, -2);
  QColor fill = accent;
  fill.setAlphaF(isChecked() ? 0.16F : underMouse() ? 0.07F : 0.0F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(fill);
  painter.drawRoundedRect(body, 5, 5);
  if (isChecked()) {
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(body.left(), body.top() + 8, 3, body.height() - 16), 1.5, 1.5);
  }
  icon().paint(&painter, kEntryMargin, (height() - kEntryIcon) / 2, kEntryIcon, kEntryIcon);
  if (!folded_) {
    QFont font = painter.font();
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(kEntryMargin + kEntryIcon + 12, 0, -kEntryMargin, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
  }
  if (marked_) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent);
    // Folded it stands at the icon's corner.
    const QPointF place =
        folded_ ? QPointF(kEntryMargin + kEntryIcon + 1, (height() - kEntryIcon) / 2.0 + 1)
                : QPointF(width() - kEntryMargin - kDot / 2.0 - 2, height() / 2.0);
    painter.drawEllipse(place, kDot / 2.0, kDot / 2.0);
  }
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent, 1.5));
    painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), 4, 4);
  }
}

}  // namespace footfall
