#include "model/sql/sql_text.h"

namespace footfall {
namespace {

std::string quoted(SqlEngine engine, std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    if (engine == SqlEngine::clickhouse && (c == '\\' || c == quote))
      out += '\\';
    else if (c == quote)
      out += quote;
    // A raw NUL would end ClickHouse's statement; PostgreSQL's text cannot hold one.
    if (c == '\0')
      out += engine == SqlEngine::clickhouse ? "\\0" : "";
    else
      out += c;
  }
  return out + quote;
}

}  // namespace

std::string quote_identifier(SqlEngine engine, std::string_view name) {
  return quoted(engine, name, '"');
}

std::string quote_literal(SqlEngine engine, std::string_view text) {
  return quoted(engine, text, '\'');
}

std::string quote_table(SqlEngine engine, const TableName& table) {
  const std::string name = quote_identifier(engine, table.name);
  return table.schema.empty() ? name : quote_identifier(engine, table.schema) + '.' + name;
}

}  // namespace footfall
