#include "model/sql/authorities.h"
#include "model/sql/clickhouse_connection.h"
#include "model/sql/postgres_connection.h"

namespace footfall {
namespace {

template <class Connection>
SqlResult<SqlConnectionPtr> open(const ConnectionSettings& settings, const std::string& password,
                                 bool read_only, const QueryControl& control) {
  auto opened = Connection::open(settings, password, read_only, control);
  if (!opened) return opened.error();
  return SqlConnectionPtr(std::move(*opened));
}

struct ConnectionOf {
  SqlEngine engine{};
  decltype(&open<PostgresConnection>) open = nullptr;
};
constexpr auto kConnections = kind_table<&ConnectionOf::engine, ConnectionOf>({
    {SqlEngine::postgresql, &open<PostgresConnection>},
    {SqlEngine::clickhouse, &open<ClickHouseConnection>},
});

}  // namespace

SqlResult<SqlConnectionPtr> connect_database(const ConnectionSettings& settings,
                                             const std::string& password,
                                             const QueryControl& control, SqlAccess access) {
  if (SqlStatus known = check_authorities(settings); !known) return known.error();
  // Someone has put a whole URL, and a password perhaps, where the host belongs.
  if (const std::size_t at = settings.host.rfind('@'); at != std::string::npos)
    return SqlError{SqlErrorKind::name_resolution, "..." + settings.host.substr(at),
                    "the name of a host holds no @"};
  return kConnections[settings.engine].open(settings, password, access == SqlAccess::read_only,
                                            control);
}

}  // namespace footfall
