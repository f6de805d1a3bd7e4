#include <QTest>

#include "model/sql/column_mapping.h"
#include "model/sql/connection_settings.h"
#include "model/sql/sql_dialect.h"
#include "model/sql/tab_separated.h"

using namespace footfall;

namespace {

// "engine host port database user schema table tls", or what is wrong.
std::string read(std::string_view text) {
  const Result<DatabaseUrl> url = parse_database_url(text);
  if (!url) return "bad: " + url.error().found;
  const ConnectionSettings& s = url->settings;
  return std::string(s.engine == SqlEngine::postgresql ? "pg" : "ch") + ' ' + s.host + ' ' +
         std::to_string(s.port) + ' ' + s.database + ' ' + s.user + " [" + url->table.schema +
         "][" + url->table.name + "] " + std::to_string(static_cast<int>(s.tls));
}

ColumnInfo column(const char* name, const char* type, ColumnClass kind) {
  return {name, type, kind, true};
}

std::string mapped(const char* text, SqlEngine engine = SqlEngine::postgresql) {
  const std::vector<ColumnInfo> columns = {column("ID", "text", ColumnClass::text),
                                           column("user_id", "text", ColumnClass::text),
                                           column("meta", "jsonb", ColumnClass::json),
                                           column("meta.x", "text", ColumnClass::text),
                                           column("day", "date", ColumnClass::date),
                                           column("amount", "numeric", ColumnClass::decimal)};
  const std::vector<std::pair<std::string, std::string>> named = {{"price", text}};
  const auto mapping = map_columns(EventType::user_event, engine, columns, named);
  if (!mapping) return "bad: " + mapping.error().where;
  std::string out = (*mapping)[3]->column.name;
  for (const std::string& key : (*mapping)[3]->path) out += '/' + key;
  return out;
}

// What each role is read from in a table that holds kinds of calls as `type`.
std::string mapped_by_values(EventType events, const std::vector<std::string>& names,
                             const std::vector<std::pair<std::string, std::string>>& named) {
  std::vector<ColumnInfo> columns;
  TableSample sample{names, std::vector<std::vector<std::string>>(3)};
  for (const std::string& name : names) {
    columns.push_back(column(name.c_str(), "text", ColumnClass::text));
    for (std::size_t row = 0; row < sample.rows.size(); ++row)
      sample.rows[row].push_back(name == "type" ? "track" : std::to_string(row + 1));
  }
  std::vector<ReadingNote> notes;
  const auto mapping = map_columns_by_values(
      events, SqlEngine::postgresql, columns, named,
      [&]() -> SqlResult<TableSample> { return sample; }, notes);
  if (!mapping) return "bad: " + mapping.error().where;
  std::string out;
  for (const auto& source : *mapping)
    out += (out.empty() ? "" : " ") + (source ? source->column.name : "-");
  for (const ReadingNote& note : notes) out += ", " + note.role + " by synonym";
  return out;
}

}  // namespace

