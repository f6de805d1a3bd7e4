#include "ui/pages/notice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/style/plain_text.h"

namespace footfall {
namespace {

constexpr int kTextWidth = 440;
constexpr double kTitleScale = 1.4;

}  // namespace

Notice::Notice(const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent),
      title_(plain_label(title, this)),
      text_(plain_label(text, this)),
      buttons_(new QHBoxLayout) {
  setAccessibleName(title);
  title_->setAlignment(Qt::AlignCenter);
  text_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
  text_->setWordWrap(true);
  text_->setFixedWidth(kTextWidth);
  text_->setForegroundRole(QPalette::PlaceholderText);
  buttons_->setSpacing(8);
  buttons_->addStretch(1);
  buttons_->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(0);
  column->addStretch(2);
  column->addWidget(title_);
  column->addSpacing(8);
  column->addWidget(text_, 0, Qt::AlignHCenter);
  column->addSpacing(24);
  column->addLayout(buttons_);
  column->addStretch(3);
  apply_style();
}

void Notice::set_title(const QString& title) {
  title_->setText(title);
  setAccessibleName(title);
}

void Notice::set_text(const QString& text) {
  text_->setText(text);
  fit_text();
}

// A wrapped label asks for the height of one line unless it is told its own.
void Notice::fit_text() { text_->setMinimumHeight(std::max(0, text_->heightForWidth(kTextWidth))); }

QPushButton* Notice::add_button(const QString& text) {
  auto* button = new QPushButton(text, this);
  buttons_->insertWidget(buttons_->count() - 1, button);
  return button;
}

void Notice::apply_style() {
  if (applying_) return;
  const QScopedValueRollback applying(applying_, true);
  QFont large = font();
  large.setPointSizeF(large.pointSizeF() * kTitleScale);
  large.setWeight(QFont::DemiBold);
  title_->setFont(large);
  fit_text();
}

void Notice::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) apply_style();
}

}  // namespace footfall
