#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>

#include <map>

#include "model/export/csv.h"
#include "model/export/export_report.h"
#include "model/pipeline/analysis.h"
#include "model/sql/sql_report.h"
#include "tests/support/servers.h"
#include "tests/support/sql_events.h"

using namespace footfall;
using namespace footfall_test;

namespace {

std::string table_text(const Table& table) {
  std::string out = table.name() + '\n';
  append_csv_header(out, table);
  append_csv_rows(out, table, 0, table.rows());
  return out;
}

// Everything a run shows: all tables, the counts, and what the report says beside its rows.
std::string shown(const ReportSet& reports, ReportKind kind) {
  std::string out;
  for (const TablePtr& table : reports.tables(kind)) out += table_text(*table);
  const RowCounts& rows = reports.load_of(kind).rows;
  out += fmt::format("read {} counted {} filtered {} rounded {}\n", rows.read(), rows.counted,
                     rows.filtered, rows.rounded);
  for (std::size_t i = 0; i < kRejectReasons; ++i)
    if (rows.rejected_by_reason[i] > 0)
      out += fmt::format("{}: {}\n", reason_name(static_cast<RejectReason>(i)),
                         rows.rejected_by_reason[i]);
  if (reports.visitors)
    out += fmt::format("pages {} views {}\n", reports.visitors->unique_pages,
                       reports.visitors->pageviews);
  if (reports.activity)
    out += fmt::format("events {} duplicates {} conflicts {}\n", reports.activity->events,
                       reports.activity->duplicate_events, reports.activity->conflicting_events);
  if (const auto& customers = reports.customers) {
    out += fmt::format("events {} duplicates {} conflicts {}\n", customers->events,
                       customers->duplicate_events, customers->conflicting_events);
    append_fixed(out, customers->total_spend, 6, 6);
    for (const auto& entry : customers->unconverted) {
      out += fmt::format("\n[{}] {} ", entry.currency, entry.rows);
      append_exact(out, entry.amount, 18, 2);
    }
  }
  for (const std::string& name : reports.load_of(kind).ignored_filters)
    out += "ignored " + name + '\n';
  return out;
}

// The first line in which two texts differ.
QByteArray difference(const std::string& wanted, const std::string& got) {
  const QList<QByteArray> a = QByteArray::fromStdString(wanted).split('\n');
  const QList<QByteArray> b = QByteArray::fromStdString(got).split('\n');
  for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i)
    if (a.value(i) != b.value(i))
      return "line " + QByteArray::number(i) + "\nfile     " + a.value(i) + "\ndatabase " +
             b.value(i);
  return "none";
}

// Text with dirt of every kind; the same columns without any; columns of the database's own types.
enum class Kind : std::uint8_t { dirty, clean, typed };
constexpr Kind kKinds[] = {Kind::dirty, Kind::clean, Kind::typed};
const char* name_of(Kind kind) {
  return kind == Kind::dirty ? "dirty" : kind == Kind::clean ? "clean" : "typed";
}

TimeBound bound(const char* text) { return *parse_time_bound(text); }

struct Case {
  ReportOptions options;
  Filter filter;
};

Case zoned(const char* zone, const char* source = "UTC") {
  Case c;
  c.options.zone = *TimeZone::load(zone, "zone");
  c.options.source_zone = *TimeZone::load(source, "zone");
  return c;
}

