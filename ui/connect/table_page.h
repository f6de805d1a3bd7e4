#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "model/report/report_options.h"
#include "model/session/database_browser.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedLayout;

namespace footfall {

class MappingGrid;
class Notice;
class RangeFields;
class RowsPanel;
class TablePreview;
class WrappedLabel;

/// What the second step begins with.
struct WantedRows {
  TableName table;
  std::string where;
  std::optional<ReportKind> kind;  ///< and its columns; without it they are proposed
  std::vector<std::pair<std::string, std::string>> columns;
  bool fetched = false;  ///< DatabaseSource::fetched
};

/// Second step of connecting: a table or a query, the report to make of it, its columns, a time
/// range; below, its first rows and the statements that will run.
class TablePage : public QWidget {
  Q_OBJECT
 public:
  /// The browser is open when the page is shown.
  explicit TablePage(DatabaseBrowser& browser, QWidget* parent = nullptr);

  /// Lists what the browser found. `wanted` is chosen where it is there.
  void begin(const ConnectionSettings& settings, const std::optional<WantedRows>& wanted,
             const ReportOptions& options, const Filter& filter);
  /// A query that was typed and not opened is none any more.
  void forget_edits();
  /// Rows are chosen and every value has its column.
  [[nodiscard]] bool complete() const;
  [[nodiscard]] DatabaseSource source() const;
  /// The filter of begin() with the time range chosen here.
  [[nodiscard]] Filter filter() const;
  /// The rows are those of a query.
  [[nodiscard]] bool asks_for_query() const;
  /// Says it beside the query or the condition, where that is to blame.
  [[nodiscard]] bool take_fault(const SqlError& error);

 signals:
  void changed();
  void database_chosen(const std::string& name);
  void refused(const QString& why);

 private:
  QWidget* build_right();
  void choose_rows(const std::optional<TableName>& rows);
  void check_again(const TableName& query);
  [[nodiscard]] bool has_columns() const;
  void show_right();
  void show_columns(const std::vector<ColumnInfo>& columns);
  void show_preview(const SqlPreview& preview);
  void show_report();
  void ask();
  void inspect();
  void show_check(const ColumnCheck& check);
  QWidget* build_condition();
  [[nodiscard]] bool is_wanted() const;
  [[nodiscard]] std::optional<ReportKind> kind_of_before() const;
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> columns_of_before() const;
  [[nodiscard]] std::string condition_of_before() const;
  [[nodiscard]] bool fetched_before() const;
  [[nodiscard]] bool is_here(const DatabaseSource& source) const;
  [[nodiscard]] bool is_this(const DatabaseSource& source) const;
  [[nodiscard]] ReportKind kind() const;

  DatabaseBrowser& browser_;
  ConnectionSettings settings_;
  std::optional<WantedRows> wanted_;
  std::vector<DatabaseSource> before_;  ///< opened before, the latest first
  ReportOptions options_;
  Filter filter_;
  std::optional<TableName> table_;
  std::optional<WantedRows> edited_;  ///< what was chosen for the query before it was edited
  std::vector<ColumnInfo> columns_;
  SqlPreview first_rows_;
  bool ranged_ = false;      ///< the rows shown are those of the time range
  bool new_columns_ = true;  ///< others than those that were inspected

  RowsPanel* rows_;
  QStackedLayout* right_;
  QWidget* choices_;
  QComboBox* report_;
  QLabel* fits_;
  MappingGrid* mapping_;
  WrappedLabel* verdict_;
  QLineEdit* where_;
  WrappedLabel* where_fault_;
  RangeFields* range_;
  QCheckBox* fetch_;
  TablePreview* preview_;
  QTimer typing_;
};

}  // namespace footfall
