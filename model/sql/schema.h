#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/sql/sql_connection.h"

namespace footfall {

/// What a column's type can be read as.
enum class ColumnClass : std::uint8_t {
  text,     ///< anything, by the text the database shows for it
  integer,  ///< whole numbers of at most 64 bits
  decimal,  ///< PostgreSQL's numeric
  instant,  ///< a point in time
  local,    ///< a reading of a clock without an offset
  date,     ///< a day
  json,     ///< a JSON value that the database has parsed
};

struct ColumnInfo {
  std::string name;
  std::string type;  ///< as the database writes it
  ColumnClass kind = ColumnClass::text;
  bool nullable = true;
};

[[nodiscard]] SqlResult<std::vector<std::string>> list_databases(SqlConnection& connection,
                                                                 const QueryControl& control);
/// Tables and views that the user may read.
[[nodiscard]] SqlResult<std::vector<TableName>> list_tables(SqlConnection& connection,
                                                            const QueryControl& control);
/// Of a query, after a check of it. Errors: no_such_table; no_select, query_mark, bad_query.
[[nodiscard]] SqlResult<std::vector<ColumnInfo>> list_columns(SqlConnection& connection,
                                                              const TableName& table,
                                                              const QueryControl& control);

/// The column of a name, else the only one that has it in another case; null where there is none.
[[nodiscard]] const ColumnInfo* find_column(const std::vector<ColumnInfo>& columns,
                                            std::string_view name);

}  // namespace footfall
