#include "ui/import/role_fields.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <algorithm>

#include "model/core/decimal.h"
#include "ui/frame/elided_label.h"
#include "ui/import/record_model.h"
#include "ui/import/role_colors.h"
#include "ui/reading_words.h"
#include "ui/style/plain_text.h"
#include "ui/style/theme.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kFactorWidth = 84;
constexpr std::size_t kReadable = 16;  // bytes behind a number

// A number above 0 that is held exactly; its mark may be a comma.
std::optional<Decimal> factor_of(QString text) {
  const std::string digits = to_bytes(text.trimmed().replace(',', '.'));
  const std::string readable = digits + std::string(kReadable, '\0');
  const ParsedNumber number = parse_number(std::string_view(readable).substr(0, digits.size()));
  if (number.fault != NumberFault::none || number.rounded || number.value.units <= 0)
    return std::nullopt;
  return number.value;
}

}  // namespace

std::pair<QString, bool> role_remark(const ReadingPreview& preview, ReportKind kind,
                                     std::size_t role) {
  const EventType type = events_of(kind);
  const Role& facts = roles_of(type)[role];
  const RoleMatch& match = preview.layout->matches[type];
  const ReportTrial& trial = preview.trials[kind];
  for (const RejectedRows& rejected : trial.rejected)
    if (rejected.role == facts.name) return {rejected_words(rejected, trial.rows.read()), true};
  if (role >= match.roles.size() || match.roles[role].by == FoundBy::nothing ||
      match.roles[role].words.none)
    return facts.required ? std::pair(RoleFields::tr("needed for this report"), true)
                          : std::pair(RoleFields::tr("not read; it is not required"), false);
  const RoleFound& found = match.roles[role];
  QString words = found.by == FoundBy::map              ? RoleFields::tr("as you chose")
                  : found.by == FoundBy::canonical_name ? RoleFields::tr("by its name")
                                                        : RoleFields::tr("by a name like it");
  QStringList examples;
  for (const std::string& example : found.examples) examples << example_text(example);
  if (!examples.isEmpty()) words += " · " + examples.join(", ");
  return {words, false};
}

RoleFields::RoleFields(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(12);
  grid_->setVerticalSpacing(4);
  grid_->setColumnMinimumWidth(0, 96);
  grid_->setColumnStretch(1, 3);
  grid_->setColumnStretch(3, 5);
}

void RoleFields::make_rows(ReportKind kind) {
  while (QLayoutItem* item = grid_->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    if (item->widget()) item->widget()->hide();
    delete item;
  }
  rows_.clear();
  kind_ = kind;
  for (const Role& role : roles_of(events_of(kind))) {
    const std::string name(role.name);
    const QString text = to_text(name);
    Row row{plain_label(text), new QComboBox, nullptr, new ElidedLabel};
    row.name->setBuddy(row.source);
    row.source->setEditable(true);
    row.source->setInsertPolicy(QComboBox::NoInsert);
    row.source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.source->setMinimumContentsLength(14);
    row.source->setObjectName("role_" + text);
    row.source->setAccessibleName(tr("Source of %1").arg(text));
    row.remark->setObjectName("remark_" + text);
    const auto tell = [this, name, source = row.source] {
      emit role_changed(name, to_bytes(source->currentText().trimmed()));
    };
    connect(row.source->lineEdit(), &QLineEdit::textEdited, this, tell);
    connect(row.source, &QComboBox::activated, this, tell);
    const int at = static_cast<int>(rows_.size());
    grid_->addWidget(row.name, at, 0);
    grid_->addWidget(row.source, at, 1);
    if (is_number(value_kinds(events_of(kind))[rows_.size()])) {
      row.factor = new QLineEdit;
      row.factor->setObjectName("scale_" + text);
      row.factor->setFixedWidth(kFactorWidth);
      row.factor->setPlaceholderText(QStringLiteral("× 1"));
      row.factor->setAccessibleName(tr("Factor of %1").arg(text));
      row.factor->setToolTip(
          plain_tooltip(tr("What its numbers are multiplied by: 0.01 for cents, 0.000001 for "
                           "millionths")));
      connect(row.factor, &QLineEdit::textEdited, this,
              [this, name](const QString& typed) { emit scale_changed(name, factor_of(typed)); });
      grid_->addWidget(row.factor, at, 2);
    }
    grid_->addWidget(row.remark, at, 3);
    rows_.push_back(row);
  }
  grid_->setRowStretch(static_cast<int>(rows_.size()), 1);
}

void RoleFields::show_factor(const Row& row, const std::string& role, const Scales& scales) {
  if (!row.factor) return;
  const auto scale = scales.find(role);
  // What one types stands as it was typed.
  if (!(row.factor->hasFocus() && row.factor->isModified())) {
    std::string digits;
    if (scale != scales.end())
      append_exact(digits, DecimalSum(scale->second.units), Decimal::kDigits, 0);
    const QSignalBlocker quiet(row.factor);
    row.factor->setText(to_text(digits));
  }
  const bool wrong = !row.factor->text().trimmed().isEmpty() && !factor_of(row.factor->text());
  QPalette colors = row.factor->parentWidget()->palette();
  if (wrong) colors.setColor(QPalette::Text, signal_color(colors, Signal::error));
  row.factor->setPalette(colors);
}

bool RoleFields::valid() const {
  return std::ranges::all_of(rows_, [](const Row& row) {
    return !row.factor || row.factor->text().trimmed().isEmpty() || factor_of(row.factor->text());
  });
}

void RoleFields::show(const ReadingPreview& preview, ReportKind kind, const Mapped& mapped,
                      const Scales& scales) {
  if (kind_ != kind) make_rows(kind);
  QStringList choices;
  for (std::size_t column = 0; column < preview.columns.size(); ++column)
    choices << to_text(column_source(preview, column));
  choices << "@none";
  const std::span<const Role> roles = roles_of(events_of(kind));
  const std::vector<RoleFound>& found = preview.layout->matches[events_of(kind)].roles;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    QLineEdit* const field = row.source->lineEdit();
    show_factor(row, std::string(roles[i].name), scales);
    const QSignalBlocker quiet(row.source);
    // What stands in a field in which one types is as it was typed.
    const bool typing = field->hasFocus() && field->isModified();
    const QString typed = field->text();
    const int cursor = field->cursorPosition();
    const auto chosen = mapped.find(roles[i].name);
    row.source->clear();
    row.source->addItems(choices);
    row.source->setCurrentIndex(-1);
    row.source->setEditText(typing                   ? typed
                            : chosen != mapped.end() ? to_text(chosen->second)
                                                     : QString());
    if (typing) {
      field->setModified(true);
      field->setCursorPosition(cursor);
    }
    const bool there = i < found.size() && found[i].by != FoundBy::nothing;
    const QString source =
        there && found[i].by != FoundBy::map ? to_text(source_expression(found[i])) : QString();
    field->setPlaceholderText(!source.isEmpty()   ? source
                              : roles[i].required ? tr("choose a column")
                                                  : tr("none"));
    const auto [remark, fault] = role_remark(preview, kind, i);
    row.remark->set_full_text(remark, remark);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, fault ? signal_color(palette(), Signal::error)
                                                : palette().color(QPalette::PlaceholderText));
    row.remark->setPalette(colors);
    QPalette name_colors = palette();
    if (there) name_colors.setColor(QPalette::WindowText, role_color(palette(), i));
    row.name->setPalette(name_colors);
  }
}

}  // namespace footfall
