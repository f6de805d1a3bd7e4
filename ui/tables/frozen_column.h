#pragma once

#include <QTableView>

namespace footfall {

/// Holds the column that names the rows at the left edge of a table that is scrolled past it. It
/// shows the table's own model and selection and stands in front of the table only while the column
/// itself is out of sight.
class FrozenColumn : public QTableView {
  Q_OBJECT
 public:
  /// `table` has its model and is the parent.
  FrozenColumn(QTableView* table, int column);
  /// To be called when the table was scrolled, resized, sorted or filled.
  void follow();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  QTableView* table_;
  int column_;
};

}  // namespace footfall
