#include "ui/tables/totals_row.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "ui/style/plain_text.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"
#include "ui/tables/report_table_view.h"
#include "ui/tables/table_paint.h"

namespace footfall {

QFont totals_font(QFont font) {
  font.setWeight(QFont::DemiBold);
  return font;
}

QString total_text(const RowOrder& order, std::size_t column, bool exact) {
  if (!order.total || order.total->rows() == 0) return {};
  if (!exact)
    return cell_text(*order.total, 0, column, telling_decimals(*order.total, column, {0}));
  std::string plain;
  order.total->append_cell(plain, 0, column);
  return exact_cell_text(order.total->columns()[column], plain);
}

TotalsRow::TotalsRow(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Totals"));
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  hide();
}

void TotalsRow::watch(ReportTableView* view) {
  const auto follow = [this, view] {
    if (view == view_) update();
  };
  connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, this, follow);
  connect(view->horizontalHeader(), &QHeaderView::sectionMoved, this, follow);
  connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, follow);
  connect(view->horizontalHeader(), &QHeaderView::geometriesChanged, this, follow);
}

void TotalsRow::show_for(ReportTableView* view) {
  view_ = view;
  const TablePtr total = view->report_model()->order()->total;
  const bool any = total && total->rows() > 0;
  QStringList words;
  for (int column = 0; any && column < view->report_model()->columnCount(); ++column) {
    if (view->isColumnHidden(column)) continue;
    words << (column == view->key_column()
                  ? text(column)
                  : view->report_model()
                            ->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole)
                            .toString() +
                        QStringLiteral(": ") + text(column, true));
  }
  setAccessibleDescription(words.join(QStringLiteral(", ")));
  setVisible(any);
  update();
}

QString TotalsRow::text(int column, bool exact) const {
  const RowOrder& order = *view_->report_model()->order();
  const auto at = static_cast<std::size_t>(column);
  if (column == view_->key_column()) {
    const QString rows = localized_number(order.size());
    return order.request.contains.empty() ? tr("Total of %1").arg(rows)
                                          : tr("Total of the %1 shown").arg(rows);
  }
  return total_text(order, at, exact);
}

QSize TotalsRow::sizeHint() const {
  return {0, view_ ? view_->verticalHeader()->defaultSectionSize() + 1 : 0};
}

int TotalsRow::area_width() const { return view_->viewport()->width(); }

QRect TotalsRow::cell(int column) const {
  int left = view_->columnViewportPosition(column), wide = view_->columnWidth(column);
  if (column == view_->key_column() && left < 0) {
    left = 0;
    wide = std::min(wide, area_width() / 2);
  }
  return {view_->viewport()->x() + left, 1, wide, height() - 1};
}

void TotalsRow::paintEvent(QPaintEvent* /*event*/) {
  if (!view_ || !view_->report_model()->order()->total) return;
  QPainter painter(this);
  painter.setClipRect(QRect(view_->viewport()->x(), 0, area_width(), height()));
  painter.fillRect(rect(), palette().color(QPalette::Base));
  painter.setFont(totals_font(font()));
  const QFontMetrics metrics = painter.fontMetrics();
  const auto draw = [&](int column) {
    const QRect rect = cell(column).adjusted(kCellPadding, 0, -kCellPadding, 0);
    const bool number =
        is_number(view_->report_model()->table()->columns()[static_cast<std::size_t>(column)]);
    const QString whole = text(column);
    const QString shown =
        metrics.elidedText(whole, number ? Qt::ElideLeft : Qt::ElideRight, rect.width());
    painter.setPen(palette().color(QPalette::Text));
    if (number && shown == whole)
      draw_number(painter, rect, whole);
    else
      painter.drawText(
          rect,
          static_cast<int>((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter) |
              Qt::TextSingleLine,
          shown);
  };
  const int key = view_->key_column();
  for (int column = 0; column < view_->report_model()->columnCount(); ++column)
    if (column != key && !view_->isColumnHidden(column)) draw(column);
  painter.fillRect(cell(key), palette().color(QPalette::Base));
  draw(key);
  painter.setPen(muted_text(palette()));
  painter.drawLine(0, 0, width(), 0);
}

bool TotalsRow::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip || !view_) return QWidget::event(event);
  const auto* const help = static_cast<QHelpEvent*>(event);
  const int key = view_->key_column();
  const int column = cell(key).contains(help->pos())
                         ? key
                         : view_->columnAt(help->pos().x() - view_->viewport()->x());
  if (column >= 0)
    QToolTip::showText(help->globalPos(), plain_tooltip(text(column, true)), this, cell(column));
  return true;
}

}  // namespace footfall
