#include "model/sql/import_target.h"

#include <algorithm>

#include "model/parse/json_scanner.h"
#include "model/sql/sql_text.h"

namespace footfall {
namespace {

constexpr std::size_t kLongestPostgresName = 63;

// What keeps a name out of a table, or nothing.
std::string name_fault(SqlEngine engine, std::string_view name) {
  if (name.empty()) return "no text: a column needs a name";
  if (name.find('\0') != std::string_view::npos) return "its name holds a NUL";
  if (!json::valid_utf8(name)) return "its name is no UTF-8";
  if (engine == SqlEngine::postgresql && name.size() > kLongestPostgresName)
    return "its name is longer than 63 bytes";
  return {};
}

SqlError missing(std::span<const EventColumn> wanted, const std::vector<ColumnInfo>& columns) {
  SqlError error{SqlErrorKind::no_such_column, {}, {}};
  for (const EventColumn& column : wanted)
    if (find_column(columns, column.name) == nullptr)
      error.where += (error.where.empty() ? "" : ", ") + column.name;
  for (const ColumnInfo& column : columns)
    error.detail += (error.detail.empty() ? "" : ", ") + column.name;
  return error;
}

}  // namespace

SqlResult<ImportTarget> find_target(SqlConnection& connection, const TableName& table,
                                    std::span<const EventColumn> columns, bool create,
                                    const QueryControl& control) {
  const SqlEngine engine = connection.settings().engine;
  const bool postgres = engine == SqlEngine::postgresql;
  ImportTarget target;
  target.table = table;
  const auto existing = list_columns(connection, table, control);
  if (!existing && existing.error().kind != SqlErrorKind::no_such_table) return existing.error();
  target.exists = static_cast<bool>(existing);
  // What has no columns can be no new table.
  if (!target.exists && (!create || columns.empty())) return existing.error();
  for (const EventColumn& column : columns) {
    RowColumn row{column, true, postgres && column.json};
    std::string name = column.name;
    if (target.exists) {
      const ColumnInfo* const found = find_column(*existing, column.name);
      if (found == nullptr) return missing(columns, *existing);
      name = found->name;
      row.jsonb = postgres && found->kind == ColumnClass::json;
      // PostgreSQL tells rows without a needed value by itself; old ClickHouse reads NULL as text.
      row.nullable = postgres || found->nullable;
    } else if (std::string fault = name_fault(engine, column.name); !fault.empty()) {
      return SqlError{SqlErrorKind::unfit_column, column.name, std::move(fault)};
    }
    target.columns.push_back(std::move(row));
    target.names.push_back(std::move(name));
  }
  return target;
}

std::string column_definitions(SqlEngine engine, const ImportTarget& target) {
  std::string text;
  for (std::size_t i = 0; i < target.names.size(); ++i) {
    const char* const type = engine == SqlEngine::clickhouse ? " Nullable(String)"
                             : target.columns[i].jsonb       ? " jsonb"
                                                             : " text";
    text += (i == 0 ? "" : ", ") + quote_identifier(engine, target.names[i]) + type;
  }
  return text;
}

std::string column_names(SqlEngine engine, const ImportTarget& target) {
  std::string text;
  for (const std::string& name : target.names)
    text += (text.empty() ? "" : ", ") + quote_identifier(engine, name);
  return text;
}

SqlError writing_error(SqlError error, const SqlConnection& connection) {
  switch (error.kind) {
    case SqlErrorKind::inexact:
    case SqlErrorKind::no_such_table:
    case SqlErrorKind::no_such_column:
      return {SqlErrorKind::server_error, connection.settings().place(), std::move(error.detail)};
    default:
      return error;
  }
}

}  // namespace footfall
