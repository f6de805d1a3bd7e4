#include "ui/tables/tab_strip.h"

#include <QPainter>
#include <algorithm>

#include "ui/tables/table_paint.h"

namespace footfall {
namespace {

constexpr int kTabPadding = 8;
constexpr int kLeastWidth = 48;
constexpr int kLeastHeight = 26;

}  // namespace

TabStrip::TabStrip(QWidget* parent) : QTabBar(parent) {
  setDrawBase(false);
  setExpanding(false);
  setElideMode(Qt::ElideRight);
  setUsesScrollButtons(false);
}

QSize TabStrip::tabSizeHint(int index) const {
  const QFontMetrics metrics = fontMetrics();
  return {metrics.horizontalAdvance(tabText(index)) + 2 * kTabPadding + 2,
          std::max(kLeastHeight, metrics.height() + 10)};
}

QSize TabStrip::minimumTabSizeHint(int index) const {
  return {kLeastWidth, tabSizeHint(index).height()};
}

void TabStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  for (int i = 0; i < count(); ++i) {
    if (!isTabVisible(i)) continue;
    const QRect rect = tabRect(i);
    const bool front = i == currentIndex();
    painter.setPen(front ? palette().color(QPalette::WindowText) : muted_text(palette()));
    const QRect words = rect.adjusted(kTabPadding, 0, -kTabPadding, 0);
    painter.drawText(words, Qt::AlignCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(tabText(i), Qt::ElideRight, words.width()));
    if (!front) continue;
    const QColor accent = palette().color(QPalette::Highlight);
    if (count() > 1)
      painter.fillRect(QRect(words.left(), rect.bottom() - 1, words.width(), 2), accent);
    if (hasFocus()) {
      painter.setPen(accent);
      painter.drawRect(rect.adjusted(1, 1, -2, -3));
    }
  }
}

}  // namespace footfall
