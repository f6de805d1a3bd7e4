#include <fmt/format.h>

#include "model/sql/import_target.h"
#include "model/sql/postgres_dialect.h"

namespace footfall {
namespace {

SqlStatus fill(const SqlDialect& dialect, SqlConnection& connection, const ImportTarget& target,
               const RowSource& rows, const QueryControl& control) {
  const std::string table = dialect.table(target.table);
  if (!target.exists) {
    if (SqlStatus made = connection.run(
            fmt::format("CREATE TABLE {} ({})", table, column_definitions(dialect, target)),
            control);
        !made)
      return made;
  }
  return connection.send_rows(
      fmt::format("COPY {} ({}) FROM STDIN", table, column_names(dialect, target)), rows, control);
}

}  // namespace

SqlStatus PostgresDialect::import(SqlConnection& connection, const ImportTarget& target,
                                  const RowSource& rows, const QueryControl& control) const {
  // Notices of triggers would look like errors that come early.
  if (SqlStatus begun = connection.run("BEGIN; SET LOCAL client_min_messages = error", control);
      !begun)
    return begun;
  SqlStatus filled = fill(*this, connection, target, rows, control);
  if (filled && control.stop.stop_requested())
    filled = SqlError{SqlErrorKind::cancelled, connection.settings().place(), {}};
  if (!filled) {
    // A lost connection is rolled back by the server.
    static_cast<void>(static_cast<bool>(connection.run("ROLLBACK", {})));
    return writing_error(filled.error(), connection);
  }
  const SqlStatus committed = connection.run("COMMIT", {});
  if (committed) return committed;
  SqlError error = writing_error(committed.error(), connection);
  if (error.kind == SqlErrorKind::connection_lost)
    error.detail += "; whether the file was loaded is not known, look into the table";
  return error;
}

}  // namespace footfall
