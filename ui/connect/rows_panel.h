#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "model/sql/schema.h"

class QComboBox;
class QRadioButton;
class QStackedLayout;

namespace footfall {

class QueryField;
class TableList;

/// Whose rows a report is made of: the databases of a server, and of one of them a table or a
/// query.
class RowsPanel : public QWidget {
  Q_OBJECT
 public:
  struct Offer {
    std::vector<std::string> databases;
    std::string database;
    std::vector<ListedTable> tables;
    /// A table without a schema stands for one in any; a query is checked at once.
    std::optional<TableName> wanted;
    std::string query_of_before;  ///< the latest one here, or nothing
    bool query_first = false;     ///< and no table was opened since
  };
  explicit RowsPanel(QWidget* parent = nullptr);

  /// What was typed as a query stays, unless it is to be forgotten.
  void show_offer(Offer offer);
  /// As if it had been typed, checked at once; of several tables, empty where there is none.
  void put_query(const std::string& query);
  [[nodiscard]] QueryField& query() { return *query_; }
  [[nodiscard]] bool asks_for_query() const;
  /// Several tables are marked, which are no rows until they are taken together.
  [[nodiscard]] bool marks_several() const;

 signals:
  /// A table of the list, or a query to be checked; nothing where neither is chosen yet.
  void rows_chosen(const std::optional<footfall::TableName>& rows);
  void query_changed();
  void marks_changed();
  void together_chosen(const std::vector<footfall::TableName>& tables);
  void database_chosen(const std::string& name);
  void refused(const QString& why);

 private:
  void show_side(bool query);
  void choose_side();

  QComboBox* databases_;
  QRadioButton* by_table_;
  QRadioButton* by_query_;
  QStackedLayout* sides_;
  TableList* tables_;
  QueryField* query_;
};

}  // namespace footfall
