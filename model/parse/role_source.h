#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"

// Where the values of a role come from, as a person says it: date+time, userId|ip, "a,b", 3, @row,
// @none.
namespace footfall {

/// A column or key by its name, or a column by its number.
struct ColumnRef {
  std::string name;                   ///< as given, without quotes
  bool quoted = false;                ///< a name, whatever is in it
  std::optional<std::size_t> number;  ///< from 0
  friend bool operator==(const ColumnRef&, const ColumnRef&) = default;
};

/// `a+b` joins by a blank, `a|b` takes the first that is there and not missing, row by row.
struct SourceWords {
  std::vector<std::vector<ColumnRef>> alternatives;  ///< of each what it joins
  bool each_row = false;                             ///< @row: every row is one of its own
  bool none = false;                                 ///< @none: nowhere, whatever names there are
  friend bool operator==(const SourceWords&, const SourceWords&) = default;
};

/// No value: it cannot be read (an empty part, a quote that is not closed).
[[nodiscard]] std::optional<SourceWords> parse_source(std::string_view text);

/// A value of --map, cut at commas outside quotes into role and source.
struct MappedRole {
  std::string role;
  std::string source;
};
/// No value: it is no list of role=source.
[[nodiscard]] std::optional<std::vector<MappedRole>> parse_map(std::string_view text);

/// A name as it has to be written in a source: in quotes where it would mean something else.
[[nodiscard]] std::string source_word(std::string_view name);

/// How a role is made of the places that a parser reads.
struct ComposedRole {
  std::vector<std::vector<std::size_t>> alternatives;  ///< indexes of places; empty: absent
  bool each_row = false;
  bool utc = false;  ///< times without an offset are UTC
  friend bool operator==(const ComposedRole&, const ComposedRole&) = default;
};

}  // namespace footfall
