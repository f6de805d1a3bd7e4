#include <QLabel>
#include <QTest>

#include "ui/pages/figures_row.h"

namespace footfall {
namespace {

bool all_readable(const FiguresRow& row) {
  for (const QLabel* label : row.findChildren<QLabel*>())
    if (label->width() < label->fontMetrics().horizontalAdvance(label->text()) ||
        label->mapTo(&row, QPoint(label->width(), 0)).x() > row.width())
      return false;
  return true;
}

class TestFiguresRow : public QObject {
  Q_OBJECT

 private slots:
  void large_figures_fit_a_narrow_window() {
    FiguresRow row;
    row.set_figures({{"50", "campaigns"},
                     {"1,881,183,770,592", "impressions"},
                     {"33,369,091,754", "clicks"},
                     {"1.77 %", "click-through rate"},
                     {"36,104,538,458.34", "spend"},
                     {"1,666,416,542", "conversions"}},
                    false);
    QVERIFY(row.minimumSizeHint().width() < row.sizeHint().width() * 3 / 4);
    row.show();
    double before = 0;
    for (int width = row.minimumSizeHint().width(); width <= row.sizeHint().width() + 8;
         width += 8) {
      row.resize(width, row.sizeHint().height());
      QTRY_VERIFY(all_readable(row));
      const double size = row.findChild<QLabel*>()->font().pointSizeF();
      QVERIFY(size >= before);
      before = size;
    }
    QVERIFY(before > row.font().pointSizeF() * 1.5);
  }
};

}  // namespace
}  // namespace footfall

QTEST_MAIN(footfall::TestFiguresRow)
#include "test_figures_row.moc"
