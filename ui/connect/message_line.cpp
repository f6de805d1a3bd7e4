#include "ui/connect/message_line.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include "ui/frame/icon_widget.h"
#include "ui/style/plain_text.h"

namespace footfall {

MessageLine::MessageLine(QWidget* parent)
    : QWidget(parent), mark_(new IconWidget), bar_(new QProgressBar), label_(plain_label()) {
  bar_->setRange(0, 0);
  bar_->setTextVisible(false);
  bar_->setFixedSize(48, 8);
  label_->setWordWrap(true);
  label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label_->setObjectName("message");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(mark_);
  row->addWidget(bar_);
  row->addWidget(label_, 1);
  // Room for two lines, so that nothing moves when there is something to say.
  setMinimumHeight(fontMetrics().lineSpacing() * 2 + 4);
  clear();
}

void MessageLine::show_text(const QString& text, const QString& icon_name, bool busy) {
  mark_->setVisible(!icon_name.isEmpty());
  if (!icon_name.isEmpty()) mark_->set_icon(icon_name);
  bar_->setVisible(busy);
  label_->setText(text);
  label_->setAccessibleName(text);
  if (!text.isEmpty()) {
    QAccessibleEvent event(label_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
  }
}

void MessageLine::show_busy(const QString& text) {
  fault_ = false;
  show_text(text, {}, true);
}

void MessageLine::show_good(const QString& text) {
  fault_ = false;
  show_text(text, "done", false);
}

void MessageLine::show_fault(const ErrorWords& words) {
  fault_ = true;
  show_text(words.advice.isEmpty() ? words.what : words.what + " " + words.advice, "error", false);
}

void MessageLine::clear() {
  fault_ = false;
  show_text({}, {}, false);
}

QString MessageLine::text() const { return label_->text(); }

}  // namespace footfall
