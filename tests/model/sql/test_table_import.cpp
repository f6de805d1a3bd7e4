// Long, for the servers are started once for all that is loaded into them.
#include <QTest>

#include <fmt/format.h>

#include "model/pipeline/analysis.h"
#include "model/sql/sql_dialect.h"
#include "model/sql/sql_report.h"
#include "tests/support/import_rig.h"
#include "tests/support/shown_report.h"
#include "tests/support/sql_events.h"

using namespace footfall;
using namespace footfall_test;

namespace {

std::string log_lines(const SqlEvents& visits) {
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::string out;
  std::size_t n = 0;
  for (const auto& row : visits.rows) {
    const std::string& time = *row[0];
    const int month = std::stoi(time.substr(5, 2));
    const char* const zone = ++n % 3 == 0 ? " +0530" : n % 3 == 1 ? " -0100" : "";
    out += fmt::format(
        "{} - jo [{}/{}/{}:{}{}] \"GET {} HTTP/1.1\" 200 1 \"-\" \"agent \\\"{}\\\"\"\n", *row[2],
        time.substr(8, 2), kMonths[month - 1], time.substr(0, 4), time.substr(11, 8), zone, *row[1],
        n % 4);
  }
  return out +
         "h - - [06/Jan/2025:10:58:60 +0100] \"GET / HTTP/1.1\" 200 1\n"
         "h - - [31/Feb/2025:10:58:58 +0100] \"GET / HTTP/1.1\" 200 1\n"
         "h - - [2025-01-06T10:58:58Z] \"GET / HTTP/1.1\" 200 1\n"
         "h - - [1736159400] \"GET / HTTP/1.1\" 200 1\n"
         "h - - [] \"GET / HTTP/1.1\" 200 1\n"
         "h - - [06/Jan/2025:10:58:58 +0100] \"-\" 408 1\n"
         "no log line\n";
}

}  // namespace

