#include <QTest>

#include "model/report/filter.h"

using namespace footfall;

class TestTimeBound : public QObject {
  Q_OBJECT
 private slots:
  void a_date_is_its_first_second() {
    const auto bound = parse_time_bound("2025-01-06");
    QVERIFY(bound);
    QCOMPARE(bound->civil, 1736121600);
    QVERIFY(!bound->instant);
  }
  void a_reading_without_offset_has_no_instant() {
    for (const char* text :
         {"2025-01-06T10:30", "2025-01-06 10:30:00", " 2025-01-06t10:30:00.999\t"}) {
      const auto bound = parse_time_bound(text);
      QVERIFY2(bound, text);
      QCOMPARE(bound->civil, 1736159400);
      QVERIFY(!bound->instant);
    }
  }
  void a_reading_with_offset_has_both() {
    for (const char* text :
         {"2025-01-06T10:30+02:00", "2025-01-06T10:30:00+02", "2025-01-06 10:30:00,5+0200"}) {
      const auto bound = parse_time_bound(text);
      QVERIFY2(bound, text);
      QCOMPARE(bound->civil, 1736159400);
      QCOMPARE(*bound->instant, 1736159400 - 7200);
    }
    QCOMPARE(*parse_time_bound("2025-01-06T10:30Z")->instant, 1736159400);
    QCOMPARE(*parse_time_bound("2025-01-06T10:30-01:00")->instant, 1736159400 + 3600);
  }
  void epoch_seconds_and_milliseconds_are_instants() {
    for (const char* text : {"1736159400", "1736159400.9", "1736159400000"}) {
      const auto bound = parse_time_bound(text);
      QVERIFY2(bound, text);
      QCOMPARE(bound->civil, 1736159400);
      QCOMPARE(*bound->instant, 1736159400);
    }
  }
  void anything_else_is_refused() {
    for (const char* text : {"", " ", "today", "2025-13-01", "2025-02-30", "2025-01-06T25:00",
                             "2025-1-6", "-5", "2025-01-06T10", "2025-01-06T10:30+2", "0000-01-01"})
      QVERIFY2(!parse_time_bound(text), text);
  }
};

QTEST_APPLESS_MAIN(TestTimeBound)
#include "test_time_bound.moc"
