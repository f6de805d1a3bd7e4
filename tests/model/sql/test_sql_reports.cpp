// Reports of real servers against those of the same rows from files. Long, for the servers are
// started once for all that is asked of them.
#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "model/pipeline/analysis.h"
#include "model/report/customer_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/user_activity_report.h"
#include "model/sql/query_source.h"
#include "model/sql/sql_report.h"
#include "model/sql/table_inspection.h"
#include "model/sql/table_rows.h"
#include "tests/support/server_rig.h"
#include "tests/support/shown_report.h"
#include "tests/support/sql_events.h"

using namespace footfall;
using namespace footfall_test;

namespace {

// Text with dirt of every kind; the same columns without any; columns of the database's own types.
enum class Kind : std::uint8_t { dirty, clean, typed };
constexpr Kind kTables[] = {Kind::dirty, Kind::clean, Kind::typed};
const char* name_of(Kind kind) {
  return kind == Kind::dirty ? "dirty" : kind == Kind::clean ? "clean" : "typed";
}

TimeBound bound(const char* text) { return *parse_time_bound(text); }

Filter where(const std::vector<std::string>& texts) {
  Filter filter;
  for (const std::string& text : texts) {
    Condition condition;
    if (parse_condition(text, condition) != ConditionFault::none)
      qFatal("no condition: %s", text.c_str());
    filter.conditions.push_back(std::move(condition));
  }
  return filter;
}

struct Case {
  ReportOptions options;
  Filter filter;
  NumberReading numbers;
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
      lord_howe.filter[FilterField::page] = {"/page/1", "/page/2"};
      cases["utc slice"].filter.from = bound("2025-01-15");
      cases["hostile"].filter[FilterField::page] = hostile_names();
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
      cases["cents"].numbers.shifts["amount"] = -2;
      cases["meant"].options.event_map = {{"refund", "checkout"}, {"", "view"}};
      cases["hostile"].filter[FilterField::customer] = hostile_names();
      cases["some"].filter[FilterField::customer] = {"c1", "c2", "nobody"};
      break;
    }
    case ReportKind::campaign_ranking:
      cases["dates"].filter.from = bound("2025-01-07");
      cases["dates to"].filter.to = bound("2025-02-01");
      cases["micros, blanks"].numbers = {{{"spend", -6}, {"clicks", 1}, {"conversions", 18}}, true};
      cases["hostile"].filter[FilterField::campaign] = hostile_names();
      cases["some"].filter[FilterField::campaign] = {"c1", " c2", "c3"};
      break;
    case ReportKind::user_activity:
      cases["users"].filter[FilterField::user] = {"u1", "u2", "nobody"};
      cases["hostile"].filter[FilterField::user] = hostile_names();
      cases["time"].filter.from = bound("2025-01-07");
      cases["thousands"].numbers.shifts["price"] = 3;
      cases["meant"].options.event_map = {{"share", "purchase"}, {"", "click"}};
      break;
    case ReportKind::requests: {
      cases["kolkata"] = zoned("Asia/Kolkata", "America/New_York");
      Case& slice = cases["new york, slice"] = zoned("America/New_York");
      slice.filter.from = bound("2025-03-09T01:30");
      slice.filter.to = bound("2025-11-02T02:00");
      cases["pages"].filter[FilterField::page] = {"/page/1", "/page/2", ""};
      cases["hostile"].filter[FilterField::page] = hostile_names();
      cases["kilobytes"].numbers.shifts["bytes"] = 3;
      break;
    }
    case ReportKind::end:
      break;
  }
  for (auto& [name, c] : cases) {
    c.options.kinds = kind;
    c.options.kinds_required = true;
    c.options.now = 1737000000;
  }
  return cases;
}

/// The same for a file.
InputOptions input_of(const NumberReading& numbers) {
  InputOptions input;
  input.blank_is_zero = numbers.blank_is_zero;
  for (const auto& [role, shift] : numbers.shifts)
    input.scales[role] = Decimal{power_of_ten(static_cast<unsigned>(18 + shift))};
  return input;
}

// A row as an example of a reject shows it.
std::string shown_row(const SqlEvents& events, const std::vector<std::optional<std::string>>& row,
                      const Reject& reject) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < row.size(); ++i) {
    std::string cell = events.columns[i] + '=';
    if (row[i]) {
      cell += '\'';
      for (const char letter : *row[i]) cell += letter == '\'' ? "''" : std::string(1, letter);
      cell += '\'';
    } else {
      cell += "NULL";
    }
    cells.insert(events.columns[i] == reject.column ? cells.begin() : cells.end(), cell);
  }
  std::string text;
  for (const std::string& cell : cells) text += (text.empty() ? "" : ", ") + cell;
  return text.substr(0, kExcerptBytes);
}

