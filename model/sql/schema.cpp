#include "model/sql/schema.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/core/letter_case.h"
#include "model/sql/sql_text.h"

namespace footfall {
namespace {

bool is_postgres(const SqlConnection& connection) {
  return connection.settings().engine == SqlEngine::postgresql;
}

using Row = std::span<const std::string_view>;

// What a catalog lists is kept: no catalog has more.
constexpr std::uint64_t kMostItems = 200'000;
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

template <class Item, class Make>
SqlResult<std::vector<Item>> gather(SqlConnection& connection, const std::string& statement,
                                    std::uint64_t columns, const QueryControl& control, Make make) {
  std::vector<Item> items;
  std::size_t bytes = 0;
  const SqlStatus done = connection.query(
      statement, {columns, kMostItems},
      [&](Row row) -> SqlStatus {
        for (const std::string_view field : row) bytes += field.size();
        if (bytes > kMostBytes)
          return SqlError{SqlErrorKind::unexpected_answer, connection.settings().place(),
                          "a list of more than 64 MiB"};
        items.push_back(make(row));
        return Done{};
      },
      control);
  if (!done) return done.error();
  return items;
}

}  // namespace

const ColumnInfo* find_column(const std::vector<ColumnInfo>& columns, std::string_view name) {
  const ColumnInfo* found = nullptr;
  for (const ColumnInfo& column : columns) {
    if (column.name == name) return &column;
    if (!equal_in_any_case(column.name, name)) continue;
    if (found != nullptr) return nullptr;
    found = &column;
  }
  return found;
}

ColumnClass clickhouse_class(std::string_view type) {
  for (const std::string_view wrapper : {"LowCardinality(", "Nullable("})
    if (type.starts_with(wrapper) && type.ends_with(')'))
      type = type.substr(wrapper.size(), type.size() - wrapper.size() - 1);
  constexpr std::array<std::string_view, 8> kIntegers = {"Int8",  "Int16",  "Int32",  "Int64",
                                                         "UInt8", "UInt16", "UInt32", "UInt64"};
  if (std::find(kIntegers.begin(), kIntegers.end(), type) != kIntegers.end())
    return ColumnClass::integer;
  if (type.starts_with("DateTime")) return ColumnClass::instant;
  if (type == "Date" || type == "Date32") return ColumnClass::date;
  if (type == "JSON" || type.starts_with("JSON(")) return ColumnClass::json;
  return ColumnClass::text;
}

ColumnClass postgres_class(std::string_view type) {
  if (type == "int2" || type == "int4" || type == "int8") return ColumnClass::integer;
  if (type == "numeric" || type == "money") return ColumnClass::decimal;
  if (type == "timestamptz") return ColumnClass::instant;
  if (type == "timestamp") return ColumnClass::local;
  if (type == "date") return ColumnClass::date;
  if (type == "jsonb" || type == "json") return ColumnClass::json;
  return ColumnClass::text;
}

SqlResult<std::vector<std::string>> list_databases(SqlConnection& connection,
                                                   const QueryControl& control) {
  return gather<std::string>(
      connection,
      is_postgres(connection)
          ? "SELECT datname FROM pg_catalog.pg_database WHERE datallowconn AND NOT datistemplate "
            "ORDER BY datname"
          : "SELECT name FROM system.databases WHERE lower(name) NOT IN ('system', "
            "'information_schema') ORDER BY name",
      1, control, [](Row row) { return std::string(row[0]); });
}

SqlResult<std::vector<TableName>> list_tables(SqlConnection& connection,
                                              const QueryControl& control) {
  const std::string statement =
      is_postgres(connection)
          ? "SELECT n.nspname, c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n "
            "ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname "
            "NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND "
            "has_table_privilege(c.oid, 'SELECT') ORDER BY 1, 2"
          : "SELECT database, name FROM system.tables WHERE database = " +
                quote_literal(SqlEngine::clickhouse, connection.settings().database) +
                " ORDER BY name";
  return gather<TableName>(connection, statement, 2, control, [](Row row) {
    return TableName{std::string(row[0]), std::string(row[1])};
  });
}

SqlResult<std::vector<ColumnInfo>> list_columns(SqlConnection& connection, const TableName& table,
                                                const QueryControl& control) {
  const SqlEngine engine = connection.settings().engine;
  const bool postgres = is_postgres(connection);
  const std::string& schema = table.schema.empty() ? connection.settings().database : table.schema;
  // Domains are what they are made of.
  const std::string statement =
      postgres
          ? "SELECT a.attname, format_type(a.atttypid, a.atttypmod), coalesce(b.typname, "
            "t.typname), NOT a.attnotnull FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t "
            "ON t.oid = a.atttypid LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype WHERE "
            "a.attrelid = to_regclass(" +
                quote_literal(engine, quote_table(engine, table)) +
                ") AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"
          : "SELECT name, type, type, match(type, '^(?:LowCardinality[(])?(?:Nullable|Variant|"
            "Dynamic)') FROM system.columns WHERE database = " +
                quote_literal(engine, schema) + " AND table = " + quote_literal(engine, table.name);
  auto columns = gather<ColumnInfo>(connection, statement, 4, control, [&](Row row) {
    return ColumnInfo{std::string(row[0]), std::string(row[1]),
                      postgres ? postgres_class(row[2]) : clickhouse_class(row[2]),
                      row[3] == "t" || row[3] == "1"};
  });
  if (columns && columns->empty())
    return SqlError{SqlErrorKind::no_such_table,
                    table.schema.empty() ? table.name : table.schema + '.' + table.name,
                    {}};
  return columns;
}

}  // namespace footfall
