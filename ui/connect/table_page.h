#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "model/session/database_browser.h"
#include "model/report/report_options.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace footfall {

class MappingGrid;
class RangeFields;
class TabStrip;

/// Second step of connecting: a table, the report to make of it, its columns, a time range; below,
/// its first rows and the statements that will run.
class TablePage : public QWidget {
  Q_OBJECT
 public:
  /// The browser is open when the page is shown.
  explicit TablePage(DatabaseBrowser& browser, QWidget* parent = nullptr);

  /// Lists what the browser found. `wanted` is chosen where it is there.
  void begin(const ConnectionSettings& settings, const std::optional<DatabaseSource>& wanted,
             const ReportOptions& options, const Filter& filter);
  /// A table is chosen and every value has its column.
  [[nodiscard]] bool complete() const;
  [[nodiscard]] DatabaseSource source() const;
  /// The filter of begin() with the time range chosen here.
  [[nodiscard]] Filter filter() const;

 signals:
  void changed();
  void database_chosen(const QString& name);

 private:
  QWidget* build_left();
  QWidget* build_below();
  void list_tables();
  void choose_table();
  void show_columns(const std::vector<ColumnInfo>& columns);
  void show_preview(const SqlPreview& preview);
  void show_report();
  void explain();
  [[nodiscard]] ReportKind kind() const;

  DatabaseBrowser& browser_;
  ConnectionSettings settings_;
  std::optional<DatabaseSource> wanted_;
  ReportOptions options_;
  Filter filter_;
  std::optional<TableName> table_;
  std::vector<ColumnInfo> columns_;
  SqlPreview first_rows_;

  QComboBox* databases_;
  QLineEdit* search_;
  QListWidget* tables_;
  QLabel* none_;
  QComboBox* report_;
  QLabel* fits_;
  MappingGrid* mapping_;
  RangeFields* range_;
  TabStrip* tabs_;
  QStackedWidget* below_;
  QTableWidget* preview_;
  QPlainTextEdit* sql_;
  QPushButton* copy_;
  QTimer typing_;
};

}  // namespace footfall
