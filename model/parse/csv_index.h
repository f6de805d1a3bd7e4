#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "model/core/vector_path.h"
#include "model/parse/csv_record.h"

namespace footfall {

/// Where the separators (delimiters and line ends outside quotes) of a text stand, found with wide
/// compares, 64 bytes at a time; quoted stretches by a prefix xor of the quote bits (the idea of
/// simdjson's first stage). Valid only where `regular`: every quote opens a field, closes one or is
/// doubled, and no record with quotes is longer than the quoted limit. Irregular text takes the
/// exact path, scan_csv_record().
class CsvIndex {
 public:
  /// `text` begins at a record's first byte and has kChunkPadding readable bytes behind its end.
  void build(std::string_view text, const CsvDialect& dialect, VectorPath path);

  [[nodiscard]] bool regular() const { return regular_; }
  [[nodiscard]] bool quoted() const { return quoted_; }  ///< there are quotes
  [[nodiscard]] bool ends_in_quotes() const { return ends_in_quotes_; }
  [[nodiscard]] std::size_t lines() const { return line_count_; }  ///< line ends outside quotes
  [[nodiscard]] std::size_t separator_count() const { return separator_count_; }
  /// Positions of all separators, ascending. What stands in front of the first, [-1], plus one is
  /// 0, so that every field begins one behind the separator before it.
  [[nodiscard]] const std::uint32_t* separators() const { return separators_.get() + kFront; }
  /// Bit k % 8 of byte k / 8 tells whether separator k is a line end; 16 zero bytes follow.
  [[nodiscard]] const char* line_mask() const { return line_mask_.get(); }

  /// How many separators stand from `first` up to and including the next line end; all that are
  /// left where there is none.
  [[nodiscard]] std::size_t separators_of_line(std::size_t first) const {
    std::uint64_t bits;
    std::memcpy(&bits, line_mask_.get() + first / 8, sizeof bits);
    bits >>= first % 8;
    if (bits != 0) [[likely]]
      return static_cast<std::size_t>(std::countr_zero(bits)) + 1;
    return separators_of_long_line(first);
  }
  /// One behind the last line end, or 0.
  [[nodiscard]] std::size_t last_line_end() const;

 private:
  static constexpr std::size_t kFront = 1;
  [[nodiscard]] std::size_t separators_of_long_line(std::size_t first) const;
  [[nodiscard]] bool has_line_longer_than(std::size_t limit, std::size_t text_size) const;

  std::unique_ptr<std::uint32_t[]> separators_;
  std::unique_ptr<char[]> line_mask_;
  std::size_t capacity_ = 0;
  std::size_t separator_count_ = 0;
  std::size_t line_count_ = 0;
  bool regular_ = true;
  bool quoted_ = false;
  bool ends_in_quotes_ = false;
};

}  // namespace footfall