// What a table holds after a file was imported.
class TestTableImport : public QObject, private ImportRig {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start(3, why), qPrintable(why));
  }

  // Into new tables of both engines, and a table that three shards hold.
  void reports_are_those_of_the_file_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("log");
    QTest::addColumn<bool>("sample");
    for (const ReportKind kind : kAllReports)
      QTest::newRow(std::string(command_name(kind)).c_str())
          << static_cast<int>(kind) << false << false;
    QTest::newRow("access log") << static_cast<int>(ReportKind::hourly_visitors) << true << false;
    QTest::newRow("payments as NDJSON")
        << static_cast<int>(ReportKind::customer_report) << false << true;
  }
  void reports_are_those_of_the_file() {
    QFETCH(int, kind);
    QFETCH(bool, log);
    QFETCH(bool, sample);
    const auto report = static_cast<ReportKind>(kind);
    SqlEvents events = make_events(report, 11, 1200, !log);
    std::string bytes = log ? log_lines(events) : as_file(events, report);
    const bool json = report == ReportKind::user_activity;
    if (json)
      bytes +=
          "{\"id\":true,\"user_id\":\"u1\"}\n{\"id\":\"x\",\"user_id\":1e2,\"type\":[1]}\n{\"id\":"
          "7,\"user_id\":\"u1\",\"type\":\"purchase\",\"metadata\":{\"price\":1e2}}\n{\"id\":8}\n"
          "{\"id\":\"a\",\"id\":\"b\",\"user_id\":\"u\\u00e9\\n\"}\n{\"id\":tru}\n";
    else if (!log)
      bytes += "\"open,quote\nx\"y,1\n" + std::string(events.columns.size(), ',') + "surplus\n";
    const std::string path = sample ? FOOTFALL_SAMPLES "/payments.ndjson" : file_of(bytes);

    AnalysisOptions options;
    options.report.kinds = report;
    options.report.kinds_required = true;
    options.report.now = 1737000000;
    options.report.source_zone = *TimeZone::load("America/New_York", {});
    const Outcome outcome = Analysis({path}, options).run({});
    QVERIFY(outcome.kind == Outcome::Kind::done);
    const std::string wanted = exports_of(*outcome.reports, report);
    const RowCounts& of_file = outcome.reports->load_of(report).rows;

    const std::string table = log ? "log" : sample ? "sample" : std::string(command_name(report));
    for (const std::string where : {"postgresql", "clickhouse", "shards"}) {
      SqlConnection& connection = where == "postgresql" ? *pg : *ch;
      std::string target = table;
      if (where == "shards") {
        // As the one made before, over all three.
        for (const SqlConnectionPtr& shard : shards) {
          std::string definition = rows_of(*ch, "SHOW CREATE TABLE \"" + table + '"');
          definition = definition.substr(0, definition.size() - 1);
          const std::size_t name = definition.find('(');
          QCOMPARE(
              execute(*shard, "CREATE TABLE \"" + table + "_part\" " + definition.substr(name)),
              std::string());
        }
        target = table + "_all";
        QCOMPARE(execute(*ch, fmt::format("CREATE TABLE \"{0}_all\" AS \"{0}_part\" ENGINE = "
                                          "Distributed(shards, default, '{0}_part', rand())",
                                          table)),
                 std::string());
      }
      const Imported done = imported(connection, path, target, where != "shards");
      QVERIFY2(done.result, done.result ? "" : text_of(done.result.error()).c_str());
      const RowCounts& of_import = done.result->rows;
      QCOMPARE(of_import.read(), of_file.read());
      QCOMPARE(done.result->created, where != "shards");
      QCOMPARE(done.rejects.size(), of_import.rejected());

      SqlQuestion question;
      question.kind = report;
      question.table = {{}, target};
      question.options = options.report;
      const auto reports = run_sql_report(connection, question, {});
      QVERIFY2(reports, reports ? "" : reports.error().detail.c_str());
      QVERIFY2(exports_of(**reports, report) == wanted, where.c_str());
      // What was rejected at the door and what the report rejects are the rejects of the file.
      RowCounts both = (*reports)->load_of(report).rows;
      QCOMPARE(both.read(), of_import.counted);
      both += of_import;
      both.counted -= of_import.counted;
      QCOMPARE(both.counted, of_file.counted);
      QCOMPARE(both.filtered_by_reason, of_file.filtered_by_reason);
      if (log) {
        // The table has no word for a request without a target.
        both.rejected_by_reason[static_cast<std::size_t>(RejectReason::missing_value)] -= 1;
        both.rejected_by_reason[static_cast<std::size_t>(RejectReason::no_request_target)] += 1;
      }
      QVERIFY(both.rejected_by_reason == of_file.rejected_by_reason);
      QCOMPARE(left_behind(), std::string(kNothing));
    }
    for (const SqlConnectionPtr& shard : shards)
      QVERIFY(count_of(*shard, '"' + table + "_part\"") != "0\n");
  }

  // What files may be written like and tables may not.
  void other_forms_become_those_of_tables_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("map");
    QTest::addColumn<QString>("bytes");
    const auto row = [](const char* name, ReportKind kind, const char* map, const char* bytes) {
      QTest::newRow(name) << static_cast<int>(kind) << QString(map) << QString(bytes);
    };
    row("visits", ReportKind::hourly_visitors, "",
        "# exported\n"
        "timestamp;page_url;visitor_id\n"
        "05.01.2025 10:58;/a;v1\n"
        "13.01.2025 10:58:01;/a;v2\n"
        "1736073000123456;/a;v3\n"
        "1736073000123;/b;v1\n"
        "06/Jan/2025:10:58:58 +0100;/b;v4\n"
        "06/Jan/2025:10:58:58;/b;v5\n"
        "2025-01-06T10:58:58;/b;v6\n"
        "6 Jan 2025 10:58:58;/c;v7\n"
        "Jan 6, 2025 10:58 PM UTC;/c;v8\n"
        "N/A;/c;v8\n"
        "2025-01-06 11:00;NULL;v8\n"
        "2025-01-06 11:00;/c;\\N\n"
        "timestamp;page_url;visitor_id\n"
        ";;\n"
        "never;/c;v9\n");
    row("digits", ReportKind::hourly_visitors, "",
        "timestamp,page_url,visitor_id\n20250106105858,/a,v1\n20250106,/a,v2\n");
    row("date and time", ReportKind::hourly_visitors, "",
        "Date,Time,page_url,visitor_id\n2025-01-06,10:58:58,/a,v1\n2025-01-07,23:00:00,/a,v2\n");
    row("alternatives", ReportKind::hourly_visitors, "visitor_id=user|ip",
        "timestamp,page_url,user,ip\n2025-01-06 10:58:58,/a,,1.2.3.4\n"
        "2025-01-06 10:58:59,/a,NULL,1.2.3.5\n2025-01-06 10:58:59,/a,u,1.2.3.5\n");
    row("payments", ReportKind::customer_report, "",
        "event_id;customer_id;ts;event_type;amount;currency\n"
        "e1;c1;1736159400000;checkout;1.234,50;EUR\n"
        "e2;c1;2025-01-06T10:58:58Z;checkout;12,5;USD\n"
        "e3;c2;1736159400;checkout;\xe2\x82\xac 7,25;EUR\n"
        "e4;c2;2025-01-06 10:58:58;refund;(3,10);\n"
        "e5;c2;1736159400.75;checkout;-;\n");
    row("synonyms of visits", ReportKind::hourly_visitors, "",
        "Created At,URL,client_ip,Referrer\n2025-01-06 10:58:58,/a,1.2.3.4,-\n"
        "2025-01-06 11:58:58,/b,1.2.3.4,x\n");
    row("synonyms of payments", ReportKind::customer_report, "",
        "order_id,email,Created (UTC),Event,Gross,ccy\n"
        "o1,a@b.example,1736159400,checkout,7,EUR\no2,a@b.example,1736159401,checkout,8,\n");
    row("synonyms of campaigns", ReportKind::campaign_ranking, "",
        "Campaign name,Day,Impr,Link clicks,Cost,Conv\nbrand,2025-01-01,100,10,5.5,1\n");
    row("synonyms of events", ReportKind::user_activity, "",
        "message_id,Customer ID,action,value\nm1,u1,click,\nm2,u1,purchase,3.25\n");
    row("every payment", ReportKind::customer_report, "event_id=@row",
        "customer_id,ts,event_type,amount,currency\nc1,1736159400,checkout,1,USD\n"
        "c1,1736159400,checkout,1,USD\n");
    row("campaigns", ReportKind::campaign_ranking, "",
        "campaign_id,date,impressions,clicks,spend,conversions\n"
        "a,01/13/2025,\"1,234\",10,\"$1,200.50\",1.5\n"
        "b,01/14/2025,\"2,234\",\"1,010\",12.25,--\n"
        "b,01/02/2025,12,3,USD 2.5,1\n"
        "Total,,\"3,480\",\"1,023\",\"1,215.25\",2.5\n");
    row("events", ReportKind::user_activity, "",
        "{\"id\":1,\"user_id\":\"u1\",\"type\":\"click\"}\n"
        "{\"id\":2,\"user_id\":\"u1\",\"type\":\"purchase\",\"metadata\":{\"price\":3.5}}\n");
    row("other keys", ReportKind::hourly_visitors, "",
        "{\"url\":\"/a\",\"time\":\"2025-01-06 10:58:58\",\"ip\":\"1.2.3.4\"}\n"
        "{\"url\":\"/b\",\"time\":1736073000123,\"ip\":\"1.2.3.5\"}\n");
    row("keys within keys", ReportKind::hourly_visitors, "page_url=properties.url",
        "{\"properties\":{\"url\":\"/a\",\"price\":1},\"anonymousId\":\"v1\","
        "\"timestamp\":\"5 Jan 2025 10:58\"}\n"
        "{\"properties\":{\"url\":\"/b\\u00e9 \\\"x\\\"\"},\"anonymousId\":\"v2\","
        "\"timestamp\":\"13 Jan 2025 10:58\"}\n"
        "{\"properties\":null,\"anonymousId\":\"v3\",\"timestamp\":\"13 Jan 2025 10:58\"}\n"
        "{\"properties\":{\"url\":null},\"anonymousId\":\"v3\",\"timestamp\":\"13 Jan 2025 "
        "10:58\"}\n"
        "{\"properties\":\"{\\\"url\\\":\\\"/c\\\"}\",\"anonymousId\":\"v3\","
        "\"timestamp\":\"13 Jan 2025 10:58\"}\n"
        "{\"properties\":{\"url\":[1]},\"anonymousId\":\"v3\",\"timestamp\":\"13 Jan 2025 "
        "10:58\"}\n"
        "{\"properties\":{\"url\":\"/d\"},\"properties\":{\"url\":7},\"anonymousId\":\"v4\","
        "\"timestamp\":\"never\"}\n"
        "{\"anonymousId\":\"v3\",\"timestamp\":\"13 Jan 2025 10:58\"}\n");
    row("keys deep within an array", ReportKind::hourly_visitors, "page_url=context.page[1].path",
        "{\"data\":[\n{\"context\":{\"page\":[0,{\"path\":\"/a\"}]},\"visitor_id\":7,\n"
        "\"timestamp\":\"2025-01-06 10:58\"},\n"
        "{\"context\":{\"page\":[0,\n{\"path\":\"/b\"}]},\"visitor_id\":8,"
        "\"timestamp\":\"2025-01-06 10:58\"}]}\n");
    row("alternatives of keys", ReportKind::hourly_visitors, "visitor_id=user.id|context.ip",
        "{\"user\":{\"id\":\"u\"},\"page_url\":\"/\",\"timestamp\":\"2025-01-06 10:58\"}\n"
        "{\"user\":{},\"context\":{\"ip\":\"::1\"},\"page_url\":\"/\","
        "\"timestamp\":\"2025-01-06 10:58\"}\n");
    row("times within keys", ReportKind::customer_report, "ts=meta.at",
        "{\"event_id\":\"e1\",\"customer_id\":\"c\",\"meta\":{\"at\":\"2025-01-06 10:58\"},"
        "\"event_type\":\"checkout\",\"amount\":\"1,50 \\u20ac\",\"currency\":\"EUR\"}\n"
        "{\"event_id\":\"e2\",\"customer_id\":\"c\",\"meta\":{\"at\":1736159400000},"
        "\"event_type\":\"checkout\",\"amount\":2.5,\"currency\":\"EUR\"}\n");
    row("objects in a column", ReportKind::hourly_visitors, "page_url=event.url",
        "timestamp,event,visitor_id\n"
        "2025-01-06 10:58,\"{\"\"url\"\":\"\"/a\"\",\"\"x\"\":1}\",v1\n"
        "2025-01-06 10:58,NULL,v1\n2025-01-06 10:58,no json,v1\n"
        "2025-01-06 10:59,\"{\"\"url\"\":\"\"NULL\"\"}\",v1\n");
    row("prices in other forms", ReportKind::user_activity, "",
        "{\"id\":1,\"user_id\":\"u1\",\"type\":\"purchase\",\"metadata\":{\"a\":[1],"
        "\"price\":\"1.234,50 \\u20ac\",\"b\":2}}\n"
        "{\"id\":2,\"user_id\":\"u1\",\"type\":\"purchase\",\"metadata\":{\"price\":3.5}}\n"
        "{\"id\":3,\"user_id\":\"u1\",\"type\":\"purchase\",\"metadata\":{\"price\":\"N/A\"}}\n"
        "{\"id\":4,\"user_id\":\"u1\",\"type\":\"purchase\",\"metadata\":{\"price\":\"much\"}}\n"
        "{\"id\":5,\"user_id\":\"u2\",\"type\":\"purchase\",\"metadata\":\"12,5\"}\n"
        "{\"id\":6,\"user_id\":\"u2\",\"type\":\"purchase\",\"metadata\":{}}\n"
        "{\"id\":7,\"user_id\":\"u2\",\"type\":\"purchase\"}\n");
    row("prices at the top", ReportKind::user_activity, "",
        "{\"id\":1,\"user_id\":\"u1\",\"type\":\"purchase\",\"price\":2.5}\n"
        "{\"id\":2,\"user_id\":\"u1\",\"type\":\"purchase\",\"price\":\"1.25\"}\n");
    row("prices beside metadata", ReportKind::user_activity, "",
        "{\"id\":1,\"user_id\":\"u1\",\"type\":\"purchase\",\"price\":2.5,"
        "\"metadata\":{\"from\":\"web\"}}\n"
        "{\"id\":2,\"user_id\":\"u2\",\"type\":\"purchase\",\"price\":\"1.25 "
        "USD\",\"metadata\":{}}\n"
        "{\"id\":3,\"user_id\":\"u3\",\"type\":\"purchase\",\"price\":7}\n"
        "{\"id\":4,\"user_id\":\"u4\",\"type\":\"purchase\",\"metadata\":{\"from\":\"shop\"}}\n"
        "{\"id\":5,\"user_id\":\"u5\",\"type\":\"purchase\",\"price\":\"dear\",\"metadata\":{}}\n");
    row("prices here and there", ReportKind::user_activity, "",
        "{\"id\":1,\"user_id\":\"u1\",\"type\":\"purchase\",\"price\":2.5,"
        "\"metadata\":{\"price\":3}}\n"
        "{\"id\":2,\"user_id\":\"u2\",\"type\":\"purchase\",\"price\":\"1,25\",\"metadata\":{}}\n"
        "{\"id\":3,\"user_id\":\"u3\",\"type\":\"purchase\",\"price\":\"7,5\"}\n");
    row("prices in a column of objects", ReportKind::user_activity, "",
        "id,user_id,type,metadata\n"
        "1,u1,purchase,\"{\"\"price\"\": \"\"1,25 EUR\"\"}\"\n2,u1,purchase,\"{\"\"price\"\": "
        "2}\"\n"
        "3,u1,purchase,\n4,u1,purchase,NULL\n5,u1,purchase,none\n");
    row("types of calls", ReportKind::user_activity, "",
        "{\"id\":1,\"user_id\":\"u1\",\"type\":\"track\",\"event\":\"click\"}\n"
        "{\"id\":2,\"user_id\":\"u1\",\"type\":\"track\",\"event\":\"purchase\",\"revenue\":2}\n");
    row("types beside actions", ReportKind::user_activity, "",
        "{\"id\":1,\"user_id\":\"u1\",\"type\":\"click\",\"action\":\"go\"}\n"
        "{\"id\":2,\"user_id\":\"u1\",\"type\":\"purchase\",\"action\":\"go\",\"price\":2}\n");
    row("prices mapped", ReportKind::user_activity, "price=properties.revenue",
        "{\"id\":1,\"user_id\":\"u1\",\"type\":\"purchase\",\"properties\":{\"revenue\":\"$ 5\"},"
        "\"metadata\":{\"price\":3}}\n"
        "{\"id\":2,\"user_id\":\"u2\",\"type\":\"purchase\",\"metadata\":{\"price\":3}}\n");
  }
  void other_forms_become_those_of_tables() {
    QFETCH(int, kind);
    QFETCH(QString, map);
    QFETCH(QString, bytes);
    const auto report = static_cast<ReportKind>(kind);
    const std::string path = file_of(bytes.toStdString());
    AnalysisOptions options;
    options.report.kinds = report;
    options.report.kinds_required = true;
    options.report.now = 1737000000;
    options.report.rates = {{"EUR", Decimal{Decimal::kOne / 4 * 5}}};
    options.report.source_zone = *TimeZone::load("Europe/Berlin", {});
    if (!map.isEmpty()) {
      const QStringList parts = map.split('=');
      options.input.columns.emplace(parts[0].toStdString(), parts[1].toStdString());
    }
    const Outcome outcome = Analysis({path}, options).run({});
    QVERIFY(outcome.kind == Outcome::Kind::done);
    const std::string wanted = exports_of(*outcome.reports, report);
    const RowCounts& of_file = outcome.reports->load_of(report).rows;
    QVERIFY(of_file.counted > 0);
    // Epoch seconds are all that a table's payments know: the zone is said when they are written.
    const bool epoch = report == ReportKind::customer_report;
    const std::string table = std::string("forms ") + QTest::currentDataTag();
    for (SqlConnection* const connection : {pg.get(), ch.get()}) {
      const Imported done = imported(*connection, path, table, true, {}, options.input,
                                     epoch ? options.report.source_zone : TimeZone());
      QVERIFY2(done.result, done.result ? "" : text_of(done.result.error()).c_str());
      SqlQuestion question;
      question.kind = report;
      question.table = {{}, table};
      question.options = options.report;
      const auto reports = run_sql_report(*connection, question, {});
      QVERIFY2(reports, reports ? "" : (reports.error().where + reports.error().detail).c_str());
      const std::string got = exports_of(**reports, report);
      QVERIFY2(got == wanted, (got + "\n--- the file's\n" + wanted).c_str());
      RowCounts both = (*reports)->load_of(report).rows;
      both += done.result->rows;
      both.counted -= done.result->rows.counted;
      QVERIFY(both.rejected_by_reason == of_file.rejected_by_reason);
      QCOMPARE(both.filtered_by_reason, of_file.filtered_by_reason);
    }
  }
  // All else in a file stays as it is.
  void keys_within_keys_get_columns_of_roles() {
    const std::string path = file_of(
        "{\"page\":{\"x\": 1, \"url\": \"/a\"},\"visitor_id\":\"v\",\"timestamp\":\"6 Jan 2025 "
        "10:58:58\"}\n"
        "{\"page\":{\"url\": \"/b\"},\"visitor_id\":\"v\",\"timestamp\":\"6 Jan 2025 "
        "10:58:59\"}\n");
    InputOptions mapped;
    mapped.columns.emplace("page_url", "page.url");
    for (SqlConnection* const connection : {pg.get(), ch.get()}) {
      const Imported done = imported(*connection, path, "within", true, {}, mapped);
      QVERIFY2(done.result, done.result ? "" : text_of(done.result.error()).c_str());
      QCOMPARE(rows_of(*connection, "SELECT page_url, timestamp FROM within ORDER BY 1"),
               std::string("/a|2025-01-06T10:58:58\n/b|2025-01-06T10:58:59\n"));
      QCOMPARE(rows_of(*connection, connection == pg.get()
                                        ? "SELECT page::text FROM within ORDER BY page_url"
                                        : "SELECT page FROM within ORDER BY page_url"),
               std::string("{\"x\": 1, \"url\": \"/a\"}\n{\"url\": \"/b\"}\n"));
      // The role's column alone, too.
      const Imported some =
          imported(*connection, path, "within_some", true, {"page_url", "visitor_id"}, mapped);
      QVERIFY2(some.result, some.result ? "" : text_of(some.result.error()).c_str());
      QCOMPARE(rows_of(*connection, "SELECT page_url FROM within_some ORDER BY 1"),
               std::string("/a\n/b\n"));
      // A key that no row has was misspelled.
      InputOptions typo;
      typo.columns.emplace("page_url", "page.ulr");
      const Imported wrong = imported(*connection, path, "within_not", true, {}, typo);
      QVERIFY(!wrong.result && is_kind(wrong.result.error(), ErrorKind::missing_key));
      QCOMPARE(std::get<Error>(wrong.result.error()).expected, std::string("page.ulr"));
      QCOMPARE(left_behind(), std::string(kNothing));
    }
  }
  void a_contradicted_guess_ends_the_import() {
    // Numbers that leave the decimal mark open, until one tells.
    std::string csv = "campaign_id,date,impressions,clicks,spend,conversions\n";
    for (int i = 0; i < 40000; ++i) csv += "campaign,2025-01-01,1000,10,\"1,234\",1\n";
    csv += "campaign,2025-01-01,1000,10,\"1,5\",1\n";
    const Imported done = imported(*pg, file_of(csv), "guessed", true);
    QVERIFY(!done.result && is_kind(done.result.error(), ErrorKind::contradicted_guess));
    QCOMPARE(left_behind(), std::string(kNothing));
  }

  // Every byte of a value, and the difference between empty and absent.
  void values_are_kept_as_they_are() {
    const std::string csv =
        "campaign_id,impressions,clicks,spend,conversions,Note,\n"
        "1,2,3,4,5,\"tab\there\nline \"\"q\"\" \\N \\\\ \r end\",\\N\n"
        "2,2,3,4,5,,\\.\n"
        "3,2,3,4,5\n"
        "\\.,2,3,4,5,' \",x\n";
    const std::string select =
        "SELECT \"campaign_id\", coalesce(\"Note\", '<null>'), coalesce(\"column_7\", '<null>') "
        "FROM kept ORDER BY 1";
    const std::string wanted =
        "1|tab\there\nline \"q\" \\N \\\\ \r end|\\N\n2||\\.\n3|<null>|<null>\n\\.|' \"|x\n";
    const std::string path = file_of(csv);
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      const Imported done = imported(*connection, path, "kept", true);
      QVERIFY2(done.result, done.result ? "" : text_of(done.result.error()).c_str());
      QCOMPARE(rows_of(*connection, select), wanted);
    }
    // One column, so that a row can be an empty line.
    const std::string single = file_of("name\n\"\"\nx\n\\.\n");
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      const Imported done = imported(*connection, single, "single", true, {}, as_csv());
      QVERIFY2(done.result, done.result ? "" : text_of(done.result.error()).c_str());
      QCOMPARE(rows_of(*connection, "SELECT name FROM single ORDER BY name"),
               std::string("\n\\.\nx\n"));
    }
  }

  void members_of_json_are_kept() {
    const std::string lines =
        "{\"id\":\"1\",\"user_id\":\"u\",\"flag\":true,\"n\":1.50e1,\"tags\":[\"a\",{\"b\":\"\\n\"}"
        "],\"s\":\"\\ttab \\\"q\\\" é\"}"
        "\n"
        "{\"user_id\":\"u\",\"id\":2,\"tags\":\"text\",\"late\":\"\", \"n\":null}"
        "\n"
        "{\"id\":\"3\",\"user_id\":\"u\",\"n\":1,\"n\":\"two\",\"k\\u0065y\":\"escaped\","
        "\"metadata\":{\"price\": 1.50}}"
        "\n";
    const std::string path = file_of(lines);
    const std::string select =
        "SELECT id, coalesce(flag, '<null>'), coalesce(n, '<null>'), coalesce({}, '<null>'), "
        "coalesce(s, '<null>'), coalesce(late, '<null>'), coalesce(key, '<null>') FROM members "
        "ORDER BY id";
    const std::string wanted =
        "1|true|1.50e1|{}|\ttab \"q\" é|<null>|<null>\n"
        "2|<null>|<null>|\"text\"|<null>||<null>\n"
        "3|<null>|two|<null>|<null>|<null>|escaped\n";
    const Imported in_pg = imported(*pg, path, "members", true);
    const Imported in_ch = imported(*ch, path, "members", true);
    QVERIFY2(in_pg.result, in_pg.result ? "" : text_of(in_pg.result.error()).c_str());
    QVERIFY2(in_ch.result, in_ch.result ? "" : text_of(in_ch.result.error()).c_str());
    QCOMPARE(rows_of(*pg, fmt::format(fmt::runtime(select), "tags::text")),
             fmt::format(fmt::runtime(wanted), "[\"a\", {\"b\": \"\\n\"}]"));
    QCOMPARE(rows_of(*ch, fmt::format(fmt::runtime(select), "tags")),
             fmt::format(fmt::runtime(wanted), "[\"a\",{\"b\":\"\\n\"}]"));
    QCOMPARE(rows_of(*pg, "SELECT metadata->>'price' FROM members WHERE id = '3'"),
             std::string("1.50\n"));
    // The columns of the report are there even where no row has them.
    QCOMPARE(rows_of(*pg, "SELECT count(type) FROM members"), std::string("0\n"));
  }

  void what_postgresql_cannot_hold_is_rejected_by_name() {
    using namespace std::string_literals;
    const std::string csv = file_of(
        "timestamp,page_url,visitor_id\n2025-01-06T10:00:00Z,/a\0b,v\n"
        "2025-01-06T10:00:00Z,/\xFF,v\n2025-01-06T10:00:00Z,/é,v\n"s);
    const std::string json = file_of(
        "{\"id\":\"1\\u0000\",\"user_id\":\"u\"}\n"
        "{\"id\":\"2\",\"user_id\":\"u\",\"metadata\":{\"x\":\"\\u0000\"}}\n"
        "{\"id\":\"3\",\"user_id\":\"u\",\"metadata\":{\"price\":1e99999}}\n"
        "{\"id\":\"4\",\"user_id\":\"u\",\"metadata\":{\"price\":\"\\\\u0000 1e99999\"}}\n"
        "{\"id\":\"5\",\"user_id\":\"u\",\"metadata\":{\"price\":1e200}}\n");
    const Imported pages = imported(*pg, csv, "unheld", true);
    QVERIFY2(pages.result, pages.result ? "" : text_of(pages.result.error()).c_str());
    QCOMPARE(pages.result->rows.counted, std::uint64_t{1});
    QCOMPARE(pages.rejects.size(), std::size_t{2});
    for (std::size_t i = 0; i < 2; ++i) {
      QVERIFY(pages.rejects[i].reason == RejectReason::malformed_row);
      QCOMPARE(pages.rejects[i].column, std::string("page_url"));
      QCOMPARE(pages.rejects[i].line, std::uint64_t{i + 2});
    }
    QCOMPARE(pages.rejects[1].offset, std::uint64_t{58});
    const Imported events = imported(*pg, json, "unheld_json", true);
    QVERIFY2(events.result, events.result ? "" : text_of(events.result.error()).c_str());
    QCOMPARE(rows_of(*pg, "SELECT id FROM unheld_json ORDER BY id"), std::string("4\n5\n"));
    QCOMPARE(events.rejects.size(), std::size_t{3});
    QCOMPARE(events.rejects[0].column, std::string("id"));
    QVERIFY(events.rejects[2].reason == RejectReason::out_of_range);
    QCOMPARE(events.rejects[2].column, std::string("metadata"));
    // ClickHouse holds any bytes.
    for (const std::string& path : {csv, json}) {
      const Imported done = imported(*ch, path, path == csv ? "unheld" : "unheld_json", true);
      QVERIFY(done.result && done.rejects.empty());
    }
    QCOMPARE(rows_of(*ch, "SELECT hex(page_url) FROM unheld ORDER BY page_url"),
             std::string("2F610062\n2FC3A9\n2FFF\n"));
  }

  void creates_appends_and_complains() {
    const std::string path = file_of("name,n\na,1\nb,2\n");
    const std::string other = file_of("n,NAME\n3,c\n");
    const std::string more = file_of("name,n,extra,further\nd,4,x,y\n");
    const std::string empty = file_of("");
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      const auto run = [&](const std::string& file, bool create,
                           std::vector<std::string> columns = {}) {
        return imported(*connection, file, "made", create, std::move(columns), as_csv()).result;
      };
      const auto absent = run(path, false);
      QVERIFY(!absent && is_kind(absent.error(), SqlErrorKind::no_such_table));
      const auto nothing = run(empty, true);
      QVERIFY(!nothing && is_kind(nothing.error(), SqlErrorKind::no_such_table));
      QVERIFY(run(path, true));
      QVERIFY(run(path, true));  // it is there, with the same columns
      QVERIFY(run(other, false));
      QVERIFY(run(empty, false));
      QCOMPARE(count_of(*connection, "made"), std::string("5\n"));
      const auto wrong = run(more, true);
      QVERIFY(!wrong && is_kind(wrong.error(), SqlErrorKind::no_such_column));
      QCOMPARE(std::get<SqlError>(wrong.error()).where, std::string("extra, further"));
      QVERIFY(run(more, true, {"name"}));
      QCOMPARE(rows_of(*connection, "SELECT name FROM made WHERE n IS NULL"), std::string("d\n"));
      QCOMPARE(count_of(*connection, "made"), std::string("6\n"));
      const auto doubled = run(file_of("a,A\n1,2\n"), true);
      QVERIFY(!doubled && is_kind(doubled.error(), ErrorKind::doubled_column));
      const auto unnamed =
          imported(*connection, file_of("k\xC3\xA4\xFF,b\n1,2\n"), "named", true, {}, as_csv());
      QVERIFY(!unnamed.result && is_kind(unnamed.result.error(), SqlErrorKind::unfit_column));
      // Text that feeds no report is imported only where its format is named.
      const auto guess = imported(*connection, path, "made", false);
      QVERIFY(!guess.result && is_kind(guess.result.error(), ErrorKind::unknown_format));
      InputOptions headless = as_csv();
      headless.header = HeaderMode::no;
      const std::string plain = file_of("e;5\nf;6\n");
      QVERIFY(imported(*connection, plain, "made", false, {"name", "n"}, headless).result);
      QCOMPARE(rows_of(*connection, "SELECT n FROM made WHERE name = 'f'"), std::string("6\n"));
      const auto which = imported(*connection, plain, "made", false, {}, headless);
      QVERIFY(!which.result && is_kind(which.result.error(), ErrorKind::bad_option));
    }
    QCOMPARE(left_behind(), std::string(kNothing));
  }

  void names_are_no_statements() {
    const std::vector<std::string> names = {"a\"; DROP TABLE made; --", "us'er\\", "état", "{0} %s",
                                            "`tick`"};
    const std::string table = "t\"a'b\\l;e (x)";
    std::string csv;
    for (const std::string& name : names) {
      std::string quoted;
      for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
      csv += (csv.empty() ? "\"" : ",\"") + quoted + '"';
    }
    csv += "\n'; DROP TABLE made; --,\\'; x,$1,?,\"\"\"\"\n";
    const std::string path = file_of(csv);
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      for (int i = 0; i < 2; ++i) {
        const Imported done = imported(*connection, path, table, i == 0, {}, as_csv());
        QVERIFY2(done.result, done.result ? "" : text_of(done.result.error()).c_str());
      }
      const SqlEngine engine = connection->settings().engine;
      std::string columns;
      for (const std::string& name : names)
        columns += (columns.empty() ? "" : ", ") + dialect_of(engine).identifier(name);
      const std::string row = "'; DROP TABLE made; --|\\'; x|$1|?|\"\n";
      QCOMPARE(rows_of(*connection,
                       "SELECT " + columns + " FROM " + dialect_of(engine).table({{}, table})),
               row + row);
      QVERIFY(count_of(*connection, "made") != "0\n");
    }
  }
};

QTEST_GUILESS_MAIN(TestTableImport)
#include "test_table_import.moc"
