#include "model/sql/sql_dialect.h"

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

std::string SqlDialect::table(const TableName& table) const {
  const std::string name = identifier(table.name);
  return table.schema.empty() ? name : identifier(table.schema) + '.' + name;
}

}  // namespace footfall
