#include "ui/frame/bar_button.h"

#include <QPainter>

#include "ui/style/icons.h"

namespace footfall {
namespace {

constexpr int kHeight = 32;
constexpr int kIcon = 18;
constexpr int kMargin = 8;
constexpr int kGap = 6;
constexpr int kArrow = 8;

}  // namespace

BarButton::BarButton(const QString& icon_name, const QString& text, QWidget* parent)
    : QToolButton(parent) {
  if (!icon_name.isEmpty()) setIcon(footfall::icon(icon_name));
  setText(text);
  setAccessibleName(text);
  setAutoRaise(true);
  setFocusPolicy(Qt::TabFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BarButton::set_arrow(bool arrow) {
  arrow_ = arrow;
  updateGeometry();
}

void BarButton::set_quiet(bool quiet) {
  quiet_ = quiet;
  update();
}

QString BarButton::shown_text() const {
  return fontMetrics().elidedText(text(), Qt::ElideMiddle, limit_);
}

QSize BarButton::sizeHint() const {
  int width = 2 * kMargin;
  int parts = 0;
  const auto add = [&](int part) {
    width += part + (parts > 0 ? kGap : 0);
    ++parts;
  };
  if (!icon().isNull()) add(kIcon);
  if (!text().isEmpty()) add(fontMetrics().horizontalAdvance(shown_text()));
  if (arrow_) add(kArrow);
  return {std::max(width, arrow_ && parts == 1 ? 20 : kHeight),
          std::max(kHeight, fontMetrics().height() + 12)};
}

void BarButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor accent = palette().color(QPalette::Highlight);
  const QRectF body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  if (isEnabled() && (underMouse() || isDown())) {
    QColor fill = palette().color(QPalette::WindowText);
    fill.setAlphaF(isDown() ? 0.14F : 0.07F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(body, 5, 5);
  }
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent, 1.5));
    painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  }
  const bool lively = isEnabled() && !quiet_;
  const QColor color =
      palette().color(lively ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
  int x = icon().isNull() && text().isEmpty() ? (width() - kArrow) / 2 : kMargin;
  if (!icon().isNull()) {
    icon().paint(&painter, x, (height() - kIcon) / 2, kIcon, kIcon, Qt::AlignCenter,
                 lively ? QIcon::Normal : QIcon::Disabled);
    x += kIcon + kGap;
  }
  if (!text().isEmpty()) {
    const QString shown = shown_text();
    const int advance = fontMetrics().horizontalAdvance(shown);
    painter.setPen(color);
    painter.drawText(QRect(x, 0, advance + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
    x += advance + kGap;
  }
  if (arrow_) {
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle(x + kArrow / 2.0, height() / 2.0 + 1.5);
    painter.drawPolyline(QPolygonF{middle + QPointF(-3, -3), middle, middle + QPointF(3, -3)});
  }
}

}  // namespace footfall
