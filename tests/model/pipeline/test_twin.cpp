// The plain twin itself against answers worked out by hand.
#include <QTest>

#include "tests/support/twin.h"
#include "tests/support/twin_number.h"
#include "tests/support/twin_time.h"

using namespace footfall;
using twin::Format;
using twin::Options;
using twin::Report;
using twin::Result;

namespace {

std::string hour_label(const char* zone, std::int64_t instant) {
  return twin::hour_of(*twin::Zone::load(zone), instant).label;
}
std::int64_t instant(std::string_view text, const char* zone = "UTC") {
  return twin::read_timestamp(text, *twin::Zone::load(zone)).value_or(-1);
}
std::string decimal(std::string_view text, std::size_t decimals) {
  return twin::fixed(twin::read_number(text).units, twin::power_of_ten(twin::kScale), decimals);
}

}  // namespace

class TestTwin : public QObject {
  Q_OBJECT
 private slots:
  void numbers() {
    QCOMPARE(decimal("0.125", 2), "0.12");
    QCOMPARE(decimal("0.135", 2), "0.14");
    QCOMPARE(decimal("-0.004", 2), "0.00");
    QCOMPARE(decimal("1.25e-2", 4), "0.0125");
    QCOMPARE(decimal("0.0000000000000000015", 18), "0.000000000000000002");
    QCOMPARE(decimal("0.0000000000000000005", 18), "0.000000000000000000");
    QVERIFY(twin::read_number("0.0000000000000000005").rounded);
    QVERIFY(!twin::read_number("0.10000000000000000000").rounded);
    QVERIFY(twin::read_number("1e18").in_range);
    QVERIFY(!twin::read_number("1000000000000000000.0000000000000000000001").in_range);
    QVERIFY(twin::read_number("0e999999999999999999999").in_range);
    for (const char* bad : {"", ".", "1e", "0x1", "nan", "1_0", "1 0", "--1"})
      QVERIFY(!twin::read_number(bad).good);
    QCOMPARE(twin::fixed(twin::Big(2), twin::Big(3), 4), "0.6667");
    QCOMPARE(twin::exact(twin::Big(-12500), 3, 2), "-12.50");
  }

  void times() {
    QCOMPARE(instant("2025-01-06T10:58:58Z"), 1736161138);
    QCOMPARE(instant("2025-01-06 11:58:58,9+01:00"), 1736161138);
    QCOMPARE(instant("2025-01-06t16:28+0530"), 1736161080);
    QCOMPARE(instant("1736161138999"), 1736161138);
    QCOMPARE(instant("1.736161138e9"), 1736161138);
    QCOMPARE(instant("2016-12-31T23:59:60Z"), 1483228799);
    for (const char* bad :
         {"2025-02-29T10:00", "2025-01-06", "2025-01-06T24:00", "0000-01-01T00:00", "-1",
          "2025-01-06T10:00:00 Z", "2025-1-6T10:00", "2025-01-06T10:00+1", "", "x"})
      QCOMPARE(instant(bad), -1);
    // Berlin: the hour from 2 to 3 is missing on March 30 and comes twice on October 26.
    QCOMPARE(instant("2025-03-30T02:30", "Europe/Berlin"), instant("2025-03-30T01:30Z"));
    QCOMPARE(instant("2025-10-26T02:30", "Europe/Berlin"), instant("2025-10-26T00:30Z"));
    QCOMPARE(instant("2525-07-01T12:00", "Europe/Berlin"), instant("2525-07-01T10:00Z"));
  }

  void hours() {
    QCOMPARE(hour_label("UTC", 1736161138), "2025-01-06 10:00");
    QCOMPARE(hour_label("Europe/Berlin", 1736161138), "2025-01-06 11:00+01:00");
    QCOMPARE(hour_label("Asia/Kathmandu", 1736161138), "2025-01-06 16:00+05:45");
    QCOMPARE(hour_label("America/New_York", -1), "1969-12-31 18:00-05:00");
    QCOMPARE(hour_label("Europe/Berlin", -3000000000), "1874-12-07 19:00+00:53:28");
  }

