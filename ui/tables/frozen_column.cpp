#include "ui/tables/frozen_column.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "ui/tables/table_paint.h"

namespace footfall {

FrozenColumn::FrozenColumn(QTableView* table, int column)
    : QTableView(table), table_(table), column_(column) {
  hide();
  setHorizontalHeader(new TableHeader(this));
  horizontalHeader()->setSectionsMovable(false);
  horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  setItemDelegate(new CellDelegate(this));
  setModel(table->model());
  setSelectionModel(table->selectionModel());
  setSelectionBehavior(table->selectionBehavior());
  setSelectionMode(table->selectionMode());
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setFocusPolicy(Qt::NoFocus);
  setAutoScroll(false);
  setShowGrid(false);
  setWordWrap(false);
  setFrameShape(QFrame::NoFrame);
  setCornerButtonEnabled(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(table->verticalScrollMode());
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this] {
    QHeaderView* header = table_->horizontalHeader();
    const bool turned = header->sortIndicatorSection() == column_ &&
                        header->sortIndicatorOrder() == Qt::AscendingOrder;
    header->setSortIndicator(column_, turned ? Qt::DescendingOrder : Qt::AscendingOrder);
  });
  connect(this, &QAbstractItemView::activated, table, &QAbstractItemView::activated);
  connect(table->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
          &QScrollBar::setValue);
}

void FrozenColumn::follow() {
  const int columns = table_->model()->columnCount();
  const bool held = column_ < columns && !table_->isColumnHidden(column_) &&
                    table_->columnViewportPosition(column_) < 0;
  if (held) {
    for (int column = 0; column < columns; ++column) setColumnHidden(column, column != column_);
    // At most half of the table: the others are what one scrolled for.
    const int width = std::min(table_->columnWidth(column_), table_->viewport()->width() / 2);
    verticalHeader()->setMinimumSectionSize(table_->verticalHeader()->minimumSectionSize());
    verticalHeader()->setDefaultSectionSize(table_->verticalHeader()->defaultSectionSize());
    setColumnWidth(column_, width);
    const QHeaderView* header = table_->horizontalHeader();
    horizontalHeader()->setFixedHeight(header->height());
    {
      const QSignalBlocker blocker(horizontalHeader());
      horizontalHeader()->setSortIndicator(header->sortIndicatorSection(),
                                           header->sortIndicatorOrder());
    }
    setGeometry(table_->frameWidth(), table_->frameWidth(), width,
                header->height() + table_->viewport()->height());
    verticalScrollBar()->setRange(table_->verticalScrollBar()->minimum(),
                                  table_->verticalScrollBar()->maximum());
    verticalScrollBar()->setValue(table_->verticalScrollBar()->value());
    raise();
  }
  setVisible(held);
}

void FrozenColumn::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  QPainter painter(viewport());
  painter.setPen(hairline(palette()));
  painter.drawLine(viewport()->rect().topRight(), viewport()->rect().bottomRight());
}

void FrozenColumn::mousePressEvent(QMouseEvent* event) {
  table_->setFocus(Qt::MouseFocusReason);
  QTableView::mousePressEvent(event);
}

void FrozenColumn::wheelEvent(QWheelEvent* event) {
  QCoreApplication::sendEvent(table_->viewport(), event);
}

void FrozenColumn::contextMenuEvent(QContextMenuEvent* event) {
  QContextMenuEvent moved(event->reason(), table_->viewport()->mapFromGlobal(event->globalPos()),
                          event->globalPos());
  QCoreApplication::sendEvent(table_->viewport(), &moved);
}

}  // namespace footfall
