#pragma once

#include <QWidget>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/sql/column_mapping.h"
#include "model/sql/table_inspection.h"

class QComboBox;
class QGridLayout;

namespace footfall {

class WrappedLabel;

/// Which column, or key of a JSON column, each value of a report is read from: found by name, to be
/// chosen or typed otherwise.
class MappingGrid : public QWidget {
  Q_OBJECT
 public:
  explicit MappingGrid(QWidget* parent = nullptr);

  /// `named` overrides what is found by name.
  void show_table(ReportKind kind, SqlEngine engine, std::vector<ColumnInfo> columns,
                  const std::vector<std::pair<std::string, std::string>>& named);
  /// How the first rows fare with these columns; forgotten when another one is chosen.
  void show_check(const ColumnCheck& check);
  /// What the roles' fields offer.
  void set_choices(const std::vector<std::string>& choices);
  /// Its fields come after a widget when Tab is pressed.
  void follow_in_tab_order(QWidget* before) const;
  /// Only where it is not what is found by name.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> columns() const;
  /// Every required value has a fitting column.
  [[nodiscard]] bool complete() const { return complete_; }

 signals:
  void changed();

 private:
  struct Row {
    const SqlRole* role;
    QComboBox* column;
    WrappedLabel* remark;
    std::string found;  ///< by name; empty where nothing is
  };
  void add_row(const SqlRole& role, const std::string& named);
  void check();
  [[nodiscard]] QString fault_of(std::size_t role) const;
  [[nodiscard]] QString filling_of(std::size_t role) const;

  SqlEngine engine_ = SqlEngine::postgresql;
  std::vector<ColumnInfo> columns_;
  std::vector<Row> rows_;
  std::optional<ColumnCheck> seen_;
  QGridLayout* grid_;
  bool complete_ = false;
};

/// Of roles with their columns those whose columns are there and fit.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> columns_that_fit(
    ReportKind kind, SqlEngine engine, const std::vector<ColumnInfo>& columns,
    std::vector<std::pair<std::string, std::string>> named);

}  // namespace footfall
