#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "model/sql/connection_settings.h"

class QLabel;
class QLineEdit;
class QListWidget;

namespace footfall {

/// The tables of a database under a search field.
class TableList : public QWidget {
  Q_OBJECT
 public:
  explicit TableList(QWidget* parent = nullptr);

  /// Where `wanted` is there, it is chosen; a table without a schema stands for one in any.
  void show_tables(std::vector<TableName> tables, const std::optional<TableName>& wanted);
  [[nodiscard]] const std::optional<TableName>& chosen() const { return chosen_; }
  /// Where to go on: the chosen table, else the search.
  void focus_first();

 signals:
  void table_chosen(const footfall::TableName& table);

 protected:
  /// From the search field Return and the arrow down go to the list.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void list();
  void choose();

  std::vector<TableName> tables_;
  std::optional<TableName> chosen_;
  QLineEdit* search_;
  QLabel* none_;
  QListWidget* list_;
};

}  // namespace footfall
