#include "ui/import/record_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "ui/dialogs/plain_grid.h"
#include "ui/import/record_model.h"
#include "ui/import/role_colors.h"
#include "ui/style/theme.h"
#include "ui/tables/table_paint.h"

namespace footfall {
namespace {

constexpr int kPadding = 8;
constexpr int kWidestColumn = 220;
constexpr int kNarrowestColumn = 72;
constexpr int kBand = 3;

/// Two lines: the column's name, and the role that it feeds in its colour.
class RoleHeader : public TableHeader {
 public:
  explicit RoleHeader(QWidget* parent) : TableHeader(parent) {
    setSortIndicatorShown(false);
    setSectionsMovable(false);
  }
  [[nodiscard]] QSize sizeHint() const override {
    return {TableHeader::sizeHint().width(), 2 * fontMetrics().height() + 16};
  }

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int section) const override {
    if (!rect.isValid()) return;
    painter->save();
    const int role = model()->headerData(section, Qt::Horizontal, RecordModel::RoleIndex).toInt();
    painter->fillRect(rect, palette().base());
    if (role >= 0) {
      painter->fillRect(rect, role_tint(palette(), static_cast<std::size_t>(role)));
      painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), kBand),
                        role_color(palette(), static_cast<std::size_t>(role)));
    }
    painter->setPen(hairline(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    const int line = fontMetrics().height();
    const QRect first(rect.left() + kPadding, rect.top() + 6, rect.width() - 2 * kPadding, line);
    const auto draw = [&](const QRect& place, const QString& text) {
      painter->drawText(place,
                        static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                        fontMetrics().elidedText(text, Qt::ElideMiddle, place.width()));
    };
    painter->setPen(palette().color(QPalette::Text));
    draw(first, model()->headerData(section, Qt::Horizontal).toString());
    const QString names =
        model()->headerData(section, Qt::Horizontal, RecordModel::RoleNames).toString();
    painter->setPen(role >= 0 ? role_color(palette(), static_cast<std::size_t>(role))
                              : muted_text(palette()));
    draw(first.translated(0, line + 2), names.isEmpty() ? RecordModel::tr("no role") : names);
    painter->restore();
  }
  [[nodiscard]] QSize sectionSizeFromContents(int section) const override {
    const int title =
        fontMetrics().horizontalAdvance(model()->headerData(section, Qt::Horizontal).toString());
    const int names = fontMetrics().horizontalAdvance(
        model()->headerData(section, Qt::Horizontal, RecordModel::RoleNames).toString());
    return {std::max(title, names) + 2 * kPadding + 4, sizeHint().height()};
  }
};

class RecordDelegate : public CellDelegate {
 public:
  using CellDelegate::CellDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const int role = index.data(RecordModel::RoleIndex).toInt();
    if (role >= 0)
      painter->fillRect(option.rect, role_tint(option.palette, static_cast<std::size_t>(role)));
    const bool fault = !index.data(RecordModel::Fault).toString().isEmpty();
    QStyleOptionViewItem marked = option;
    if (fault) {
      QColor error = signal_color(option.palette, Signal::error);
      marked.palette.setColor(QPalette::Text, error);
      marked.font.setWeight(QFont::DemiBold);
      error.setAlphaF(0.14F);
      painter->fillRect(option.rect, error);
    }
    CellDelegate::paint(painter, marked, index);
  }
};

}  // namespace

RecordView::RecordView(RecordModel& model, QWidget* parent) : QTableView(parent) {
  setModel(&model);
  make_plain(this);
  auto* header = new RoleHeader(this);
  setHorizontalHeader(header);
  setItemDelegate(new RecordDelegate(this));
  setSelectionBehavior(SelectItems);
  setSelectionMode(SingleSelection);
  setObjectName("records");
  setAccessibleName(tr("The first records as they will be read"));
  header->setToolTip({});
  connect(header, &QHeaderView::sectionClicked, this, [this, header](int column) {
    const QPoint foot(header->sectionViewportPosition(column), header->height());
    emit column_chosen(column, header->viewport()->mapToGlobal(foot));
  });
}

void RecordView::fit_columns() {
  resizeColumnsToContents();
  for (int column = 0; column < model()->columnCount(); ++column)
    setColumnWidth(column, std::clamp(columnWidth(column), kNarrowestColumn, kWidestColumn));
}

// What a click on the head does, from the column in which one stands.
void RecordView::keyPressEvent(QKeyEvent* event) {
  const bool wanted = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                      event->key() == Qt::Key_Menu;
  if (!wanted || !currentIndex().isValid()) return QTableView::keyPressEvent(event);
  const int column = currentIndex().column();
  const QPoint foot(horizontalHeader()->sectionViewportPosition(column),
                    horizontalHeader()->height());
  emit column_chosen(column, horizontalHeader()->viewport()->mapToGlobal(foot));
}

}  // namespace footfall
