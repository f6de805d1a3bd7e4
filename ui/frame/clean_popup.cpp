#include "ui/frame/clean_popup.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/share_words.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct PartWords {
  LogPart part{};
  const char* box = nullptr;   // what the box is of, of CleanPopup
  const char* word = nullptr;  // in a list
  const char* tip = nullptr;
};
constexpr auto kPartWords = kind_table<&PartWords::part, PartWords>({
    {LogPart::bots, QT_TRANSLATE_NOOP("footfall::CleanPopup", "Bots and crawlers"),
     QT_TRANSLATE_NOOP("footfall::CleanPopup", "bots"),
     QT_TRANSLATE_NOOP("footfall::CleanPopup",
                       "Requests whose user agent is known to be that of a program")},
    {LogPart::static_files,
     QT_TRANSLATE_NOOP("footfall::CleanPopup", "Static files: styles, scripts, images"),
     QT_TRANSLATE_NOOP("footfall::CleanPopup", "static files"),
     QT_TRANSLATE_NOOP("footfall::CleanPopup",
                       "Pages that end like a file that pages are made of: .css, .js, .png")},
    {LogPart::errors, QT_TRANSLATE_NOOP("footfall::CleanPopup", "Errors: answers 4xx and 5xx"),
     QT_TRANSLATE_NOOP("footfall::CleanPopup", "errors"), ""},
    {LogPart::redirects, QT_TRANSLATE_NOOP("footfall::CleanPopup", "Redirects: answers 3xx"),
     QT_TRANSLATE_NOOP("footfall::CleanPopup", "redirects"),
     QT_TRANSLATE_NOOP("footfall::CleanPopup",
                       "304, not modified, is one of them: the visitor has seen the page")},
    {LogPart::methods, QT_TRANSLATE_NOOP("footfall::CleanPopup", "Methods other than GET and POST"),
     QT_TRANSLATE_NOOP("footfall::CleanPopup", "methods"), ""},
});
constexpr const char* kQueries =
    QT_TRANSLATE_NOOP("footfall::CleanPopup", "Queries: /a?b=1 counts as /a");
constexpr const char* kQueriesWord = QT_TRANSLATE_NOOP("footfall::CleanPopup", "queries");

// In the order of the boxes.
constexpr auto kParts = all_kinds<LogPart>();

}  // namespace

QString cleaning_words(const Cleaning& cleaning) {
  QStringList words;
  for (const LogPart part : kParts)
    if (cleaning.leave_out.contains(part)) words += CleanPopup::tr(kPartWords[part].word);
  if (cleaning.pages != PageForm::whole) words += CleanPopup::tr(kQueriesWord);
  return words.join(CleanPopup::tr(", "));
}

QString left_out_words(const RowCounts& rows) {
  QStringList words;
  const auto add = [&](const QString& word, FilterReason reason) {
    const std::uint64_t count = rows.filtered_by_reason[reason];
    if (count > 0) words += word + QLatin1Char(' ') + whole_number(count);
  };
  const auto word_of = [](LogPart part) { return CleanPopup::tr(kPartWords[part].word); };
  add(word_of(LogPart::methods), FilterReason::method);
  add(CleanPopup::tr("answers by status"), FilterReason::status);
  add(word_of(LogPart::static_files), FilterReason::static_file);
  add(word_of(LogPart::bots), FilterReason::bot);
  return words.join(" · ");
}

CleanPopup::CleanPopup(QWidget* parent) : Popup(parent) {
  setAccessibleName(tr("Clean the logs"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(8);
  column->addWidget(plain_label(tr("Leave out of the logs")));
  for (std::size_t i = 0; i < kBoxes; ++i) {
    QCheckBox* box = boxes_[i] = new QCheckBox;
    if (i < kParts.size() && *kPartWords[kParts[i]].tip != '\0')
      box->setToolTip(plain_tooltip(tr(kPartWords[kParts[i]].tip)));
    connect(box, &QCheckBox::toggled, this, [this] {
      refresh();
      emit cleaning_chosen(chosen());
    });
    column->addWidget(box);
  }
  before_ = plain_label({});
  before_->setWordWrap(true);
  column->addWidget(before_);
  auto* foot = new QHBoxLayout;
  left_ = plain_label({});
  foot->addWidget(left_, 1);
  nothing_ = new QPushButton(tr("Clean nothing"));
  connect(nothing_, &QPushButton::clicked, this, [this] {
    set_cleaning({}, before_->text());
    boxes_.front()->setFocus();
    emit cleaning_chosen({});
  });
  foot->addSpacing(16);
  foot->addWidget(nothing_);
  column->addLayout(foot);
}

void CleanPopup::showEvent(QShowEvent* event) {
  Popup::showEvent(event);
  boxes_.front()->setFocus(Qt::PopupFocusReason);
}

Cleaning CleanPopup::chosen() const {
  Cleaning cleaning;
  for (std::size_t i = 0; i < kParts.size(); ++i)
    if (boxes_[i]->isChecked()) cleaning.leave_out.insert(kParts[i]);
  if (boxes_.back()->isChecked()) cleaning.pages = PageForm::path;
  return cleaning;
}

void CleanPopup::set_cleaning(const Cleaning& cleaning, const QString& left_out) {
  for (std::size_t i = 0; i < kBoxes; ++i) {
    const QSignalBlocker quiet(boxes_[i]);
    boxes_[i]->setChecked(i < kParts.size() ? cleaning.leave_out.contains(kParts[i])
                                            : cleaning.pages != PageForm::whole);
  }
  before_->setText(left_out);
  before_->setVisible(!left_out.isEmpty());
  refresh();
}

void CleanPopup::set_counts(const std::optional<CleaningCounts>& counts) {
  counts_ = counts;
  refresh();
  if (isVisible()) adjustSize();
}

void CleanPopup::refresh() {
  const Cleaning cleaning = chosen();
  const std::uint64_t all = counts_ ? counts_->all() : 0;
  for (std::size_t i = 0; i < kBoxes; ++i) {
    const QString name = tr(i < kParts.size() ? kPartWords[kParts[i]].box : kQueries);
    if (!counts_) {
      boxes_[i]->setText(name);
      continue;
    }
    const std::uint64_t rows =
        i < kParts.size() ? counts_->left_out(kParts[i]) : counts_->with_query;
    boxes_[i]->setText(tr("%1 — %2 (%3)", "kind of requests, rows, share")
                           .arg(name, whole_number(rows), share_words(rows, all)));
  }
  const std::uint64_t left = counts_ ? all - counts_->left_out(cleaning.leave_out) : 0;
  left_->setText(counts_ ? tr("Left: %1 of %2 rows of logs (%3)", nullptr, plural(all))
                               .arg(whole_number(left), whole_number(all), share_words(left, all))
                         : tr("Counting… While files load, this waits for them."));
  nothing_->setEnabled(!cleaning.nothing());
}

}  // namespace footfall
