// Long, for its columns, their widths and what is selected follow each new order together.
#include "ui/tables/report_table_view.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <algorithm>
#include <utility>

#include "model/session/seen_table.h"
#include "ui/application.h"
#include "ui/tables/frozen_column.h"
#include "ui/tables/table_paint.h"
#include "ui/tables/totals_row.h"

namespace footfall {
namespace {

constexpr int kRowHeight = 24;
constexpr int kLeastNumber = 104;
constexpr int kLeastText = 144;
constexpr int kWidestText = 520;  // of other columns, and of keys that need no more
constexpr int kCellMargins = 20;
constexpr int kMeasuredRows = 200;  // by which the width of a column is found

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
  horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
  frozen_ = new FrozenColumn(this, key_column);
  frozen_->setAccessibleName(name);

  connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
          &ReportTableView::open_columns_at);
  const auto follow = [this] { frozen_->follow(); };
  connect(horizontalScrollBar(), &QScrollBar::valueChanged, frozen_, follow);
  connect(horizontalScrollBar(), &QScrollBar::actionTriggered, this,
          [this] { seeks_sorted_ = false; });
  connect(horizontalHeader(), &QHeaderView::sectionMoved, frozen_, follow);
  connect(horizontalHeader(), &QHeaderView::sectionResized, frozen_, follow);
  connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, frozen_, follow);
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
  // The header turns the order round after it says so.
  connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &ReportTableView::note_sort,
          Qt::QueuedConnection);
}

void ReportTableView::set_table(const TablePtr& table, RowTotal total) {
  model_->keep_row(chosen_row() ? current_key() : std::string());
  model_->set_table(table, std::move(total));
  if (!chosen_sort_.isEmpty()) show_chosen_sort();
}

void ReportTableView::set_filter(const QString& contains) {
  model_->keep_row(chosen_row() ? current_key() : std::string());
  model_->set_filter(contains);
}

void ReportTableView::set_default_sort(int column, Qt::SortOrder order) {
  default_column_ = column;
  default_order_ = order;
  horizontalHeader()->setSortIndicator(column, order);
  model_->sort(column, order);
}

void ReportTableView::note_sort() {
  const QHeaderView* const header = horizontalHeader();
  const int column = header->sortIndicatorSection();
  if (!model_->table() || column < 0) return;
  const bool falling = header->sortIndicatorOrder() == Qt::DescendingOrder;
  const QString chosen = column == default_column_ && header->sortIndicatorOrder() == default_order_
                             ? QString()
                             : (falling ? "-" : "") + QString::fromStdString(name_at(column));
  if (std::exchange(chosen_sort_, chosen) != chosen) emit sort_chosen();
}

void ReportTableView::choose_sort(const QString& chosen) {
  if (std::exchange(chosen_sort_, chosen) == chosen) return;
  if (chosen.isEmpty())
    sortByColumn(default_column_, default_order_);
  else
    show_chosen_sort();
}

// A column that the table lacks is waited for.
void ReportTableView::show_chosen_sort() {
  const bool falling = chosen_sort_.startsWith('-');
  const std::string name = chosen_sort_.mid(falling ? 1 : 0).toStdString();
  const Qt::SortOrder order = falling ? Qt::DescendingOrder : Qt::AscendingOrder;
  const QHeaderView* const header = horizontalHeader();
  for (int column = 0; model_->table() && column < model_->columnCount(); ++column)
    if (name_at(column) == name &&
        (header->sortIndicatorSection() != column || header->sortIndicatorOrder() != order))
      return sortByColumn(column, order);
}

void ReportTableView::hide_column(int column) {
  hidden_.insert(static_cast<std::size_t>(column));
  setColumnHidden(column, true);
}

void ReportTableView::leave_out(int column, ComparedTable::Part part) {
  left_out_.insert({static_cast<std::size_t>(column), part});
  if (part == ComparedTable::Part::now) setColumnHidden(column, true);
}

std::vector<std::size_t> ReportTableView::shown_columns() const {
  std::vector<std::size_t> columns;
  for (int visual = 0; visual < model_->columnCount(); ++visual) {
    const int column = horizontalHeader()->logicalIndex(visual);
    const auto at = static_cast<std::size_t>(column);
    if (!isColumnHidden(column) && !is_small_line(model_->table()->columns()[at]))
      columns.push_back(at);
  }
  return columns;
}

TablePtr ReportTableView::seen() const { return seen_table(model_->order(), shown_columns()); }

void ReportTableView::list_columns(QMenu* menu) {
  for (int column = 0; column < model_->columnCount(); ++column) {
    if (hidden_.contains(place_at(column).source)) continue;
    QAction* action = menu->addAction(
        model_->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString());
    action->setCheckable(true);
    action->setChecked(!isColumnHidden(column));
    // Without it a row would have no name.
    action->setEnabled(column != key_column_);
    connect(action, &QAction::toggled, this, [this, column](bool on) {
      // As it was at first is no choice.
      if (on != left_out_.contains(place_at(column)))
        chosen_.erase(name_at(column));
      else
        chosen_[name_at(column)] = on;
      show_column(column, on);
      emit columns_chosen();
    });
  }
}

