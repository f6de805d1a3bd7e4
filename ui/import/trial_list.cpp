#include "ui/import/trial_list.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/frame/icon_widget.h"
#include "ui/frame/wrapped_label.h"
#include "ui/reading_words.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

using Message = TrialList::Message;

constexpr std::size_t kRejectsShown = 3;
constexpr std::size_t kNotesShown = 3;

QString name_of(const ReadingAnswer& answer) {
  return "answer_" + QString::number(static_cast<int>(answer.kind));
}

QString counted_words(const ReadingPreview& preview, const ReportTrial& trial) {
  const RowCounts& rows = trial.rows;
  const QString read = whole_number(rows.read());
  if (rows.read() == 0) return TrialList::tr("It has no rows.");
  if (rows.filtered() > 0)
    return TrialList::tr("%1 of the first %2 rows count, %3 are left out.", nullptr,
                         plural(rows.read()))
        .arg(whole_number(rows.counted), read, whole_number(rows.filtered()));
  return preview.whole
             ? TrialList::tr("All %1 rows count.", nullptr, plural(rows.read())).arg(read)
             : TrialList::tr("All of the first %1 rows count.", nullptr, plural(rows.read()))
                   .arg(read);
}

void add_trial(const ReadingPreview& preview, ReportKind kind, std::vector<Message>& messages) {
  const ReportTrial& trial = preview.trials[kind];
  for (std::size_t i = 0; i < std::min(trial.rejected.size(), kRejectsShown); ++i)
    messages.push_back({Message::Weight::error,
                        rejected_words(trial.rejected[i], trial.rows.read()),
                        trial.rejected[i].answers});
  if (trial.rejected.size() > kRejectsShown)
    messages.push_back({Message::Weight::error,
                        TrialList::tr("%1 further reasons for rejected rows.", nullptr,
                                      plural(trial.rejected.size() - kRejectsShown))
                            .arg(trial.rejected.size() - kRejectsShown),
                        {}});
  std::vector<const ReadingNote*> notes;
  for (const ReadingNote& note : preview.layout->notes) notes.push_back(&note);
  for (const ReadingNote& note : preview.layout->matches[events_of(kind)].notes)
    notes.push_back(&note);
  std::size_t shown = 0;
  for (const ReadingNote* note : notes) {
    // Names stand beside the roles already.
    if (note->kind == ReadingNoteKind::synonym || shown == kNotesShown) continue;
    const bool open =
        note->kind == ReadingNoteKind::open_mark || note->kind == ReadingNoteKind::days_unread;
    messages.push_back({Message::Weight::warning, note_words(*note),
                        open ? preview.answers : std::vector<ReadingAnswer>()});
    ++shown;
  }
  if (trial.rejected.empty())
    messages.insert(messages.begin(), {Message::Weight::good, counted_words(preview, trial), {}});
}

}  // namespace

std::vector<Message> trial_messages(const ReadingPreview& preview, ReportKind kind,
                                    const std::optional<Error>& error) {
  std::vector<Message> messages;
  const auto add_error = [&](const Error& fault, const std::vector<ReadingAnswer>& answers) {
    const ErrorWords words = error_words(fault);
    messages.push_back({Message::Weight::error,
                        words.advice.isEmpty() ? words.what : words.what + ' ' + words.advice,
                        answers});
  };
  if (preview.error) {
    add_error(*preview.error, preview.answers);
    return messages;
  }
  if (error) add_error(*error, answers_to(*error));
  if (!preview.layout) return messages;
  const EventType type = events_of(kind);
  if (preview.layout->feeds.contains(type)) {
    add_trial(preview, kind, messages);
    return messages;
  }
  QStringList absent;
  for (const std::size_t role : preview.layout->matches[type].absent)
    absent << to_text(std::string(roles_of(type)[role].name));
  if (const auto& fault = preview.layout->matches[type].fault) add_error(*fault, {});
  if (!absent.isEmpty())
    messages.push_back({Message::Weight::warning,
                        TrialList::tr("%1 lacks %2. Click a column's head to say what it holds.")
                            .arg(page_name(kind), absent.join(", ")),
                        {}});
  else if (messages.empty())
    messages.push_back({Message::Weight::warning,
                        TrialList::tr("%1 is not made of it. Click a column's head to say what it "
                                      "holds.")
                            .arg(page_name(kind)),
                        {}});
  return messages;
}

TrialList::TrialList(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(4);
}

void TrialList::show_messages(const std::vector<Message>& messages) {
  while (QLayoutItem* item = column_->takeAt(0)) {
    if (item->widget()) item->widget()->hide();
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
  for (const Message& message : messages) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new IconWidget(message.weight == Message::Weight::good      ? "done"
                                  : message.weight == Message::Weight::warning ? "warning"
                                                                               : "error"),
                   0, Qt::AlignVCenter);
    auto* label = new WrappedLabel;
    label->setObjectName("message");
    label->setText(message.text);
    label->setAccessibleName(message.text);
    label->set_error(message.weight == Message::Weight::error);
    row->addWidget(label, 1);
    for (const ReadingAnswer& answer : message.answers) {
      auto* button = new QPushButton(answer_words(answer));
      button->setObjectName(name_of(answer));
      button->setAutoDefault(false);
      connect(button, &QPushButton::clicked, this, [this, answer] { emit answered(answer); });
      row->addWidget(button);
    }
    column_->addWidget(line);
  }
}

}  // namespace footfall
