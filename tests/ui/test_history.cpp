#include <QTest>
#include <random>
#include <string>
#include <vector>

#include "ui/history.h"

using namespace footfall;

class TestHistory : public QObject {
  Q_OBJECT
 private slots:
  void one_goes_back_and_forward() {
    History<std::string> history("a");
    QVERIFY(!history.can_go_back() && !history.can_go_forward());
    QCOMPARE(history.back(), std::string("a"));
    QCOMPARE(history.forward(), std::string("a"));
    history.go("b");
    history.go("b");  // there already
    history.go("c");
    QCOMPARE(history.back(), std::string("b"));
    QCOMPARE(history.back(), std::string("a"));
    QVERIFY(!history.can_go_back());
    QCOMPARE(history.forward(), std::string("b"));
    history.go("d");  // what lay ahead is gone
    QVERIFY(!history.can_go_forward());
    QCOMPARE(history.back(), std::string("b"));
    QCOMPARE(history.forward(), std::string("d"));
  }

  void of_very_many_the_first_are_forgotten() {
    History<int> history(0, 3);
    for (int i = 1; i < 10; ++i) history.go(i);
    QCOMPARE(history.back(), 8);
    QCOMPARE(history.back(), 7);
    QVERIFY(!history.can_go_back());
    history.go(20);
    QCOMPARE(history.back(), 7);
    QCOMPARE(history.forward(), 20);
  }

  // Against two plain stacks.
  void any_way_leads_where_two_stacks_lead() {
    std::mt19937 random(4);
    History<int> history(0, 100'000);
    std::vector<int> before, ahead;
    int here = 0;
    for (int step = 0; step < 20'000; ++step) {
      switch (random() % 4) {
        case 0:
          if (!before.empty()) {
            ahead.push_back(here);
            here = before.back();
            before.pop_back();
          }
          QCOMPARE(history.back(), here);
          break;
        case 1:
          if (!ahead.empty()) {
            before.push_back(here);
            here = ahead.back();
            ahead.pop_back();
          }
          QCOMPARE(history.forward(), here);
          break;
        default: {
          const int place = static_cast<int>(random() % 5);
          history.go(place);
          if (place == here) break;
          before.push_back(here);
          ahead.clear();
          here = place;
        }
      }
      QCOMPARE(history.here(), here);
      QCOMPARE(history.can_go_back(), !before.empty());
      QCOMPARE(history.can_go_forward(), !ahead.empty());
    }
  }
};

QTEST_APPLESS_MAIN(TestHistory)
#include "test_history.moc"
