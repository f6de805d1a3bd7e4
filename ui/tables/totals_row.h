#pragma once

#include <QFont>
#include <QWidget>

#include "model/session/row_order.h"

namespace footfall {

class ReportTableView;

/// The font of totals, beside that of the table.
[[nodiscard]] QFont totals_font(QFont font);
/// What an order's total has in a column; empty without one.
[[nodiscard]] QString total_text(const RowOrder& order, std::size_t column, bool exact);

/// The row below a table that adds up the rows above it. It follows the columns of the table, and
/// is hidden where that has no totals.
class TotalsRow : public QWidget {
  Q_OBJECT
 public:
  explicit TotalsRow(QWidget* parent = nullptr);

  /// To be called for every table that it may show.
  void watch(ReportTableView* view);
  /// The table above, or another order of it.
  void show_for(ReportTableView* view);

  /// What stands below a column; what it is the total of, below the one that names the rows.
  [[nodiscard]] QString text(int column, bool exact = false) const;
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  /// Where a column stands; the one that names the rows is held at the left edge.
  [[nodiscard]] QRect cell(int column) const;
  [[nodiscard]] int area_width() const;

  ReportTableView* view_ = nullptr;
};

}  // namespace footfall
