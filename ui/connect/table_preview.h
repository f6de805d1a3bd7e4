#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "model/sql/schema.h"
#include "model/sql/sql_report.h"

class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace footfall {

/// The first rows of a table and, behind a tab, the statements that will run on it.
class TablePreview : public QWidget {
  Q_OBJECT
 public:
  explicit TablePreview(QWidget* parent = nullptr);
  void clear();
  void show_rows(const SqlPreview& preview, const std::vector<ColumnInfo>& columns);
  /// None: nothing will run yet.
  void show_statements(const std::vector<ExplainedStatement>& statements, SqlEngine engine = {});

 private:
  QTableWidget* rows_;
  QPlainTextEdit* sql_;
  QPushButton* copy_;
};

}  // namespace footfall
