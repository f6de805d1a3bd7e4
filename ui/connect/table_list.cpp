#include "ui/connect/table_list.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "model/session/database_source.h"
#include "ui/style/plain_text.h"
#include "ui/tables/table_paint.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kIndexRole = Qt::UserRole;
constexpr int kDetailRole = Qt::UserRole + 1;
constexpr int kLineGap = 2;

// A name, and below it in a muted tone what it is.
class TableDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& given,
             const QModelIndex& index) const override {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QString name = option.text;
    option.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QRect line = option.rect.adjusted(4, 4, -4, 0);
    line.setHeight(option.fontMetrics.height());
    const auto write = [&](const QString& text, const QColor& color) {
      painter->setPen(color);
      painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                        option.fontMetrics.elidedText(text, Qt::ElideMiddle, line.width()));
      line.translate(0, line.height() + kLineGap);
    };
    QPalette& palette = option.palette;
    palette.setCurrentColorGroup(QPalette::Active);
    const QColor highlighted = palette.color(QPalette::Active, QPalette::HighlightedText);
    const QColor muted = muted_text(palette);
    painter->save();
    write(name, selected ? highlighted : enabled ? palette.color(QPalette::Text) : muted);
    write(index.data(kDetailRole).toString(), selected ? highlighted : muted);
    painter->restore();
  }
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& /*index*/) const override {
    return {0, 2 * option.fontMetrics.height() + kLineGap + 8};
  }
};

}  // namespace

TableList::TableList(QWidget* parent) : QWidget(parent) {
  search_ = new QLineEdit;
  search_->setObjectName("find_table");
  search_->setPlaceholderText(tr("Find a table"));
  search_->setAccessibleName(tr("Find a table"));
  search_->setClearButtonEnabled(true);
  search_->installEventFilter(this);
  none_ = plain_label();
  none_->setWordWrap(true);
  none_->setForegroundRole(QPalette::PlaceholderText);
  list_ = new QTreeWidget;
  list_->setObjectName("tables");
  list_->setAccessibleName(tr("Tables"));
  list_->setHeaderHidden(true);
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setUniformRowHeights(true);
  list_->setIndentation(16);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setItemDelegate(new TableDelegate(list_));
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(search_);
  column->addWidget(none_);
  column->addWidget(list_, 1);
  together_ = new QPushButton;
  together_->setObjectName("together");
  together_->setAutoDefault(false);
  together_->setToolTip(plain_tooltip(
      tr("Writes a query for the rows of all of them, so that one report is made of them.")));
  together_->hide();
  column->addWidget(together_);
  connect(list_, &QTreeWidget::itemSelectionChanged, this, [this] {
    const std::size_t tables = marked().size();
    together_->setText(tr("Take these %1 to&gether").arg(whole_number(tables)));
    together_->setVisible(tables > 1);
    emit marks_changed();
  });
  connect(together_, &QPushButton::clicked, this, [this] { emit together_chosen(marked()); });
  connect(search_, &QLineEdit::textChanged, this, &TableList::list);
  connect(list_, &QTreeWidget::currentItemChanged, this, &TableList::choose);
}

void TableList::show_tables(std::vector<ListedTable> tables,
                            const std::optional<TableName>& wanted) {
  tables_ = std::move(tables);
  std::stable_partition(tables_.begin(), tables_.end(),
                        [](const ListedTable& table) { return table.readable(); });
  one_schema_ = std::all_of(tables_.begin(), tables_.end(), [this](const ListedTable& table) {
    return table.name.schema == tables_.front().name.schema;
  });
  using Key = std::pair<std::string_view, std::string_view>;
  const auto key = [](const TableName& name) { return Key(name.schema, name.name); };
  std::map<Key, std::size_t> places;
  for (std::size_t i = 0; i < tables_.size(); ++i) places.emplace(key(tables_[i].name), i);
  parents_.assign(tables_.size(), std::nullopt);
  partitions_.assign(tables_.size(), 0);
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    if (!tables_[i].parent) continue;
    const auto above = places.find(key(*tables_[i].parent));
    if (above == places.end()) continue;
    ++partitions_[above->second];
    parents_[i] = above->second;
  }
  chosen_.reset();
  {
    const QSignalBlocker quiet(search_);
    search_->clear();
  }
  list();
  if (!wanted) return;
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const ListedTable& table = tables_[i];
    if (!table.readable() || wanted->name != table.name.name ||
        (!wanted->schema.empty() && wanted->schema != table.name.schema))
      continue;
    list_->setCurrentItem(items_[i]);
    return;
  }
}

void TableList::focus_first() {
  if (chosen_)
    list_->setFocus();
  else
    search_->setFocus();
}

