#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/sql/sql_dialect.h"

namespace footfall {

// What the files of ClickHouseValues say alike.

/// Gives values names for one expression: there is no other way to use a value twice without
/// writing it out twice, and what is written out again and again takes its time to be analysed.
[[nodiscard]] std::string let(std::string_view names, const std::vector<std::string>& values,
                              const std::string& body);

/// Without whatever the pattern finds.
[[nodiscard]] std::string replaced_all(const SqlDialect& dialect, const std::string& text,
                                       std::string_view pattern);

/// A regular expression for the name of a key.
[[nodiscard]] std::string json_key_pattern(std::string_view key);

}  // namespace footfall