// Conditions on the fields of one report.
class RandomConditions {
 public:
  RandomConditions(ReportKind kind, SqlEvents events) : kind_(kind), events_(std::move(events)) {}

  void fill(Case& c) {
    if (kEventTypeTable[events_of(kind_)].hourly)
      c.options.zone = *TimeZone::load(
          of({"UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/New_York"}), "zone");
    text_.clear();
    for (std::size_t count = 1 + below(2); count > 0;) {
      const ConditionFieldFacts& field =
          kConditionFieldTable[kConditionFields[below(std::size(kConditionFields))]];
      if (!field.events.contains(events_of(kind_))) continue;
      const MatchFacts& match = kMatchTable[static_cast<Match>(below(kMatchTable.size()))];
      const std::string text = std::string(field.name) + ' ' + std::string(match.name) + ' ' +
                               value(field.field, match.match);
      Condition condition;
      if (parse_condition(text, condition) != ConditionFault::none) continue;
      c.filter.conditions.push_back(std::move(condition));
      text_ += " [" + text + ']';
      --count;
    }
    c.filter = with_names_listed(std::move(c.filter));
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::size_t below(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_);
  }
  std::string of(const std::vector<std::string>& texts) { return texts[below(texts.size())]; }

  std::string value(ConditionField field, Match match) {
    std::string text;
    if (field == ConditionField::hour_of_day) {
      text = of({"00", "1", "07", "15", "23"});
    } else if (field == ConditionField::weekday) {
      text = of({"Monday", "Tuesday", "Thursday", "Saturday", "Sunday"});
    } else {
      const std::size_t column = column_of(field);
      text = events_.rows[below(events_.rows.size())][column].value_or("");
    }
    if (match == Match::is || match == Match::is_not || text.empty()) return text;
    const std::size_t from = match == Match::begins ? 0 : below(text.size());
    if (match != Match::like) return text.substr(from, 1 + below(text.size() - from));
    for (std::size_t stars = 1 + below(3); stars > 0; --stars)
      text.replace(below(text.size() + 1), below(3), "*");
    return text;
  }
  [[nodiscard]] std::size_t column_of(ConditionField field) const {
    if (field == ConditionField::campaign) return 0;
    if (field == ConditionField::visitor) return 2;
    if (field == ConditionField::currency) return 5;
    if (field == ConditionField::event_type) return kind_ == ReportKind::customer_report ? 3 : 2;
    return 1;
  }

  ReportKind kind_;
  SqlEvents events_;
  std::mt19937 random_{42};
  std::string text_;
};

}  // namespace

// One set of events as a file, in PostgreSQL, in one ClickHouse and in three of them.
class TestSqlReports : public QObject, private ServerRig {
  Q_OBJECT

  std::map<std::string, std::function<SqlConnectionPtr()>> servers_;
  std::map<std::string, SqlConnectionPtr> connections_;
  std::map<std::string, std::string> files_;  // of each table

  static constexpr std::size_t kRows = 1500;
  static constexpr int kShards = 3;

