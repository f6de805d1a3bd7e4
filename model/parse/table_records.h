#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/parse/csv_record.h"
#include "model/parse/input_layout.h"

namespace footfall {

/// A record of a table as it stands there.
struct TableRecord {
  std::uint64_t line = 0;           ///< it begins on
  CsvScan status{};                 ///< anything but complete: it cannot be read
  std::string_view text;            ///< without its line end
  std::vector<std::string> fields;  ///< of a complete one: without quotes, surplus ones among them
};

/// Walks over the records of a table for people to look at: not over its rows, of which readers
/// know more. Blank lines, comments of another width and records of empty fields are passed over.
class TableRecords {
 public:
  explicit TableRecords(const InputLayout& layout)
      : layout_(layout), line_(layout.header_lines + 1) {}

  /// The records that begin in the first `size` bytes of `text`; `is_all`: nothing follows it.
  /// `take` may end the walk with false. Goes on where the last call ended.
  void walk(std::string_view text, std::size_t size, bool is_all,
            const std::function<bool(TableRecord&)>& take);

 private:
  [[nodiscard]] bool is_passed_over(const TableRecord& record) const;

  const InputLayout& layout_;
  std::uint64_t line_;
  std::vector<CsvSpan> spans_;
  TableRecord record_;
};

}  // namespace footfall
