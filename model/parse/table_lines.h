#pragma once

#include <string_view>

#include "model/parse/input_layout.h"

// Records of a table that hold no data.
namespace footfall {

/// The record repeats the header of its input, blanks and byte-order marks around names aside.
[[nodiscard]] bool repeats_header(std::string_view record, const InputLayout& layout);

/// It may be a comment, if it is not as wide as the table. Blanks may stand before the #.
[[nodiscard]] inline bool begins_as_comment(std::string_view record) {
  for (const char c : record)
    if (c != ' ' && c != '\t') return c == '#';
  return false;
}

/// A record of empty fields, or a comment: it begins with # and is not as wide as the table.
[[nodiscard]] bool is_left_out(std::string_view record, const InputLayout& layout);

/// One of the record's fields begins with a total word.
[[nodiscard]] bool names_total(std::string_view record, const InputLayout& layout);

}  // namespace footfall
