#pragma once

#include <QStringList>
#include <QTableView>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/session/table_copy.h"
#include "ui/tables/compared_columns.h"
#include "ui/tables/report_table_model.h"

class QMenu;

namespace footfall {

class FrozenColumn;

/// A table as the window shows it: 24 px rows, click sorts, rows are selected whole, Ctrl+C copies
/// them as they stand in files (tab-separated), Ctrl+Shift+C with the headers. The key column stays
/// in sight when the others are scrolled; which of the others are shown is chosen in the menu of
/// the header, or of a row.
class ReportTableView : public QTableView {
  Q_OBJECT
 public:
  /// `name` for accessibility; `key_column` names a row.
  explicit ReportTableView(const QString& name, int key_column = 0, QWidget* parent = nullptr);

  [[nodiscard]] ReportTableModel* report_model() const { return model_; }
  [[nodiscard]] int key_column() const { return key_column_; }
  /// Shows a table; the selected row stays selected where its key is still there.
  void set_table(const TablePtr& table, RowTotal total = {});
  void set_filter(const QString& contains);
  /// How the table is sorted until the user says otherwise.
  void set_default_sort(int column, Qt::SortOrder order);
  /// How the user sorted it, unlike at first: the column's name in files, "-" before it where the
  /// largest come first; and back, for tables to come, too.
  [[nodiscard]] const QString& chosen_sort() const { return chosen_sort_; }
  void choose_sort(const QString& chosen);
  /// A column that says the same in every row of this view: it is never shown.
  void hide_column(int column);
  /// A column for those who ask, or a part of one that is compared: it is not shown until it is
  /// chosen in the menu.
  void leave_out(int column, ComparedTable::Part part = ComparedTable::Part::now);
  /// Shows such a column or not until the user says otherwise.
  void offer_column(int column, bool shown);
  /// What the user chose to see or not, unlike at first: "+shard", "-total_events", by the columns'
  /// names in files; and back, for tables to come, too.
  [[nodiscard]] QStringList chosen_columns() const;
  void choose_columns(const QStringList& chosen);
  /// The menu of the columns, below the header.
  void open_columns();
  /// A column of short words: no wider than they and its header.
  void keep_narrow(int column) { narrow_.insert(column); }
  /// The table as it is seen: found rows in their order, shown columns with a text from left to
  /// right; null without a table.
  [[nodiscard]] TablePtr seen() const;

  /// The columns shown, from left to right.
  [[nodiscard]] std::vector<std::size_t> shown_columns() const;

  /// The table's row under the cursor.
  [[nodiscard]] std::optional<std::size_t> current_row() const;
  [[nodiscard]] std::string current_key() const;
  /// The table's rows that are selected, at most so many.
  [[nodiscard]] std::vector<std::size_t> selected_rows(std::size_t limit) const;
  /// The menu of the selected rows.
  void open_menu(const QPoint& global);
  /// Selects a row of the table and brings it into view; no row_chosen() follows.
  void select_row(std::size_t table_row);
  /// Selects the row of this key now or with the next order.
  void select_key(const std::string& key);

  void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

 public slots:
  void copy();
  void copy_with_headers();

 signals:
  /// The user went to another row (of the table).
  void row_chosen(std::size_t table_row);
  void order_shown();
  /// The menu of the selected rows is about to open; what it gets now comes first.
  void menu_requested(QMenu* menu);
  /// chosen_columns() is another one, by the user.
  void columns_chosen();
  /// chosen_sort() is another one, by the user.
  void sort_chosen();
  /// The selected rows are to be left out: the Delete key.
  void leave_out_requested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  void copy_rows(bool with_headers);
  void open_menu_at_row();
  void list_columns(QMenu* menu);
  void show_column(int column, bool shown);
  void open_columns_at(const QPoint& position);
  [[nodiscard]] int key_width_for_text() const;
  [[nodiscard]] ColumnPlace place_at(int column) const {
    const auto at = static_cast<std::size_t>(column);
    return model_->table() ? place_of(*model_->table(), at)
                           : ColumnPlace{at, ComparedTable::Part::now};
  }
  [[nodiscard]] std::string name_at(int column) const {
    return model_->table()
               ? std::string(model_->table()->columns()[static_cast<std::size_t>(column)].name)
               : std::string();
  }
  [[nodiscard]] bool is_out(int column) const;
  void before_order();
  void after_order();
  [[nodiscard]] bool names_times() const;
  [[nodiscard]] std::optional<std::size_t> chosen_row() const;
  void note_sort();
  void show_chosen_sort();
  void fit_columns();
  void seek_sorted();
  void fit_rows();

  ReportTableModel* model_;
  TableCopy copier_;
  int key_column_;
  std::set<std::size_t> hidden_;        // never shown, neither is what they are compared with
  std::set<ColumnPlace> left_out_;      // not shown as long as nobody asks
  std::map<std::string, bool> chosen_;  // by name: shown, or left out, by the user
  QString chosen_sort_;
  int default_column_ = -1;
  Qt::SortOrder default_order_ = Qt::AscendingOrder;
  std::set<int> narrow_;
  FrozenColumn* frozen_;
  bool quiet_ = false;  // the program, not the user, moves the cursor
  bool sized_by_user_ = false;
  bool fitting_ = false;
  int fitted_columns_ = 0;
  int ordered_columns_ = 0;               // of the last order
  std::optional<std::size_t> sorted_by_;  // in the last order
  bool seeks_sorted_ = false;             // the user has not looked elsewhere since it changed
  int scroll_ = 0;
  std::string key_;                      // of the row to come back to, while an order changes
  TablePtr kept_table_;                  // the table before the order changed, ...
  std::optional<std::size_t> kept_row_;  // ... and its current row
};

}  // namespace footfall
