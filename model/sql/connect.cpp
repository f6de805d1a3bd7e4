#include "model/sql/authorities.h"
#include "model/sql/clickhouse_connection.h"
#include "model/sql/postgres_connection.h"

namespace footfall {

SqlResult<SqlConnectionPtr> connect_database(const ConnectionSettings& settings,
                                             const std::string& password,
                                             const QueryControl& control, SqlAccess access) {
  if (SqlStatus known = check_authorities(settings); !known) return known.error();
  // Someone has put a whole URL, and a password perhaps, where the host belongs.
  if (const std::size_t at = settings.host.rfind('@'); at != std::string::npos)
    return SqlError{SqlErrorKind::name_resolution, "..." + settings.host.substr(at),
                    "the name of a host holds no @"};
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
