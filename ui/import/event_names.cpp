#include "ui/import/event_names.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <ranges>
#include <set>

#include "model/report/report_options.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr std::size_t kMostTypes = 50;  // offered

// The words for which the reports that a file feeds have figures.
std::vector<std::string> words_for(const ReadingPreview* preview) {
  std::vector<std::string> words;
  for (const ReportKind kind : kAllReports) {
    if (!preview || !preview->layout || !preview->layout->feeds.contains(events_of(kind))) continue;
    for (const std::string_view word : usual_types(kind))
      if (std::ranges::find(words, word) == words.end()) words.emplace_back(word);
  }
  return words;
}

// The types of the first events.
std::set<std::string> types_in(const ReadingPreview& preview) {
  std::set<std::string> types;
  for (const ReportKind kind : kAllReports) {
    const EventType events = events_of(kind);
    if (usual_types(kind).empty() || !preview.layout->feeds.contains(events)) continue;
    const std::span<const Role> roles = roles_of(events);
    const std::vector<RoleFound>& found = preview.layout->matches[events].roles;
    for (std::size_t role = 0; role < std::min(roles.size(), found.size()); ++role) {
      if (roles[role].name != "type" && roles[role].name != "event_type") continue;
      const std::optional<std::size_t> column = column_of_role(preview, found[role]);
      if (!column) continue;
      for (const ReadingPreview::Record& record : preview.records)
        if (!record.broken && *column < record.fields.size() && types.size() < kMostTypes &&
            !record.fields[*column].empty())
          types.insert(record.fields[*column]);
    }
  }
  return types;
}

}  // namespace

EventNames::EventNames(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(2);
}

void EventNames::make_rows(const std::vector<std::string>& words) {
  while (QLayoutItem* item = column_->takeAt(0)) {
    if (item->widget()) item->widget()->hide();
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
  rows_.clear();
  for (const std::string& word : words) {
    const QString text = to_text(word);
    const QString label = tr("Events that are a “%1”").arg(text);
    Row row{word, plain_label(label), new QComboBox};
    row.types->setEditable(true);
    row.types->setCompleter(nullptr);
    row.types->setInsertPolicy(QComboBox::NoInsert);
    row.types->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.types->setMinimumContentsLength(12);
    row.types->setObjectName("event_" + text);
    row.types->setAccessibleName(label);
    row.types->setToolTip(plain_tooltip(tr("Types of the file that mean it, apart by commas")));
    row.types->lineEdit()->setPlaceholderText(text);
    row.name->setBuddy(row.types);
    connect(row.types->lineEdit(), &QLineEdit::textEdited, this, &EventNames::changed);
    connect(row.types, &QComboBox::activated, this, &EventNames::changed);
    if (!rows_.empty()) column_->addSpacing(4);
    column_->addWidget(row.name);
    column_->addWidget(row.types);
    rows_.push_back(row);
  }
}

void EventNames::show_map(const Mapped& map, const ReadingPreview* preview) {
  const std::vector<std::string> words = words_for(preview);
  if (!std::ranges::equal(words, rows_, {}, {}, &Row::word)) make_rows(words);
  setVisible(!rows_.empty());
  if (rows_.empty()) return;
  QStringList types;
  for (const std::string& type : types_in(*preview)) types << to_text(type);
  for (Row& row : rows_) {
    const QSignalBlocker quiet(row.types);
    QLineEdit* const field = row.types->lineEdit();
    const bool typing = field->hasFocus() && field->isModified();
    const QString typed = field->text();
    const int cursor = field->cursorPosition();
    QStringList chosen;
    for (const auto& [type, word] : map)
      if (word == row.word) chosen << to_text(type);
    row.shown = chosen.join(", ");
    row.types->clear();
    row.types->addItems(types);
    row.types->setCurrentIndex(-1);
    row.types->setEditText(typing ? typed : row.shown);
    if (!typing) continue;
    field->setModified(true);
    field->setCursorPosition(cursor);
  }
}

void EventNames::apply_to(Mapped& map) const {
  // What nobody has changed stays: a type may hold a comma, or blanks at its ends.
  const auto touched = [](const Row& row) { return row.types->currentText() != row.shown; };
  for (const Row& row : rows_ | std::views::filter(touched))
    std::erase_if(map, [&](const auto& entry) { return entry.second == row.word; });
  for (const Row& row : rows_ | std::views::filter(touched))
    for (const QString& type : row.types->currentText().split(',', Qt::SkipEmptyParts))
      if (!type.trimmed().isEmpty()) map.insert_or_assign(to_bytes(type.trimmed()), row.word);
}

}  // namespace footfall