  void visitors() {
    Options options;
    const Result result = twin::run(options, {{"a.csv",
                                               "\xef\xbb\xbfVisitor_ID , timestamp,page_url\r\n"
                                               "v1,2025-01-06T10:00Z,/b\r\n"
                                               "v1,2025-01-06T10:59Z,/b\r\n"
                                               " \t\n"
                                               "v2,2025-01-06T10:59Z,\"/a,\"\"1\"\"\"\n"
                                               "v2,2025-01-06T11:59,/b\n"
                                               "v2,2025-01-06T11:59,/b,x\n"
                                               "v2,soon,/b\n"
                                               "v2,,\"/\nb\" x\n"
                                               "v3"}});
    QCOMPARE(result.files.at("hourly_visitors.csv"),
             "hour,page_url,unique_visitors\n2025-01-06 10:00,\"/a,\"\"1\"\"\",1\n2025-01-06 "
             "10:00,/b,1\n"
             "2025-01-06 11:00,/b,1\n");
    QCOMPARE(result.files.at("hourly_totals.csv"),
             "hour,unique_visitors,pageviews\n2025-01-06 10:00,2,3\n2025-01-06 11:00,1,1\n");
    QCOMPARE(result.files.at("hourly_visitors.json"),
             "{\n\"2025-01-06 10:00\":{\"/a,\\\"1\\\"\":1,\"/b\":1},\n\"2025-01-06 "
             "11:00\":{\"/b\":1}\n}\n");
    QCOMPARE(result.counted, std::uint64_t{4});
    QCOMPARE(twin::rejects_csv(result, {{"a.csv", ""}}),
             "file,line,offset,reason,column,excerpt\n"
             "a.csv,7,144,too many fields,,\"v2,2025-01-06T11:59,/b,x\"\n"
             "a.csv,8,169,bad timestamp,timestamp,\"v2,soon,/b\"\n"
             "a.csv,9,180,malformed row,,\"v2,,\"\"/\"\n"
             "a.csv,10,187,missing value,timestamp,\"b\"\" x\"\n"
             "a.csv,11,192,missing value,timestamp,v3\n");
  }

  void customers() {
    Options options;
    options.report = Report::customer_report;
    options.format = Format::ndjson;
    options.rates = {{"EUR", "1.1"}};
    options.now = 2000;
    const Result result =
        twin::run(options, {{"a",
                             "{\"event_id\":1,\"customer_id\":\"c\",\"ts\":1000,\"event_type\":"
                             "\"checkout\",\"amount\":10,\"currency\":\"EUR\"}\n"
                             "{\"event_id\":2,\"customer_id\":\"c\",\"ts\":\"1001.9\",\"event_"
                             "type\":\"x\",\"amount\":\"-1.5\",\"currency\":\"XTS\"}\n"
                             "{\"event_id\":3,\"customer_id\":\"c\",\"ts\":2001}\n"
                             "{\"event_id\":4,\"customer_id\":\"c\",\"ts\":true}\n"
                             "{\"event_id\":5,\"customer_id\":\"c\",\"ts\":0}\n"}});
    QCOMPARE(result.files.at("customers.csv"),
             "customer_id,total_events,total_spend_usd,avg_ticket_usd,active_days,top_event_type,"
             "latest_event_ts,shard\n"
             "c,2,9.500000,11.000000,1,checkout,1001,48\n");
    QCOMPARE(result.files.at("customers.json"),
             "{\n\"c\":{\"total_events\":2,\"total_spend_usd\":9.5,\"avg_ticket_usd\":11.0,"
             "\"active_days\":1,"
             "\"top_event_type\":\"checkout\",\"latest_event_ts\":1001,"
             "\"by_day\":{\"1970-01-01\":{\"events\":2,\"spend_usd\":9.5}},\"shard\":48}\n}\n");
    QCOMPARE(result.filtered.at("not after 1970"), std::uint64_t{1});
    QCOMPARE(result.filtered.at("in the future"), std::uint64_t{1});
    QCOMPARE(result.rejected.at("wrong type"), std::uint64_t{1});
    QCOMPARE(result.unconverted.at("XTS").amount, "-1.5");
  }

