#pragma once

#include <string>
#include <string_view>

namespace footfall {

// Rows in the text form that both PostgreSQL's COPY and ClickHouse's TabSeparated read: values
// between tabs, a line feed behind each row, `\N` for NULL.

inline constexpr std::string_view kNullText = "\\N";

/// Appends a value. Any bytes are kept; a NUL is written as `\0`, which PostgreSQL does not take.
void append_row_value(std::string& out, std::string_view text);

/// True where PostgreSQL cannot hold the text of a JSON value as jsonb: a number beyond numeric
/// (more than 1000 digits, or an exponent of more than four), or the character U+0000.
[[nodiscard]] bool unfit_for_jsonb(std::string_view json);

}  // namespace footfall