class TestDatabaseUrl : public QObject {
  Q_OBJECT
 private slots:
  void urls_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* text, const char* wanted) {
      QTest::newRow(text) << text << wanted;
    };
    row("postgresql://u@h:1/d?table=t", "pg h 1 d u [][t] 1");
    row("POSTGRES://u@h/d?table=s.t&sslmode=verify-full", "pg h 5432 d u [s][t] 3");
    row("postgresql://u@h?table=t", "pg h 5432 u u [][t] 1");
    row("postgresql://u@/d?table=t", "pg localhost 5432 d u [][t] 1");
    row("postgresql://u%40x@h%2Fy/d%20e?table=%22a.b%22.%22c%22%22d%22",
        "pg h/y 5432 d e u@x [a.b][c\"d] 1");
    row("postgresql://u@[::1]:7/d?table=t", "pg ::1 7 d u [][t] 1");
    row("clickhouse://h?table=t", "ch h 8123 default default [][t] 0");
    row("clickhouse://u@h/d?table=t&sslmode=require", "ch h 8443 d u [][t] 2");
    row("postgresql://u:secret@h/d?table=t", "bad: a password");
    row("postgresql://u@h/d?table=t&password=secret", "bad: a password");
    row("postgresql://h/d?table=t", "bad: no user");
    row("postgresql://u@h/d", "bad: no table");
    row("postgresql://u@h:0/d?table=t", "bad: 0");
    row("postgresql://u@h:x/d?table=t", "bad: x");
    row("postgresql://u@h/d?table=a.b.c", "bad: a.b.c");
    row("postgresql://u@h/d?table=%zz", "bad: table");
    row("postgresql://u@h/d?table=t&tabel=x", "bad: tabel");
    row("postgresql://u@h/d?table=t&sslmode=maybe", "bad: maybe");
    row("postgresql://u@h/d?table=t&query_timeout=0", "bad: 0");
    row("postgresql://u@h/d?table=t#x", "bad: #");
    row("postgresql://u@h/d?query=SELECT%201;%20", "pg h 5432 d u [][] 1");
    row("postgresql://u@h/d?query=%20;", "bad: no query");
    row("postgresql://u@h/d?query=SELECT&table=t", "bad: table");
    row("postgresql://u@h/d?table=t&query=SELECT", "bad: query");
    row("clickhouse://h:1/d?table=a@b", "ch h 1 d default [][a@b] 0");
    row("clickhouse://h/d@e?table=t", "bad: clickhouse://...@e?table=t");
    row("postgresql://u:pa/ss@h/d?table=t", "bad: a password");
    row("postgresql://u:pa?ss@h/d?table=t", "bad: a password");
  }
  void urls() {
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QCOMPARE(QString::fromStdString(read(text.toStdString())), wanted);
  }

  // Whatever the marks in it made of the URL, an error shows no part of it.
  void no_error_shows_a_part_of_a_password() {
    int refused = 0;
    for (const std::string scheme : {"postgresql", "clickhouse"}) {
      for (const std::string user : {"u:", ":", "u:x:", "u%zz:"}) {
        for (const std::string mark : {"/",
                                       "?",
                                       "@",
                                       "#",
                                       "&",
                                       "=",
                                       "%",
                                       "%zz",
                                       "//",
                                       "/?",
                                       "?table=t&",
                                       "1/",
                                       "1?",
                                       "1#",
                                       ":",
                                       ":1/",
                                       "?table=a.b.",
                                       "?sslmode=",
                                       "?query_timeout=",
                                       "?x=%41",
                                       "]",
                                       "["}) {
          for (const std::string rest : {"@h/d?table=t", "@h/d", "@h:x/d?table=t", "@h?tabel=t"}) {
            const auto url =
                parse_database_url(scheme + "://" + user + "hunt" + mark + "secret" + rest);
            QVERIFY(!url);
            ++refused;
            for (const char* part : {"hunt", "secret", "AAA"})
              QVERIFY2((url.error().found + url.error().expected).find(part) == std::string::npos,
                       url.error().found.c_str());
          }
        }
      }
    }
    QVERIFY(refused > 0);
    // Digits look like a port.
    for (const char* text :
         {"clickhouse://u:123/ss@h/d?table=t", "clickhouse://u:123?ss@h/d?table=t",
          "postgresql://u:se/cret", "postgresql://u:secret?table=t", "postgresql://u:se?cret=1",
          "clickhouse://u:1?table=ss@h/d?table=t"}) {
      const auto url = parse_database_url(text);
      QVERIFY(!url);
      for (const char* part : {"ss", "12", "se", "cret"})
        QVERIFY2(
            url.error().found.find(part) == std::string::npos || url.error().found == "a password",
            url.error().found.c_str());
    }
    QCOMPARE(without_user_info("mysql://u:a@b@h/d"), std::string("mysql://...@h/d"));
    QCOMPARE(without_user_info("a@b://c"), std::string("a@b://c"));
    QCOMPARE(without_user_info("file.csv"), std::string("file.csv"));
  }

  void only_databases_are_databases() {
    QVERIFY(is_database_url("PostgreSQL://x"));
    QVERIFY(is_database_url("clickhouse://"));
    for (const char* text : {"file.csv", "postgresql", "postgresql:/x", "http://x", "-", ""})
      QVERIFY(!is_database_url(text));
  }

  void quotes_stay_closed() {
    const SqlDialect& pg = dialect_of(SqlEngine::postgresql);
    const SqlDialect& ch = dialect_of(SqlEngine::clickhouse);
    QCOMPARE(pg.literal("a'b\\c"), std::string("'a''b\\c'"));
    QCOMPARE(ch.literal("a'b\\c"), std::string("'a\\'b\\\\c'"));
    QCOMPARE(pg.identifier("a\"b"), std::string("\"a\"\"b\""));
    QCOMPARE(ch.identifier("a\"b\\"), std::string("\"a\\\"b\\\\\""));
    QCOMPARE(pg.table({"s", "t"}), std::string("\"s\".\"t\""));
    QCOMPARE(ch.literal(std::string_view("a\0b", 3)), std::string("'a\\0b'"));
  }

  void secrets_are_masked() {
    QCOMPARE(without_secret("user hunter2 said hunter2\n", "hunter2"),
             std::string("user *** said ***"));
    QCOMPARE(without_secret("nothing", ""), std::string("nothing"));
  }

  void rows_of_tabs_in_pieces() {
    const std::string text = "a\\tb\t\\N\t\n\\\\N\tx\\ny\t\\'\n";
    for (std::size_t size = 1; size <= text.size(); ++size) {
      std::string seen;
      TabSeparatedReader reader;
      for (std::size_t at = 0; at < text.size(); at += size)
        QVERIFY(reader.feed(
            std::string_view(text).substr(at, size), [&](std::span<const std::string_view> row) {
              for (const std::string_view field : row)
                seen += field.data() == nullptr ? "<null>|" : std::string(field) + '|';
              seen += '\n';
              return true;
            }));
      QCOMPARE(seen, std::string("a\tb|<null>||\n\\N|x\ny|'|\n"));
      QVERIFY(reader.complete());
    }
    TabSeparatedReader cut;
    QVERIFY(cut.feed("a\tb", [](auto) { return true; }));
    QVERIFY(!cut.complete());
  }

  void columns_and_paths() {
    QCOMPARE(mapped("meta->>'price'"), std::string("meta/price"));
    QCOMPARE(mapped("META -> 'a->b' ->> 'it''s'"), std::string("meta/a->b/it's"));
    QCOMPARE(mapped("meta.price"), std::string("meta/price"));
    QCOMPARE(mapped("meta.x"), std::string("meta.x"));
    QCOMPARE(mapped("amount"), std::string("amount"));
    QCOMPARE(mapped("nothing"), std::string("bad: nothing"));
    QCOMPARE(mapped("meta"), std::string("bad: meta"));
    QCOMPARE(mapped("day"), std::string("bad: day"));
    QCOMPARE(mapped("amount->>'x'"), std::string("bad: amount"));
    QCOMPARE(mapped("meta->'a'->>'b'", SqlEngine::clickhouse), std::string("bad: meta"));
    QCOMPARE(mapped("meta->>'unclosed"), std::string("bad: meta->>'unclosed"));
  }

  // Naming one column leaves the search for the others as it is.
  void synonyms_beside_named_columns() {
    using E = EventType;
    const std::string found = "x user_id event -, type by synonym";
    QCOMPARE(mapped_by_values(E::user_event, {"id", "user_id", "type", "event"}, {}),
             "id" + found.substr(1));
    QCOMPARE(mapped_by_values(E::user_event, {"x", "user_id", "type", "event"}, {{"id", "x"}}),
             found);
    QCOMPARE(mapped_by_values(E::user_event, {"x", "user_id", "type", "event"},
                              {{"id", "x"}, {"type", "type"}}),
             std::string("x user_id type -"));
    QCOMPARE(mapped_by_values(E::payment, {"x", "customer_id", "ts", "event_type", "amt"},
                              {{"event_id", "x"}}),
             std::string("x customer_id ts event_type amt -, amount by synonym"));
    // What has its own name is read from there, whatever else there is.
    QCOMPARE(mapped_by_values(E::user_event, {"id", "event_id", "user_id", "user", "type"}, {}),
             std::string("id user_id type -"));
  }

  void classes_of_types() {
    const SqlDialect& pg = dialect_of(SqlEngine::postgresql);
    const SqlDialect& ch = dialect_of(SqlEngine::clickhouse);
    QVERIFY(ch.column_class("LowCardinality(Nullable(String))") == ColumnClass::text);
    QVERIFY(ch.column_class("Nullable(UInt64)") == ColumnClass::integer);
    QVERIFY(ch.column_class("DateTime64(3, 'UTC')") == ColumnClass::instant);
    QVERIFY(ch.column_class("Decimal(9, 2)") == ColumnClass::text);
    for (const char* type : {"Enum8('Date' = 1, 'JSON' = 2)", "UUID", "FixedString(3)", "Dynamic",
                             "Variant(String, UInt64)", "Array(JSON)", "Int128", "Bool"})
      QVERIFY2(ch.column_class(type) == ColumnClass::text, type);
    for (const char* type : {"JSON", "Nullable(JSON)", "JSON(max_dynamic_paths=8, price Float64)"})
      QVERIFY2(ch.column_class(type) == ColumnClass::json, type);
    QVERIFY(ch.column_class("Nullable(Date32)") == ColumnClass::date);
    QVERIFY(pg.column_class("timestamp") == ColumnClass::local);
    QVERIFY(pg.column_class("float8") == ColumnClass::text);
  }
};

QTEST_APPLESS_MAIN(TestDatabaseUrl)
#include "test_database_url.moc"
