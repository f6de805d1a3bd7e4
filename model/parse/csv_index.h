#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "model/core/vector_path.h"
#include "model/parse/csv_record.h"

namespace footfall {

/// Where the separators (delimiters and line ends outside quotes) of a text stand, found with wide
/// compares, 64 bytes at a time; quoted stretches by a prefix xor of the quote bits (the idea of
/// simdjson's first stage). Valid only where `regular`: every quote opens a field, closes one or is
/// doubled, and no record with quotes is longer than the quoted limit. Irregular text takes the exact
/// path, scan_csv_record().
class CsvIndex {
 public:
  /// `text` begins at a record's first byte and has kChunkPadding readable bytes behind its end.
  void build(std::string_view text, const CsvDialect& dialect, VectorPath path);

  [[nodiscard]] bool regular() const { return regular_; }
  [[nodiscard]] bool quoted() const { return quoted_; }                ///< there are quotes
  [[nodiscard]] bool ends_in_quotes() const { return ends_in_quotes_; }
  [[nodiscard]] std::size_t lines() const { return line_count_; }       ///< line ends outside quotes
  [[nodiscard]] std::size_t separator_count() const { return separator_count_; }
  /// Positions of all separators, ascending.
  [[nodiscard]] const std::uint32_t* separators() const { return separators_.get(); }
  /// For each line, the index of its line end in separators().
  [[nodiscard]] const std::uint32_t* line_ends() const { return line_ends_.get(); }

 private:
  std::unique_ptr<std::uint32_t[]> separators_;
  std::unique_ptr<std::uint32_t[]> line_ends_;
  std::size_t capacity_ = 0;
  std::size_t separator_count_ = 0;
  std::size_t line_count_ = 0;
  bool regular_ = true;
  bool quoted_ = false;
  bool ends_in_quotes_ = false;
};

}  // namespace footfall
