#pragma once

#include <cstdint>
#include <optional>
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

enum class TableKind : std::uint8_t {
  table,
  view,
  materialized_view,
  foreign_table,
  partitioned_table,
  other,  ///< ClickHouse: its engine says it
};

/// A table of a catalog, or what is read like one.
struct ListedTable {
  TableName name;
  TableKind kind = TableKind::table;
  std::string engine;                 ///< ClickHouse
  std::optional<std::uint64_t> rows;  ///< about, where the server keeps their number
  std::optional<TableName> parent;    ///< of a partition
  /// What is missing to read it.
  enum class Lacks : std::uint8_t { nothing, select, usage_of_schema } lacks = Lacks::nothing;
  [[nodiscard]] bool readable() const { return lacks == Lacks::nothing; }
};

[[nodiscard]] SqlResult<std::vector<std::string>> list_databases(SqlConnection& connection,
                                                                 const QueryControl& control);
/// Those of the connection's database that the user can see. A partitioned table has the rows of
/// its partitions, where all of them are known.
[[nodiscard]] SqlResult<std::vector<ListedTable>> list_tables(SqlConnection& connection,
                                                              const QueryControl& control);
/// Of a query, after a check of it. Errors: no_such_table; no_select, query_mark, bad_query.
[[nodiscard]] SqlResult<std::vector<ColumnInfo>> list_columns(SqlConnection& connection,
                                                              const TableName& table,
                                                              const QueryControl& control);

/// The column of a name, else the only one that has it in another case; null where there is none.
[[nodiscard]] const ColumnInfo* find_column(const std::vector<ColumnInfo>& columns,
                                            std::string_view name);

}  // namespace footfall
