#include "model/sql/clickhouse_words.h"

#include <fmt/format.h>

namespace footfall {

std::string let(std::string_view names, const std::vector<std::string>& values,
                const std::string& body) {
  std::string arrays;
  for (const std::string& value : values) arrays += ", [" + value + "]";
  return fmt::format("arrayMap(({}) -> {}{})[1]", names, body, arrays);
}

std::string replaced_all(const SqlDialect& dialect, const std::string& text,
                         std::string_view pattern) {
  return fmt::format("replaceRegexpAll({}, {}, '')", text, dialect.literal(pattern));
}

std::string json_key_pattern(std::string_view key) {
  std::string pattern;
  for (const char c : key) {
    if (std::string_view(R"(.*+?()[]{}|^$)").find(c) != std::string_view::npos) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

}  // namespace footfall