QString TableList::detail_of(std::size_t at) const {
  const ListedTable& table = tables_[at];
  const auto kind = [&] {
    switch (table.kind) {
      case TableKind::table:
        return parents_[at] ? tr("partition") : tr("table");
      case TableKind::view:
        return tr("view");
      case TableKind::materialized_view:
        return tr("materialized view");
      case TableKind::foreign_table:
        return tr("foreign table");
      case TableKind::partitioned_table:
        return tr("partitioned table");
      case TableKind::other:
        break;
    }
    return visible_text(table.engine);
  };
  const std::uint64_t partitions = table.readable() ? partitions_[at] : 0;
  QStringList parts = {
      partitions == 0
          ? kind()
          : tr("%1 partitions", nullptr, plural(partitions)).arg(whole_number(partitions))};
  if (table.lacks == ListedTable::Lacks::select) parts << tr("no right SELECT");
  if (table.lacks == ListedTable::Lacks::usage_of_schema)
    parts << tr("no right USAGE on its schema");
  if (table.readable() && table.rows)
    parts << tr("about %1 rows", nullptr, plural(*table.rows)).arg(short_count(*table.rows));
  return parts.join(QStringLiteral(" · "));
}

// Below its table, unless that cannot be read, whose item would be grey with all below it, or there
// are more tables above it than a server's partitions have, unless it lies.
std::optional<std::size_t> TableList::parent_of(std::size_t at) const {
  constexpr int kDeepestPartition = 64;
  const std::optional<std::size_t> parent = parents_[at];
  if (!parent || !tables_[*parent].readable()) return std::nullopt;
  int steps = 0;
  for (auto above = parent; above; above = parents_[*above])
    if (++steps > kDeepestPartition) return std::nullopt;
  return parent;
}

QTreeWidgetItem* TableList::item_of(std::size_t at) {
  if (items_[at]) return items_[at];
  const std::optional<std::size_t> parent = parent_of(at);
  auto* item = parent ? new QTreeWidgetItem(item_of(*parent)) : new QTreeWidgetItem(list_);
  const TableName& name = tables_[at].name;
  const QString text = to_text(one_schema_ ? name.name : name.schema + '.' + name.name);
  const QString detail = detail_of(at);
  item->setText(0, visible_text(text));
  item->setData(0, kIndexRole, static_cast<qulonglong>(at));
  item->setData(0, kDetailRole, detail);
  item->setData(0, Qt::AccessibleTextRole, visible_text(text) + ", " + detail);
  item->setToolTip(0, plain_tooltip(visible_text(table_text(name)) + '\n' + detail));
  if (!tables_[at].readable()) item->setFlags(Qt::NoItemFlags);
  items_[at] = item;
  return item;
}

void TableList::list() {
  const QString part = search_->text().trimmed();
  const QSignalBlocker quiet(list_);
  list_->clear();
  together_->hide();
  items_.assign(tables_.size(), nullptr);
  bool tree = false;
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const TableName& name = tables_[i].name;
    if (!to_text(one_schema_ ? name.name : name.schema + '.' + name.name)
             .contains(part, Qt::CaseInsensitive))
      continue;
    const QTreeWidgetItem* item = item_of(i);
    tree = tree || item->parent();
  }
  list_->setRootIsDecorated(tree);
  if (!part.isEmpty()) list_->expandAll();
  for (std::size_t i = 0; chosen_ && i < tables_.size(); ++i)
    if (items_[i] && tables_[i].name == *chosen_) list_->setCurrentItem(items_[i]);
  none_->setText(tables_.empty() ? tr("There is no table here that you may read.")
                                 : tr("No table is called so."));
  none_->setVisible(list_->topLevelItemCount() == 0);
}

std::vector<TableName> TableList::marked() const {
  std::vector<TableName> names;
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (items_[i] && items_[i]->isSelected() && tables_[i].readable())
      names.push_back(tables_[i].name);
  return names;
}

void TableList::choose() {
  const QTreeWidgetItem* item = list_->currentItem();
  if (!item || !item->flags().testFlag(Qt::ItemIsEnabled)) return;
  const TableName& name = tables_[item->data(0, kIndexRole).toULongLong()].name;
  if (chosen_ && *chosen_ == name) return;
  chosen_ = name;
  emit table_chosen(name);
}

bool TableList::eventFilter(QObject* watched, QEvent* event) {
  if (watched == search_ && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
      list_->setFocus();
      QTreeWidgetItem* first = list_->topLevelItem(0);
      if (!list_->currentItem() && first && first->flags().testFlag(Qt::ItemIsEnabled))
        list_->setCurrentItem(first);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace footfall
