#include <QTest>
#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "model/core/time_zone.h"
#include "model/report/report_options.h"
#include "tests/support/twin_time.h"

using namespace footfall;

namespace {
TimeZone zone(const char* name) {
  const Result<TimeZone> loaded = TimeZone::load(name, "--zone");
  return loaded ? *loaded : TimeZone();
}

// Rules of every kind: north and south of the equator, half hours, summer time that is the
// standard, none, changes at 24:00 and before midnight, zones that listed dates far ahead.
constexpr const char* kZones[] = {"Europe/Berlin",        "Europe/Dublin",
                                  "Europe/London",        "America/New_York",
                                  "America/St_Johns",     "America/Nuuk",
                                  "America/Santiago",     "America/Havana",
                                  "America/Scoresbysund", "Africa/Casablanca",
                                  "Africa/Cairo",         "Asia/Gaza",
                                  "Asia/Beirut",          "Asia/Jerusalem",
                                  "Asia/Kolkata",         "Asia/Tehran",
                                  "Australia/Lord_Howe",  "Australia/Sydney",
                                  "Pacific/Chatham",      "Pacific/Auckland",
                                  "Antarctica/Troll",     "EST5EDT"};

constexpr std::int64_t kYear1 = -62135596800;
constexpr std::int64_t kYear10000 = 253402300800;
constexpr std::int64_t kYear2436 = 14705539200;
constexpr std::int64_t kYear2439 = 14800233600;

// Instants all over time, as many where absl's list of changes ends, and those around changes.
std::vector<std::int64_t> instants(const twin::Zone& zone, std::mt19937_64& random) {
  std::uniform_int_distribution<std::int64_t> anywhere(kYear1, kYear10000 - 1);
  std::uniform_int_distribution<std::int64_t> end_of_list(kYear2436, kYear2439);
  std::vector<std::int64_t> found;
  for (int i = 0; i < 300; ++i) {
    for (const std::int64_t instant : {anywhere(random), end_of_list(random)}) {
      found.push_back(instant);
      const std::int64_t change = zone.at(instant).begin;
      if (change < kYear1) continue;
      for (const std::int64_t beside : {-86400, -3600, -1, 0, 1, 1800, 86400})
        found.push_back(change + beside);
    }
  }
  return found;
}
}  // namespace

