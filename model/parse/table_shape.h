#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/parse/csv_record.h"
#include "model/parse/field.h"
#include "model/parse/input_layout.h"

// What a table looks like from its front: delimiter, header, what stands above it.
namespace footfall {

/// One record as names.
struct HeaderLine {
  std::size_t begin = 0;
  std::size_t next = 0;            ///< where the next record begins
  bool complete = true;            ///< else `names` is the record as far as it goes
  std::vector<std::string> names;  ///< as written, trimmed, without quotes
  std::vector<std::string> split;  ///< of what is not complete: as if no quote meant anything
};

/// The record that begins at `at`. No value: more text is needed.
[[nodiscard]] std::optional<HeaderLine> read_header_line(const InputHead& head,
                                                         const CsvDialect& dialect, std::size_t at);

/// The records of the front, by columns, without comments of another width; made when they are
/// asked for.
class TableSample {
 public:
  TableSample(std::string_view text, bool is_all, std::size_t begin, const CsvDialect& dialect,
              std::size_t width)
      : text_(text), is_all_(is_all), begin_(begin), dialect_(dialect), width_(width) {}

  [[nodiscard]] const std::vector<Field>& column(std::size_t column);

 private:
  void read();

  std::string_view text_;
  bool is_all_;
  std::size_t begin_;
  CsvDialect dialect_;
  std::size_t width_;
  bool read_ = false;
  std::vector<std::vector<Field>> columns_;
  std::deque<std::string> unescaped_;
};

struct TableShape {
  CsvDialect dialect;
  HeaderLine header;   ///< without names: the input has no record, or no header
  bool headed = true;  ///< the record is a header, not the first row
  bool named = false;  ///< it names all required roles of an event type that is wanted
};

/// No value: more text is needed.
[[nodiscard]] std::optional<TableShape> find_table_shape(const InputHead& head);

}  // namespace footfall
