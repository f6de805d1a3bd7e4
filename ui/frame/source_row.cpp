#include "ui/frame/source_row.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/frame/elided_label.h"
#include "ui/frame/icon_widget.h"
#include "ui/frame/link_label.h"
#include "ui/frame/wrapped_label.h"
#include "ui/style/icons.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

QToolButton* small_button(const QString& icon_name, const QString& name, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setIcon(icon(icon_name));
  button->setIconSize({14, 14});
  button->setAutoRaise(true);
  button->setFixedSize(24, 24);
  button->setToolTip(name);
  button->setAccessibleName(name);
  return button;
}

}  // namespace

SourceRow::SourceRow(const Source& source, QWidget* parent) : QWidget(parent), path_(source.path) {
  name_ = new ElidedLabel;
  counts_ = new LinkLabel;
  counts_->setForegroundRole(QPalette::PlaceholderText);
  counts_->setWordWrap(true);
  connect(counts_, &QLabel::linkActivated, this, &SourceRow::rejects_requested);
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() * 0.9);
  counts_->setFont(small);
  error_ = new QWidget;
  error_text_ = new WrappedLabel;
  error_text_->setFont(small);
  error_text_->set_error(true);
  auto* mark = new IconWidget("error");
  mark->setFixedSize(16, 16);
  auto* message = new QHBoxLayout(error_);
  message->setContentsMargins(0, 2, 0, 0);
  message->setSpacing(6);
  message->addWidget(mark, 0, Qt::AlignTop);
  message->addWidget(error_text_, 1);
  edit_ = new LinkLabel;
  set_html(*edit_, QString("<a href=\"edit\">%1</a>").arg(tr("Change the connection…")));
  edit_->setFont(small);
  connect(edit_, &QLabel::linkActivated, this, &SourceRow::edit_requested);

  auto* reload = small_button("reload", tr("Reload"), this);
  auto* remove = small_button("close", tr("Remove"), this);
  connect(reload, &QToolButton::clicked, this, &SourceRow::reload_requested);
  connect(remove, &QToolButton::clicked, this, &SourceRow::remove_requested);

  auto* head = new QHBoxLayout;
  head->setSpacing(0);
  head->addWidget(name_, 1);
  head->addWidget(reload);
  head->addWidget(remove);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 4, 8, 4);
  column->setSpacing(0);
  column->addLayout(head);
  column->addWidget(counts_);
  column->addWidget(error_);
  column->addWidget(edit_);
  show_source(source);
}

QString SourceRow::progress_words(const Source& source) const {
  const bool some = source.rows.read() > 0;
  const QString rows =
      tr("%1 rows", nullptr, plural(source.rows.read())).arg(short_count(source.rows.read()));
  switch (source.state) {
    case Source::State::detecting:
      return tr("looking at it…");
    case Source::State::waiting:
      return tr("waiting");
    case Source::State::loading:
      if (is_table_) return some ? tr("asking again · %1").arg(rows) : tr("asking the database…");
      return some ? tr("loading · %1").arg(rows) : tr("loading");
    case Source::State::stopped:
      return is_table_ && !some ? tr("stopped") : tr("stopped · %1").arg(rows);
    case Source::State::ready:
      if (source.leaving) return tr("%1 · until the next is there").arg(rows);
      return source.bytes == 0 && !is_table_ ? tr("empty file") : rows;
    case Source::State::failed:
      return {};
  }
  return {};
}

void SourceRow::show_source(const Source& source) {
  is_table_ = source.database != nullptr;
  place_ = source_place(source);
  const QString place = visible_text(place_), format = visible_text(source.format);
  name_->set_full_text(source_name(source), format.isEmpty() ? place : place + "\n" + format);
  setAccessibleName(source_name(source));

  QString counts = progress_words(source);
  if (is_table_) {
    const QString server =
        tr("%1 on %2").arg(format, visible_text(source.database->settings.place()));
    counts = breakable_html(server) + (counts.isEmpty() ? counts : "<br>" + counts);
  }
  const std::uint64_t rejected = source.rows.rejected();
  has_rejects_ = rejected > 0;
  if (has_rejects_ && source.state != Source::State::failed)
    counts +=
        QString(" · <a href=\"rejects\">%1</a>").arg(tr("%1 rejected").arg(short_count(rejected)));
  set_html(*counts_, counts);
  counts_->setToolTip(tr("%1 rows read, %2 rejected", nullptr, plural(source.rows.read()))
                          .arg(whole_number(source.rows.read()), whole_number(rejected)));
  counts_->setVisible(!counts.isEmpty());

  const ErrorWords words = failure_words(source);
  const bool failed = source.state == Source::State::failed && !words.what.isEmpty();
  if (failed)
    error_text_->setText(words.advice.isEmpty() ? words.what : words.what + "\n" + words.advice);
  error_text_->setAccessibleName(error_text_->text());
  error_->setVisible(failed);
  edit_->setVisible(failed && is_table_);
}

void SourceRow::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(icon("reload"), tr("Reload"), this, &SourceRow::reload_requested);
  menu->addAction(icon("close"), tr("Remove"), this, &SourceRow::remove_requested);
  QAction* rejects = menu->addAction(tr("Rejected rows…"), this, &SourceRow::rejects_requested);
  rejects->setEnabled(has_rejects_);
  menu->addSeparator();
  if (is_table_) menu->addAction(tr("Connection and columns…"), this, &SourceRow::edit_requested);
  if (!error_->isHidden())
    menu->addAction(tr("Copy the message"), this,
                    [this] { QGuiApplication::clipboard()->setText(error_text_->text()); });
  menu->addAction(is_table_ ? tr("Copy URL") : tr("Copy path"), this,
                  [this] { QGuiApplication::clipboard()->setText(place_); });
  menu->popup(event->globalPos());
}

}  // namespace footfall
