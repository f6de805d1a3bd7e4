#include "model/sql/clickhouse_connection.h"
#include "model/sql/postgres_connection.h"

namespace footfall {

SqlResult<SqlConnectionPtr> connect_database(const ConnectionSettings& settings,
                                             const std::string& password,
                                             const QueryControl& control, SqlAccess access) {
  const bool read_only = access == SqlAccess::read_only;
  if (settings.engine == SqlEngine::clickhouse) {
    auto opened = ClickHouseConnection::open(settings, password, read_only, control);
    if (!opened) return opened.error();
    return SqlConnectionPtr(std::move(*opened));
  }
  auto opened = PostgresConnection::open(settings, password, read_only, control);
  if (!opened) return opened.error();
  return SqlConnectionPtr(std::move(*opened));
}

}  // namespace footfall
