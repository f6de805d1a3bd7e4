#include <QTest>
#include <string>

#include "model/core/timestamp.h"

using namespace footfall;

namespace {

TimeZone zone(const char* name) { return *TimeZone::load(name, "--zone"); }

// Epoch seconds as text, or "bad".
std::string iso(std::string_view text, const char* source_zone = "UTC") {
  TimestampParser parser(zone(source_zone));
  Instant instant;
  return parser.parse(text, instant) ? std::to_string(instant.seconds) : "bad";
}
std::string log(std::string_view text, const char* source_zone = "UTC") {
  TimestampParser parser(zone(source_zone));
  Instant instant;
  return parser.parse_log(text, instant) ? std::to_string(instant.seconds) : "bad";
}
std::string label(std::int64_t seconds, const char* report_zone) {
  ZoneCursor cursor(zone(report_zone));
  std::string out;
  append_hour(out, cursor.hour_at(seconds), zone(report_zone).is_utc());
  return out;
}

}  // namespace

class TestTimestamp : public QObject {
  Q_OBJECT
 private slots:
  void reads_iso_shapes() {
    for (const char* text :
         {"2025-01-06T10:58:58Z", "2025-01-06 10:58:58", "2025-01-06t10:58:58z",
          "2025-01-06T10:58:58.999Z", "2025-01-06T10:58:58,5", "2025-01-06T11:58:58+01",
          "2025-01-06T11:58:58+0100", "2025-01-06T12:28:58+01:30", "2025-01-05T23:58:58-11:00",
          "1736161138", "1736161138123456", "1736161138123456789", "1.736161138123e18",
          "1736161138.9", "1736161138000", "1736161138999.5", "1.736161138e9"})
      QCOMPARE(iso(text), "1736161138");
    QCOMPARE(iso("2025-01-06T10:58"), "1736161080");
    QCOMPARE(iso("2016-12-31T23:59:60Z"), "1483228799");
    QCOMPARE(iso("0001-01-01T00:00:00Z"), "-62135596800");
    QCOMPARE(iso("9999-12-31T23:59:59Z"), "253402300799");
    QCOMPARE(iso("0"), "0");
    QCOMPARE(iso("-1e-19"), "0");  // a number has 18 decimals
    QCOMPARE(iso("99999999999"), "99999999999");
    QCOMPARE(iso("100000000000"), "100000000");
    QCOMPARE(iso("99999999999999"), "99999999999");
    QCOMPARE(iso("100000000000000"), "100000000");
    QCOMPARE(iso("99999999999999999"), "99999999999");
    QCOMPARE(iso("100000000000000000"), "100000000");
    QCOMPARE(iso("253402300799999999999"), "253402300799");
    QCOMPARE(iso("253402300800000000000"), "bad");
    QCOMPARE(iso("2024-02-29T00:00:00Z"), "1709164800");
  }
  void refuses_other_shapes() {
    for (const char* text : {"2025-01-06",
                             "2025-1-6T10:58:58",
                             "2025-02-29T00:00:00Z",
                             "1900-02-29T00:00",
                             "2025-13-01T00:00",
                             "2025-00-01T00:00",
                             "2025-01-00T00:00",
                             "2025-01-06T24:00",
                             "2025-01-06T10:60",
                             "2025-01-06T10:58:61",
                             "2025-01-06T10:58:58.",
                             "2025-01-06T10:58:58+1",
                             "2025-01-06T10:58:58+25:00",
                             "2025-01-06T10:58:58+01:60",
                             "2025-01-06T10:58:58 Z",
                             "2025-01-06X10:58:58",
                             "0000-01-01T00:00:00Z",
                             "-1",
                             "3e20",
                             "1e99999999999999999999",
                             "nan",
                             "9999-12-31T23:59:59-01:00",
                             "0001-01-01T00:00:00+01:00",
                             "2025-01-06T10",
                             "2025-01-06T10:58:58Zx"})
      QVERIFY2(iso(text) == "bad", text);
  }
  void remembers_dates_without_mixing_them_up() {
    TimestampParser parser{TimeZone()};
    Instant instant;
    QVERIFY(parser.parse("2025-01-06T00:00:00Z", instant));
    QVERIFY(!parser.parse("2025-01-32T00:00:00Z", instant));
    QVERIFY(parser.parse("2025-01-07T00:00:00Z", instant));
    QCOMPARE(instant.seconds, std::int64_t{1736208000});
    QVERIFY(parser.parse("2025-01-06T00:00:00Z", instant));
    QCOMPARE(instant.seconds, std::int64_t{1736121600});
  }
  void reads_log_times() {
    QCOMPARE(log("06/Jan/2025:10:58:58 +0100"), "1736157538");
    QCOMPARE(log("06/Jan/2025:10:58:58"), "1736161138");
    QCOMPARE(log("06/Jan/2025:10:58:60 +0000"), "1736161139");
    for (const char* text :
         {"6/Jan/2025:10:58:58 +0100", "06/Foo/2025:10:58:58 +0100", "06/anF/2025:10:58:58 +0100",
          "31/Feb/2025:10:58:58 +0100", "06/Jan/2025 10:58:58 +0100", "06/Jan/2025:10:58:58 ",
          "06/Jan/2025:10:58:58+0100", "06/Jan/2025:25:58:58 +0100", ""})
      QVERIFY2(log(text) == "bad", text);
  }
  void folds_and_gaps_take_the_offset_before_the_change() {
    // Berlin: 02:30 twice on 2024-10-27, never on 2024-03-31.
    QCOMPARE(iso("2024-10-27T02:30:00", "Europe/Berlin"), std::to_string(1729989000));
    QCOMPARE(iso("2024-03-31T02:30:00", "Europe/Berlin"), std::to_string(1711848600));
    QCOMPARE(iso("2024-10-27T02:30:00+01:00", "Europe/Berlin"), std::to_string(1729992600));
    // The same through a parser that has just read a day in summer.
    TimestampParser parser{zone("Europe/Berlin")};
    Instant instant;
    QVERIFY(parser.parse("2024-07-01T12:00:00", instant));
    QCOMPARE(instant.seconds, std::int64_t{1719828000});
    QVERIFY(parser.parse("2024-12-01T12:00:00", instant));
    QCOMPARE(instant.seconds, std::int64_t{1733050800});
    QVERIFY(parser.parse("2024-10-27T02:30:00", instant));
    QCOMPARE(instant.seconds, std::int64_t{1729989000});
  }
  void labels_hours_with_their_offset() {
    QCOMPARE(label(1736161138, "UTC"), "2025-01-06 10:00");
    QCOMPARE(label(1736161138, "Europe/Berlin"), "2025-01-06 11:00+01:00");
    QCOMPARE(label(1736161138, "Asia/Kolkata"), "2025-01-06 16:00+05:30");
    QCOMPARE(label(1736161138, "America/New_York"), "2025-01-06 05:00-05:00");
    QCOMPARE(label(1729989000, "Europe/Berlin"), "2024-10-27 02:00+02:00");
    QCOMPARE(label(1729992600, "Europe/Berlin"), "2024-10-27 02:00+01:00");
    QCOMPARE(label(-5000000000, "Europe/Berlin"), "1811-07-23 16:00+00:53:28");
    QCOMPARE(label(-62135596800, "UTC"), "0001-01-01 00:00");
  }
  void a_day_can_have_23_or_25_hours() {
    for (auto [begin, expected] :
         {std::pair{1711839600, 23}, std::pair{1729980000, 25}, std::pair{1736121600 - 3600, 24}}) {
      ZoneCursor cursor(zone("Europe/Berlin"));
      int hours = 0;
      const Day day = local_day(cursor.hour_at(begin));
      for (std::int64_t t = begin; local_day(cursor.hour_at(t)) == day; t += 3600) ++hours;
      QCOMPARE(hours, expected);
    }
  }
  void cursor_agrees_with_the_zone_everywhere() {
    for (const char* name : {"Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns",
                             "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Apia"}) {
      const TimeZone tz = zone(name);
      ZoneCursor forward(tz);
      ZoneCursor backward(tz);
      for (std::int64_t t = 1200000000; t < 1300000000; t += 1799 * 7) {
        QCOMPARE(forward.offset_at(t), tz.period_at(t).offset);
        const std::int64_t back = 2500000000 - t;
        QCOMPARE(backward.offset_at(back), tz.period_at(back).offset);
        QCOMPARE(forward.from_local(t), tz.from_local(t));
      }
    }
  }
  void unknown_zones_are_errors() {
    const auto result = TimeZone::load("Mars/Olympus", "--zone");
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::unknown_zone);
    QCOMPARE(result.error().found, "Mars/Olympus");
    QVERIFY(!TimeZone::load("", "--zone"));
  }
};

QTEST_APPLESS_MAIN(TestTimestamp)
#include "test_timestamp.moc"
