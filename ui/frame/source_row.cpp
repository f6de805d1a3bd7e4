#include "ui/frame/source_row.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/connect/query_words.h"
#include "ui/follow_words.h"
#include "ui/frame/elided_label.h"
#include "ui/frame/icon_widget.h"
#include "ui/frame/interval_menu.h"
#include "ui/frame/link_label.h"
#include "ui/frame/wrapped_label.h"
#include "ui/reading_words.h"
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
  connect(counts_, &QLabel::linkActivated, this, &SourceRow::follow_link);
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() * 0.9);
  counts_->setFont(small);
  plan_ = new ElidedLabel;
  plan_->setObjectName("plan");
  plan_->setForegroundRole(QPalette::PlaceholderText);
  plan_->setFont(small);
  plan_links_ = new LinkLabel;
  plan_links_->setObjectName("plan_links");
  plan_links_->setWordWrap(true);
  plan_links_->setFont(small);
  connect(plan_links_, &QLabel::linkActivated, this, &SourceRow::follow_link);
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
  answers_ = new LinkLabel;
  answers_->setObjectName("answers");
  answers_->setWordWrap(true);
  answers_->setFont(small);
  connect(answers_, &QLabel::linkActivated, this, &SourceRow::follow_link);

  auto* reload = small_button("reload", source.database ? tr("Ask again") : tr("Reload"), this);
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
  column->addWidget(plan_);
  column->addWidget(plan_links_);
  column->addWidget(error_);
  column->addWidget(answers_);
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
      if (is_table_ && !some) return tr("asking the database…");
      if (source.is_asked()) return tr("asking again · %1").arg(rows);
      return some ? tr("loading · %1").arg(rows) : tr("loading");
    case Source::State::stopped:
      return is_table_ && !some ? tr("stopped") : tr("stopped · %1").arg(rows);
    case Source::State::ready:
      if (source.leaving) return tr("%1 · until the next is there").arg(rows);
      if (source.followed) return tr("following · %1").arg(rows);
      return source.bytes == 0 && !is_table_ ? tr("empty file") : rows;
    case Source::State::unasked:
      return tr("not asked yet");
    case Source::State::failed:
      return {};
  }
  return {};
}

void SourceRow::show_source(const Source& source) {
  is_table_ = source.database != nullptr;
  place_ = source_place(source);
  const bool query = is_table_ && !source.database->table.query.empty();
  const QString place = query ? query_lines(*source.database) : visible_text(place_);
  const QString format = visible_text(source.format);
  name_->set_elide_mode(query ? Qt::ElideRight : Qt::ElideMiddle);  // a query's tables are in front
  name_->set_full_text(source_name(source), format.isEmpty() ? place : place + "\n" + format);
  setAccessibleName(source_name(source));

  QString counts = progress_words(source);
  if (is_table_) {
    const QString server = (source.is_asked() ? tr("%1 on %2") : tr("%1 on %2, counted here"))
                               .arg(format, visible_text(source.database->settings.place()));
    counts = breakable_html(server) + (counts.isEmpty() ? counts : "<br>" + counts);
    interval_.reset();
    if (source.is_asked()) interval_ = source.database->ask_every;
  }
  const std::uint64_t rejected = source.rows.rejected();
  has_rejects_ = rejected > 0;
  if (has_rejects_ && source.state != Source::State::failed)
    counts +=
        QString(" · <a href=\"rejects\">%1</a>").arg(tr("%1 rejected").arg(short_count(rejected)));
  QStringList when;
  if (source.answered) when << answer_words(*source.answered);
  if (interval_ && interval_->count() > 0) when << interval_words(*interval_);
  if (!when.isEmpty()) counts += "<br>" + breakable_html(when.join(" · "));
  QStringList tips = {tr("%1 rows read, %2 rejected", nullptr, plural(source.rows.read()))
                          .arg(whole_number(source.rows.read()), whole_number(rejected))};
  for (const FollowNote& note : source.happened) {
    const QString words = follow_words(note);
    tips << words;
    if (may_lack_rows(note)) counts += "<br>" + breakable_html(words);
  }
  set_html(*counts_, counts);
  counts_->setToolTip(tips.join("\n"));
  counts_->setVisible(!counts.isEmpty());

  show_plan(source);
  show_error(source);
}

