#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/sql/sql_connection.h"

// A condition of one's own, in the server's SQL: which rows of a table are the source's. It stands
// in parentheses behind WHERE; what could reach beyond them is refused.
namespace footfall {

class SqlDialect;

/// What in its text could reach beyond the parentheses: SqlErrorKind::stray_mark, stray_word,
/// open_mark. Of a `whole` statement in parentheses, which may rename and hold comments to the end
/// of a line.
[[nodiscard]] std::optional<SqlError> fault_of_condition(const SqlDialect& dialect,
                                                         std::string_view condition,
                                                         bool whole = false);

/// The condition in parentheses; nothing where there is none but blanks.
[[nodiscard]] std::string in_parentheses(std::string_view condition);

/// `FROM table [WHERE (condition)]`.
[[nodiscard]] std::string from_table(const SqlDialect& dialect, const TableName& table,
                                     std::string_view condition);

/// Whether a server that looked at SQL of one's own complains of that, not of what lies around it.
[[nodiscard]] bool complains_of_text(SqlErrorKind kind);

/// Has the server look at it, without a row being read: SqlErrorKind::bad_condition.
[[nodiscard]] SqlStatus check_condition(SqlConnection& connection, const TableName& table,
                                        const std::string& condition, const QueryControl& control);

}  // namespace footfall
