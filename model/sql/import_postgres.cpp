#include <fmt/format.h>

#include "model/sql/import_target.h"
#include "model/sql/sql_text.h"

namespace footfall {
namespace {

SqlStatus fill(SqlConnection& connection, const ImportTarget& target, const RowSource& rows,
               const QueryControl& control) {
  constexpr SqlEngine kTarget = SqlEngine::postgresql;
  const std::string table = quote_table(kTarget, target.table);
  if (!target.exists) {
    if (SqlStatus made = connection.run(
            fmt::format("CREATE TABLE {} ({})", table, column_definitions(kTarget, target)),
            control);
        !made)
      return made;
  }
  return connection.send_rows(
      fmt::format("COPY {} ({}) FROM STDIN", table, column_names(kTarget, target)), rows, control);
}

}  // namespace

SqlStatus import_into_postgres(SqlConnection& connection, const ImportTarget& target,
                               const RowSource& rows, const QueryControl& control) {
  // Notices of triggers would look like errors that come early.
  if (SqlStatus begun = connection.run("BEGIN; SET LOCAL client_min_messages = error", control);
      !begun)
    return begun;
  SqlStatus filled = fill(connection, target, rows, control);
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
