// Every statement that a report asks a database, as it is sent: tests/data/sql holds the texts, so
// that a change of the code that writes them is read as SQL. FOOTFALL_UPDATE_GOLDEN=1 writes them
// anew.
#include <fmt/format.h>

#include <QFile>
#include <QTest>

#include "model/sql/report_statements.h"

namespace footfall {
namespace {

using Statement = std::string (ReportStatements::*)() const;

struct Asked {
  const char* name;
  Statement statement;
};
struct ReportAsked {
  ReportKind kind{};
  std::vector<Asked> statements;
};

const std::vector<ReportAsked>& asked() {
  using S = ReportStatements;
  static const std::vector<ReportAsked> all = {
      {ReportKind::hourly_visitors,
       {{"stretches", &S::stretches},
        {"counts", &S::counts},
        {"visitor_cells", &S::visitor_cells},
        {"visitor_totals", &S::visitor_totals},
        {"all_visitors", &S::all_visitors},
        {"rejected_rows", &S::rejected_rows},
        {"column_check", &S::column_check},
        {"time_span", &S::time_span}}},
      {ReportKind::customer_report,
       {{"counts", &S::counts},
        {"customer_days", &S::customer_days},
        {"top_types", &S::top_types},
        {"conflicts", &S::conflicts},
        {"rejected_rows", &S::rejected_rows},
        {"column_check", &S::column_check},
        {"time_span", &S::time_span}}},
      {ReportKind::campaign_ranking,
       {{"counts", &S::counts},
        {"campaigns", &S::campaigns},
        {"rejected_rows", &S::rejected_rows},
        {"column_check", &S::column_check},
        {"time_span", &S::time_span}}},
      {ReportKind::user_activity,
       {{"counts", &S::counts},
        {"users", &S::users},
        {"conflicts", &S::conflicts},
        {"rejected_rows", &S::rejected_rows},
        {"column_check", &S::column_check}}},
      {ReportKind::requests,
       {{"stretches", &S::stretches},
        {"counts", &S::counts},
        {"request_hours", &S::request_hours},
        {"request_pages", &S::request_pages},
        {"rejected_rows", &S::rejected_rows},
        {"column_check", &S::column_check},
        {"time_span", &S::time_span}}},
  };
  return all;
}

// Tables as they are: texts alone, or with a type for each kind of value.
std::vector<ColumnInfo> columns_of(EventType events, SqlEngine engine, bool typed) {
  std::vector<ColumnInfo> columns;
  for (const SqlRole& role : sql_roles(events)) {
    ColumnInfo column{std::string(role.name), "text"};
    if (typed) {
      switch (role.use) {
        case RoleUse::time:
        case RoleUse::epoch:
          column.kind = ColumnClass::instant;
          break;
        case RoleUse::count:
          column.kind = ColumnClass::integer;
          column.nullable = false;
          break;
        case RoleUse::amount:
        case RoleUse::optional_amount:
          // ClickHouse's decimals are read by the text it shows for them.
          if (engine == SqlEngine::postgresql) column.kind = ColumnClass::decimal;
          break;
        case RoleUse::date:
          column.kind = ColumnClass::date;
          break;
        case RoleUse::id:
        case RoleUse::optional_id:
        case RoleUse::trimmed_id:
          break;
      }
    }
    columns.push_back(column);
  }
  return columns;
}

// What is asked without a filter, of texts; of typed columns with all that can be asked for; and
// what seldom is: keys of JSON, readings of clocks, numbers times a power of ten, blanks as 0, one
// user, a sample; by conditions of every kind, of rows that meet one in SQL.
enum class Asking { plain, full, odd, where };
struct Variant {
  const char* name;
  Asking asking;
};
constexpr Variant kVariants[] = {{"plain", Asking::plain},
                                 {"full", Asking::full},
                                 {"odd", Asking::odd},
                                 {"where", Asking::where}};

// Times as the clock's, for which ClickHouse has texts alone; every second number whole, all else
// and every other number keys of JSON.
ColumnMapping odd_mapping(EventType events, SqlEngine engine) {
  const bool postgres = engine == SqlEngine::postgresql;
  std::vector<ColumnInfo> columns;
  std::vector<std::pair<std::string, std::string>> named;
  if (postgres) {
    columns = {{"parsed", "jsonb", ColumnClass::json}, {"kept", "json", ColumnClass::json}};
  } else {
    columns = {{"parsed", "String", ColumnClass::text, false},
               {"kept", "FixedString(99)", ColumnClass::text}};
  }
  columns.push_back({"raw", postgres ? "text" : "LowCardinality(Nullable(String))"});
  std::size_t next = 0;
  for (const SqlRole& role : sql_roles(events)) {
    const std::string name(role.name);
    if (role.use == RoleUse::time || role.use == RoleUse::epoch) {
      if (postgres)
        columns.push_back({name, "timestamp without time zone", ColumnClass::local});
      else if (role.use == RoleUse::time)
        columns.push_back({name, "String", ColumnClass::text, false});
      else
        columns.push_back({name, "DateTime64(3)", ColumnClass::instant, false});
    } else if (role.use == RoleUse::count) {
      columns.push_back({name, postgres ? "integer" : "Nullable(Int32)", ColumnClass::integer});
    } else {
      named.emplace_back(name, columns[next++ % 3].name + "->>'" + name + ".x'");
    }
  }
  return *map_columns(events, engine, columns, named);
}

std::vector<FilterField> fields_of(EventType events) {
  std::vector<FilterField> fields;
  std::ranges::copy_if(kFilterFields, std::back_inserter(fields), [&](FilterField field) {
    return kConditionFieldTable[field].events.contains(events);
  });
  return fields;
}

SqlRequest request_of(ReportKind kind, SqlEngine engine, Asking asking) {
  const EventType events = events_of(kind);
  const bool full = asking == Asking::full;
  SqlRequest request;
  request.kind = kind;
  request.table = {"shop", "events"};
  request.columns = *map_columns(events, engine, columns_of(events, engine, full), {});
  request.options.now = 1'767'225'600;
  if (asking == Asking::odd) {
    request.columns = odd_mapping(events, engine);
    request.numbers = {{{"amount", -2}, {"conversions", 3}, {"price", 6}, {"bytes", 3}}, true};
    request.counts = false;
    for (const FilterField field : fields_of(events)) request.filter[field] = {"one"};
  }
  if (asking == Asking::where) {
    Filter asked;
    for (const char* text :
         {"page begins /it's_50%", "page like \\*shop*cart*.html", "page is-not ",
          "page contains *", "visitor is-not 203.0.113.7", "visitor begins 198.51.",
          "hour of day like 0*", "weekday is-not sun", "customer like c*", "customer contains \xA4",
          "currency is \xC2\xA0 eur ", "event type like *re*fund", "event type is-not \xFF",
          "campaign begins Summer", "campaign like a*b", "user like *'; --", "user contains "}) {
      Condition condition;
      if (parse_condition(text, condition) != ConditionFault::none)
        qFatal("no condition: %s", text);
      asked.conditions.push_back(std::move(condition));
    }
    request.filter = answered_by(events, asked);
    for (const FilterField field : fields_of(events)) request.filter[field] = {"one"};
    request.where = "country = 'DE' OR region IS NULL";
    request.prewhere = engine == SqlEngine::clickhouse;
  }
  if (!full) return request;
  request.options.distinct_events = true;
  request.options.event_map = {{"order", "checkout"}, {"it's", "purchase"}};
  request.options.event_types = {"checkout", "it's"};
  request.options.rates = {{"EUR", Decimal{Decimal::kOne + Decimal::kOne / 10}}};
  request.filter.from = parse_time_bound("2025-01-06T10:00Z");
  request.filter.to = parse_time_bound("2025-02-01");
  for (const FilterField field : fields_of(events))
    request.filter[field] = {"one", "it's \\ another"};
  request.prewhere = request.plain = engine == SqlEngine::clickhouse;
  return request;
}

std::string statements_of(const ReportAsked& report, SqlEngine engine, Asking asking) {
  SqlRequest request = request_of(report.kind, engine, asking);
  const Result<TimeZone> berlin = TimeZone::load("Europe/Berlin", "--zone");
  if (!berlin) qFatal("no time zone Europe/Berlin");
  const ZoneTable zone(*berlin, {1'735'689'600});
  const ReportStatements write(dialect_of(engine), request, "ff_",
                               asking == Asking::full || asking == Asking::where ? &zone : nullptr,
                               asking == Asking::odd ? &zone : nullptr);
  std::string out;
  for (const Asked& one : report.statements)
    out += fmt::format("-- {}\n{};\n\n", one.name, (write.*one.statement)());
  if (asking == Asking::odd) {
    const std::vector<ColumnInfo> shown = {{"raw", "text"}, {"kept", "json", ColumnClass::json}};
    out += fmt::format("-- counted_rows\n{};\n\n", write.counted_rows(shown, 20));
  }
  if (asking == Asking::odd || asking == Asking::where) {
    request.sample = 1000;
    out += fmt::format("-- column_check of a sample\n{};\n\n", write.column_check());
  }
  out.pop_back();
  return out;
}

}  // namespace

class TestStatements : public QObject {
  Q_OBJECT
 private slots:
  void statements_are_as_reviewed_data() {
    QTest::addColumn<int>("report");
    QTest::addColumn<bool>("clickhouse");
    QTest::addColumn<int>("asking");
    QCOMPARE(asked().size(), kReportKinds);
    for (std::size_t i = 0; i < asked().size(); ++i)
      for (const bool clickhouse : {false, true})
        for (const Variant& variant : kVariants)
          QTest::addRow("%s/%s-%s", clickhouse ? "clickhouse" : "postgresql",
                        command_name(asked()[i].kind).data(), variant.name)
              << static_cast<int>(i) << clickhouse << static_cast<int>(variant.asking);
  }
  void statements_are_as_reviewed() {
    QFETCH(int, report);
    QFETCH(bool, clickhouse);
    QFETCH(int, asking);
    const std::string got = statements_of(
        asked()[static_cast<std::size_t>(report)],
        clickhouse ? SqlEngine::clickhouse : SqlEngine::postgresql, static_cast<Asking>(asking));
    compare(got);
  }

  void statements_about_a_query_data() {
    QTest::addColumn<bool>("clickhouse");
    QTest::newRow("postgresql/query") << false;
    QTest::newRow("clickhouse/query") << true;
  }
  void statements_about_a_query() {
    QFETCH(bool, clickhouse);
    const SqlEngine engine = clickhouse ? SqlEngine::clickhouse : SqlEngine::postgresql;
    const SqlDialect& dialect = dialect_of(engine);
    SqlRequest request = request_of(ReportKind::hourly_visitors, engine, Asking::plain);
    request.table = table_of_query("SELECT \"a\" AS page_url -- it's\nFROM b;\n");
    request.where = "country = 'DE'";
    const std::string query = dialect.table(request.table);
    const std::vector<std::string> names = {"page_url", "o'd\"d"};
    std::string got = fmt::format("-- look\n{};\n\n", dialect.query_look(query));
    if (const std::string columns = dialect.query_columns(query, names); !columns.empty())
      got += fmt::format("-- columns\n{};\n\n", columns);
    const ReportStatements write(dialect, request, "ff_", nullptr, nullptr);
    got += fmt::format("-- visitor_cells\n{};\n\n", write.visitor_cells());
    request.sample = 1000;
    got += fmt::format("-- column_check of a sample\n{};\n", write.column_check());
    compare(got);
  }

 private:
  static void compare(const std::string& got) {
    QFile file(QStringLiteral(FOOTFALL_TEST_DATA "/sql/%1.sql").arg(QTest::currentDataTag()));
    if (qEnvironmentVariableIsSet("FOOTFALL_UPDATE_GOLDEN")) {
      QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
      file.write(got.data(), static_cast<qint64>(got.size()));
      return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QCOMPARE(QByteArray::fromStdString(got), file.readAll());
  }
};

}  // namespace footfall

QTEST_APPLESS_MAIN(footfall::TestStatements)
#include "test_statements.moc"