void ReportTableView::open_columns_at(const QPoint& position) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setAccessibleName(tr("Columns"));
  list_columns(menu);
  menu->popup(horizontalHeader()->mapToGlobal(position));
}

void ReportTableView::open_columns() {
  if (model_->columnCount() > 0) open_columns_at({0, horizontalHeader()->height()});
}

bool ReportTableView::is_out(int column) const {
  const ColumnPlace place = place_at(column);
  if (hidden_.contains(place.source)) return true;
  const auto chosen = chosen_.find(name_at(column));
  return chosen != chosen_.end() ? !chosen->second : left_out_.contains(place);
}

QStringList ReportTableView::chosen_columns() const {
  QStringList names;
  for (const auto& [name, shown] : chosen_)
    names << (shown ? QLatin1Char('+') : QLatin1Char('-')) + QString::fromStdString(name);
  return names;
}

void ReportTableView::choose_columns(const QStringList& chosen) {
  chosen_.clear();
  for (const QString& name : chosen)
    if (name.size() > 1) chosen_[name.mid(1).toStdString()] = name.front() == QLatin1Char('+');
  for (int column = 0; column < model_->columnCount(); ++column)
    setColumnHidden(column, is_out(column));
  fit_columns();
  frozen_->follow();
}

void ReportTableView::offer_column(int column, bool shown) {
  const ColumnPlace place{static_cast<std::size_t>(column), ComparedTable::Part::now};
  if (shown)
    left_out_.erase(place);
  else
    left_out_.insert(place);
  if (isColumnHidden(column) != is_out(column)) show_column(column, !is_out(column));
}

void ReportTableView::show_column(int column, bool shown) {
  setColumnHidden(column, !shown);
  fit_columns();
  frozen_->follow();
}

void ReportTableView::scrollTo(const QModelIndex& index, ScrollHint hint) {
  QScrollBar* bar = horizontalScrollBar();
  const int before = bar->value();
  const bool held = frozen_->isVisible();
  QTableView::scrollTo(index, hint);
  if (!held) return;
  // The column that is held in place is in sight wherever the table stands, and hides what is
  // below.
  if (index.column() == key_column_)
    bar->setValue(before);
  else if (const int below = frozen_->width() - columnViewportPosition(index.column()); below > 0)
    bar->setValue(bar->value() - below);
}

std::optional<std::size_t> ReportTableView::current_row() const {
  const QModelIndex index = currentIndex();
  if (!index.isValid()) return std::nullopt;
  return model_->table_row(index.row());
}

// The focus alone puts the cursor on a row.
std::optional<std::size_t> ReportTableView::chosen_row() const {
  return selectionModel()->isSelected(currentIndex()) ? current_row() : std::nullopt;
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
  kept_row_ = chosen_row();
}

void ReportTableView::after_order() {
  const bool columns_changed = model_->columnCount() != ordered_columns_;
  {
    const QScopedValueRollback fitting(fitting_, true);
    // Columns come with the first table, and others with one that is compared.
    for (int column = 0; column < model_->columnCount(); ++column)
      if (const bool out = is_out(column); out != isColumnHidden(column))
        setColumnHidden(column, out);
    if (const int columns = model_->columnCount();
        columns > 0 && columns != std::exchange(ordered_columns_, columns)) {
      const QSignalBlocker blocker(horizontalHeader());
      const auto sorted = model_->sort_column();
      horizontalHeader()->setSortIndicator(sorted ? static_cast<int>(*sorted) : -1,
                                           model_->sort_order());
    }
  }
  if (const auto sorted = model_->sort_column();
      sorted != std::exchange(sorted_by_, sorted) || columns_changed)
    seeks_sorted_ = true;
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
  seek_sorted();
  frozen_->follow();
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
  request.columns = shown_columns();
  copier_.request(std::move(request));
}

void ReportTableView::copy() { copy_rows(false); }

void ReportTableView::copy_with_headers() { copy_rows(true); }

void ReportTableView::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    copy();
  } else if (QKeySequence(event->keyCombination()) == headers_shortcut()) {
    copy_with_headers();
  } else if (event->key() == Qt::Key_Menu ||
             (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)) {
    open_menu_at_row();
  } else if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier) {
    emit leave_out_requested();
  } else if (event->text().isEmpty() || event->modifiers().testFlag(Qt::ControlModifier) ||
             event->key() == Qt::Key_Escape || !event->text().front().isPrint()) {
    QTableView::keyPressEvent(event);
  } else {
    // Typing would search the cells of one column row by row; the find field does it properly.
    event->ignore();
  }
}

std::vector<std::size_t> ReportTableView::selected_rows(std::size_t limit) const {
  std::vector<std::size_t> rows;
  for (const QItemSelectionRange& range : selectionModel()->selection())
    for (int row = range.top(); row <= range.bottom() && rows.size() < limit; ++row)
      rows.push_back(model_->table_row(row));
  return rows;
}

