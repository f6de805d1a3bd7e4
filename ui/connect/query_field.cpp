#include "ui/connect/query_field.h"

#include <QAccessible>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "model/sql/connection_settings.h"
#include "ui/frame/wrapped_label.h"
#include "ui/style/plain_text.h"
#include "ui/style/theme.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr char kExample[] =
    "SELECT o.id AS event_id,\n       c.email AS customer_id,\n       o.paid_at AS ts\n"
    "FROM orders o\nJOIN customers c ON c.id = o.customer";

}  // namespace

QueryField::QueryField(QWidget* parent)
    : QWidget(parent), text_(new QPlainTextEdit), state_(new WrappedLabel) {
  text_->setObjectName("query");
  text_->setAccessibleName(tr("Query"));
  text_->setPlaceholderText(kExample);
  text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  text_->setTabChangesFocus(true);
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  text_->installEventFilter(this);
  check_ = new QPushButton(tr("&Check the query"));
  check_->setObjectName("check_query");
  check_->setAutoDefault(false);
  check_->setToolTip(plain_tooltip(tr(
      "The server describes it without reading a row (Ctrl+Return). It is one SELECT alone, in a "
      "connection that can change nothing.")));
  state_->setObjectName("query_state");
  auto* foot = new QHBoxLayout;
  foot->addWidget(check_);
  foot->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(text_, 1);
  column->addWidget(state_);
  column->addLayout(foot);
  setFocusProxy(text_);
  connect(text_, &QPlainTextEdit::textChanged, this, &QueryField::take_edit);
  connect(check_, &QPushButton::clicked, this, &QueryField::check);
  refresh();
}

void QueryField::set_query(const std::string& query) {
  {
    const QSignalBlocker quiet(text_);
    text_->setPlainText(to_text(query));
  }
  forget_edits();
  forget_check();
}

void QueryField::put(const std::string& query) {
  QTextCursor cursor(text_->document());
  cursor.select(QTextCursor::Document);
  cursor.insertText(to_text(query));
  check();
}

void QueryField::forget_check() {
  sent_.reset();
  taken_ = checking_ = false;
  mark(0);
  say({});
}

std::string QueryField::query() const {
  return table_of_query(to_bytes(text_->toPlainText())).query;
}

bool QueryField::edited() const { return text_->document()->isModified(); }

void QueryField::forget_edits() { text_->document()->setModified(false); }

bool QueryField::taken() const { return taken_ && sent_ == query(); }

void QueryField::check() {
  const std::string query = this->query();
  if (query.empty()) return;
  sent_ = query;
  taken_ = false;
  checking_ = true;
  mark(0);
  say({});
  emit check_requested(query);
}

void QueryField::show_taken() {
  checking_ = false;
  taken_ = true;
  take_edit();
}

void QueryField::show_fault(const SqlError& error) {
  checking_ = false;
  const ErrorWords words = sql_error_words(error);
  say((words.what + ' ' + words.advice).trimmed(), true);
  if (sent_ == query()) mark(error.place);
  QAccessibleEvent alert(state_, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void QueryField::end_check() {
  if (!checking_) return;
  checking_ = false;
  refresh();
}

void QueryField::take_edit() {
  mark(0);
  say(taken()  ? tr("The server takes it.")
      : taken_ ? tr("Changed since it was checked: check it again.")
               : QString());
  emit changed();
}

void QueryField::say(const QString& text, bool fault) {
  state_->setText(text);
  state_->setAccessibleName(text);
  state_->set_error(fault);
  refresh();
}

// From the byte on, as far as a name with dots goes.
void QueryField::mark(std::size_t place) {
  QList<QTextEdit::ExtraSelection> marks;
  if (place > 0) {
    QTextCursor cursor(text_->document());
    const std::string front = sent_->substr(0, place - 1);
    cursor.setPosition(static_cast<int>(to_text(front).size()));
    text_->setTextCursor(cursor);
    const auto in_name = [&] {
      const QChar next = text_->document()->characterAt(cursor.position());
      return next.isLetterOrNumber() || next == '_' || next == '.';
    };
    do cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    while (in_name());
    QTextEdit::ExtraSelection blamed;
    blamed.cursor = cursor;
    blamed.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    blamed.format.setUnderlineColor(signal_color(palette(), Signal::error));
    marks << blamed;
  }
  text_->setExtraSelections(marks);
}

void QueryField::refresh() {
  state_->setVisible(!state_->text().isEmpty());
  const bool wanted = !checking_ && !query().empty() && !taken();
  // A button that goes grey passes the focus on, to whatever comes next.
  if (!wanted && check_->hasFocus()) text_->setFocus();
  check_->setEnabled(wanted);
}

bool QueryField::eventFilter(QObject* watched, QEvent* event) {
  if (watched == text_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers().testFlag(Qt::ControlModifier) &&
        (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
      if (check_->isEnabled()) check();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace footfall
