#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/sql/schema.h"

// A query of one's own in place of a table (TableName::query): one SELECT, which stands in
// parentheses behind FROM. What could reach beyond them is refused.
namespace footfall {

class SqlDialect;

/// SqlErrorKind::no_select, query_mark.
[[nodiscard]] std::optional<SqlError> fault_of_query(const SqlDialect& dialect,
                                                     std::string_view query);

/// Has the server look at it, without a row being read. Errors: those above, bad_query.
[[nodiscard]] SqlResult<std::vector<ColumnInfo>> list_query_columns(SqlConnection& connection,
                                                                    const TableName& table,
                                                                    const QueryControl& control);

/// A query for the rows of several tables: of the columns that all of them have, by their names.
/// Empty where there is none. The server has yet to be asked whether their types go together.
[[nodiscard]] SqlResult<std::string> query_of_tables(SqlConnection& connection,
                                                     std::span<const TableName> tables,
                                                     const QueryControl& control);

}  // namespace footfall