 private slots:
  void initTestCase() {
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start(kShards, why), qPrintable(why));
    for (const ReportKind kind : kAllReports) {
      for (const Kind of : kTables) {
        const SqlEvents events =
            make_events(kind, 7 + static_cast<std::uint32_t>(kind), kRows, of == Kind::dirty);
        const std::string table = table_of(kind, of);
        files_[table] = file_of(as_file(events, kind));
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
    QCOMPARE(execute(*pg, "CREATE TABLE beside (beside text)"), std::string());
    QCOMPARE(execute(*shards[0], "CREATE TABLE beside (beside String) ENGINE = Memory"),
             std::string());
    const auto server = [&](const ConnectionSettings& settings, const std::string& password) {
      return [settings, password] { return std::move(*connect_database(settings, password, {})); };
    };
    servers_["postgresql"] = server(postgres->settings(), PostgresServer::kPassword);
    ConnectionSettings reader = clickhouse->settings();
    reader.user = "reader";
    servers_["clickhouse"] = server(reader, ClickHouseServers::kPassword);
    servers_["shards"] = server(clickhouse->settings(), {});
    for (const auto& [name, connect] : servers_) connections_[name] = connect();
  }

  // The report that is counted here from the rows of the table.
  [[nodiscard]] Outcome fetched(const std::string& server, SqlQuestion question) const {
    AnalysisOptions options;
    options.report = question.options;
    options.filter = question.filter;
    options.run.threads = 2;
    const auto rows = TableRows::find(servers_.at(server)(), std::move(question), {});
    if (!rows)
      qFatal("%s: %s %s", server.c_str(), rows.error().where.c_str(), rows.error().detail.c_str());
    options.streams.emplace("a table", rows->stream());
    Outcome outcome = Analysis({"a table"}, options).run({});
    if (outcome.kind != Outcome::Kind::done && rows->fault())
      qFatal("%s: %s", server.c_str(), rows->fault()->detail.c_str());
    return outcome;
  }

  void same_as_the_file_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("of");
    QTest::addColumn<QString>("name");
    for (const ReportKind kind : kAllReports)
      for (const Kind of : kTables)
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
    const ReportSetPtr of_file =
        reports_of_file(files_[table], c.options, c.filter, input_of(c.numbers));
    const std::string wanted = shown(*of_file, report);
    for (const auto& [server, connection] : connections_) {
      SqlQuestion question;
      question.kind = report;
      question.table = {{}, server == "shards" ? table + "_shards" : table};
      question.options = c.options;
      question.filter = c.filter;
      question.numbers = c.numbers;
      question.all_visitors = true;
      const auto reports = run_sql_report(*connection, question, {});
      QVERIFY2(reports,
               qPrintable(QString::fromStdString(
                   server + ": " +
                   (reports ? "" : reports.error().where + ": " + reports.error().detail))));
      const std::string got = shown(**reports, report);
      QVERIFY2(got == wanted, QByteArray::fromStdString(server) + ": " + difference(wanted, got));
      // What is left to a filter is none of the server's there.
      if (server != "shards" &&
          (name == "whole" || name == "kolkata" || !c.numbers.shifts.empty())) {
        const Outcome counted_here = fetched(server, question);
        QVERIFY(counted_here.kind == Outcome::Kind::done);
        const std::string here = shown(*counted_here.reports, report);
        QVERIFY2(here == wanted,
                 QByteArray::fromStdString(server) + ", fetched: " + difference(wanted, here));
      }
      if (report == ReportKind::hourly_visitors)
        QCOMPARE((*reports)->get<HourlyVisitorsReport>()->unique_visitors,
                 of_file->get<HourlyVisitorsReport>()->unique_visitors);
    }
  }

