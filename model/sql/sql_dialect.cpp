#include "model/sql/sql_dialect.h"

#include <fmt/format.h>

#include "model/sql/clickhouse_dialect.h"
#include "model/sql/postgres_dialect.h"

namespace footfall {

const SqlDialect& dialect_of(SqlEngine engine) {
  struct DialectOf {
    SqlEngine engine{};
    const SqlDialect* dialect = nullptr;
  };
  static const PostgresDialect postgres;
  static const ClickHouseDialect clickhouse;
  static constexpr auto table = kind_table<&DialectOf::engine, DialectOf>({
      {SqlEngine::postgresql, &postgres},
      {SqlEngine::clickhouse, &clickhouse},
  });
  return *table[engine].dialect;
}

const SqlDialect& dialect_of(const SqlConnection& connection) {
  static const PostgresDialect lacking_letters(false);
  const SqlEngine engine = connection.settings().engine;
  if (engine == SqlEngine::postgresql && !connection.holds_all_letters()) return lacking_letters;
  return dialect_of(engine);
}

std::string SqlDialect::is_one_of(const std::string& text,
                                  std::span<const std::string> values) const {
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : ", ") + literal(value);
  return fmt::format("{} IN ({})", text, list);
}

std::string SqlDialect::table(const TableName& table) const {
  // A comment may end the query.
  if (!table.query.empty()) return "(\n" + table.query + "\n) footfall_query";
  const std::string name = identifier(table.name);
  return table.schema.empty() ? name : identifier(table.schema) + '.' + name;
}

}  // namespace footfall
