#include "ui/connect/mapping_grid.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <algorithm>

#include "model/session/column_choices.h"
#include "ui/frame/wrapped_label.h"
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
  seen_.reset();
  engine_ = engine;
  columns_ = std::move(columns);
  for (const SqlRole& role : sql_roles(events_of(kind))) {
    const auto given = std::find_if(named.begin(), named.end(),
                                    [&](const auto& entry) { return entry.first == role.name; });
    add_row(role, given != named.end() ? given->second : std::string());
  }
  check();
}

void MappingGrid::add_row(const SqlRole& role, const std::string& named) {
  Row row{&role, new QComboBox, new WrappedLabel, {}};
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
  row.remark->setObjectName("remark_" + name);
  connect(row.column, &QComboBox::currentTextChanged, this, [this] {
    seen_.reset();
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

void MappingGrid::show_check(const ColumnCheck& check) {
  if (check.filled.size() != rows_.size()) return;
  seen_ = check;
  this->check();
}

// Why rows would be rejected for a value, the commonest reason in front.
QString MappingGrid::fault_of(std::size_t role) const {
  if (!seen_) return {};
  QStringList faults;
  for (const ColumnFault& fault : seen_->faults) {
    if (fault.role != role) continue;
    const QString rows =
        tr("%1 in %2 of %3 rows", nullptr, plural(seen_->rows))
            .arg(reason_words(fault.reason), whole_number(fault.rows), whole_number(seen_->rows));
    faults << (fault.example.empty()
                   ? rows
                   : tr("%1, such as “%2”").arg(rows, example_text(fault.example)));
  }
  return faults.join("; ");
}

// Only where it is worth a word.
QString MappingGrid::filling_of(std::size_t role) const {
  if (!seen_ || seen_->rows == 0 || seen_->filled[role] == seen_->rows) return {};
  if (seen_->filled[role] == 0)
    return tr("in none of the first %1 rows", nullptr, plural(seen_->rows))
        .arg(whole_number(seen_->rows));
  return tr("in %1 of the first %2 rows", nullptr, plural(seen_->rows))
      .arg(whole_number(seen_->filled[role]), whole_number(seen_->rows));
}

void MappingGrid::follow_in_tab_order(QWidget* before) const {
  for (const Row& row : rows_) {
    setTabOrder(before, row.column);
    before = row.column;
  }
}

void MappingGrid::check() {
  complete_ = true;
  for (std::size_t role = 0; role < rows_.size(); ++role) {
    const Row& row = rows_[role];
    const std::string text = to_bytes(row.column->currentText().trimmed());
    const auto source = map_column(*row.role, engine_, columns_, text);
    QString remark;
    bool fault = !source;
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
      const QString wrong = fault_of(role), filling = filling_of(role);
      fault = !wrong.isEmpty() || (!filling.isEmpty() && seen_->filled[role] == 0);
      if (!wrong.isEmpty())
        remark = wrong;
      else if (!filling.isEmpty())
        remark += " · " + filling;
    }
    row.remark->setText(remark);
    row.remark->setToolTip(plain_tooltip(remark));
    row.remark->set_error(fault);
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

std::vector<std::pair<std::string, std::string>> columns_that_fit(
    ReportKind kind, SqlEngine engine, const std::vector<ColumnInfo>& columns,
    std::vector<std::pair<std::string, std::string>> named) {
  const auto roles = sql_roles(events_of(kind));
  std::erase_if(named, [&](const auto& entry) {
    const auto role = std::find_if(roles.begin(), roles.end(),
                                   [&](const SqlRole& each) { return each.name == entry.first; });
    return role == roles.end() || !map_column(*role, engine, columns, entry.second);
  });
  return named;
}

}  // namespace footfall
