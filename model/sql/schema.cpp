#include "model/sql/schema.h"

#include <algorithm>
#include <utility>

#include "model/core/letter_case.h"
#include "model/sql/query_source.h"
#include "model/sql/sql_dialect.h"

namespace footfall {
namespace {

using Row = std::span<const std::string_view>;

// What a catalog lists is kept: no catalog has more.
constexpr std::uint64_t kMostItems = 200'000;
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

template <class Item, class Make>
SqlResult<std::vector<Item>> gather(SqlConnection& connection, const std::string& statement,
                                    std::uint64_t columns, const QueryControl& control, Make make) {
  std::vector<Item> items;
  std::size_t bytes = 0;
  const SqlStatus done = connection.query(
      statement, {columns, kMostItems},
      [&](Row row) -> SqlStatus {
        for (const std::string_view field : row) bytes += field.size();
        if (bytes > kMostBytes)
          return SqlError{SqlErrorKind::unexpected_answer, connection.settings().place(),
                          "a list of more than 64 MiB"};
        items.push_back(make(row));
        return Done{};
      },
      control);
  if (!done) return done.error();
  return items;
}

}  // namespace

const ColumnInfo* find_column(const std::vector<ColumnInfo>& columns, std::string_view name) {
  const ColumnInfo* found = nullptr;
  for (const ColumnInfo& column : columns) {
    if (column.name == name) return &column;
    if (!equal_in_any_case(column.name, name)) continue;
    if (found != nullptr) return nullptr;
    found = &column;
  }
  return found;
}

SqlResult<std::vector<std::string>> list_databases(SqlConnection& connection,
                                                   const QueryControl& control) {
  return gather<std::string>(connection, dialect_of(connection).databases(), 1, control,
                             [](Row row) { return std::string(row[0]); });
}

SqlResult<std::vector<TableName>> list_tables(SqlConnection& connection,
                                              const QueryControl& control) {
  return gather<TableName>(connection,
                           dialect_of(connection).tables(connection.settings().database), 2,
                           control, [](Row row) {
                             return TableName{std::string(row[0]), std::string(row[1])};
                           });
}

SqlResult<std::vector<ColumnInfo>> list_columns(SqlConnection& connection, const TableName& table,
                                                const QueryControl& control) {
  if (!table.query.empty()) return list_query_columns(connection, table, control);
  const SqlDialect& dialect = dialect_of(connection);
  const std::string statement = dialect.columns(table, connection.settings().database);
  auto columns = gather<ColumnInfo>(connection, statement, 4, control, [&](Row row) {
    return ColumnInfo{std::string(row[0]), std::string(row[1]), dialect.column_class(row[2]),
                      row[3] == "t" || row[3] == "1"};
  });
  if (columns && columns->empty())
    return SqlError{SqlErrorKind::no_such_table,
                    table.schema.empty() ? table.name : table.schema + '.' + table.name,
                    {}};
  return columns;
}

}  // namespace footfall