std::map<std::string, Case> cases_of(ReportKind kind) {
  std::map<std::string, Case> cases;
  cases["whole"];
  Filter hostile;
  switch (kind) {
    case ReportKind::hourly_visitors: {
      cases["berlin"] = zoned("Europe/Berlin", "Europe/Berlin");
      cases["kolkata"] = zoned("Asia/Kolkata", "America/New_York");
      Case& slice = cases["new york, slice"] = zoned("America/New_York");
      slice.filter.from = bound("2025-03-09T01:30");
      slice.filter.to = bound("2025-11-02T02:00");
      Case& lord_howe = cases["lord howe"] = zoned("Australia/Lord_Howe", "Australia/Lord_Howe");
      lord_howe.filter.pages = {"/page/1", "/page/2"};
      cases["utc slice"].filter.from = bound("2025-01-15");
      cases["hostile"].filter.pages = hostile_names();
      break;
    }
    case ReportKind::customer_report: {
      Case& all = cases["rates, types, days"];
      all.options.rates = {{"EUR", parse_number("1.08").value},
                           {"GBP", parse_number("1.270000000000000001").value}};
      all.options.event_types = std::vector<std::string>{"checkout", "view", "'"};
      all.filter.from = bound("2025-01-03");
      all.filter.to = bound("2025-01-15T12:00");
      cases["distinct"].options.distinct_events = true;
      cases["hostile"].filter.customers = hostile_names();
      cases["some"].filter.customers = {"c1", "c2", "nobody"};
      break;
    }
    case ReportKind::campaign_ranking:
      cases["dates"].filter.from = bound("2025-01-07");
      cases["dates to"].filter.to = bound("2025-02-01");
      cases["hostile"].filter.campaigns = hostile_names();
      cases["some"].filter.campaigns = {"c1", " c2", "c3"};
      break;
    case ReportKind::user_activity:
      cases["users"].filter.users = {"u1", "u2", "nobody"};
      cases["hostile"].filter.users = hostile_names();
      cases["time"].filter.from = bound("2025-01-07");
      break;
  }
  for (auto& [name, c] : cases) {
    c.options.kinds = kind;
    c.options.kinds_required = true;
    c.options.now = 1737000000;
  }
  return cases;
}

}  // namespace

// One set of events as a file, in PostgreSQL, in one ClickHouse and in three of them.
class TestSqlReports : public QObject {
  Q_OBJECT

  std::unique_ptr<PostgresServer> postgres_;
  std::unique_ptr<ClickHouseServers> clickhouse_;
  QTemporaryDir folder_;
  std::map<std::string, SqlConnectionPtr> connections_;

  static constexpr std::size_t kRows = 1500;
  static constexpr int kShards = 3;

