#include "ui/connect/table_list.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "model/session/database_source.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kTableHeight = 26;
constexpr int kIndexRole = Qt::UserRole;

}  // namespace

TableList::TableList(QWidget* parent) : QWidget(parent) {
  search_ = new QLineEdit;
  search_->setPlaceholderText(tr("Find a table"));
  search_->setAccessibleName(tr("Find a table"));
  search_->setClearButtonEnabled(true);
  search_->installEventFilter(this);
  none_ = plain_label();
  none_->setWordWrap(true);
  none_->setForegroundRole(QPalette::PlaceholderText);
  list_ = new QListWidget;
  list_->setObjectName("tables");
  list_->setAccessibleName(tr("Tables"));
  list_->setUniformItemSizes(true);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setTextElideMode(Qt::ElideMiddle);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(search_);
  column->addWidget(none_);
  column->addWidget(list_, 1);
  connect(search_, &QLineEdit::textChanged, this, &TableList::list);
  connect(list_, &QListWidget::currentItemChanged, this, &TableList::choose);
}

void TableList::show_tables(std::vector<TableName> tables, const std::optional<TableName>& wanted) {
  tables_ = std::move(tables);
  chosen_.reset();
  {
    const QSignalBlocker quiet(search_);
    search_->clear();
  }
  list();
  const auto known = std::find_if(tables_.begin(), tables_.end(), [&](const TableName& name) {
    return wanted && wanted->name == name.name &&
           (wanted->schema.empty() || wanted->schema == name.schema);
  });
  if (known == tables_.end()) return;
  list_->setCurrentRow(static_cast<int>(known - tables_.begin()));
}

void TableList::focus_first() {
  if (chosen_)
    list_->setFocus();
  else
    search_->setFocus();
}

void TableList::list() {
  const QString part = search_->text().trimmed();
  const bool one_schema =
      std::all_of(tables_.begin(), tables_.end(),
                  [this](const TableName& name) { return name.schema == tables_.front().schema; });
  const QSignalBlocker quiet(list_);
  list_->clear();
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const TableName& name = tables_[i];
    const QString text = to_text(one_schema ? name.name : name.schema + '.' + name.name);
    if (!text.contains(part, Qt::CaseInsensitive)) continue;
    auto* item = new QListWidgetItem(visible_text(text), list_);
    item->setToolTip(plain_tooltip(visible_text(table_text(name))));
    item->setSizeHint({0, kTableHeight});
    item->setData(kIndexRole, static_cast<qulonglong>(i));
    if (chosen_ && *chosen_ == name) list_->setCurrentItem(item);
  }
  none_->setText(tables_.empty() ? tr("There is no table here that you may read.")
                                 : tr("No table is called so."));
  none_->setVisible(list_->count() == 0);
}

void TableList::choose() {
  const QListWidgetItem* item = list_->currentItem();
  if (!item) return;
  const TableName& name = tables_[item->data(kIndexRole).toULongLong()];
  if (chosen_ && *chosen_ == name) return;
  chosen_ = name;
  emit table_chosen(name);
}

bool TableList::eventFilter(QObject* watched, QEvent* event) {
  if (watched == search_ && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
      list_->setFocus();
      if (!list_->currentItem()) list_->setCurrentRow(0);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace footfall
