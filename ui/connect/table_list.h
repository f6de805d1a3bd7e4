#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "model/sql/connection_settings.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace footfall {

/// The databases of a server, and the tables of one of them under a search field.
class TableList : public QWidget {
  Q_OBJECT
 public:
  explicit TableList(QWidget* parent = nullptr);

  /// Where `wanted` is there, it is chosen; a table without a schema stands for one in any.
  void show_tables(const std::vector<std::string>& databases, const std::string& database,
                   std::vector<TableName> tables, const std::optional<TableName>& wanted);

 signals:
  void table_chosen(const footfall::TableName& table);
  void database_chosen(const std::string& name);

 protected:
  /// From the search field Return and the arrow down go to the list.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void list();
  void choose();

  std::vector<TableName> tables_;
  std::optional<TableName> chosen_;
  QComboBox* databases_;
  QLineEdit* search_;
  QLabel* none_;
  QListWidget* list_;
};

}  // namespace footfall
