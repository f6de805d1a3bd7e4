#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace footfall {

/// Reads ClickHouse's TabSeparated format from pieces of any size. NULL (`\N`) is a view without
/// data.
class TabSeparatedReader {
 public:
  /// False ends the reading.
  using Handler = std::function<bool(std::span<const std::string_view>)>;

  /// Calls `on_row` for every row that the piece completes; false where it said so.
  [[nodiscard]] bool feed(std::string_view piece, const Handler& on_row);
  /// False where the last row has no line end: the text was cut off.
  [[nodiscard]] bool complete() const { return rest_.empty(); }

 private:
  [[nodiscard]] bool read_line(std::string_view line, const Handler& on_row);

  std::string rest_;
  std::vector<std::string> unescaped_;
  std::vector<std::string_view> fields_;
};

}  // namespace footfall
