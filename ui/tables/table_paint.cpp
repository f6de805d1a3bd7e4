#include "ui/tables/table_paint.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>

#include "ui/style/plain_text.h"
#include "ui/tables/report_table_model.h"

namespace footfall {
namespace {

constexpr int kArrow = 12;
constexpr int kLineMargin = 3;
constexpr qreal kBarOpacity = 0.16;
constexpr qreal kBarOpacityOnDark = 0.32;

QColor mixed(const QColor& a, const QColor& b, qreal share) {
  const auto mix = [share](float x, float y) {
    return static_cast<float>(x * (1 - share) + y * share);
  };
  return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()),
                          mix(a.blueF(), b.blueF()));
}

int digit_width(const QFontMetrics& metrics) {
  int width = 0;
  for (char16_t c = '0'; c <= '9'; ++c)
    width = std::max(width, metrics.horizontalAdvance(QChar(c)));
  return width;
}

bool digits_are_tabular(const QFontMetrics& metrics) {
  const int width = metrics.horizontalAdvance(QLatin1Char('0'));
  for (char16_t c = '1'; c <= '9'; ++c)
    if (metrics.horizontalAdvance(QChar(c)) != width) return false;
  return true;
}

}  // namespace

QColor muted_text(const QPalette& palette) {
  return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.38);
}

QColor hairline(const QPalette& palette) {
  return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.86);
}

void draw_number(QPainter& painter, const QRect& rect, const QString& text) {
  const QFontMetrics metrics = painter.fontMetrics();
  if (digits_are_tabular(metrics)) {
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    return;
  }
  const int digit = digit_width(metrics);
  int right = rect.right() + 1;
  for (qsizetype i = text.size(); i-- > 0;) {
    const int width = text[i].isDigit() ? digit : metrics.horizontalAdvance(text[i]);
    painter.drawText(QRect(right - width, rect.top(), width, rect.height()),
                     Qt::AlignCenter | Qt::TextSingleLine, text.mid(i, 1));
    right -= width;
  }
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  painter->save();
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const QPalette& palette = option.palette;
  const auto group =
      option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;

  if (selected) {
    painter->fillRect(option.rect, palette.brush(group, QPalette::Highlight));
  } else if (const QVariant bar = index.data(ReportTableModel::BarRole); bar.isValid()) {
    QRect track = option.rect.adjusted(4, 3, -4, -3);
    track.setWidth(std::max(2, static_cast<int>(track.width() * bar.toDouble())));
    QColor tone = palette.color(group, QPalette::Highlight);
    const bool dark = palette.color(QPalette::Base).lightnessF() < 0.5F;
    tone.setAlphaF(static_cast<float>(dark ? kBarOpacityOnDark : kBarOpacity));
    painter->fillRect(track, tone);
  }

  const bool number = index.data(ReportTableModel::NumberRole).toBool();
  const QRect rect = option.rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
  if (const auto* model = qobject_cast<const ReportTableModel*>(index.model()))
    if (const auto line = model->small_line(index))
      draw_small_line(
          *painter, rect.adjusted(0, kLineMargin, 0, -kLineMargin), *line,
          palette.color(group, selected ? QPalette::HighlightedText : QPalette::Highlight));
  painter->setFont(option.font);
  painter->setPen(palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
  const QString text = displayText(index.data(), option.locale);
  const QString shown =
      option.fontMetrics.elidedText(text, number ? Qt::ElideLeft : Qt::ElideMiddle, rect.width());
  if (number && shown == text)
    draw_number(*painter, rect, text);
  else
    painter->drawText(
        rect,
        static_cast<int>((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter) |
            Qt::TextSingleLine,
        shown);

  if (option.state.testFlag(QStyle::State_HasFocus)) {
    painter->setPen(
        palette.color(group, selected ? QPalette::HighlightedText : QPalette::Highlight));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
  }
  painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QString text = displayText(index.data(), option.locale);
  int width = option.fontMetrics.horizontalAdvance(text);
  if (index.data(ReportTableModel::NumberRole).toBool())
    width =
        std::max(width, digit_width(option.fontMetrics) * static_cast<int>(text.size()) * 9 / 10);
  return {width + 2 * kCellPadding + 2, option.fontMetrics.height()};
}

QString CellDelegate::displayText(const QVariant& value, const QLocale&) const {
  return visible_text(value.toString());
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                             const QStyleOptionViewItem& option, const QModelIndex& index) {
  if (event->type() != QEvent::ToolTip)
    return QStyledItemDelegate::helpEvent(event, view, option, index);
  const QString shown = displayText(index.data(), option.locale);
  const QString exact = index.data(Qt::ToolTipRole).toString();
  const bool elided =
      option.fontMetrics.horizontalAdvance(shown) > option.rect.width() - 2 * kCellPadding;
  if (elided || plain_tooltip(shown) != exact)
    QToolTip::showText(event->globalPos(), plain_tooltip(exact), view, option.rect);
  else
    QToolTip::hideText();
  return true;
}

TableHeader::TableHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
  setSectionsClickable(true);
  setSortIndicatorShown(true);
  setHighlightSections(false);
  setSectionsMovable(true);
  setStretchLastSection(false);
  setResizeContentsPrecision(40);
  setMinimumSectionSize(48);
}

QSize TableHeader::sizeHint() const {
  return {QHeaderView::sizeHint().width(), std::max(28, fontMetrics().height() + 12)};
}

void TableHeader::paintEvent(QPaintEvent* event) {
  QHeaderView::paintEvent(event);
  // The style paints what is right of the last section in the colour of buttons.
  const QRect rest(length() - offset(), 0, viewport()->width(), viewport()->height());
  QPainter painter(viewport());
  painter.fillRect(rest, palette().base());
  painter.setPen(hairline(palette()));
  painter.drawLine(rest.bottomLeft(), rest.bottomRight());
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
  if (!rect.isValid()) return;
  painter->save();
  painter->fillRect(rect, palette().base());
  painter->setPen(hairline(palette()));
  painter->drawLine(rect.bottomLeft(), rect.bottomRight());

  const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
  const auto alignment =
      model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
  const bool right = alignment.testFlag(Qt::AlignRight);
  const QString title = model()->headerData(section, Qt::Horizontal).toString();
  QRect text_rect = rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
  const int text_width = fontMetrics().horizontalAdvance(title);

  painter->setPen(sorted ? palette().color(QPalette::Text) : muted_text(palette()));
  if (sorted) {
    // The arrow stands inside of the title, so that titles stay aligned with their numbers.
    if (right)
      text_rect.setLeft(text_rect.left() + kArrow);
    else
      text_rect.setRight(text_rect.right() - kArrow);
    const int shown = std::min(text_width, text_rect.width());
    const int x =
        right ? text_rect.right() - shown - kArrow / 2 : text_rect.left() + shown + kArrow / 2;
    const int y = rect.center().y();
    const int up = sortIndicatorOrder() == Qt::AscendingOrder ? 1 : -1;
    QPainterPath arrow(QPointF(x - 3, y + 2 * up));
    arrow.lineTo(x, y - 2 * up);
    arrow.lineTo(x + 3, y + 2 * up);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->drawPath(arrow);
  }
  painter->drawText(text_rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                    fontMetrics().elidedText(title, Qt::ElideRight, text_rect.width()));
  painter->restore();
}

QSize TableHeader::sectionSizeFromContents(int section) const {
  const QString title = model()->headerData(section, Qt::Horizontal).toString();
  return {fontMetrics().horizontalAdvance(title) + 2 * kCellPadding + kArrow + 2,
          sizeHint().height()};
}

}  // namespace footfall
