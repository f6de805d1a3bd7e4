#pragma once

#include <QColor>
#include <QFont>
#include <QHeaderView>
#include <QPalette>
#include <QStyledItemDelegate>

namespace footfall {

/// Colours of tables, from the palette alone, so that light and dark follow.
[[nodiscard]] QColor muted_text(const QPalette& palette);
[[nodiscard]] QColor hairline(const QPalette& palette);

inline constexpr int kCellPadding = 8;  ///< at the left and right of a cell

/// Draws numbers with digits of equal width, whatever the font does; right-aligned in `rect`.
void draw_number(QPainter& painter, const QRect& rect, const QString& text);

/// Cells: one line, elided in the middle, a quiet bar behind the ranked column; a tooltip where the
/// text is elided or shortened. What cannot be seen in a text is made visible.
class CellDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;
  [[nodiscard]] QString displayText(const QVariant& value, const QLocale& locale) const override;
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;
};

/// A flat heading in a muted tone with a small arrow at the sorted column.
class TableHeader : public QHeaderView {
  Q_OBJECT
 public:
  explicit TableHeader(QWidget* parent);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void paintSection(QPainter* painter, const QRect& rect, int section) const override;
  [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
};

}  // namespace footfall
