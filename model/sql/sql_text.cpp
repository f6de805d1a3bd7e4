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

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
    if (size == 0 || i + size > text.size()) return false;
    for (std::size_t k = 1; k < size; ++k)
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
    if (size == 3 && lead == 0xE0 && static_cast<unsigned char>(text[i + 1]) < 0xA0) return false;
    if (size == 3 && lead == 0xED && static_cast<unsigned char>(text[i + 1]) > 0x9F) return false;
    if (size == 4 && lead == 0xF0 && static_cast<unsigned char>(text[i + 1]) < 0x90) return false;
    if (size == 4 && lead == 0xF4 && static_cast<unsigned char>(text[i + 1]) > 0x8F) return false;
    i += size;
  }
  return true;
}

}  // namespace footfall
