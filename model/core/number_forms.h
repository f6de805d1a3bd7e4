#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/decimal.h"

// Numbers and sums of money as spreadsheets and statements write them.
namespace footfall {

enum class DecimalMark : char { point = '.', comma = ',' };
constexpr DecimalMark other_mark(DecimalMark mark) {
  return mark == DecimalMark::point ? DecimalMark::comma : DecimalMark::point;
}

/// Writes `text` as parse_number() reads it into `out`; false where it is no number. Beside what
/// parse_number() reads, with the mark in place of the point:
///  - blanks of any kind around and inside, a currency sign or code before or after;
///  - a negative number in brackets, with a minus behind it, or with the minus U+2212;
///  - thousands in groups of three by a comma, a point (that is not the mark), an apostrophe or a
///    blank, always the same; the first group does not begin with 0.
[[nodiscard]] bool rewrite_number(std::string_view text, DecimalMark mark, std::string& out);

/// Whether a number that parse_number() reads is whole.
[[nodiscard]] bool is_whole(std::string_view number);

/// The power that a number is of ten: -6 for 0.000001. No value: it is none.
[[nodiscard]] std::optional<int> decimal_exponent(Decimal value);

}  // namespace footfall
