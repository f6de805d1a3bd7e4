// The typical week beside what its words say, worked out for each hour by itself.
#include <QTest>

#include <map>
#include <set>

#include "model/report/typical_week.h"
#include "tests/bench/random.h"
#include "tests/support/twin_time.h"

using namespace footfall;

namespace {

// How many of the values are at most this one.
std::size_t at_most(const std::vector<std::uint64_t>& values, std::uint64_t limit) {
  std::size_t count = 0;
  for (const std::uint64_t value : values) count += value <= limit ? 1 : 0;
  return count;
}

std::uint64_t smallest_with_tenths(const std::vector<std::uint64_t>& values, std::size_t tenths) {
  const std::set<std::uint64_t> all(values.begin(), values.end());
  for (const std::uint64_t value : all)
    if (10 * at_most(values, value) >= tenths * values.size()) return value;
  return 0;
}

}  // namespace

class TestTypicalWeek : public QObject {
  Q_OBJECT
 private slots:
  void random_weeks() {
    const char* const zones[] = {"UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York"};
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      bench::Random random(seed);
      const std::string name = zones[random.below(4)];
      const twin::Zone& plain = *twin::Zone::load(name);
      const TimeZone zone = *TimeZone::load(name, "zone");
      ZoneCursor cursor(zone);
      HourlyVisitorsReport report;
      report.zone = name;
      std::map<std::string, std::vector<std::uint64_t>> by_place;  // "3 14"
      std::set<std::int64_t> starts;
      const std::int64_t begin = 1759276800 + static_cast<std::int64_t>(random.below(700)) * 3600;
      const std::size_t hours = random.below(24 * 60);
      for (std::size_t i = 0; i < hours; ++i) {
        if (random.chance(0.2)) continue;
        const std::int64_t instant = begin + static_cast<std::int64_t>(i) * 3600;
        const std::uint64_t visitors = 1 + random.below(random.chance(0.1) ? 100000 : 30);
        report.hours.push_back({cursor.hour_at(instant), visitors, visitors});
        const std::string label = twin::hour_of(plain, instant).label;
        const std::int64_t day = *twin::read_date(label.substr(0, 10));
        by_place[std::to_string((day + 3) % 7) + " " + label.substr(11, 2)].push_back(visitors);
      }
      const TypicalWeek week = typical_week(report);
      std::size_t filled = 0;
      for (std::size_t place = 0; place < week.hours.size(); ++place) {
        const std::size_t clock = place % 24;
        const std::string key =
            std::to_string(place / 24) + (clock < 10 ? " 0" : " ") + std::to_string(clock);
        const TypicalHour& hour = week.hours[place];
        if (!by_place.contains(key)) {
          QCOMPARE(hour.hours, std::uint64_t{0});
          continue;
        }
        ++filled;
        std::vector<std::uint64_t> values = by_place[key];
        QCOMPARE(hour.hours, std::uint64_t{values.size()});
        QCOMPARE(hour.low, smallest_with_tenths(values, 1));
        QCOMPARE(hour.high, smallest_with_tenths(values, 9));
        std::uint64_t sum = 0, highest = 0;
        for (const std::uint64_t value : values) {
          sum += value;
          highest = value > highest ? value : highest;
        }
        QCOMPARE(hour.sum, sum);
        QCOMPARE(hour.highest, highest);
        // The outermost go in pairs until one or two are left.
        std::multiset<std::uint64_t> left(values.begin(), values.end());
        while (left.size() > 2) {
          left.erase(left.begin());
          left.erase(std::prev(left.end()));
        }
        QCOMPARE(hour.twice_median, *left.begin() + *left.rbegin());
      }
      QCOMPARE(filled, by_place.size());
    }
  }
};

QTEST_GUILESS_MAIN(TestTypicalWeek)
#include "test_typical_week.moc"
