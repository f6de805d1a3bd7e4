#include "ui/connect/mapping_grid.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <algorithm>

#include "model/session/column_choices.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {

MappingGrid::MappingGrid(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(16);
  grid_->setVerticalSpacing(4);
  grid_->setColumnMinimumWidth(0, 104);
  grid_->setColumnStretch(1, 3);
  grid_->setColumnStretch(2, 4);
}

void MappingGrid::show_table(ReportKind kind, SqlEngine engine, std::vector<ColumnInfo> columns,
                             const std::vector<std::pair<std::string, std::string>>& named) {
  while (QLayoutItem* item = grid_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  rows_.clear();
  engine_ = engine;
  columns_ = std::move(columns);
  for (const SqlRole& role : sql_roles(kind)) {
    const auto given = std::find_if(named.begin(), named.end(),
                                    [&](const auto& entry) { return entry.first == role.name; });
    add_row(role, given != named.end() ? given->second : std::string());
  }
  check();
}

void MappingGrid::add_row(const SqlRole& role, const std::string& named) {
  Row row{&role, new QComboBox, plain_label(), {}};
  const auto found = map_column(role, engine_, columns_, {});
  if (found && *found) row.found = source_text(**found);
  const QString name = to_text(std::string(role.name));
  auto* label = plain_label(name);
  label->setBuddy(row.column);
  row.column->setEditable(true);
  row.column->setInsertPolicy(QComboBox::NoInsert);
  row.column->setObjectName("column_" + name);
  row.column->setAccessibleName(tr("Column for %1").arg(name));
  row.column->lineEdit()->setPlaceholderText(role.column_required ? tr("choose a column")
                                                                  : tr("none"));
  row.column->setCurrentText(to_text(named.empty() ? row.found : named));
  row.remark->setForegroundRole(QPalette::PlaceholderText);
  connect(row.column, &QComboBox::currentTextChanged, this, [this] {
    check();
    emit changed();
  });
  const int at = static_cast<int>(rows_.size());
  grid_->addWidget(label, at, 0);
  grid_->addWidget(row.column, at, 1);
  grid_->addWidget(row.remark, at, 2);
  rows_.push_back(row);
}

void MappingGrid::set_choices(const std::vector<std::string>& choices) {
  QStringList items;
  for (const std::string& choice : choices) items << to_text(choice);
  for (const Row& row : rows_) {
    const QSignalBlocker quiet(row.column);
    const QString text = row.column->currentText();
    row.column->clear();
    row.column->addItems(items);
    row.column->setCurrentText(text);
  }
}

void MappingGrid::follow_in_tab_order(QWidget* before) const {
  for (const Row& row : rows_) {
    setTabOrder(before, row.column);
    before = row.column;
  }
}

void MappingGrid::check() {
  complete_ = true;
  for (const Row& row : rows_) {
    const std::string text = to_bytes(row.column->currentText().trimmed());
    const auto source = map_column(*row.role, engine_, columns_, text);
    QString remark;
    if (!source) {
      complete_ = false;
      const bool nothing = text.empty() && source.error().kind == SqlErrorKind::no_such_column;
      remark = nothing ? tr("needed for this report") : sql_error_words(source.error()).what;
    } else if (!*source) {
      remark = tr("may be missing");
    } else {
      remark = visible_text((*source)->column.type);
      if (text.empty())
        remark = tr("%1, read from %2").arg(remark, visible_text(source_text(**source)));
    }
    row.remark->setText(remark);
    row.remark->setToolTip(plain_tooltip(remark));
    row.remark->setForegroundRole(source ? QPalette::PlaceholderText : QPalette::Text);
  }
}

std::vector<std::pair<std::string, std::string>> MappingGrid::columns() const {
  std::vector<std::pair<std::string, std::string>> named;
  for (const Row& row : rows_) {
    const std::string text = to_bytes(row.column->currentText().trimmed());
    if (!text.empty() && text != row.found) named.emplace_back(row.role->name, text);
  }
  return named;
}

}  // namespace footfall
