#pragma once

#include <QAbstractTableModel>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/report/table.h"
#include "model/session/table_order.h"
#include "ui/tables/small_line.h"

namespace footfall {

/// The one adapter from a report's table to Qt's item views. Cells are read from the table when
/// they are painted; sort and filter are index vectors made off the GUI thread, and table and order
/// change together when the order is ready, so what is shown is never half of two states.
class ReportTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Role {
    RawRole = Qt::UserRole,  ///< number as double, text as QString: for tests and accessibility
    BarRole,                 ///< 0..1 in the sorted number column, invalid elsewhere
    NumberRole,              ///< bool: the column stands right-aligned with tabular digits
  };

  explicit ReportTableModel(QObject* parent = nullptr);

  /// Null empties the model. The sort stays where the column is still there.
  void set_table(TablePtr table, RowTotal total = {});
  /// What the numbers of a column are in, to stand in its header; empty: as its name says.
  void set_unit(std::string_view column, const QString& unit);
  /// Rows of which a text cell contains this; empty: all.
  void set_filter(const QString& contains);
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
  /// The column whose text names a row, so that a selection survives a new table.
  void set_key_column(int column) { key_column_ = static_cast<std::size_t>(column); }
  /// Look for the row of this key with the next order; see located().
  void keep_row(const std::string& key);

  [[nodiscard]] TablePtr table() const { return order_->request.table; }
  /// What is shown; never null.
  [[nodiscard]] const RowOrderPtr& order() const { return order_; }
  [[nodiscard]] QString filter() const;
  [[nodiscard]] std::optional<std::size_t> sort_column() const { return wanted_.sort_column; }
  [[nodiscard]] Qt::SortOrder sort_order() const;
  [[nodiscard]] bool busy() const { return orderer_.busy(); }

  /// The table's row behind a row of the view.
  [[nodiscard]] std::size_t table_row(int row) const {
    return order_->row(static_cast<std::size_t>(row));
  }
  /// Where a row of the table is shown; -1 where it is filtered away.
  [[nodiscard]] int view_row(std::size_t table_row) const;
  /// Where the row of keep_row() went; -1 where it is gone.
  [[nodiscard]] int located() const;
  /// A cell as it stands in exported files.
  [[nodiscard]] std::string plain_cell(int row, int column) const;
  [[nodiscard]] std::string key_of(int row) const;
  /// What is drawn in a cell in place of a text; none in other columns.
  [[nodiscard]] std::optional<SmallLine> small_line(const QModelIndex& index) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

 private:
  void show(const RowOrderPtr& order);
  void request();
  [[nodiscard]] QString with_unit(const QString& title, const Column& column) const;
  [[nodiscard]] QVariant bar(std::size_t row, std::size_t column) const;

  TableOrder orderer_;
  OrderRequest wanted_;
  TablePtr columns_of_;  // the last table, of whose columns `wanted_` speaks
  RowOrderPtr order_;    // never null
  std::map<std::string, QString, std::less<>> units_;  // by the name of a column
  std::vector<int> decimals_;  // of the columns that hold quotients, as the first rows need them
  std::size_t key_column_ = 0;
};

}  // namespace footfall
