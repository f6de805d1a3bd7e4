#include "model/sql/schema.h"

#include <algorithm>
#include <charconv>
#include <map>
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

// As the catalog writes them.
constexpr std::pair<std::string_view, TableKind> kTableKinds[] = {
    {"r", TableKind::table},
    {"v", TableKind::view},
    {"m", TableKind::materialized_view},
    {"f", TableKind::foreign_table},
    {"p", TableKind::partitioned_table},
};

std::optional<std::uint64_t> rows_of_text(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

void add_up_partitions(std::vector<ListedTable>& tables) {
  constexpr int kDeepest = 64;  // no server's partitions are, unless it lies
  using Key = std::pair<std::string_view, std::string_view>;
  const auto key = [](const TableName& name) { return Key(name.schema, name.name); };
  struct Sum {
    std::uint64_t rows = 0;
    bool known = false;
    bool lacking = false;
  };
  std::map<Key, std::size_t> places;
  for (std::size_t i = 0; i < tables.size(); ++i) places.emplace(key(tables[i].name), i);
  std::vector<Sum> sums(tables.size());
  for (const ListedTable& leaf : tables) {
    if (leaf.kind == TableKind::partitioned_table) continue;
    const ListedTable* part = &leaf;
    for (int depth = 0; part->parent && depth < kDeepest; ++depth) {
      const auto above = places.find(key(*part->parent));
      if (above == places.end()) break;
      Sum& sum = sums[above->second];
      sum.known = true;
      sum.lacking = sum.lacking || !leaf.rows ||
                    __builtin_add_overflow(sum.rows, leaf.rows.value_or(0), &sum.rows);
      part = &tables[above->second];
    }
  }
  for (std::size_t i = 0; i < tables.size(); ++i)
    if (tables[i].kind == TableKind::partitioned_table && sums[i].known && !sums[i].lacking)
      tables[i].rows = sums[i].rows;
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

SqlResult<std::vector<ListedTable>> list_tables(SqlConnection& connection,
                                                const QueryControl& control) {
  const SqlDialect& dialect = dialect_of(connection);
  const std::string& database = connection.settings().database;
  auto tables = gather<ListedTable>(connection, dialect.tables(database), 7, control, [](Row row) {
    ListedTable table{{std::string(row[0]), std::string(row[1])}, TableKind::other, {}, {}, {}};
    const auto kind =
        std::ranges::find(kTableKinds, row[2], &std::pair<std::string_view, TableKind>::first);
    if (kind != std::end(kTableKinds))
      table.kind = kind->second;
    else
      table.engine = row[2];
    table.rows = rows_of_text(row[3]);
    if (!row[5].empty()) table.parent = TableName{std::string(row[4]), std::string(row[5])};
    if (row[6] == "select") table.lacks = ListedTable::Lacks::select;
    if (row[6] == "usage") table.lacks = ListedTable::Lacks::usage_of_schema;
    return table;
  });
  if (!tables) return tables;
  if (const std::string statement = dialect.table_rows(database); !statement.empty()) {
    const auto counts = gather<std::pair<std::string, std::string>>(
        connection, statement, 2, control,
        [](Row row) { return std::pair(std::string(row[0]), std::string(row[1])); });
    // Not everyone may see them, and they are not needed.
    const bool done = counts || counts.error().kind == SqlErrorKind::no_permission ||
                      counts.error().kind == SqlErrorKind::server_error;
    if (!done) return counts.error();
    if (counts) {
      const std::map<std::string, std::string> rows(counts->begin(), counts->end());
      for (ListedTable& table : *tables)
        if (const auto found = rows.find(table.name.name); found != rows.end())
          table.rows = rows_of_text(found->second);
    }
  }
  add_up_partitions(*tables);
  return tables;
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
