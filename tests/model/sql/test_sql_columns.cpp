#include <QTest>

#include <algorithm>

#include "model/sql/sql_report.h"
#include "tests/support/server_rig.h"
#include "tests/support/shown_report.h"
#include "tests/support/sql_events.h"

using namespace footfall;
using namespace footfall_test;

namespace {

ReportOptions options_for(ReportKind kind) {
  ReportOptions options;
  options.kinds = kind;
  options.kinds_required = true;
  options.now = 1737000000;
  return options;
}

}  // namespace

// Columns of all sorts: how they are listed, named, and read.
class TestSqlColumns : public QObject, private ServerRig {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start(1, why), qPrintable(why));
  }

  // Everything inside one JSON column: also what is of the wrong type.
  void values_inside_json() {
    const std::vector<std::string> documents = {
        "{\"timestamp\":\"2025-01-06T10:00:00Z\",\"page_url\":\"/a\",\"visitor_id\":\"v1\"}",
        "{\"timestamp\":1736157600,\"page_url\":\"/a\",\"visitor_id\":17}",
        "{\"timestamp\":\"1736157600\",\"page_url\":\"/\\\"q\\\"\",\"visitor_id\":\"v1\"}",
        "{\"timestamp\":true,\"page_url\":\"/a\",\"visitor_id\":\"v1\"}",
        "{\"timestamp\":\"2025-01-06T10:00:00Z\",\"page_url\":[\"/a\"],\"visitor_id\":\"v1\"}",
        "{\"timestamp\":\"2025-01-06T10:00:00Z\",\"page_url\":\"/"
        "a\",\"visitor_id\":{\"id\":\"v1\"}}",
        "{\"timestamp\":\"2025-01-06T10:00:00Z\",\"page_url\":\"\",\"visitor_id\":\"v1\"}",
        "{\"timestamp\":\"2025-01-06T10:00:00Z\",\"visitor_id\":\"v1\"}",
        "{\"timestamp\":null,\"page_url\":\"/a\",\"visitor_id\":\"v1\"}",
        "{\"timestamp\":\"x\",\"page_url\":\"/a\",\"visitor_id\":\"v1\"}",
        "{\"deep\":{\"page_url\":\"/"
        "b\",\"list\":[1,{\"x\":\"]}\"}]},\"timestamp\":\"2025-01-06T11:00:00Z\","
        "\"page_url\":\"/a\",\"visitor_id\":\"v2\"}"};
    SqlEvents events;
    events.columns = {"metadata"};
    std::string lines;
    for (const std::string& document : documents) {
      events.rows.push_back({document});
      lines += document + '\n';
    }
    QCOMPARE(fill_table(*pg, "documents", events, {}), std::string());
    QCOMPARE(fill_table(*ch, "documents", events, {}), std::string());
    const ReportOptions options = options_for(ReportKind::hourly_visitors);
    const std::string wanted =
        shown(*reports_of_file(file_of(lines), options), ReportKind::hourly_visitors);
    QVERIFY(wanted.find("wrong type: 3") != std::string::npos);
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      SqlQuestion question;
      question.kind = ReportKind::hourly_visitors;
      question.table = {{}, "documents"};
      for (const char* role : {"timestamp", "page_url", "visitor_id"})
        question.columns.emplace_back(role, std::string("metadata->>'") + role + "'");
      question.options = options;
      const auto reports = run_sql_report(*connection, question, {});
      QVERIFY2(reports, reports ? "" : reports.error().detail.c_str());
      const std::string got = shown(**reports, ReportKind::hourly_visitors);
      QVERIFY2(got == wanted, difference(wanted, got));
    }
  }

  // A type without a zone holds readings of the source zone's clocks, folds and gaps among them.
  void readings_without_a_zone() {
    SqlEvents events;
    events.columns = {"timestamp", "page_url", "visitor_id"};
    for (const char* reading : {"2025-03-09 01:59:59", "2025-03-09 02:30:00", "2025-03-09 03:00:00",
                                "2025-11-02 00:59:59", "2025-11-02 01:30:00", "2025-11-02 02:00:00",
                                "1969-12-31 23:59:59"})
      for (const char* visitor : {"a", "b"}) events.rows.push_back({reading, "/", visitor});
    QCOMPARE(fill_table(*pg, "readings", events, {"timestamp", "text", "text"}), std::string());
    ReportOptions options = options_for(ReportKind::hourly_visitors);
    options.zone = *TimeZone::load("Europe/Berlin", "zone");
    options.source_zone = *TimeZone::load("America/New_York", "zone");
    SqlQuestion question;
    question.table = {{}, "readings"};
    question.options = options;
    const auto reports = run_sql_report(*pg, question, {});
    QVERIFY2(reports, reports ? "" : reports.error().detail.c_str());
    const std::string wanted =
        shown(*reports_of_file(file_of(as_file(events, ReportKind::hourly_visitors)), options),
              ReportKind::hourly_visitors);
    const std::string got = shown(**reports, ReportKind::hourly_visitors);
    QVERIFY2(got == wanted, difference(wanted, got));
  }

  // PostgreSQL's numeric holds more than a report takes; NULL is no amount, and no fault.
  void amounts_in_a_numeric_column() {
    SqlEvents events;
    events.columns = {"event_id", "customer_id", "ts", "event_type", "amount", "currency"};
    int id = 0;
    const auto add = [&](std::optional<std::string> amount) {
      events.rows.push_back(
          {"e" + std::to_string(++id), "c", "1736121600", "checkout", std::move(amount), "USD"});
    };
    add(std::nullopt);
    for (const char* amount :
         {"5", "-5.25", "0.0000000000000000005", "0.0000000000000000015", "0.00000000000000000051",
          "1000000000000000000", "1000000000000000000.0000000000000000005",
          "1000000000000000000.0000000000000000006", "-1000000000000000000.1", "1e30", "nan"})
      add(amount);
    QCOMPARE(
        fill_table(*pg, "amounts", events, {"text", "text", "bigint", "text", "numeric", "text"}),
        std::string());
    const ReportOptions options = options_for(ReportKind::customer_report);
    SqlQuestion question;
    question.kind = ReportKind::customer_report;
    question.table = {{}, "amounts"};
    question.options = options;
    const auto reports = run_sql_report(*pg, question, {});
    QVERIFY2(reports, reports ? "" : reports.error().detail.c_str());
    const std::string wanted =
        shown(*reports_of_file(file_of(as_file(events, ReportKind::customer_report)), options),
              ReportKind::customer_report);
    QVERIFY(wanted.find("out of range: 4") != std::string::npos);
    const std::string got = shown(**reports, ReportKind::customer_report);
    QVERIFY2(got == wanted, difference(wanted, got));
  }

  // What a dialog shows before anything is asked.
  void databases_tables_columns_and_rows() {
    const SqlEvents events = make_events(ReportKind::user_activity, 10, 50, false);
    QCOMPARE(fill_table(*pg, "shown", events, {"text", "text", "text", "json"}), std::string());
    QCOMPARE(fill_table(*ch, "shown", events, {}), std::string());
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      const bool in_postgres = connection == pg.get();
      const auto databases = list_databases(*connection, {});
      QVERIFY(databases);
      QVERIFY(std::find(databases->begin(), databases->end(),
                        in_postgres ? "postgres" : "default") != databases->end());
      const auto tables = list_tables(*connection, {});
      QVERIFY(tables);
      const TableName shown{in_postgres ? "public" : "default", "shown"};
      const auto listed = std::ranges::find(*tables, shown, &ListedTable::name);
      QVERIFY(listed != tables->end() && listed->readable());
      QCOMPARE(listed->kind, in_postgres ? TableKind::table : TableKind::other);
      QCOMPARE(listed->engine.empty(), in_postgres);
      const auto columns = list_columns(*connection, {{}, "shown"}, {});
      QVERIFY(columns);
      QCOMPARE(columns->size(), std::size_t{4});
      QCOMPARE((*columns)[1].name, std::string("user_id"));
      QVERIFY(reports_of(connection->settings().engine, *columns) ==
              ReportKinds(ReportKind::user_activity));
      const auto preview = preview_table(*connection, {{}, "shown"}, 10, {});
      QVERIFY(preview);
      QCOMPARE(preview->columns.size(), std::size_t{4});
      QCOMPARE(preview->rows.size(), std::size_t{10});
      QVERIFY(preview->rows[0][0].starts_with('e'));
    }
  }

  // "schema.name kind rows <parent !missing" of those in a schema, as a role sees them.
  void tables_say_what_they_are() {
    for (const char* statement :
         {"CREATE SCHEMA kinds",
          "CREATE SCHEMA closed",
          "CREATE ROLE looker LOGIN PASSWORD 'l'",
          "CREATE TABLE kinds.plain AS SELECT g AS id FROM generate_series(1, 1234) g",
          "CREATE VIEW kinds.seen AS SELECT * FROM kinds.plain",
          "CREATE MATERIALIZED VIEW kinds.kept AS SELECT * FROM kinds.plain WHERE id <= 10",
          "CREATE TABLE kinds.parted (id int, day date) PARTITION BY RANGE (day)",
          "CREATE TABLE kinds.late PARTITION OF kinds.parted FOR VALUES FROM ('2025-01-01') TO "
          "('2026-01-01') PARTITION BY RANGE (id)",
          "CREATE TABLE kinds.late_low PARTITION OF kinds.late FOR VALUES FROM (0) TO (100)",
          "CREATE TABLE kinds.early PARTITION OF kinds.parted FOR VALUES FROM ('2024-01-01') TO "
          "('2025-01-01')",
          "INSERT INTO kinds.parted SELECT g, '2024-06-01' FROM generate_series(1, 30) g",
          "INSERT INTO kinds.parted SELECT g, '2025-06-01' FROM generate_series(1, 12) g",
          "CREATE TABLE kinds.unknown (id int)",
          "CREATE TABLE closed.hidden (id int)",
          "CREATE FOREIGN DATA WRAPPER none",
          "CREATE SERVER far FOREIGN DATA WRAPPER none",
          "CREATE FOREIGN TABLE kinds.far (id int) SERVER far",
          "ANALYZE kinds.plain",
          "ANALYZE kinds.kept",
          "ANALYZE kinds.early",
          "ANALYZE kinds.late_low",
          "GRANT USAGE ON SCHEMA kinds TO looker",
          "GRANT SELECT ON kinds.parted, kinds.plain TO looker",
          "GRANT SELECT ON closed.hidden TO looker"})
      QCOMPARE(execute(*pg, statement), std::string());
    const auto listed = [](SqlConnection& connection, const std::string& schema) {
      const auto tables = list_tables(connection, {});
      if (!tables) return QString("failed: ") + tables.error().detail.c_str();
      QStringList lines;
      for (const ListedTable& table : *tables) {
        if (table.name.schema != schema) continue;
        QString line = QString("%1 %2%3")
                           .arg(table.name.name.c_str())
                           .arg(static_cast<int>(table.kind))
                           .arg(table.engine.c_str());
        if (table.rows) line += QString(" %1").arg(*table.rows);
        if (table.parent) line += QString(" <%1").arg(table.parent->name.c_str());
        if (!table.readable()) line += table.lacks == ListedTable::Lacks::select ? " !s" : " !u";
        lines << line;
      }
      return lines.join(", ");
    };
    QCOMPARE(
        listed(*pg, "kinds"),
        QString("early 0 30 <parted, far 3, kept 2 10, late 4 12 <parted, late_low 0 12 <late, "
                "parted 4 42, plain 0 1234, seen 1, unknown 0"));
    ConnectionSettings settings = postgres->settings();
    settings.user = "looker";
    const auto looker = connect_database(settings, "l", {});
    QVERIFY(looker);
    QCOMPARE(
        listed(**looker, "kinds"),
        QString(
            "early 0 30 <parted !s, far 3 !s, kept 2 10 !s, late 4 12 <parted !s, late_low 0 12 "
            "<late !s, parted 4 42, plain 0 1234, seen 1 !s, unknown 0 !s"));
    QCOMPARE(listed(**looker, "closed"), QString("hidden 0 !u"));
    for (const char* statement :
         {"CREATE DATABASE kinds",
          "CREATE TABLE kinds.plain (id Int64) ENGINE = MergeTree() ORDER BY id",
          "INSERT INTO kinds.plain SELECT number FROM numbers(1234)",
          "CREATE TABLE kinds.short (id Int64) ENGINE = Memory",
          "CREATE VIEW kinds.seen AS SELECT * FROM kinds.plain"})
      QCOMPARE(execute(*ch, statement), std::string());
    settings = clickhouse->settings();
    settings.database = "kinds";
    const auto other = connect_database(settings, "", {});
    QVERIFY(other);
    QCOMPARE(listed(**other, "kinds"), QString("plain 5MergeTree 1234, seen 5View, short 5Memory"));
  }

  // Names of tables and columns that must be quoted, and a column called like the names in use.
  void hostile_identifiers() {
    SqlEvents events = make_events(ReportKind::user_activity, 3, 50, false);
    events.columns = {"footfall_id\"; DROP TABLE x; --", "us'er\\", "état", "metadata"};
    const std::string table = "t\"a'b\\l;e";
    std::string texts[2];
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      const bool in_postgres = connection == pg.get();
      const std::string fault = fill_table(*connection, table, events, {});
      QVERIFY2(fault.empty(), fault.c_str());
      SqlQuestion question;
      question.kind = ReportKind::user_activity;
      question.table = {in_postgres ? "public" : "default", table};
      question.columns = {{"id", events.columns[0]},
                          {"user_id", events.columns[1]},
                          {"type", events.columns[2]},
                          {"price", "metadata ->> 'price'"}};
      question.options = options_for(ReportKind::user_activity);
      const auto reports = run_sql_report(*connection, question, {});
      QVERIFY2(reports, qPrintable(QString::fromStdString(reports ? "" : reports.error().detail)));
      texts[in_postgres ? 0 : 1] = shown(**reports, ReportKind::user_activity);
    }
    QVERIFY(texts[0].find("u1") != std::string::npos);
    QCOMPARE(texts[1], texts[0]);
  }
};

QTEST_GUILESS_MAIN(TestSqlColumns)
#include "test_sql_columns.moc"
