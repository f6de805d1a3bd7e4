#include "ui/frame/filter_chip.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/frame/bar_button.h"
#include "ui/style/plain_text.h"

namespace footfall {
namespace {

constexpr int kChipTextWidth = 220;

}  // namespace

FilterChip::FilterChip(const QString& icon_name, const QString& clear, QWidget* parent)
    : QWidget(parent), open_(new BarButton(icon_name, {})), clear_(new BarButton("close", {})) {
  open_->set_text_limit(kChipTextWidth);
  clear_->setToolTip(clear);
  clear_->setAccessibleName(clear);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2, 0, 2, 0);
  row->setSpacing(0);
  row->addWidget(open_);
  row->addWidget(clear_);
}

void FilterChip::set_look(Look look) {
  look_ = look;
  open_->set_quiet(look == Look::idle);
  update();
}

void FilterChip::show_text(const QString& text, const QString& tooltip, const QString& why) {
  open_->setText(text);
  open_->updateGeometry();
  open_->setToolTip(plain_tooltip(why.isEmpty() ? tooltip : tooltip + "\n\n" + why));
  open_->setAccessibleName(text);
  open_->setAccessibleDescription(why);
}

void FilterChip::paintEvent(QPaintEvent*) {
  if (look_ == Look::plain) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  if (look_ == Look::active) {
    QColor tint = palette().color(QPalette::Highlight);
    tint.setAlphaF(0.14F);
    painter.setBrush(tint);
  } else {
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DashLine));
  }
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5), 5, 5);
}

}  // namespace footfall
