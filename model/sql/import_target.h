#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/sql/event_rows.h"
#include "model/sql/sql_connection.h"
#include "model/sql/sql_dialect.h"

namespace footfall {

/// The table that rows go into.
struct ImportTarget {
  TableName table;
  std::vector<RowColumn> columns;  ///< in the order of the file's; `names` of the table beside them
  std::vector<std::string> names;
  bool exists = false;
};

/// Looks the table up and finds each of the file's columns in it; without a table, what it is to be
/// made of where `create` is set. Errors: see import_file().
[[nodiscard]] SqlResult<ImportTarget> find_target(SqlConnection& connection, const TableName& table,
                                                  std::span<const EventColumn> columns, bool create,
                                                  const QueryControl& control);

/// "name" type, ... of a new table; names alone, for statements that fill it.
[[nodiscard]] std::string column_definitions(const SqlDialect& dialect, const ImportTarget& target);
[[nodiscard]] std::string column_names(const SqlDialect& dialect, const ImportTarget& target);

/// The same error where the words for reading do not fit: what a server says about a statement that
/// writes is for people to read as it is.
[[nodiscard]] SqlError writing_error(SqlError error, const SqlConnection& connection);

}  // namespace footfall
