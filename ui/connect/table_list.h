#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "model/sql/schema.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace footfall {

/// The tables of a database under a search field, each with what it is: those that can be read
/// first, partitions below their table. The others are grey and say what is missing.
class TableList : public QWidget {
  Q_OBJECT
 public:
  explicit TableList(QWidget* parent = nullptr);

  /// Where `wanted` is there, it is chosen; a table without a schema stands for one in any.
  void show_tables(std::vector<ListedTable> tables, const std::optional<TableName>& wanted);
  [[nodiscard]] const std::optional<TableName>& chosen() const { return chosen_; }
  /// Where to go on: the chosen table, else the search.
  void focus_first();
  /// In the order of the list: what was chosen, or several tables.
  [[nodiscard]] std::vector<TableName> marked() const;

 signals:
  void table_chosen(const footfall::TableName& table);
  void marks_changed();
  void together_chosen(const std::vector<footfall::TableName>& tables);

 protected:
  /// From the search field Return and the arrow down go to the list.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void list();
  QTreeWidgetItem* item_of(std::size_t table);
  [[nodiscard]] std::optional<std::size_t> parent_of(std::size_t table) const;
  [[nodiscard]] QString detail_of(std::size_t table) const;
  void choose();

  std::vector<ListedTable> tables_;
  std::vector<std::optional<std::size_t>> parents_;  ///< of partitions that stand below one
  std::vector<std::size_t> partitions_;              ///< how many a table has
  std::vector<QTreeWidgetItem*> items_;              ///< null where the search leaves one out
  bool one_schema_ = true;
  std::optional<TableName> chosen_;
  QLineEdit* search_;
  QLabel* none_;
  QTreeWidget* list_;
  QPushButton* together_;  // of several tables
};

}  // namespace footfall
