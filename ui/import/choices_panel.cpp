#include "ui/import/choices_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/import/event_names.h"
#include "ui/import/log_choices.h"
#include "ui/reading_words.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kMostSkipped = 100'000;
constexpr const char* kEncodings[] = {"UTF-8",        "UTF-16LE",    "WINDOWS-1252", "WINDOWS-1250",
                                      "WINDOWS-1251", "ISO-8859-15", "MACINTOSH",    "SHIFT_JIS"};

// A character from a list, or typed: one alone, or "tab".
std::optional<char> character_of(const QString& text) {
  if (text.compare("tab", Qt::CaseInsensitive) == 0 || text == character_words('\t') ||
      text == "\\t")
    return '\t';
  const std::string bytes = to_bytes(text);
  return bytes.size() == 1 ? std::optional(bytes.front()) : std::nullopt;
}

QWidget* title_of(const QWidget* field) {
  for (QLabel* label : field->parentWidget()->findChildren<QLabel*>(Qt::FindDirectChildrenOnly))
    if (label->buddy() == field) return label;
  return nullptr;
}

int index_of(DateOrder order) {
  return order == DateOrder::day_first ? 1 : order == DateOrder::month_first ? 2 : 0;
}

}  // namespace

ChoicesPanel::ChoicesPanel(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 8, 0);
  column->setSpacing(2);
  format_ = add_choice(tr("Format"), "format");
  encoding_ = add_choice(tr("Encoding"), "encoding");
  encoding_->setEditable(true);
  delimiter_ = add_choice(tr("Delimiter"), "delimiter");
  delimiter_->setEditable(true);
  quote_ = add_choice(tr("Quote"), "quote");
  header_ = add_choice(tr("Header"), "header");
  auto* skip_label = plain_label(tr("Lines above the header"));
  skip_ = new QSpinBox;
  skip_->setObjectName("skip");
  skip_->setRange(-1, kMostSkipped);
  skip_label->setBuddy(skip_);
  column->addWidget(skip_label);
  column->addWidget(skip_);
  left_out_ = plain_label();
  left_out_->setObjectName("left_out");
  left_out_->setWordWrap(true);
  left_out_->setForegroundRole(QPalette::PlaceholderText);
  column->addWidget(left_out_);
  column->addSpacing(10);
  decimal_ = add_choice(tr("Decimal mark"), "decimal");
  dates_ = add_choice(tr("Dates such as 03/04/2026"), "dates");
  day_numbers_ = new QCheckBox(tr("Times are day numbers"));
  day_numbers_->setObjectName("day_numbers");
  day_numbers_->setToolTip(tr("As spreadsheets count days: 45663.457 is 2025-01-06 10:58"));
  blank_ = new QCheckBox(tr("Missing figures count as 0"));
  blank_->setObjectName("blank");
  blank_->setToolTip(tr("Of campaigns: impressions, clicks, spend and conversions"));
  column->addSpacing(4);
  column->addWidget(day_numbers_);
  column->addWidget(blank_);
  log_ = new LogChoices;
  log_->hide();
  column->addWidget(log_);
  column->addSpacing(4);
  events_ = new EventNames;
  events_->hide();
  column->addWidget(events_);
  column->addStretch(1);
  connect(log_, &LogChoices::changed, this, &ChoicesPanel::changed);
  connect(events_, &EventNames::changed, this, &ChoicesPanel::changed);
  for (QComboBox* box : {delimiter_, quote_, header_, decimal_, dates_})
    not_of_logs_.insert(not_of_logs_.end(), {box, title_of(box)});
  not_of_logs_.insert(not_of_logs_.end(), {skip_, skip_label, day_numbers_, blank_});
  for (QWidget* widget : std::initializer_list<QWidget*>{delimiter_, quote_, header_, skip_})
    of_tables_.push_back(widget);

  for (QComboBox* box : {encoding_, delimiter_}) {
    box->setInsertPolicy(QComboBox::NoInsert);
    connect(box->lineEdit(), &QLineEdit::textEdited, this, &ChoicesPanel::changed);
  }
  for (QComboBox* box : {format_, encoding_, delimiter_, quote_, header_, decimal_, dates_})
    connect(box, &QComboBox::activated, this, &ChoicesPanel::changed);
  connect(skip_, &QSpinBox::valueChanged, this, &ChoicesPanel::changed);
  connect(day_numbers_, &QCheckBox::toggled, this, &ChoicesPanel::changed);
  connect(blank_, &QCheckBox::toggled, this, &ChoicesPanel::changed);
  fill(nullptr);
}