void ReportTableView::open_menu(const QPoint& global) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setAccessibleName(tr("Menu of the row"));
  emit menu_requested(menu);
  if (!menu->isEmpty()) menu->addSeparator();
  QAction* plain = menu->addAction(tr("&Copy"), this, &ReportTableView::copy);
  plain->setShortcut(QKeySequence::Copy);
  QAction* headers =
      menu->addAction(tr("Copy with &headers"), this, &ReportTableView::copy_with_headers);
  headers->setShortcut(headers_shortcut());
  for (QAction* action : {plain, headers}) action->setEnabled(selectionModel()->hasSelection());
  if (!actions().isEmpty()) {
    menu->addSeparator();
    menu->addActions(actions());
  }
  if (model_->columnCount() > 2) {
    menu->addSeparator();
    list_columns(menu->addMenu(tr("Co&lumns")));
  }
  menu->popup(global);
}

void ReportTableView::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() == QContextMenuEvent::Keyboard) return open_menu_at_row();
  open_menu(event->globalPos());
}

// Below the row that the keys are at.
void ReportTableView::open_menu_at_row() {
  const QRect row = visualRect(currentIndex());
  open_menu(viewport()->mapToGlobal(row.isValid() ? row.bottomLeft() : QPoint()));
}

// Focus alone puts the cursor on the first row; that is no choice.
void ReportTableView::focusInEvent(QFocusEvent* event) {
  const QScopedValueRollback quiet(quiet_, true);
  QTableView::focusInEvent(event);
}

void ReportTableView::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fit_columns();
  seek_sorted();
  frozen_->follow();
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

// Brings the column by which the rows are ranked into sight, whole where there is room for it.
void ReportTableView::seek_sorted() {
  if (!seeks_sorted_ || !sorted_by_) return;
  const int column = static_cast<int>(*sorted_by_);
  if (column == key_column_ || column >= model_->columnCount() || isColumnHidden(column)) return;
  QScrollBar* bar = horizontalScrollBar();
  const int begin = columnViewportPosition(column), end = begin + columnWidth(column);
  const int held = isColumnHidden(key_column_) ? 0 : columnWidth(key_column_);
  if (end > viewport()->width())
    bar->setValue(bar->value() + std::min(end - viewport()->width(), begin - held));
  else if (begin < held)
    bar->setValue(bar->value() - (held - begin));
}

// What the key column needs for its first rows to be whole.
int ReportTableView::key_width_for_text() const {
  int width = 0;
  const int rows = std::min(kMeasuredRows, model_->rowCount());
  for (int row = 0; row < rows; ++row)
    width = std::max(
        width, fontMetrics().horizontalAdvance(model_->index(row, key_column_).data().toString()));
  return width + kCellMargins;
}

// Numbers get what they need and room for a bar, the key column the rest: as much as its text
// takes, and a little air up to a readable width.
bool ReportTableView::names_times() const {
  const TablePtr table = model_->table();
  if (!table || static_cast<std::size_t>(key_column_) >= table->columns().size()) return false;
  const ColumnKind kind = table->columns()[static_cast<std::size_t>(key_column_)].kind;
  return kind == ColumnKind::hour || kind == ColumnKind::day;
}

void ReportTableView::fit_columns() {
  const int columns = model_->columnCount();
  if (columns == 0 || (sized_by_user_ && columns == fitted_columns_)) return;
  const QScopedValueRollback fitting(fitting_, true);
  const QFontMetrics totals(totals_font(font()));
  int used = 0, key_width = 0;
  std::vector<int> texts;  // that may be cut short
  for (int column = 0; column < columns; ++column) {
    if (isColumnHidden(column)) continue;
    const bool number = model_->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole)
                            .value<Qt::Alignment>()
                            .testFlag(Qt::AlignRight);
    int width = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    if (number)
      width = std::max(width, totals.horizontalAdvance(total_text(
                                  *model_->order(), static_cast<std::size_t>(column), false)) +
                                  kCellMargins);
    if (!narrow_.contains(column))
      width = number ? std::max(width, kLeastNumber) : std::clamp(width, kLeastText, kWidestText);
    if (column == key_column_)
      key_width = width;
    else if (!number && !narrow_.contains(column))
      texts.push_back(column);
    setColumnWidth(column, width);
    used += width;
  }
  int spare = viewport()->width() - used;
  for (const int column : texts) {
    const int width = columnWidth(column);
    const int cut = std::clamp(-spare, 0, width - kLeastText);
    if (cut == 0) continue;
    setColumnWidth(column, width - cut);
    spare += cut;
  }
  const int airy = std::min(kWidestText, key_width * 2);
  const int widest = std::max({key_width, key_width_for_text(), airy});
  if (spare > 0)
    setColumnWidth(key_column_, std::min(key_width + spare, widest));
  else if (!names_times())  // which are nothing when they are cut short
    setColumnWidth(key_column_, std::max(kLeastText, key_width + spare));
  fitted_columns_ = columns;
}

}  // namespace footfall
