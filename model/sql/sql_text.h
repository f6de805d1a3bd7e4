#pragma once

#include <string>
#include <string_view>

#include "model/sql/connection_settings.h"

// Names and values as parts of a statement. Whatever the text holds, the result is one token.
namespace footfall {

/// `"name"`, with quotes (and for ClickHouse backslashes) doubled or escaped.
[[nodiscard]] std::string quote_identifier(SqlEngine engine, std::string_view name);

/// `'text'`; PostgreSQL with standard_conforming_strings on, which every connection sets.
[[nodiscard]] std::string quote_literal(SqlEngine engine, std::string_view text);

/// `"schema"."name"` or `"name"`.
[[nodiscard]] std::string quote_table(SqlEngine engine, const TableName& table);

}  // namespace footfall
