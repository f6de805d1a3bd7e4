#pragma once

#include <QTableView>
#include <optional>
#include <string>
#include <vector>

#include "model/session/table_copy.h"
#include "ui/tables/report_table_model.h"

namespace footfall {

/// A table as the window shows it: 24 px rows, click sorts, rows are selected whole, Ctrl+C copies
/// them as they stand in files (tab-separated), Ctrl+Shift+C with the headers.
class ReportTableView : public QTableView {
  Q_OBJECT
 public:
  /// `name` for accessibility; `key_column` names a row.
  explicit ReportTableView(const QString& name, int key_column = 0, QWidget* parent = nullptr);

  [[nodiscard]] ReportTableModel* report_model() const { return model_; }
  /// Shows a table; the selected row stays selected where its key is still there.
  void set_table(const TablePtr& table);
  void set_filter(const QString& contains);
  /// How the table is sorted until the user says otherwise.
  void set_default_sort(int column, Qt::SortOrder order);
  /// Columns that say the same in every row of this view.
  void hide_column(int column);

  /// The table's row under the cursor.
  [[nodiscard]] std::optional<std::size_t> current_row() const;
  [[nodiscard]] std::string current_key() const;
  /// Selects a row of the table and brings it into view; no row_chosen() follows.
  void select_row(std::size_t table_row);
  /// Selects the row of this key now or with the next order.
  void select_key(const std::string& key);

 public slots:
  void copy();
  void copy_with_headers();

 signals:
  /// The user went to another row (of the table).
  void row_chosen(std::size_t table_row);
  void order_shown();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  void copy_rows(bool with_headers);
  void before_order();
  void after_order();
  void fit_columns();
  void fit_rows();

  ReportTableModel* model_;
  TableCopy copier_;
  int key_column_;
  std::vector<int> hidden_;
  bool quiet_ = false;  // the program, not the user, moves the cursor
  bool sized_by_user_ = false;
  bool fitting_ = false;
  int fitted_columns_ = 0;
  int scroll_ = 0;
  std::string key_;                      // of the row to come back to, while an order changes
  TablePtr kept_table_;                  // the table before the order changed, ...
  std::optional<std::size_t> kept_row_;  // ... and its current row
};

}  // namespace footfall
