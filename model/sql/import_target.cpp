#include "model/sql/import_target.h"

#include <algorithm>

#include "model/parse/json_scanner.h"
#include "model/sql/sql_dialect.h"

namespace footfall {
namespace {

// What keeps a name out of a table, or nothing.
std::string name_fault(const SqlDialect& dialect, std::string_view name) {
  if (name.empty()) return "no text: a column needs a name";
  if (name.find('\0') != std::string_view::npos) return "its name holds a NUL";
  if (!json::valid_utf8(name)) return "its name is no UTF-8";
  if (const std::size_t longest = dialect.longest_name(); name.size() > longest)
    return "its name is longer than " + std::to_string(longest) + " bytes";
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
  const SqlDialect& dialect = dialect_of(connection.settings().engine);
  const bool checks = dialect.checks_values();
  ImportTarget target;
  target.table = table;
  const auto existing = list_columns(connection, table, control);
  if (!existing && existing.error().kind != SqlErrorKind::no_such_table) return existing.error();
  target.exists = static_cast<bool>(existing);
  // What has no columns can be no new table.
  if (!target.exists && (!create || columns.empty())) return existing.error();
  for (const EventColumn& column : columns) {
    RowColumn row{column, true, checks && column.json};
    std::string name = column.name;
    if (target.exists) {
      const ColumnInfo* const found = find_column(*existing, column.name);
      if (found == nullptr) return missing(columns, *existing);
      name = found->name;
      row.jsonb = checks && found->kind == ColumnClass::json;
      // PostgreSQL tells rows without a needed value by itself; old ClickHouse reads NULL as text.
      row.nullable = checks || found->nullable;
    } else if (std::string fault = name_fault(dialect, column.name); !fault.empty()) {
      return SqlError{SqlErrorKind::unfit_column, column.name, std::move(fault)};
    }
    target.columns.push_back(std::move(row));
    target.names.push_back(std::move(name));
  }
  return target;
}

std::string column_definitions(const SqlDialect& dialect, const ImportTarget& target) {
  std::string text;
  for (std::size_t i = 0; i < target.names.size(); ++i) {
    text += (i == 0 ? "" : ", ") + dialect.identifier(target.names[i]) + ' ';
    text += dialect.column_type(target.columns[i].jsonb);
  }
  return text;
}

std::string column_names(const SqlDialect& dialect, const ImportTarget& target) {
  std::string text;
  for (const std::string& name : target.names)
    text += (text.empty() ? "" : ", ") + dialect.identifier(name);
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
