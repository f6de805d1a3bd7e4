#include <QSignalSpy>
#include <QTest>

#include "model/session/table_copy.h"
#include "tests/support/plain_table.h"

namespace footfall {
namespace {

RowOrderPtr numbers(int rows, bool descending) {
  test::PlainTable::Rows cells;
  for (int i = 0; i < rows; ++i)
    cells.push_back({"row \"" + std::to_string(i) + "\"", std::to_string(i)});
  auto table = std::make_shared<test::PlainTable>(
      std::vector<Column>{{"name", ColumnKind::text}, {"n", ColumnKind::count}}, std::move(cells));
  return order_rows({table, 1, descending, ""});
}

}  // namespace

class TestTableCopy : public QObject {
  Q_OBJECT
 private slots:
  void writes_rows_as_spreadsheets_read_them() {
    const RowOrderPtr order = numbers(5, true);
    QCOMPARE(*rows_as_text({order, {{0, 0}, {3, 4}}, {1, 0}, true}),
             QStringLiteral(
                 "n\tname\n4\t\"row \"\"4\"\"\"\n1\t\"row \"\"1\"\"\"\n0\t\"row \"\"0\"\"\"\n"));
    QCOMPARE(*rows_as_text({order, {{4, 9}}, {1}, false}), QStringLiteral("0\n"));
    QCOMPARE(*rows_as_text({std::make_shared<const RowOrder>(), {{0, 1}}, {0}, true}), QString());
  }

  void few_rows_at_once_many_on_a_worker_and_the_latest_wins() {
    TableCopy copy;
    QStringList texts;
    connect(&copy, &TableCopy::copied, this, [&](const QString& text) { texts += text; });
    const RowOrderPtr order = numbers(100'000, false);
    copy.request({order, {{0, 1}}, {1}, false});
    QCOMPARE(texts, QStringList{QStringLiteral("0\n1\n")});
    texts.clear();
    copy.request({order, {{0, 99'999}}, {0, 1}, true});
    copy.request({order, {{10, 99'999}}, {1}, false});
    QVERIFY(texts.isEmpty());
    QTRY_COMPARE(texts.size(), 1);
    QCOMPARE(texts[0].count(QLatin1Char('\n')), 99'990);
    QVERIFY(texts[0].startsWith(QStringLiteral("10\n11\n")));
    texts.clear();
    copy.request({order, {{0, 99'999}}, {0, 1}, true});
    copy.request({order, {{7, 7}}, {1}, false});
    QTest::qWait(50);
    QCOMPARE(texts, QStringList{QStringLiteral("7\n")});
  }

  void going_away_in_the_middle_is_safe() {
    const RowOrderPtr order = numbers(200'000, false);
    for (int i = 0; i < 10; ++i) {
      TableCopy copy;
      copy.request({order, {{0, 199'999}}, {0, 1}, true});
      if (i % 3 == 0) QTest::qWait(1);
    }
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!rows_as_text({order, {{0, 199'999}}, {0, 1}, true}, stop.get_token()));
  }
};

}  // namespace footfall

using footfall::TestTableCopy;
QTEST_GUILESS_MAIN(TestTableCopy)
#include "test_table_copy.moc"
