#include <QTest>

#include "ui/share_words.h"

namespace footfall {

class ShareWordsTest : public QObject {
  Q_OBJECT
 private slots:
  void shares_say_nothing_and_all_of_those_alone() {
    QLocale::setDefault(QLocale::c());
    QCOMPARE(share_words(0, 7), QString("0 %"));
    QCOMPARE(share_words(0, 0), QString("0 %"));
    QCOMPARE(share_words(7, 7), QString("100 %"));
    QCOMPARE(share_words(1, 8), QString("12.5 %"));
    QCOMPARE(share_words(1, 10'000), QString("less than 0.1 %"));
    QCOMPARE(share_words(9'999, 10'000), QString("more than 99.9 %"));
    QCOMPARE(share_words(999, 1'000), QString("99.9 %"));
  }
};

}  // namespace footfall

QTEST_MAIN(footfall::ShareWordsTest)
#include "test_share_words.moc"
