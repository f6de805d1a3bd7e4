#pragma once

#include <QStringList>

class QTableView;
class QTableWidget;
class QTableWidgetItem;

namespace footfall {

/// A small table that is read, not edited: no grid, 24 px rows, whole rows selected.
void make_plain(QTableView* table);
/// The first column is text, the others are numbers.
[[nodiscard]] QTableWidget* plain_table(const QStringList& headers);
[[nodiscard]] QTableWidgetItem* number_item(const QString& text);

}  // namespace footfall
