#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/sql/sql_connection.h"

namespace footfall {

/// Reads ClickHouse's TabSeparated format from pieces of any size. NULL (`\N`) is a view without
/// data. A line over `longest` bytes, and one of more columns than any table has, is a fault.
class TabSeparatedReader {
 public:
  /// False ends the reading.
  using Handler = std::function<bool(std::span<const std::string_view>)>;

  explicit TabSeparatedReader(std::size_t longest = kLongestRow) : longest_(longest) {}

  /// Calls `on_row` for every row that the piece completes; false where it said so, and at a fault.
  [[nodiscard]] bool feed(std::string_view piece, const Handler& on_row);
  /// False where the last row has no line end: the text was cut off.
  [[nodiscard]] bool complete() const { return rest_.empty(); }
  /// In words; empty where there is none.
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  [[nodiscard]] bool read_line(std::string_view line, const Handler& on_row);

  std::size_t longest_;
  std::string fault_;
  std::string rest_;
  std::vector<std::string> unescaped_;
  std::vector<std::string_view> fields_;
};

}  // namespace footfall