  // Conditions whose values are pieces of what the table holds, cut anywhere.
  void conditions_hold_as_in_the_file_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("of");
    for (const ReportKind kind : kAllReports)
      for (const Kind of : {Kind::dirty, Kind::typed})
        QTest::addRow("%s, %s", std::string(command_name(kind)).c_str(), name_of(of))
            << static_cast<int>(kind) << static_cast<int>(of);
  }
  void conditions_hold_as_in_the_file() {
    QFETCH(int, kind);
    QFETCH(int, of);
    const auto report = static_cast<ReportKind>(kind);
    const std::string table = table_of(report, static_cast<Kind>(of));
    RandomConditions random(report, make_events(report, 7 + static_cast<std::uint32_t>(kind), kRows,
                                                static_cast<Kind>(of) == Kind::dirty));
    std::uint64_t left = 0;
    for (int i = 0; i < 6; ++i) {
      Case c = cases_of(report)["whole"];
      random.fill(c);
      const std::string wanted =
          shown(*reports_of_file(files_[table], c.options, c.filter), report);
      for (const auto& [server, connection] : connections_) {
        SqlQuestion question;
        question.kind = report;
        question.table = {{}, server == "shards" ? table + "_shards" : table};
        question.options = c.options;
        question.filter = c.filter;
        const auto reports = run_sql_report(*connection, question, {});
        QVERIFY2(reports,
                 qPrintable(QString::fromStdString(
                     server + ": " + random.text() + ": " +
                     (reports ? "" : reports.error().where + ": " + reports.error().detail))));
        const std::string got = shown(**reports, report);
        QVERIFY2(got == wanted, QByteArray::fromStdString(server + ": " + random.text() + ": ") +
                                    difference(wanted, got));
        left += (*reports)->load_of(report).rows.counted;
      }
    }
    QVERIFY(left > 0);
  }

  // What a condition in SQL leaves out is not there: the file has only the other rows.
  void a_condition_in_sql_says_which_rows_there_are() {
    for (const ReportKind kind : kAllReports) {
      const SqlEvents all = make_events(kind, 7 + static_cast<std::uint32_t>(kind), kRows, true);
      SqlEvents some = all;
      const std::size_t place = kind == ReportKind::campaign_ranking ? 0 : 1;
      const std::string column = all.columns[place];
      std::erase_if(some.rows, [place](const auto& row) {
        return !row[place] || (row[place]->find('\'') == std::string::npos && *row[place] < "c2");
      });
      QVERIFY(!some.rows.empty() && some.rows.size() < all.rows.size());
      const Case c = cases_of(kind)["whole"];
      const std::string wanted =
          shown(*reports_of_file(file_of(as_file(some, kind)), c.options, c.filter), kind);
      for (const auto& [server, connection] : connections_) {
        const bool on_postgres = server == "postgresql";
        SqlQuestion question;
        question.kind = kind;
        question.table = {{}, table_of(kind, Kind::dirty) + (server == "shards" ? "_shards" : "")};
        question.options = c.options;
        question.where = column + (on_postgres ? " COLLATE \"C\" >= 'c2' OR " : " >= 'c2' OR ") +
                         column + " LIKE '%''%'";
        const auto reports = run_sql_report(*connection, question, {});
        QVERIFY2(reports, reports ? "" : reports.error().detail.c_str());
        const std::string got = shown(**reports, kind);
        QVERIFY2(got == wanted, QByteArray::fromStdString(server) + ": " + difference(wanted, got));
        const auto check = check_columns(*connection, question, {});
        QVERIFY2(check, check ? "" : check.error().detail.c_str());
        QCOMPARE(check->rows, some.rows.size());
        const auto preview = preview_counted(*connection, question, 5, {});
        QVERIFY(preview && preview->rows.size() == 5);
        const auto explained = explain_sql_report(*connection, question, {});
        QVERIFY(explained);
        for (const ExplainedStatement& one : *explained)
          QVERIFY2(one.text.find('(' + question.where + ')') != std::string::npos,
                   one.text.c_str());
      }
    }
  }

  // A query that says nothing new gives the report of its table, whatever it is made of.
  void a_query_stands_for_a_table() {
    for (const ReportKind kind : {ReportKind::hourly_visitors, ReportKind::campaign_ranking}) {
      const Case c = cases_of(kind)["whole"];
      for (const auto& [server, connection] : connections_) {
        SqlQuestion question;
        question.kind = kind;
        question.table = {{}, table_of(kind, Kind::dirty) + (server == "shards" ? "_shards" : "")};
        question.options = c.options;
        const auto wanted = run_sql_report(*connection, question, {});
        QVERIFY(wanted);
        const auto columns = list_columns(*connection, question.table, {});
        QVERIFY(columns);
        const std::string table = dialect_of(*connection).table(question.table);
        question.table = table_of_query("-- all of it\nSELECT * FROM " + table +
                                        " WHERE 'é' != 'footfall_e' -- no less \n ;\n");
        const auto listed = list_columns(*connection, question.table, {});
        QVERIFY2(listed, listed ? "" : listed.error().detail.c_str());
        QCOMPARE(listed->size(), columns->size());
        for (std::size_t i = 0; i < listed->size(); ++i) {
          QCOMPARE((*listed)[i].name, (*columns)[i].name);
          QVERIFY((*listed)[i].kind == (*columns)[i].kind);
          QVERIFY((*listed)[i].nullable || !(*columns)[i].nullable);
        }
        const auto got = run_sql_report(*connection, question, {});
        QVERIFY2(got, got ? "" : got.error().detail.c_str());
        QVERIFY2(shown(**got, kind) == shown(**wanted, kind),
                 QByteArray::fromStdString(
                     server + ": " +
                     difference(shown(**wanted, kind), shown(**got, kind)).toStdString()));
        question.where = "1 = 0";
        const auto none = run_sql_report(*connection, question, {});
        QVERIFY(none && (*none)->load_of(kind).rows.counted == 0);
        question.where.clear();
        if (kind == ReportKind::campaign_ranking) continue;
        const auto check = check_columns(*connection, question, {});
        QVERIFY2(check, check ? "" : check.error().detail.c_str());
        const auto preview = preview_counted(*connection, question, 5, {});
        QVERIFY(preview && preview->rows.size() == 5);
        const auto explained = explain_sql_report(*connection, question, {});
        QVERIFY(explained && !explained->empty());
        for (const ExplainedStatement& one : *explained)
          QVERIFY(one.text.find("(\n" + question.table.query + "\n)") != std::string::npos);
      }
    }
  }

  void a_query_is_checked_before() {
    for (const auto& [server, connection] : connections_) {
      const bool on_postgres = server == "postgresql";
      const std::string table = '"' + table_of(ReportKind::hourly_visitors, Kind::dirty) + '"';
      SqlQuestion question;
      question.kind = ReportKind::hourly_visitors;
      const auto fault_of = [&](const std::string& query) -> QByteArray {
        question.table = table_of_query(query);
        const auto reports = run_sql_report(*connection, question, {});
        if (reports) return "taken";
        const SqlError& error = reports.error();
        if (error.kind == SqlErrorKind::no_select)
          return QByteArray::fromStdString("no " + error.where);
        if (error.kind == SqlErrorKind::query_mark)
          return QByteArray::fromStdString("mark " + error.where);
        if (error.kind == SqlErrorKind::bad_query && !error.detail.empty())
          return QByteArray::fromStdString("bad " + error.where);
        return error.kind == SqlErrorKind::failed_query ? QByteArray("failed")
                                                        : QByteArray::fromStdString(error.detail);
      };
      QCOMPARE(fault_of("DELETE FROM " + table),
               QByteArray::fromStdString("no DELETE FROM " + table));
      QCOMPARE(fault_of("SELECT 1) x; SELECT (1"), QByteArray("mark )"));
      QCOMPARE(fault_of("SELECT 'é',\n  * FROM FROM x"),
               QByteArray(on_postgres ? "bad FROM x" : "bad x"));
      if (on_postgres) {
        QCOMPARE(fault_of("SELECT 'é' AS a,\n  nothing FROM " + table),
                 QByteArray::fromStdString("bad nothing FROM " + table));
        QCOMPARE(fault_of("SELECT 1 AS a, 2 AS a"), QByteArray("bad SELECT 1 AS a, 2 AS a"));
        QCOMPARE(
            fault_of("WITH x AS (DELETE FROM " + table + " RETURNING *) SELECT * FROM x").first(4),
            QByteArray("bad "));
      }
      QCOMPARE(fault_of("SELECT nothing FROM nowhere").first(4), QByteArray("bad "));
      const std::string divided = on_postgres ? "1 / (length(page_url) - length(page_url))"
                                              : "throwIf(length(page_url) >= 0)";
      QCOMPARE(fault_of("SELECT timestamp, page_url, " + divided + " AS visitor_id FROM " + table),
               QByteArray("failed"));
    }
  }

  void a_condition_in_sql_is_checked_before() {
    for (const auto& [server, connection] : connections_) {
      const bool on_postgres = server == "postgresql";
      SqlQuestion question;
      question.kind = ReportKind::hourly_visitors;
      question.table = {
          {}, table_of(question.kind, Kind::dirty) + (server == "shards" ? "_shards" : "")};
      const auto kind_of = [&](const std::string& where) {
        question.where = where;
        const auto explained = explain_sql_report(*connection, question, {});
        const auto reports = run_sql_report(*connection, question, {});
        if (explained || reports) return std::string("taken");
        const SqlError& error = reports.error();
        if (explained.error().kind != error.kind || error.where.empty()) return std::string("odd");
        if (error.kind == SqlErrorKind::bad_condition)
          return error.where != where || error.detail.empty() ? "odd" : std::string("bad");
        if (error.kind == SqlErrorKind::open_mark) return "open " + error.where;
        return error.kind == SqlErrorKind::stray_mark ? "stray " + error.where : error.detail;
      };
      QCOMPARE(kind_of("page_url = 'a' OR"), std::string("bad"));
      QCOMPARE(kind_of("nothing = 'a'"), std::string("bad"));
      QCOMPARE(kind_of("count(*) > 1"), std::string("bad"));
      QCOMPARE(kind_of("page_url IN (SELECT x FROM nowhere)"), std::string("bad"));
      QCOMPARE(kind_of("page_url"), std::string("bad"));
      QCOMPARE(kind_of("page_url = 'a' LIMIT 1"), std::string("bad"));
      QCOMPARE(kind_of("1 = 1) OR (1 = 1"), std::string("stray )"));
      QCOMPARE(kind_of("1 = 1; DROP TABLE x"), std::string("stray ;"));
      QCOMPARE(kind_of("page_url = 'it''s"), std::string("open '"));
      question.where =
          "page_url = 'a;b--c/*d)' OR visitor_id IN ('v1', 'v2') OR page_url LIKE '/%'";
      const auto taken = run_sql_report(*connection, question, {});
      QVERIFY2(taken, taken ? "" : taken.error().detail.c_str());
      question.where = on_postgres ? "page_url = '\\'" : "page_url = '\\\\'";
      const auto escaped = run_sql_report(*connection, question, {});
      QVERIFY2(escaped, escaped ? "" : escaped.error().detail.c_str());
      QVERIFY((*escaped)->load_of(question.kind).rows.read() > 0);
      question.where = " \t ";
      QVERIFY(run_sql_report(*connection, question, {}));
    }
  }

  // Whether a line is the total of the others shows only where all of them are seen.
  void total_lines_are_told_before_conditions() {
    for (const auto& [server, connection] : connections_) {
      if (server == "shards") continue;
      SqlConnection& writer = server == "postgresql" ? *pg : *shards[0];
      QCOMPARE(execute(writer,
                       "CREATE TABLE totals (campaign_id text, date text, impressions text, "
                       "clicks text, spend text, conversions text)" +
                           std::string(server == "postgresql" ? "" : " ENGINE = Memory")),
               std::string());
      std::string file = "campaign_id,date,impressions,clicks,spend,conversions\n";
      for (const char* row :
           {"a,2025-01-06,10,1,1,1", "b,2025-01-07,20,2,1,1", "Total,2025-01-06,30,3,2,2"}) {
        file += std::string(row) + '\n';
        const QString values = QString(row).replace(',', "','");
        QCOMPARE(execute(writer, ("INSERT INTO totals VALUES ('" + values + "')").toStdString()),
                 std::string());
      }
      const std::string path = file_of(file);
      for (const char* text : {"campaign is-not a", "weekday is Monday", "campaign is Total"}) {
        SqlQuestion question;
        question.kind = ReportKind::campaign_ranking;
        question.table = {{}, "totals"};
        question.options.kinds = question.kind;
        question.filter = with_names_listed(where({text}));
        const auto reports = run_sql_report(*connection, question, {});
        QVERIFY2(reports, reports ? "" : reports.error().detail.c_str());
        const std::string wanted =
            shown(*reports_of_file(path, question.options, question.filter), question.kind);
        const std::string got = shown(**reports, question.kind);
        QVERIFY2(got == wanted, text + QByteArray(": ") + difference(wanted, got));
      }
    }
  }

  // Two tables with their columns in another order, and some that only one has, are one report:
  // what is in both counts once where it has to be distinct.
  void several_tables_are_one_report() {
    for (const ReportKind kind : kAllReports) {
      SqlEvents first = make_events(kind, 31, 400, true);
      SqlEvents second = make_events(kind, 32, 300, true);
      second.rows.insert(second.rows.end(), first.rows.begin(), first.rows.begin() + 100);
      SqlEvents all = first;
      all.rows.insert(all.rows.end(), second.rows.begin(), second.rows.end());
      const std::string path = file_of(as_file(all, kind));
      const Case c = cases_of(kind)["whole"];
      const std::string wanted = shown(*reports_of_file(path, c.options, {}), kind);
      // A JSON text has its own type in PostgreSQL by its place.
      const bool turned = kind != ReportKind::user_activity;
      if (turned) {
        std::ranges::reverse(second.columns);
        for (auto& row : second.rows) std::ranges::reverse(row);
      }
      second.columns.insert(second.columns.begin(), "beside");
      for (auto& row : second.rows) row.insert(row.begin(), "x");
      const std::string name = "part \"of\" " + std::string(command_name(kind));
      for (const auto& [server, connection] : connections_) {
        if (server == "shards") continue;
        SqlConnection& writer = server == "postgresql" ? *pg : *shards[0];
        QCOMPARE(fill_table(writer, name + " 1", first, {}), std::string());
        QCOMPARE(fill_table(writer, name + " 2", second, {}), std::string());
        const std::vector<TableName> tables = {{{}, name + " 1"}, {{}, name + " 2"}};
        const auto query = query_of_tables(*connection, tables, {});
        QVERIFY2(query, query ? "" : query.error().detail.c_str());
        QVERIFY2(query->starts_with("-- not in all of the tables: beside\nSELECT "),
                 query->c_str());
        SqlQuestion question;
        question.kind = kind;
        question.table = table_of_query(*query);
        question.options = c.options;
        const auto reports = run_sql_report(*connection, question, {});
        QVERIFY2(reports, reports ? "" : (server + ": " + reports.error().detail).c_str());
        const std::string got = shown(**reports, kind);
        QVERIFY2(got == wanted, QByteArray::fromStdString(server) + ": " + difference(wanted, got));
        QCOMPARE(
            *query_of_tables(*connection, std::vector<TableName>{tables[0], {{}, "beside"}}, {}),
            std::string());
      }
    }
  }

  // Examples of what is rejected are rows of the table, rejected in the file for the same reason.
  void rejected_rows_have_examples_data() {
    QTest::addColumn<int>("kind");
    for (const ReportKind kind : kAllReports)
      QTest::addRow("%s", std::string(command_name(kind)).c_str()) << static_cast<int>(kind);
  }
  void rejected_rows_have_examples() {
    QFETCH(int, kind);
    const auto report = static_cast<ReportKind>(kind);
    const std::string table = table_of(report, Kind::dirty);
    const SqlEvents events = make_events(report, 7 + static_cast<std::uint32_t>(kind), kRows, true);
    Case c = cases_of(report)["whole"];
    const LoadReport of_file = reports_of_file(files_[table], c.options, {})->load_of(report);
    using Blame = std::pair<RejectReason, std::string>;
    std::set<Blame> wanted;
    std::set<std::pair<Blame, std::string>> wanted_values;
    for (const Reject& reject : of_file.rejects) {
      wanted.emplace(reject.reason, reject.column);
      wanted_values.insert({{reject.reason, reject.column}, reject.value});
    }
    QVERIFY(wanted.size() > 1);
    const bool as_written = report != ReportKind::user_activity;  // no JSON
    for (const auto& [server, connection] : connections_) {
      SqlQuestion question;
      question.kind = report;
      question.table = {{}, server == "shards" ? table + "_shards" : table};
      question.options = c.options;
      QVERIFY((*run_sql_report(*connection, question, {}))->load_of(report).rejects.empty());
      RowCounts told;
      question.wants_examples = [&](const RowCounts& rows) {
        told = rows;
        return true;
      };
      const auto reports = run_sql_report(*connection, question, {});
      QVERIFY2(reports, reports ? "" : (server + ": " + reports.error().detail).c_str());
      const LoadReport& load = (*reports)->load_of(report);
      QVERIFY(told.rejected_by_reason == of_file.rows.rejected_by_reason);
      std::set<Blame> found;
      RejectReason latest{};
      for (const Reject& reject : load.rejects) {
        QVERIFY(reject.reason >= latest);
        latest = reject.reason;
        QCOMPARE(reject.line, std::uint64_t{0});
        found.emplace(reject.reason, reject.column);
        if (!as_written) continue;
        const std::string shown =
            server + ": " + std::string(reason_name(reject.reason)) + ' ' + reject.excerpt;
        QVERIFY2(wanted_values.contains({{reject.reason, reject.column}, reject.value}),
                 shown.c_str());
        QVERIFY2(std::ranges::any_of(events.rows,
                                     [&](const auto& row) {
                                       return shown_row(events, row, reject) == reject.excerpt;
                                     }),
                 shown.c_str());
      }
      QVERIFY2(found == wanted, server.c_str());
      QCOMPARE(load.first_rejects.size(),
               static_cast<std::size_t>(std::ranges::count_if(
                   told.rejected_by_reason, [](std::uint64_t rows) { return rows > 0; })));
    }
  }

  // What is said of a table before the report agrees with the report.
  void a_table_is_inspected_before() {
    for (const ReportKind kind : kAllReports) {
      for (const Kind of : kTables) {
        for (const char* name : {"whole", "kolkata"}) {
          const auto cases = cases_of(kind);
          const auto found = cases.find(name);
          if (found == cases.end()) continue;
          for (const auto& [server, connection] : connections_) {
            SqlQuestion question;
            question.kind = kind;
            question.table = {{}, table_of(kind, of) + (server == "shards" ? "_shards" : "")};
            question.options = found->second.options;
            const auto reports = run_sql_report(*connection, question, {});
            QVERIFY(reports);
            const RowCounts& rows = (*reports)->load_of(kind).rows;
            // The filter of the window has no part in it.
            question.filter.from = bound("2025-01-07");
            for (std::vector<std::string>& names : question.filter.names) names = {"nobody"};
            const auto check = check_columns(*connection, question, {});
            QVERIFY2(check, check ? "" : check.error().detail.c_str());
            QCOMPARE(check->rows, rows.read());
            QCOMPARE(check->counted, rows.counted);
            QCOMPARE(check->filtered, rows.filtered());
            std::array<std::uint64_t, kRejectReasons> by_reason{};
            for (const ColumnFault& fault : check->faults) {
              by_reason[static_cast<std::size_t>(fault.reason)] += fault.rows;
            }
            QVERIFY(by_reason == rows.rejected_by_reason);
            QCOMPARE(check->filled.size(), sql_roles(events_of(kind)).size());
            const auto span = find_time_span(*connection, question, {});
            QVERIFY2(span, span ? "" : span.error().detail.c_str());
            QCOMPARE(span->has_value(), kind != ReportKind::user_activity);
            if (kind == ReportKind::hourly_visitors) {
              const auto& hours = (*reports)->get<HourlyVisitorsReport>()->hours;
              const auto clock = [](const Hour& hour) { return hour.start + hour.offset; };
              const auto within = [&](std::int64_t time, const Hour& hour) {
                return time >= clock(hour) && time < clock(hour) + kSecondsPerHour;
              };
              QVERIFY(within((*span)->first, hours.front().hour));
              QVERIFY(within((*span)->last, hours.back().hour));
            }
            if (kind == ReportKind::customer_report) {
              std::int64_t latest = 0;
              for (const auto& customer : (*reports)->get<CustomerReport>()->customers)
                latest = std::max(latest, customer.latest_event);
              QCOMPARE((*span)->last, latest);
            }
          }
        }
      }
    }
  }

  void says_which_columns_do_not_fit() {
    for (const auto& [server, connection] : connections_) {
      if (server == "shards") continue;
      SqlConnection& writer = server == "postgresql" ? *pg : *shards[0];
      const SqlEngine engine = writer.settings().engine;
      const std::string table = "misfit";
      const bool on_postgres = engine == SqlEngine::postgresql;
      QCOMPARE(execute(writer,
                       "CREATE TABLE misfit (campaign_id text, day text, impressions text, "
                       "clicks text, spend text, conversions text, extra text)" +
                           std::string(on_postgres ? "" : " ENGINE = Memory")),
               std::string());
      for (const char* row : {"'a', '2025-03-01', '10', 'many', '1.5', '1', '{\"k\": 1}'",
                              "'b', '2025-03-09', '10', 'some', '1.5', '1', '{\"k\": 1}'",
                              "'c', '2024-12-31', '10', '', '1.5', '1', '{\"k\": 1}'",
                              "'d', 'never', '10', '7', '1.5', '', '{\"k\": 1}'"})
        QCOMPARE(execute(writer, "INSERT INTO misfit VALUES (" + std::string(row) + ")"),
                 std::string());
      SqlQuestion question;
      question.kind = ReportKind::campaign_ranking;
      question.table = {{}, table};
      question.columns = {{"date", "day"}};
      question.options.kinds = question.kind;
      auto check = check_columns(*connection, question, {});
      QVERIFY2(check, check ? "" : check.error().detail.c_str());
      QCOMPARE(check->rows, std::uint64_t{4});
      QCOMPARE(check->counted, std::uint64_t{0});
      QVERIFY(check->filled == (std::vector<std::uint64_t>{4, 4, 4, 3, 4, 3}));
      QCOMPARE(check->faults.size(), std::size_t{3});
      QCOMPARE(check->faults[0].role, std::size_t{3});
      QCOMPARE(check->faults[0].reason, RejectReason::bad_number);
      QCOMPARE(check->faults[0].rows, std::uint64_t{2});
      QCOMPARE(check->faults[0].example, std::string("many"));
      QCOMPARE(check->faults[1].reason, RejectReason::missing_value);
      QCOMPARE(check->faults[1].role, std::size_t{3});
      QCOMPARE(check->faults[2].role, std::size_t{5});
      auto span = find_time_span(*connection, question, {});
      QVERIFY(span && !span->has_value());
      // With another column the rows count; a key that no row has is empty in all of them.
      question.columns = {
          {"date", "day"}, {"clicks", "impressions"}, {"conversions", "impressions"}};
      span = find_time_span(*connection, question, {});
      QVERIFY(span && span->has_value());
      QCOMPARE((*span)->first, bound("2024-12-31").civil);
      QCOMPARE((*span)->last, bound("2025-03-09").civil);
      question.filter.from = bound("2025-03-02");
      const auto preview = preview_counted(*connection, question, 10, {});
      QVERIFY2(preview, preview ? "" : preview.error().detail.c_str());
      QCOMPARE(preview->columns.size(), std::size_t{7});
      QCOMPARE(preview->rows.size(), std::size_t{1});
      QCOMPARE(preview->rows[0][0], std::string("b"));
      QCOMPARE(preview->rows[0][6], std::string("{\"k\": 1}"));
      question.kind = ReportKind::user_activity;
      question.columns = {{"id", "campaign_id"},
                          {"user_id", "campaign_id"},
                          {"type", "day"},
                          {"price", "extra->>'price'"}};
      check = check_columns(*connection, question, {});
      QVERIFY2(check, check ? "" : check.error().detail.c_str());
      QCOMPARE(check->counted, std::uint64_t{4});
      QCOMPARE(check->filled[3], std::uint64_t{0});
    }
  }

  // Without counts: the same tables, and nothing is known of events that repeat.
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
        QVERIFY(exports_of(**quick, kind) == exports_of(**all, kind));
        const std::uint64_t counted = (*all)->load_of(kind).rows.counted;
        const std::uint64_t repeats = (*all)->get<UserActivityReport>()
                                          ? (*all)->get<UserActivityReport>()->duplicate_events
                                          : 0;
        QCOMPARE((*quick)->load_of(kind).rows.counted, counted - repeats);
        QVERIFY(kind != ReportKind::user_activity || repeats > 0);
      }
    }
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
      case ReportKind::requests:
        return {"timestamptz", "varchar(50)", "smallint", "bigint"};
      case ReportKind::end:
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
      case ReportKind::requests:
        return {"DateTime", "String", "UInt16", "UInt64"};
      case ReportKind::end:
        break;
    }
    return {"String", "String", "String", "String"};
  }
};

QTEST_GUILESS_MAIN(TestSqlReports)
#include "test_sql_reports.moc"
