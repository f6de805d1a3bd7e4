#include "ui/import/log_choices.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kListWidth = 380;  // of the formats, with how far each came

QComboBox* add_log_choice(QWidget* panel, const QString& label, const char* name) {
  auto* box = new QComboBox;
  box->setObjectName(name);
  box->setAccessibleName(label);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(12);
  auto* title = plain_label(label);
  title->setBuddy(box);
  auto* column = static_cast<QVBoxLayout*>(panel->layout());
  if (column->count() > 0) column->addSpacing(4);
  column->addWidget(title);
  column->addWidget(box);
  return box;
}

QString part_words(LogPart part) {
  switch (part) {
    case LogPart::bots:
      return LogChoices::tr("Bots");
    case LogPart::static_files:
      return LogChoices::tr("Static files");
    case LogPart::errors:
      return LogChoices::tr("Errors (4xx, 5xx)");
    case LogPart::redirects:
      return LogChoices::tr("Redirects (3xx)");
    case LogPart::methods:
      return LogChoices::tr("Other than GET and POST");
    case LogPart::end:
      break;
  }
  return {};
}

// How far a format came: all lines, some, or how many bytes of one.
QString reach_words(const LogPreview::Format& format, std::size_t sampled) {
  const QString title = visible_text(format.title);
  if (format.lines > 0)
    return LogChoices::tr("%1 · %2 of %3 lines", nullptr, plural(sampled))
        .arg(title, whole_number(format.lines), whole_number(sampled));
  return format.line > 0 ? LogChoices::tr("%1 · to byte %2 of line %3")
                               .arg(title, whole_number(format.column), whole_number(format.line))
                         : title;
}

}  // namespace

LogChoices::LogChoices(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  format_ = add_log_choice(this, tr("Log format"), "log_format");
  format_->setEditable(true);
  format_->setInsertPolicy(QComboBox::NoInsert);
  format_->setCompleter(nullptr);
  format_->setToolTip(
      plain_tooltip(tr("One of the list, or what the server was told, as\n"
                       "%h %l %u %t \"%r\" %>s %b (Apache) or\n"
                       "$remote_addr - $remote_user [$time_local] \"$request\" (nginx)")));
  format_->view()->setMinimumWidth(kListWidth);
  client_ = add_log_choice(this, tr("Addresses of visitors"), "client");
  column->addSpacing(4);
  column->addWidget(plain_label(tr("Left out")));
  for (const LogPart part : all_kinds<LogPart>()) {
    auto* box = new QCheckBox(part_words(part));
    box->setObjectName("leave_out_" + QString::number(static_cast<int>(part)));
    parts_[static_cast<std::size_t>(part)] = box;
    column->addWidget(box);
    connect(box, &QCheckBox::toggled, this, &LogChoices::changed);
  }
  pages_ = add_log_choice(this, tr("Pages"), "pages");
  pages_->addItems(
      {tr("as requested"), tr("without their query"), tr("without marks of tracking")});
  connect(format_->lineEdit(), &QLineEdit::textEdited, this, &LogChoices::changed);
  for (QComboBox* box : {format_, client_, pages_})
    connect(box, &QComboBox::activated, this, &LogChoices::changed);
}

// The first entry is what was found; the others hold their names.
void LogChoices::list_formats(const LogOptions& options, const LogPreview* preview) {
  QLineEdit* const field = format_->lineEdit();
  const bool typing = field->hasFocus() && field->isModified();
  const QString typed = field->text();
  const int cursor = field->cursorPosition();
  format_->clear();
  QString found;
  for (const LogPreview::Format& format :
       preview ? preview->formats : std::vector<LogPreview::Format>())
    if (format.name == preview->format) found = visible_text(format.title);
  format_->addItem(found.isEmpty() || !options.format.empty() ? tr("found out")
                                                              : tr("found out (%1)").arg(found));
  for (const LogPreview::Format& format :
       preview ? preview->formats : std::vector<LogPreview::Format>()) {
    format_->addItem(reach_words(format, preview->sampled), to_text(format.name));
    if (!format.wanted.empty())
      format_->setItemData(
          format_->count() - 1,
          plain_tooltip(tr("It looked for “%1” there.").arg(example_text(format.wanted))),
          Qt::ToolTipRole);
  }
  const int chosen = options.format.empty() ? 0 : format_->findData(to_text(options.format));
  format_->setCurrentIndex(chosen);
  if (chosen < 0) format_->setEditText(to_text(options.format));
  if (!typing) {
    // Its beginning tells it.
    field->setCursorPosition(0);
    return;
  }
  format_->setEditText(typed);
  field->setModified(true);
  field->setCursorPosition(cursor);
}

void LogChoices::show_options(const LogOptions& options, const std::optional<LogPreview>& preview) {
  std::vector<QSignalBlocker> quiet;
  for (QWidget* widget : std::initializer_list<QWidget*>{format_, client_, pages_})
    quiet.emplace_back(widget);
  for (QCheckBox* box : parts_) quiet.emplace_back(box);
  const LogPreview* const log = preview ? &*preview : nullptr;
  list_formats(options, log);
  client_->clear();
  const QString found = !log || options.client != LogClient::detect ? QString()
                        : log->client == LogClient::connection      ? tr("connections")
                        : log->client == LogClient::forwarded       ? tr("forwarded")
                                                                    : QString();
  client_->addItem(found.isEmpty() ? tr("found out") : tr("found out (%1)").arg(found));
  client_->addItem(tr("those of connections"));
  client_->addItem(tr("those that proxies forward"));
  client_->setCurrentIndex(static_cast<int>(options.client));
  // Where lines tell one address there is nothing to choose.
  client_->setEnabled(options.client != LogClient::detect || !log || log->forwarded);
  for (const LogPart part : all_kinds<LogPart>()) {
    QCheckBox* const box = parts_[static_cast<std::size_t>(part)];
    box->setChecked(options.cleaning.leave_out.contains(part));
    QString words = part_words(part);
    if (log && log->read > 0)
      words += " · " + tr("%1 %").arg(whole_number(log->parts[part] * 100 / log->read));
    box->setText(words);
    box->setToolTip(log && log->read > 0
                        ? tr("%1 of the first %2 requests", nullptr, plural(log->read))
                              .arg(whole_number(log->parts[part]), whole_number(log->read))
                        : QString());
  }
  pages_->setCurrentIndex(static_cast<int>(options.cleaning.pages));
}

void LogChoices::apply_to(LogOptions& options) const {
  const QString typed = format_->currentText().trimmed();
  const int entry = format_->findText(typed);
  options.format = typed.isEmpty() || entry == 0 ? std::string()
                   : entry > 0                   ? to_bytes(format_->itemData(entry).toString())
                                                 : to_bytes(typed);
  options.client = static_cast<LogClient>(client_->currentIndex());
  for (const LogPart part : all_kinds<LogPart>()) {
    if (parts_[static_cast<std::size_t>(part)]->isChecked())
      options.cleaning.leave_out.insert(part);
    else
      options.cleaning.leave_out.erase(part);
  }
  options.cleaning.pages = static_cast<PageForm>(pages_->currentIndex());
}

void LogChoices::focus_format() {
  format_->setFocus(Qt::OtherFocusReason);
  format_->lineEdit()->selectAll();
}

}  // namespace footfall
