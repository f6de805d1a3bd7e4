#pragma once

#include <cstdint>
#include <string_view>

#include "model/core/kinds.h"

namespace footfall {

enum class SqlEngine : std::uint8_t { postgresql, clickhouse, end };

/// What is known of a kind of server before one is asked; what is said to it is SqlDialect's.
struct SqlEngineFacts {
  SqlEngine engine{};
  std::string_view name;    ///< as people know it
  std::string_view scheme;  ///< of its URLs, as we write them
  std::uint16_t port = 0;
  std::uint16_t tls_port = 0;
  std::string_view user;      ///< the usual one; empty: one must be named
  std::string_view database;  ///< the usual one; empty: called like the user
  bool offers_tls = false;    ///< on a connection that began without (TlsMode::prefer)
  bool backslash = false;     ///< escapes quotes; else they are doubled
  /// Of the environment, for its own programs; null where there is none.
  const char* password_variable = nullptr;
  const char* authorities_variable = nullptr;
};
inline constexpr auto kSqlEngineTable = kind_table<&SqlEngineFacts::engine, SqlEngineFacts>({
    {SqlEngine::postgresql, "PostgreSQL", "postgresql", 5432, 5432, "", "", true, false,
     "PGPASSWORD", "PGSSLROOTCERT"},
    {SqlEngine::clickhouse, "ClickHouse", "clickhouse", 8123, 8443, "default", "default", false,
     true, nullptr, nullptr},
});

}  // namespace footfall
