#include "model/sql/query_source.h"

#include <algorithm>
#include <utility>

#include "model/core/letter_case.h"
#include "model/core/utf8.h"
#include "model/sql/row_condition.h"
#include "model/sql/sql_dialect.h"

namespace footfall {
namespace {

// No table has more.
constexpr std::uint64_t kMostColumns = 100'000;
constexpr std::size_t kShownBytes = 60;

// Behind blanks, comments and opening parentheses, which may stand around a SELECT.
std::string_view first_statement(std::string_view query) {
  for (;;) {
    query.remove_prefix(std::min(query.find_first_not_of(" \t\r\n\v\f("), query.size()));
    if (!query.starts_with("--")) return query;
    query.remove_prefix(std::min(query.find('\n'), query.size()));
  }
}

// One line of it from a place on.
std::string excerpt(std::string_view query, std::size_t from) {
  std::string_view rest = query.substr(std::min(from, query.size()));
  rest = rest.substr(0, rest.find('\n'));
  if (rest.empty()) return shown(query);
  std::string_view cut;
  while (cut.size() < rest.size() && cut.size() < kShownBytes) {
    const std::size_t size = utf8_character_size(rest.substr(cut.size()));
    cut = rest.substr(0, cut.size() + std::max<std::size_t>(size, 1));
  }
  return shown(cut) + (cut.size() < rest.size() ? "..." : "");
}

// Of the server's complaints those that are about the query.
SqlError about_query(SqlError error, const std::string& query, const std::string& statement) {
  if (!complains_of_text(error.kind)) return error;
  const std::size_t begin = statement.find("(\n" + query + "\n)") + 2;
  const bool within = error.place > begin && error.place <= begin + query.size();
  // Its end is where the parenthesis behind it is blamed.
  const std::size_t from = within ? error.place - 1 - begin : 0;
  return {SqlErrorKind::bad_query, excerpt(query, from), error.detail, within ? from + 1 : 0};
}

}  // namespace

std::optional<SqlError> fault_of_query(const SqlDialect& dialect, std::string_view query) {
  const std::string_view front = first_statement(query);
  const std::string word = lower_case(front.substr(0, front.find_first_of(" \t\r\n\v\f(-*'\"")));
  if (word != "select" && word != "with")
    return SqlError{SqlErrorKind::no_select, excerpt(front.empty() ? query : front, 0), {}};
  auto fault = fault_of_condition(dialect, query, true);
  if (fault) fault->kind = SqlErrorKind::query_mark;
  return fault;
}

SqlResult<std::vector<ColumnInfo>> list_query_columns(SqlConnection& connection,
                                                      const TableName& table,
                                                      const QueryControl& control) {
  const SqlDialect& dialect = dialect_of(connection);
  if (auto fault = fault_of_query(dialect, table.query)) return *std::move(fault);
  const std::string query = dialect.table(table);
  std::vector<ColumnInfo> columns;
  std::vector<std::string> names;
  const std::string look = dialect.query_look(query);
  if (SqlStatus looked = connection.query(
          look, {AnswerShape::kAny, kMostColumns},
          [&](std::span<const std::string_view> row) -> SqlStatus {
            names.emplace_back(row[0]);
            if (row.size() < 2) return Done{};
            const std::string type(row[1]);
            columns.push_back({names.back(), type, dialect.column_class(type),
                               !type.starts_with("Date") && !type.starts_with("Int") &&
                                   !type.starts_with("UInt") && type != "String"});
            return Done{};
          },
          control);
      !looked)
    return about_query(looked.error(), table.query, look);
  const std::string all = names.empty() ? std::string() : dialect.query_columns(query, names);
  if (all.empty()) return columns;
  if (SqlStatus listed = connection.query(
          all, {4, kMostColumns},
          [&](std::span<const std::string_view> row) -> SqlStatus {
            columns.push_back(
                {std::string(row[0]), std::string(row[1]), dialect.column_class(row[2]), true});
            return Done{};
          },
          control);
      !listed)
    return about_query(listed.error(), table.query, all);
  return columns;
}

// Not `*`: columns of two tables in another order would change places.
SqlResult<std::string> query_of_tables(SqlConnection& connection, std::span<const TableName> tables,
                                       const QueryControl& control) {
  const SqlDialect& dialect = dialect_of(connection);
  std::vector<std::string> common;
  std::vector<std::string> lacking;
  for (const TableName& table : tables) {
    const auto columns = list_columns(connection, table, control);
    if (!columns) return columns.error();
    std::vector<std::string> names;
    for (const ColumnInfo& column : *columns) names.push_back(column.name);
    const auto in = [](const std::vector<std::string>& those, const std::string& name) {
      return std::ranges::find(those, name) != those.end();
    };
    if (&table == &tables.front()) common = names;
    for (const std::string& name : common)
      if (!in(names, name)) lacking.push_back(name);
    for (const std::string& name : names)
      if (!in(common, name) && !in(lacking, name)) lacking.push_back(name);
    std::erase_if(common, [&](const std::string& name) { return !in(names, name); });
  }
  if (common.empty()) return std::string();
  std::string list;
  for (const std::string& name : common)
    list += (list.empty() ? "" : ", ") + dialect.identifier(name);
  std::string query;
  for (const std::string& name : lacking)
    query += (query.empty() ? "-- not in all of the tables: " : ", ") + shown(name);
  if (!query.empty()) query += '\n';
  for (const TableName& table : tables)
    query += (&table == &tables.front() ? "SELECT " : "\nUNION ALL\nSELECT ") + list + "\nFROM " +
             dialect.table(table);
  return query;
}

}  // namespace footfall
