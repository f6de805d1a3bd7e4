#pragma once

#include <QWidget>
#include <string>
#include <utility>
#include <vector>

#include "model/sql/column_mapping.h"

class QComboBox;
class QGridLayout;
class QLabel;

namespace footfall {

/// Which column, or key of a JSON column, each value of a report is read from: found by name, to be
/// chosen or typed otherwise.
class MappingGrid : public QWidget {
  Q_OBJECT
 public:
  explicit MappingGrid(QWidget* parent = nullptr);

  /// `named` overrides what is found by name.
  void show_table(ReportKind kind, SqlEngine engine, std::vector<ColumnInfo> columns,
                  const std::vector<std::pair<std::string, std::string>>& named);
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
    QLabel* remark;
    std::string found;  ///< by name; empty where nothing is
  };
  void add_row(const SqlRole& role, const std::string& named);
  void check();

  SqlEngine engine_ = SqlEngine::postgresql;
  std::vector<ColumnInfo> columns_;
  std::vector<Row> rows_;
  QGridLayout* grid_;
  bool complete_ = false;
};

}  // namespace footfall