void SourceRow::show_plan(const Source& source) {
  const bool failed = source.state == Source::State::failed;
  const bool looked_at = source.state != Source::State::detecting && !is_table_;
  readable_ = looked_at &&
              (failed ? source.error && is_answerable(*source.error) : source.layout != nullptr);
  chosen_ = source.read_by != Source::ReadBy::itself;
  const QString plan = failed || !looked_at ? QString() : plan_words(source);
  QStringList lines = source.layout ? role_lines(*source.layout) : QStringList();
  lines.prepend(plan);
  if (!failed) lines << passed_over_sentences(source.rows);
  plan_->set_full_text(plan, lines.join("\n"));
  plan_->setVisible(!plan.isEmpty());
  QStringList links;
  if (looked_at && source.read_by == Source::ReadBy::memory)
    links << QString("<a href=\"forget\">%1</a>").arg(tr("Forget the choice"));
  if (!plan.isEmpty() && !chosen_ && source.layout && is_unsure(*source.layout))
    links << QString("<a href=\"reading\">%1</a>").arg(tr("It rests on a guess: check it…"));
  set_html(*plan_links_, links.join(" · "));
  plan_links_->setVisible(!links.isEmpty());
}

void SourceRow::show_error(const Source& source) {
  const ErrorWords words = failure_words(source);
  const bool failed = source.state == Source::State::failed && !words.what.isEmpty();
  if (failed)
    error_text_->setText(words.advice.isEmpty() ? words.what : words.what + "\n" + words.advice);
  error_text_->setAccessibleName(error_text_->text());
  error_->setVisible(failed);
  QStringList links;
  if (source.state == Source::State::unasked)
    links << QString("<a href=\"ask\">%1</a>").arg(tr("Ask the database"));
  if (failed && is_table_)
    links << QString("<a href=\"edit\">%1</a>").arg(tr("Change the connection…"));
  if (failed && readable_)
    links << QString("<a href=\"reading\">%1</a>").arg(tr("Choose columns…"));
  if (failed && !is_table_) links << QString("<a href=\"remove\">%1</a>").arg(tr("Remove"));
  set_html(*answers_, links.join(" · "));
  answers_->setVisible(!links.isEmpty());
}

void SourceRow::follow_link(const QString& link) {
  if (link == "rejects") emit rejects_requested();
  if (link == "ask") emit reload_requested();
  if (link == "edit") emit edit_requested();
  if (link == "reading") emit reading_requested();
  if (link == "forget") emit forget_requested();
  if (link == "remove") emit remove_requested();
}

void SourceRow::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(icon("reload"), is_table_ ? tr("Ask again") : tr("Reload"), this,
                  &SourceRow::reload_requested);
  if (interval_)
    fill_interval_menu(menu->addMenu(tr("Ask again on its own")), interval_,
                       [this](std::chrono::seconds every) { emit interval_requested(every); });
  menu->addAction(icon("close"), tr("Remove"), this, &SourceRow::remove_requested);
  QAction* rejects = menu->addAction(tr("Rejected rows…"), this, &SourceRow::rejects_requested);
  rejects->setEnabled(has_rejects_);
  menu->addSeparator();
  if (is_table_) {
    menu->addAction(tr("Connection and columns…"), this, &SourceRow::edit_requested);
  } else {
    QAction* plan = menu->addAction(tr("Reading plan…"), this, &SourceRow::reading_requested);
    plan->setEnabled(readable_);
    if (chosen_)
      menu->addAction(tr("Read it as it says itself"), this, &SourceRow::forget_requested);
  }
  if (!error_->isHidden())
    menu->addAction(tr("Copy the message"), this,
                    [this] { QGuiApplication::clipboard()->setText(error_text_->text()); });
  menu->addAction(is_table_ ? tr("Copy URL") : tr("Copy path"), this,
                  [this] { QGuiApplication::clipboard()->setText(place_); });
  menu->popup(event->globalPos());
}

}  // namespace footfall
