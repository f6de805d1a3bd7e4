#include <QTest>
#include <cmath>
#include <memory>

#include "model/report/user_activity_report.h"

using namespace footfall;

class TestUserActivityTable : public QObject {
  Q_OBJECT
 private slots:
  void cells_numbers_and_order() {
    auto names = std::make_shared<TextPool>();
    for (const char* name : {"zoe", "other", "amy"}) names->append(name);
    auto report = std::make_shared<UserActivityReport>();
    report->users = {{2, 3, 0, 1, DecimalSum(parse_number("12.3").value.units)},
                     {0, 1, 2, 0, DecimalSum(parse_number("-0.000000000000000001").value.units)}};
    report->names = names;
    const TablePtr table = user_activity_table(report);
    QCOMPARE(table->name(), "user_activity");
    QCOMPARE(table->rows(), std::size_t{2});
    std::string out;
    for (std::size_t row = 0; row < 2; ++row)
      for (std::size_t column = 0; column < 5; ++column) {
        table->append_cell(out, row, column);
        out += "|";
      }
    QCOMPARE(out, "amy|3|0|1|12.30|zoe|1|2|0|-0.000000000000000001|");
    QVERIFY(std::isnan(table->number(0, 0)));
    QCOMPARE(table->number(0, 1), 3.0);
    QCOMPARE(table->number(0, 4), 12.3);
    QVERIFY(table->compare(0, 1, 0) < 0);
    QVERIFY(table->compare(0, 1, 1) > 0);
    QVERIFY(table->compare(0, 1, 2) < 0);
    QVERIFY(table->compare(0, 1, 3) > 0);
    QVERIFY(table->compare(0, 1, 4) > 0);
    QCOMPARE(table->compare(1, 1, 4), 0);
  }
};

QTEST_APPLESS_MAIN(TestUserActivityTable)
#include "test_user_activity_table.moc"
