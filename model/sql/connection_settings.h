#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/error.h"
#include "model/sql/sql_engine.h"

namespace footfall {

enum class TlsMode : std::uint8_t {
  off,      ///< never
  prefer,   ///< PostgreSQL: where the server offers it; ClickHouse: like off
  require,  ///< always, with any certificate (where authorities are named: with one of theirs)
  verify,   ///< always, with a certificate that is trusted and names the host
};

struct SqlTimeouts {
  std::chrono::seconds connect{10};
  std::chrono::seconds query{3600};   ///< a whole statement
  std::chrono::seconds silence{120};  ///< a statement that shows no sign of life
};

/// Where a database is and as whom to go there. The password is kept apart.
struct ConnectionSettings {
  SqlEngine engine = SqlEngine::postgresql;
  std::string host;  ///< for PostgreSQL also the folder of a Unix socket
  std::uint16_t port = 0;
  std::string database;
  std::string user;
  TlsMode tls = TlsMode::prefer;
  /// File of trusted certificates. Empty: the system's; for PostgreSQL first those that its own
  /// programs take (PGSSLROOTCERT, ~/.postgresql/root.crt).
  std::string authorities;
  SqlTimeouts timeouts;

  /// Whether nothing but TLS will do.
  [[nodiscard]] bool encrypted() const { return tls == TlsMode::require || tls == TlsMode::verify; }
  /// "host:port", for messages.
  [[nodiscard]] std::string place() const;
  /// "user@host:port", for messages.
  [[nodiscard]] std::string visitor() const;
};

struct TableName {
  std::string schema;  ///< ClickHouse: database; empty: the connection's default
  std::string name;
  /// A SELECT of one's own in place of a table, whose rows are its; the rest is empty then.
  std::string query = {};
  friend bool operator==(const TableName&, const TableName&) = default;
};

/// A table to report on, as a URL names it.
struct DatabaseUrl {
  ConnectionSettings settings;
  TableName table;
  std::string where;    ///< a condition of one's own in SQL: which rows of it; mostly empty
  std::string display;  ///< the URL itself
};

/// A URL without anything between "://" and the last "@", where a password may stand; other text as
/// it is.
[[nodiscard]] std::string without_user_info(std::string_view text);

/// True where the text begins like a database's URL (`postgresql://`, `postgres://`,
/// `clickhouse://`), in any case.
[[nodiscard]] bool is_database_url(std::string_view text);

/// Reads `engine://user@host:port/database?table=schema.table&...` with percent-decoding.
/// Parameters: table (a part that holds a dot stands between double quotes) or query, where,
/// sslmode (disable, prefer, require, verify-full), sslrootcert, connect_timeout, query_timeout,
/// silence_timeout (seconds). Errors: bad_option with where = "database URL", found = the part at
/// fault (never a part of a password, whatever its marks: the URL without it where that is not
/// sure), expected = what it takes. A URL that holds a password is refused; `any_table` takes one
/// that names no table.
[[nodiscard]] Result<DatabaseUrl> parse_database_url(std::string_view text, bool any_table = false);

/// A query in place of a table, without blanks and a semicolon behind it.
[[nodiscard]] TableName table_of_query(std::string_view query);

/// A name as a part of a URL: all but letters, digits and the marks - _ . ~ as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// Splits `schema.table`, where a part between double quotes may hold dots; nothing where it is
/// neither.
[[nodiscard]] std::optional<TableName> parse_table_name(std::string_view text);

}  // namespace footfall