QComboBox* ChoicesPanel::add_choice(const QString& label, const char* name) {
  auto* box = new QComboBox;
  box->setObjectName(name);
  box->setAccessibleName(label);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(12);
  auto* title = plain_label(label);
  title->setBuddy(box);
  auto* column = static_cast<QVBoxLayout*>(layout());
  if (column->count() > 0) column->addSpacing(4);
  column->addWidget(title);
  column->addWidget(box);
  return box;
}

// The first entry of each list is what was found.
void ChoicesPanel::fill(const InputLayout* layout) {
  const auto begin = [](QComboBox* box, const QString& found) {
    box->clear();
    box->addItem(found.isEmpty() ? tr("found out") : tr("found out (%1)").arg(found));
  };
  const bool table = layout && format_choice(layout->format).columns;
  begin(format_, layout ? to_text(std::string(format_choice(layout->format).name)) : QString());
  for (const FormatChoice& choice : format_choices())
    format_->addItem(to_text(std::string(choice.name)), static_cast<int>(choice.format));
  begin(encoding_, layout ? visible_text(layout->encoding) : QString());
  for (const char* name : kEncodings) encoding_->addItem(name);
  begin(delimiter_, table ? character_words(layout->dialect.delimiter) : QString());
  for (const char c : {',', ';', '\t', '|'}) delimiter_->addItem(character_words(c));
  quote_->clear();
  for (const char c : {'"', '\''}) quote_->addItem(character_words(c), c);
  begin(header_, !table ? QString() : layout->header.empty() ? tr("none") : tr("there is one"));
  header_->addItem(tr("Names of columns come first"));
  header_->addItem(tr("There is none"));
  skip_->setSpecialValueText(table ? tr("found out (%1)").arg(whole_number(layout->lines_left_out))
                                   : tr("found out"));
  bool comma = false;
  DateOrder order = DateOrder::unknown;
  for (const EventType type : kEventTypes) {
    if (!layout || !layout->feeds.contains(type)) continue;
    comma = comma || layout->forms[type].mark == DecimalMark::comma;
    for (const TimeForm& form : layout->forms[type].times)
      if (form.kind == TimeForm::Kind::ordered) order = form.order;
  }
  const bool fed = layout && !layout->feeds.empty();
  begin(decimal_, !fed ? QString() : comma ? tr("comma") : tr("point"));
  decimal_->addItem(tr("point, as in 12.50"));
  decimal_->addItem(tr("comma, as in 12,50"));
  begin(dates_, order == DateOrder::day_first     ? tr("day first")
                : order == DateOrder::month_first ? tr("month first")
                                                  : QString());
  dates_->addItem(tr("the day stands first"));
  dates_->addItem(tr("the month stands first"));
}

