#include "ui/tables/report_table_view.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <algorithm>

#include "ui/application.h"
#include "ui/tables/table_paint.h"

namespace footfall {
namespace {

constexpr int kRowHeight = 24;
constexpr int kLeastNumber = 104;
constexpr int kLeastText = 144;
constexpr int kWidestText = 520;

const QKeySequence& headers_shortcut() {
  static const QKeySequence keys(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
  return keys;
}

}  // namespace

ReportTableView::ReportTableView(const QString& name, int key_column, QWidget* parent)
    : QTableView(parent), model_(new ReportTableModel(this)), key_column_(key_column) {
  setAccessibleName(name);
  model_->set_key_column(key_column);
  setHorizontalHeader(new TableHeader(this));
  setItemDelegate(new CellDelegate(this));
  setModel(model_);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setShowGrid(false);
  setWordWrap(false);
  setFrameShape(QFrame::NoFrame);
  setTabKeyNavigation(false);
  setCornerButtonEnabled(false);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  fit_rows();
  horizontalHeader()->setSortIndicatorClearable(false);
  horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  setSortingEnabled(true);

  connect(&copier_, &TableCopy::copied, this,
          [](const QString& text) { QApplication::clipboard()->setText(text); });
  connect(&copier_, &TableCopy::failed, this, &tell_failure);
  connect(model_, &QAbstractItemModel::modelAboutToBeReset, this, &ReportTableView::before_order);
  connect(model_, &QAbstractItemModel::modelReset, this, &ReportTableView::after_order);
  connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
    if (!fitting_ && isVisible()) sized_by_user_ = true;
  });
  // Numbers are read from the largest down: that is what the first click gives.
  connect(horizontalHeader(), &QHeaderView::sectionPressed, this, [this](int section) {
    auto* header = horizontalHeader();
    const bool number = model_->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole)
                            .value<Qt::Alignment>()
                            .testFlag(Qt::AlignRight);
    if (header->sortIndicatorSection() == section || !number) return;
    const QSignalBlocker blocker(header);
    header->setSortIndicator(section, Qt::AscendingOrder);  // the click turns it round
  });
}

void ReportTableView::set_table(const TablePtr& table) {
  model_->keep_row(current_key());
  model_->set_table(table);
}

void ReportTableView::set_filter(const QString& contains) {
  model_->keep_row(current_key());
  model_->set_filter(contains);
}

void ReportTableView::set_default_sort(int column, Qt::SortOrder order) {
  horizontalHeader()->setSortIndicator(column, order);
  model_->sort(column, order);
}

void ReportTableView::hide_column(int column) {
  hidden_.push_back(column);
  setColumnHidden(column, true);
}

std::optional<std::size_t> ReportTableView::current_row() const {
  const QModelIndex index = currentIndex();
  if (!index.isValid()) return std::nullopt;
  return model_->table_row(index.row());
}

std::string ReportTableView::current_key() const {
  const QModelIndex index = currentIndex();
  return index.isValid() ? model_->key_of(index.row()) : key_;
}

void ReportTableView::select_row(std::size_t table_row) {
  const int row = model_->view_row(table_row);
  const QScopedValueRollback quiet(quiet_, true);
  if (row < 0) {
    clearSelection();
    setCurrentIndex({});
    key_.clear();
    return;
  }
  int column = std::max(0, currentIndex().column());
  if (isColumnHidden(column)) column = key_column_;
  setCurrentIndex(model_->index(row, column));
  selectRow(row);
  scrollTo(model_->index(row, column));
}

void ReportTableView::select_key(const std::string& key) {
  key_ = key;
  setCurrentIndex({});
  model_->keep_row(key);
}

void ReportTableView::before_order() {
  scroll_ = verticalScrollBar()->value();
  kept_table_ = model_->table();
  kept_row_ = current_row();
}

void ReportTableView::after_order() {
  {
    const QScopedValueRollback fitting(fitting_, true);
    for (const int column : hidden_)
      setColumnHidden(column, true);  // columns come with the first table
  }
  fit_columns();
  // The reset cleared the cursor. In the same table its row is known, in another one the worker
  // looked for the key.
  const bool same = kept_row_ && kept_table_ == model_->table();
  const int row = same ? model_->view_row(*kept_row_) : model_->located();
  kept_table_.reset();
  kept_row_.reset();
  if (row >= 0) {
    const QScopedValueRollback quiet(quiet_, true);
    const QModelIndex index = model_->index(row, key_column_);
    setCurrentIndex(index);
    selectRow(row);
    scrollTo(index);
  } else {
    verticalScrollBar()->setValue(scroll_);
  }
  key_.clear();
  emit order_shown();
}

void ReportTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  if (!quiet_ && current.isValid() && current.row() != previous.row())
    emit row_chosen(model_->table_row(current.row()));
}

void ReportTableView::copy_rows(bool with_headers) {
  if (!selectionModel()->hasSelection()) return;
  CopyRequest request;
  request.order = model_->order();
  request.headers = with_headers;
  std::vector<std::pair<std::size_t, std::size_t>> selected;
  for (const QItemSelectionRange& range : selectionModel()->selection())
    selected.emplace_back(range.top(), range.bottom());
  std::sort(selected.begin(), selected.end());
  // Ranges may touch several times; every row is copied once.
  for (auto [first, last] : selected) {
    if (!request.ranges.empty()) first = std::max(first, request.ranges.back().second + 1);
    if (first <= last) request.ranges.emplace_back(first, last);
  }
  for (int visual = 0; visual < model_->columnCount(); ++visual) {
    const int column = horizontalHeader()->logicalIndex(visual);
    if (!isColumnHidden(column)) request.columns.push_back(static_cast<std::size_t>(column));
  }
  copier_.request(std::move(request));
}

void ReportTableView::copy() { copy_rows(false); }

void ReportTableView::copy_with_headers() { copy_rows(true); }

void ReportTableView::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    copy();
  } else if (QKeySequence(event->keyCombination()) == headers_shortcut()) {
    copy_with_headers();
  } else if (event->text().isEmpty() || event->modifiers().testFlag(Qt::ControlModifier) ||
             event->key() == Qt::Key_Escape || !event->text().front().isPrint()) {
    QTableView::keyPressEvent(event);
  } else {
    // Typing would search the cells of one column row by row; the find field does it properly.
    event->ignore();
  }
}

void ReportTableView::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  QAction* plain = menu.addAction(tr("&Copy"), this, &ReportTableView::copy);
  plain->setShortcut(QKeySequence::Copy);
  QAction* headers =
      menu.addAction(tr("Copy with &headers"), this, &ReportTableView::copy_with_headers);
  headers->setShortcut(headers_shortcut());
  for (QAction* action : {plain, headers}) action->setEnabled(selectionModel()->hasSelection());
  if (!actions().isEmpty()) {
    menu.addSeparator();
    menu.addActions(actions());
  }
  menu.exec(event->globalPos());
}

// Focus alone puts the cursor on the first row; that is no choice.
void ReportTableView::focusInEvent(QFocusEvent* event) {
  const QScopedValueRollback quiet(quiet_, true);
  QTableView::focusInEvent(event);
}

void ReportTableView::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fit_columns();
}

void ReportTableView::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fit_rows();
}

void ReportTableView::fit_rows() {
  const int height = std::max(kRowHeight, fontMetrics().height() + 6);
  verticalHeader()->setMinimumSectionSize(height);
  verticalHeader()->setDefaultSectionSize(height);
}

// Numbers get what they need and room for a bar, the key column the rest, up to a readable width.
void ReportTableView::fit_columns() {
  const int columns = model_->columnCount();
  if (columns == 0 || (sized_by_user_ && columns == fitted_columns_)) return;
  const QScopedValueRollback fitting(fitting_, true);
  int used = 0, key_width = 0;
  for (int column = 0; column < columns; ++column) {
    if (isColumnHidden(column)) continue;
    const bool number = model_->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole)
                            .value<Qt::Alignment>()
                            .testFlag(Qt::AlignRight);
    int width = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    width = number ? std::max(width, kLeastNumber) : std::clamp(width, kLeastText, kWidestText);
    if (column == key_column_) key_width = width;
    setColumnWidth(column, width);
    used += width;
  }
  const int spare = viewport()->width() - used;
  const int widest = std::max(key_width, std::min(kWidestText, key_width * 2));
  if (spare > 0)
    setColumnWidth(key_column_, std::min(key_width + spare, widest));
  else
    setColumnWidth(key_column_, std::max(kLeastText, key_width + spare));
  fitted_columns_ = columns;
}

}  // namespace footfall