  void campaigns() {
    Options options;
    options.report = Report::campaign_ranking;
    options.top = 2;
    const Result result =
        twin::run(options, {{"a",
                             "campaign_id,date,impressions,clicks,spend,conversions\n"
                             "b,,1e3,10.0,5.005,1\n"
                             "a,,3000,30,6,0\n"
                             "c,,0,1,7,2\n"
                             "d,,5,1.5,7,2\n"
                             "d,,5,-1,7,2\n"}});
    QCOMPARE(result.files.at("top2_ctr.csv"),
             "campaign_id,total_impressions,total_clicks,total_spend,total_conversions,CTR,CPA\n"
             "a,3000,30,6.00,0,0.0100,\nb,1000,10,5.00,1,0.0100,5.00\n");
    QCOMPARE(
        result.files.at("top2_cpa.json"),
        "[\n{\"campaign_id\":\"c\",\"total_impressions\":0,\"total_clicks\":1,\"total_spend\":7.0,"
        "\"total_conversions\":2,\"CTR\":0.0,\"CPA\":3.5},\n"
        "{\"campaign_id\":\"b\",\"total_impressions\":1000,\"total_clicks\":10,\"total_spend\":5.0,"
        "\"total_conversions\":1,\"CTR\":0.01,\"CPA\":5.0}\n]\n");
    QCOMPARE(result.rejected.at("bad number"), std::uint64_t{1});
    QCOMPARE(result.rejected.at("negative number"), std::uint64_t{1});
  }

  void activity() {
    Options options;
    options.report = Report::user_activity;
    options.format = Format::ndjson;
    const Result result = twin::run(
        options,
        {{"a",
          "{\"id\":1,\"user_id\":\"u\",\"type\":\"purchase\",\"metadata\":{\"price\":12.50}}\n"
          "{\"id\":\"1\",\"user_id\":\"u\",\"type\":\"purchase\",\"metadata\":{\"price\":\"12.5\"}}"
          "\n"
          "{\"id\":1,\"user_id\":\"u\",\"type\":\"purchase\",\"metadata\":{\"price\":0}}\n"
          "{\"id\":1,\"user_id\":\"u\",\"type\":\"purchase\",\"metadata\":{}}\n"
          "{\"id\":2,\"user_id\":\"w\",\"type\":\"share\",\"metadata\":null}\n"
          "{\"id\":3,\"user_id\":\"w\",\"metadata\":[]}\n"}});
    QCOMPARE(result.files.at("user_activity.csv"),
             "user_id,click,view,purchase,total_value\nu,0,0,3,12.50\nw,0,0,0,0.00\n");
    QCOMPARE(result.duplicates, std::uint64_t{1});
    QCOMPARE(result.conflicts, std::uint64_t{3});
    QCOMPARE(result.rejects.front().column, "price");
  }

  void access_logs() {
    Options options;
    options.format = Format::access_log;
    const Result result = twin::run(
        options,
        {{"a",
          "h - - [06/Jan/2025:10:58:58 +0100] \"GET /a b HTTP/1.1\" 200 1 \"-\" \"x \\\" y\"\n"
          "h - - [06/Jan/2025:10:58:58 +0100] \"GET /a b HTTP/1.1\" 200 1 \"-\" \"x\" \"more\"\n"
          "h - al bert [06/Jan/2025:09:58:58] \"GET /c\" 200 1\n"
          "h - - [06/Jan/2025:10:58:58 +0100] \"-\" 408 0\n"
          "h - - [06/Jan/2025:10:58:58 +0100] \"GET /\n"}});
    QCOMPARE(result.files.at("hourly_visitors.csv"),
             "hour,page_url,unique_visitors\n2025-01-06 09:00,/a b,2\n2025-01-06 09:00,/c,1\n");
    QCOMPARE(result.rejected.at("no request target"), std::uint64_t{1});
    QCOMPARE(result.rejected.at("malformed row"), std::uint64_t{1});
  }
};

QTEST_APPLESS_MAIN(TestTwin)
#include "test_twin.moc"