void ChoicesPanel::show_options(const InputOptions& options, const ReadingPreview* preview) {
  const InputLayout* const layout = preview ? preview->layout.get() : nullptr;
  std::vector<QSignalBlocker> quiet;
  for (QWidget* widget :
       std::initializer_list<QWidget*>{format_, encoding_, delimiter_, quote_, header_, skip_,
                                       decimal_, dates_, day_numbers_, blank_})
    quiet.emplace_back(widget);
  // Not under the hands of who types.
  const bool typing = encoding_->lineEdit()->isModified() && encoding_->lineEdit()->hasFocus();
  const QString typed = encoding_->currentText();
  const bool typing_delimiter =
      delimiter_->lineEdit()->isModified() && delimiter_->lineEdit()->hasFocus();
  const QString typed_delimiter = delimiter_->currentText();
  fill(layout);
  format_->setCurrentIndex(std::max(0, format_->findData(static_cast<int>(options.format))));
  if (options.format == InputFormat::detect) format_->setCurrentIndex(0);
  if (!options.encoding.empty()) encoding_->setEditText(to_text(options.encoding));
  if (typing) encoding_->setEditText(typed);
  encoding_->lineEdit()->setModified(typing);
  if (options.delimiter) delimiter_->setEditText(character_words(*options.delimiter));
  if (typing_delimiter) delimiter_->setEditText(typed_delimiter);
  delimiter_->lineEdit()->setModified(typing_delimiter);
  if (quote_->findData(options.quote) < 0)
    quote_->addItem(character_words(options.quote), options.quote);
  quote_->setCurrentIndex(quote_->findData(options.quote));
  header_->setCurrentIndex(options.header == HeaderMode::yes  ? 1
                           : options.header == HeaderMode::no ? 2
                                                              : 0);
  skip_->setValue(
      options.skip ? static_cast<int>(std::min<std::size_t>(*options.skip, kMostSkipped)) : -1);
  decimal_->setCurrentIndex(!options.decimal ? 0 : *options.decimal == DecimalMark::point ? 1 : 2);
  dates_->setCurrentIndex(index_of(options.date_order));
  day_numbers_->setChecked(options.day_numbers);
  blank_->setChecked(options.blank_is_zero);
  const bool table = !layout || format_choice(layout->format).columns;
  for (QWidget* widget : of_tables_) widget->setEnabled(table);
  const bool log = layout && layout->log;
  for (QWidget* widget : not_of_logs_) widget->setVisible(!log);
  const std::optional<LogPreview> of_log = preview ? preview->log : std::nullopt;
  log_->show_options(options.log, of_log);
  log_->setVisible(of_log.has_value() || !options.log.format.empty());
  events_->show_map(options.event_map, preview);
  left_out_->setText(
      layout && layout->lines_left_out > 0
          ? tr("%1 lines above the header are left out.", nullptr, plural(layout->lines_left_out))
                .arg(whole_number(layout->lines_left_out))
          : QString());
  left_out_->setVisible(!left_out_->text().isEmpty());
}

void ChoicesPanel::apply_to(InputOptions& options) const {
  options.format = format_->currentIndex() > 0
                       ? static_cast<InputFormat>(format_->currentData().toInt())
                       : InputFormat::detect;
  const QString encoding = encoding_->currentText().trimmed();
  options.encoding = encoding == encoding_->itemText(0) ? std::string() : to_bytes(encoding);
  const QString delimiter = delimiter_->currentText();
  options.delimiter = delimiter == delimiter_->itemText(0) ? std::nullopt : character_of(delimiter);
  options.quote = static_cast<char>(quote_->currentData().toInt());
  options.header = header_->currentIndex() == 1   ? HeaderMode::yes
                   : header_->currentIndex() == 2 ? HeaderMode::no
                                                  : HeaderMode::detect;
  options.skip =
      skip_->value() < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(skip_->value()));
  options.decimal = decimal_->currentIndex() == 0   ? std::nullopt
                    : decimal_->currentIndex() == 1 ? std::optional(DecimalMark::point)
                                                    : std::optional(DecimalMark::comma);
  options.date_order = dates_->currentIndex() == 1   ? DateOrder::day_first
                       : dates_->currentIndex() == 2 ? DateOrder::month_first
                                                     : DateOrder::unknown;
  options.day_numbers = day_numbers_->isChecked();
  options.blank_is_zero = blank_->isChecked();
  if (!log_->isHidden()) log_->apply_to(options.log);
  events_->apply_to(options.event_map);
}

void ChoicesPanel::focus_log_format() {
  if (!log_->isHidden()) log_->focus_format();
}

}  // namespace footfall
