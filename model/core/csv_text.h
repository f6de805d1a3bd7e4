#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/core/calendar.h"

namespace footfall {

/// What a CSV file takes on for spreadsheets; nothing of it changes a number or a date.
struct CsvStyle {
  bool byte_order_mark = false;  ///< at the front of the file, by which Excel knows UTF-8
  bool escape_formulas = false;  ///< an apostrophe before a text that a spreadsheet would compute
};

/// Lines of CSV under construction at the end of a string: commas between cells, LF behind a row, a
/// text in quotes only where it holds a comma, a quote, CR or LF. Cells are written in place,
/// without a call of the string for each (formatting customer_days.csv, 3.4 M rows, takes half the
/// time). Until the destructor has run, the string ends in room that is not text.
class CsvText {
 public:
  explicit CsvText(std::string& out, bool escape_formulas = false)
      : out_(out), used_(out.size()), escape_formulas_(escape_formulas) {}
  CsvText(const CsvText&) = delete;
  CsvText& operator=(const CsvText&) = delete;
  ~CsvText() { out_.resize(used_); }

  [[nodiscard]] static bool needs_quotes(std::string_view value);
  /// Begins as what spreadsheets take for a formula: with = + - @, a tab or a line end.
  [[nodiscard]] static bool is_formula(std::string_view value);
  /// Whether text() writes it as it is.
  [[nodiscard]] bool is_plain(std::string_view value) const {
    return !needs_quotes(value) && !(escape_formulas_ && is_formula(value));
  }
  void text(std::string_view value);
  /// Text that is known to be plain, and numbers.
  void plain(std::string_view value);
  void whole(std::uint64_t value);
  void whole(std::int64_t value);
  /// value × 10^-decimals, as append_fixed() has it.
  void fixed(std::int64_t value, unsigned decimals);
  void date(Day day);
  void end_row() {
    *room(1) = '\n';
    ++used_;
    in_row_ = false;
  }

 private:
  // Where the next cell begins, with room for `bytes` and a comma.
  char* cell(std::size_t bytes) {
    char* const p = room(bytes + 1);
    *p = ',';
    used_ += in_row_ ? 1 : 0;
    in_row_ = true;
    return out_.data() + used_;
  }
  char* room(std::size_t bytes) {
    if (out_.size() - used_ < bytes) [[unlikely]]
      grow(bytes);
    return out_.data() + used_;
  }
  void end_cell(const char* end) { used_ = static_cast<std::size_t>(end - out_.data()); }
  void grow(std::size_t bytes);
  void quoted(std::string_view value);

  // The texts of days written lately, by their lowest bits.
  struct DateText {
    Day day = 0;
    unsigned char size = 0;  // 0: none yet
    std::array<char, kMostDate> text;
  };

  std::string& out_;
  std::size_t used_;
  bool in_row_ = false;
  bool escape_formulas_;
  std::array<DateText, 64> dates_;
};

}  // namespace footfall
