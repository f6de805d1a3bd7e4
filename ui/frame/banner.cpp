#include "ui/frame/banner.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include "ui/frame/icon_widget.h"
#include "ui/frame/wrapped_label.h"
#include "ui/style/theme.h"

namespace footfall {

Banner::Banner(const QString& icon_name, std::vector<Answer> answers, QWidget* parent)
    : QFrame(parent), label_(new WrappedLabel), error_(icon_name == "error") {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 6, 8, 6);
  row->setSpacing(8);
  row->addWidget(new IconWidget(icon_name));
  row->addWidget(label_, 1);
  for (Answer& answer : answers) {
    auto* button = new QPushButton(answer.text);
    connect(button, &QPushButton::clicked, this, std::move(answer.act));
    row->addWidget(button);
    buttons_.push_back(button);
  }
  hide();
}

void Banner::set_text(const QString& text) {
  label_->setText(text);
  setAccessibleName(text);
}

QString Banner::text() const { return label_->text(); }

void Banner::set_answer(std::size_t answer, const QString& text) {
  buttons_.at(answer)->setText(text);
}

void Banner::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QColor tint =
      error_ ? signal_color(palette(), Signal::error) : palette().color(QPalette::Highlight);
  tint.setAlphaF(0.12F);
  painter.fillRect(rect(), palette().color(QPalette::Base));
  painter.fillRect(rect(), tint);
  painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Midlight));
}

}  // namespace footfall