 private slots:
  void initTestCase() {
    QString why;
    if (!PostgresServer::installed(why) || !ClickHouseServers::installed(why))
      QSKIP(qPrintable(why));
    postgres_ = PostgresServer::start(why);
    QVERIFY2(postgres_, qPrintable(why));
    clickhouse_ = ClickHouseServers::start(kShards, why);
    QVERIFY2(clickhouse_, qPrintable(why));
    const SqlConnectionPtr pg = open_writer(postgres_->settings(), PostgresServer::kPassword);
    std::vector<SqlConnectionPtr> shards;
    for (int i = 0; i < kShards; ++i) shards.push_back(open_writer(clickhouse_->settings(i)));
    for (const ReportKind kind : kAllReports) {
      for (const Kind of : kKinds) {
        const SqlEvents events =
            make_events(kind, 7 + static_cast<std::uint32_t>(kind), kRows, of == Kind::dirty);
        const std::string table = table_of(kind, of);
        QFile file(folder_.filePath(QString::fromStdString(table)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(as_file(events, kind)));
        const auto check = [](const std::string& fault) { QVERIFY2(fault.empty(), fault.c_str()); };
        check(fill_table(*pg, table, events,
                         of == Kind::typed ? postgres_types(kind) : std::vector<std::string>()));
        const auto types = of == Kind::typed ? clickhouse_types(kind) : std::vector<std::string>();
        check(fill_table(*shards[0], table, events, types));
        for (int i = 0; i < kShards; ++i)
          check(fill_table(*shards[static_cast<std::size_t>(i)], table + "_local", events, types,
                           static_cast<std::size_t>(i), kShards));
        check(execute(*shards[0], "CREATE TABLE \"" + table + "_shards\" AS \"" + table +
                                      "_local\" ENGINE = Distributed(shards, default, '" + table +
                                      "_local')"));
      }
    }
    connections_["postgresql"] =
        std::move(*connect_database(postgres_->settings(), PostgresServer::kPassword, {}));
    ConnectionSettings reader = clickhouse_->settings();
    reader.user = "reader";
    connections_["clickhouse"] =
        std::move(*connect_database(reader, ClickHouseServers::kPassword, {}));
    connections_["shards"] = std::move(*connect_database(clickhouse_->settings(), {}, {}));
  }

  void same_as_the_file_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("of");
    QTest::addColumn<QString>("name");
    for (const ReportKind kind : kAllReports)
      for (const Kind of : kKinds)
        for (const auto& [name, c] : cases_of(kind)) {
          // What slices add has nothing to do with how the values are written.
          if (of == Kind::clean && name != "whole" && name != "kolkata" && name != "users")
            continue;
          QTest::addRow("%s, %s, %s", std::string(command_name(kind)).c_str(), name_of(of),
                        name.c_str())
              << static_cast<int>(kind) << static_cast<int>(of) << QString::fromStdString(name);
        }
  }
  void same_as_the_file() {
    QFETCH(int, kind);
    QFETCH(int, of);
    QFETCH(QString, name);
    const auto report = static_cast<ReportKind>(kind);
    const std::string table = table_of(report, static_cast<Kind>(of));
    Case c = cases_of(report)[name.toStdString()];
    AnalysisOptions options;
    options.report = c.options;
    options.filter = c.filter;
    options.run.threads = 1;
    const Outcome file =
        Analysis({folder_.filePath(QString::fromStdString(table)).toStdString()}, options).run({});
    QVERIFY(file.kind == Outcome::Kind::done);
    const std::string wanted = shown(*file.reports, report);
    for (const auto& [server, connection] : connections_) {
      SqlQuestion question;
      question.kind = report;
      question.table = {{}, server == "shards" ? table + "_shards" : table};
      question.options = c.options;
      question.filter = c.filter;
      const auto reports = run_sql_report(*connection, question, {});
      QVERIFY2(reports,
               qPrintable(QString::fromStdString(
                   server + ": " +
                   (reports ? "" : reports.error().where + ": " + reports.error().detail))));
      const std::string got = shown(**reports, report);
      QVERIFY2(got == wanted, QByteArray::fromStdString(server) + ": " + difference(wanted, got));
    }
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
    QFile file(folder_.filePath("documents"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(lines));
    file.close();
    const SqlConnectionPtr pg = open_writer(postgres_->settings(), PostgresServer::kPassword);
    const SqlConnectionPtr ch = open_writer(clickhouse_->settings());
    QCOMPARE(fill_table(*pg, "documents", events, {}), std::string());
    QCOMPARE(fill_table(*ch, "documents", events, {}), std::string());
    const Case c = cases_of(ReportKind::hourly_visitors)["whole"];
    AnalysisOptions options;
    options.report = c.options;
    const Outcome outcome = Analysis({file.fileName().toStdString()}, options).run({});
    QVERIFY(outcome.kind == Outcome::Kind::done);
    const std::string wanted = shown(*outcome.reports, ReportKind::hourly_visitors);
    QVERIFY(wanted.find("wrong type: 3") != std::string::npos);
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      SqlQuestion question;
      question.kind = ReportKind::hourly_visitors;
      question.table = {{}, "documents"};
      for (const char* role : {"timestamp", "page_url", "visitor_id"})
        question.columns.emplace_back(role, std::string("metadata->>'") + role + "'");
      question.options = c.options;
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
    QFile file(folder_.filePath("readings"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(as_file(events, ReportKind::hourly_visitors)));
    file.close();
    const SqlConnectionPtr pg = open_writer(postgres_->settings(), PostgresServer::kPassword);
    QCOMPARE(fill_table(*pg, "readings", events, {"timestamp", "text", "text"}), std::string());
    Case c = zoned("Europe/Berlin", "America/New_York");
    c.options.kinds = ReportKind::hourly_visitors;
    AnalysisOptions options;
    options.report = c.options;
    const Outcome outcome = Analysis({file.fileName().toStdString()}, options).run({});
    SqlQuestion question;
    question.table = {{}, "readings"};
    question.options = c.options;
    const auto reports = run_sql_report(*pg, question, {});
    QVERIFY2(reports, reports ? "" : reports.error().detail.c_str());
    const std::string wanted = shown(*outcome.reports, ReportKind::hourly_visitors);
    const std::string got = shown(**reports, ReportKind::hourly_visitors);
    QVERIFY2(got == wanted, difference(wanted, got));
  }

  // Without counts: the same tables.
  void tables_without_counts() {
    for (const ReportKind kind : kAllReports) {
      for (const auto& [server, connection] : connections_) {
        SqlQuestion question;
        question.kind = kind;
        question.table = {{}, table_of(kind, Kind::typed) + (server == "shards" ? "_shards" : "")};
        question.options = cases_of(kind)["whole"].options;
        const auto all = run_sql_report(*connection, question, {});
        question.counts = false;
        const auto quick = run_sql_report(*connection, question, {});
        QVERIFY(all && quick);
        const std::vector<TablePtr> wanted = (*all)->tables(kind);
        const std::vector<TablePtr> got = (*quick)->tables(kind);
        for (std::size_t i = 0; i < wanted.size(); ++i)
          QVERIFY(table_text(*got[i]) == table_text(*wanted[i]));
        QCOMPARE((*quick)->load_of(kind).rows.counted, (*all)->load_of(kind).rows.counted);
      }
    }
  }

  // What a dialog shows before anything is asked.
  void databases_tables_columns_and_rows() {
    const std::string table = table_of(ReportKind::user_activity, Kind::typed);
    for (const auto& [server, connection] : connections_) {
      const bool postgres = server == "postgresql";
      const auto databases = list_databases(*connection, {});
      QVERIFY(databases);
      QVERIFY(std::find(databases->begin(), databases->end(), postgres ? "postgres" : "default") !=
              databases->end());
      const auto tables = list_tables(*connection, {});
      QVERIFY(tables);
      QVERIFY(std::find(tables->begin(), tables->end(),
                        TableName{postgres ? "public" : "default", table}) != tables->end());
      const auto columns = list_columns(*connection, {{}, table}, {});
      QVERIFY(columns);
      QCOMPARE(columns->size(), std::size_t{4});
      QCOMPARE((*columns)[1].name, std::string("user_id"));
      QVERIFY(reports_of(connection->settings().engine, *columns) ==
              ReportKinds(ReportKind::user_activity));
      const auto preview = preview_table(*connection, {{}, table}, 10, {});
      QVERIFY(preview);
      QCOMPARE(preview->columns.size(), std::size_t{4});
      QCOMPARE(preview->rows.size(), std::size_t{10});
      QVERIFY(preview->rows[0][0].starts_with('e'));
    }
  }

  // Names of tables and columns that must be quoted, and a column called like the names in use.
  void hostile_identifiers() {
    SqlEvents events = make_events(ReportKind::user_activity, 3, 50, false);
    events.columns = {"footfall_id\"; DROP TABLE x; --", "us'er\\", "état", "metadata"};
    const std::string table = "t\"a'b\\l;e";
    ReportOptions options = cases_of(ReportKind::user_activity)["whole"].options;
    std::string texts[2];
    for (const bool postgres : {true, false}) {
      const SqlConnectionPtr writer =
          postgres ? open_writer(postgres_->settings(), PostgresServer::kPassword)
                   : open_writer(clickhouse_->settings());
      const std::string fault = fill_table(*writer, table, events, {});
      QVERIFY2(fault.empty(), fault.c_str());
      SqlQuestion question;
      question.kind = ReportKind::user_activity;
      question.table = {postgres ? "public" : "default", table};
      question.columns = {{"id", events.columns[0]},
                          {"user_id", events.columns[1]},
                          {"type", events.columns[2]},
                          {"price", "metadata ->> 'price'"}};
      question.options = options;
      const auto reports =
          run_sql_report(*connections_[postgres ? "postgresql" : "clickhouse"], question, {});
      QVERIFY2(reports, qPrintable(QString::fromStdString(reports ? "" : reports.error().detail)));
      texts[postgres ? 0 : 1] = shown(**reports, ReportKind::user_activity);
    }
    QVERIFY(texts[0].find("u1") != std::string::npos);
    QCOMPARE(texts[1], texts[0]);
  }

 private:
  static std::string table_of(ReportKind kind, Kind of) {
    return std::string(command_name(kind)) + ' ' + name_of(of);
  }
  static std::vector<std::string> postgres_types(ReportKind kind) {
    switch (kind) {
      case ReportKind::hourly_visitors:
        return {"timestamptz", "varchar(50)", "text"};
      case ReportKind::customer_report:
        return {"text", "text", "bigint", "text", "numeric(20,4)", "char(3)"};
      case ReportKind::campaign_ranking:
        return {"text", "date", "integer", "bigint", "numeric", "smallint"};
      case ReportKind::user_activity:
        break;
    }
    return {"text", "text", "text", "json"};
  }
  static std::vector<std::string> clickhouse_types(ReportKind kind) {
    switch (kind) {
      case ReportKind::hourly_visitors:
        return {"DateTime", "String", "String"};
      case ReportKind::customer_report:
        return {"String", "String", "Int64", "String", "Decimal(20,4)", "FixedString(3)"};
      case ReportKind::campaign_ranking:
        return {"String", "Date", "UInt32", "UInt64", "Nullable(Float64)", "Int16"};
      case ReportKind::user_activity:
        break;
    }
    return {"String", "String", "String", "String"};
  }
};

QTEST_GUILESS_MAIN(TestSqlReports)
#include "test_sql_reports.moc"