class TestTimeZone : public QObject {
  Q_OBJECT
 private slots:
  void a_period_begins_and_ends_at_its_changes() {
    // Berlin 2025: summer time from 30 March 01:00Z to 26 October 01:00Z.
    constexpr std::int64_t kSpring = 1743296400;
    constexpr std::int64_t kAutumn = 1761440400;
    const TimeZone berlin = zone("Europe/Berlin");
    for (const std::int64_t inside : {kSpring, kSpring + 1, kAutumn - 3601, kAutumn - 1}) {
      const TimeZone::Period period = berlin.period_at(inside);
      QCOMPARE(period.begin, kSpring);
      QCOMPARE(period.end, kAutumn);
      QCOMPARE(period.offset, 7200);
    }
    for (const std::int64_t inside : {kAutumn, kAutumn + 1799, kAutumn + 3600}) {
      const TimeZone::Period period = berlin.period_at(inside);
      QCOMPARE(period.begin, kAutumn);
      QCOMPARE(period.offset, 3600);
    }
  }
  void the_hour_of_a_fold_comes_twice() {
    constexpr std::int64_t kAutumn = 1761440400;
    ZoneCursor cursor(zone("Europe/Berlin"));
    QCOMPARE(cursor.hour_at(kAutumn - 1), (Hour{kAutumn - 3600, 7200}));
    QCOMPARE(cursor.hour_at(kAutumn), (Hour{kAutumn, 3600}));
    QCOMPARE(cursor.hour_at(kAutumn + 3600), (Hour{kAutumn + 3600, 3600}));
    QCOMPARE(cursor.hour_at(kAutumn - 3600), (Hour{kAutumn - 3600, 7200}));
  }
  void an_hour_broken_by_a_change_begins_with_it() {
    // Lord Howe 2025: from 02:00 +11:00 back to 01:30 +10:30 on 5 April 15:00Z.
    constexpr std::int64_t kLordHowe = 1743865200;
    ZoneCursor lord_howe(zone("Australia/Lord_Howe"));
    QCOMPARE(lord_howe.hour_at(kLordHowe - 1), (Hour{kLordHowe - 3600, 39600}));
    QCOMPARE(lord_howe.hour_at(kLordHowe), (Hour{kLordHowe, 37800}));
    QCOMPARE(lord_howe.hour_at(kLordHowe + 1800), (Hour{kLordHowe + 1800, 37800}));
    // St John's 1990: from 00:01 -02:30 back to 23:01 -03:30 on 28 October 02:31Z.
    constexpr std::int64_t kStJohns = 657081060;
    ZoneCursor st_johns(zone("America/St_Johns"));
    QVERIFY(st_johns.hour_at(kStJohns - 1) < st_johns.hour_at(kStJohns));
    QCOMPARE(st_johns.hour_at(kStJohns), (Hour{kStJohns, -12600}));
  }
  void changes_go_on_in_the_far_future() {
    ZoneCursor cursor(zone("America/New_York"));
    constexpr std::int64_t kWinter2500 = 16725226538;  // 2500-01-01T00:15:38Z
    constexpr std::int64_t kSummer2522 = 17432965965;  // 2522-06-06T10:32:45Z
    constexpr std::int64_t kSummer9000 = 221860800000;
    for (const std::int64_t instant : {kWinter2500, kWinter2500 + 1, kSummer2522 - 86400 * 180})
      QCOMPARE(cursor.offset_at(instant), -5 * 3600);
    for (const std::int64_t instant : {kSummer2522, kSummer2522 + 86400, kSummer9000})
      QCOMPARE(cursor.offset_at(instant), -4 * 3600);
    QCOMPARE(cursor.offset_at(kWinter2500), -5 * 3600);
    QCOMPARE(zone("Asia/Kolkata").period_at(kSummer9000).offset, 19800);
    QCOMPARE(zone("Asia/Kolkata").period_at(kSummer9000).end, INT64_MAX);
  }
  void every_order_gives_the_zones_rule_to_the_year_9999() {
    std::mt19937_64 random(1);
    for (const char* name : kZones) {
      const twin::Zone* const twin = twin::Zone::load(name);
      QVERIFY2(twin != nullptr, name);
      const TimeZone tested = zone(name);
      std::vector<std::int64_t> order = instants(*twin, random);
      for (int pass = 0; pass < 3; ++pass) {
        // Ascending, descending, shuffled: what a cursor remembers must not show.
        if (pass == 0) std::sort(order.begin(), order.end());
        if (pass == 1) std::reverse(order.begin(), order.end());
        if (pass == 2) std::shuffle(order.begin(), order.end(), random);
        ZoneCursor hours(tested);
        ZoneCursor readings(tested);
        for (const std::int64_t instant : order) {
          const auto where = [&] { return std::string(name) + " at " + std::to_string(instant); };
          const twin::Zone::Period& period = twin->at(instant);
          QVERIFY2(hours.offset_at(instant) == period.offset, where().c_str());
          QVERIFY2(hours.hour_at(instant).start == twin::hour_of(*twin, instant).first,
                   where().c_str());
          const std::int64_t reading = instant + period.offset;
          QVERIFY2(readings.from_local(reading) == twin->from_local(reading), where().c_str());
        }
      }
    }
  }
  void a_period_far_away_begins_and_ends_at_its_changes() {
    // Berlin's list of changes ends with 25 October 2437; the next one is of 28 March 2438.
    const TimeZone berlin = zone("Europe/Berlin");
    constexpr std::int64_t kAutumn2437 = 14762826000;
    constexpr std::int64_t kSpring2438 = 14776131600;
    for (const std::int64_t inside : {kAutumn2437, kAutumn2437 + 1, kSpring2438 - 1}) {
      const TimeZone::Period period = berlin.period_at(inside);
      QCOMPARE(period.begin, kAutumn2437);
      QCOMPARE(period.end, kSpring2438);
      QCOMPARE(period.offset, 3600);
    }
    QCOMPARE(berlin.period_at(kSpring2438).begin, kSpring2438);
    QCOMPARE(berlin.period_at(kAutumn2437 - 1).end, kAutumn2437);
    // An axis can be asked for more; counting 400 years at a time would not come to an end.
    constexpr std::int64_t kCycle = std::int64_t{146097} * 86400;
    const std::int64_t far = kAutumn2437 + 100'000'000 * kCycle;
    QCOMPARE(berlin.period_at(far).begin, far);
    QCOMPARE(berlin.period_at(far - 1).offset, 7200);
  }
  void a_reading_in_a_fold_or_gap_has_the_offset_before_the_change() {
    ZoneCursor cursor(zone("America/New_York"));
    constexpr std::int64_t kGapReading = 1741487400;   // 2025-03-09 02:30
    constexpr std::int64_t kFoldReading = 1762047000;  // 2025-11-02 01:30
    QCOMPARE(cursor.from_local(kGapReading), kGapReading + 5 * 3600);
    QCOMPARE(cursor.from_local(kFoldReading), kFoldReading + 4 * 3600);
  }
  void unknown_zones_are_refused() {
    for (const char* name : {"", "Mars/Base", "Europe", "../etc/passwd"}) {
      const Result<TimeZone> loaded = TimeZone::load(name, "--zone");
      QVERIFY2(!loaded, name);
      QCOMPARE(loaded.error().kind, ErrorKind::unknown_zone);
    }
    QVERIFY(zone("Etc/UTC").is_utc());
  }
  void zones_are_equal_by_name_and_options_by_all_they_hold() {
    QVERIFY(zone("Europe/Berlin") == zone("Europe/Berlin"));
    QVERIFY(zone("Europe/Berlin") != zone("Europe/Paris"));
    QVERIFY(zone("Etc/UTC") == TimeZone());
    ReportOptions first;
    ReportOptions second;
    first.zone = zone("Europe/Berlin");
    QVERIFY(first != second);
    second.zone = zone("Europe/Berlin");
    QVERIFY(first == second);
    second.rates["EUR"] = {2 * Decimal::kOne};
    QVERIFY(first != second);
  }
};

QTEST_APPLESS_MAIN(TestTimeZone)
#include "test_time_zone.moc"
