#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/core/null_words.h"
#include "model/core/time_zone.h"
#include "model/input/chunk.h"
#include "model/parse/composed_rows.h"
#include "model/parse/form_reader.h"
#include "model/parse/input_format.h"
#include "model/parse/input_layout.h"

namespace footfall {

/// Columns of the roles that are made of several columns, of alternatives or of the row itself: a
/// table has each under its role's name. None where a part stands in no column of its own.
[[nodiscard]] std::vector<EventColumn> composed_columns(const InputLayout& layout,
                                                        const std::vector<EventColumn>& columns);

/// Writes the values that feed roles of reports in the forms that are read from tables too. Values
/// in such a form and values in none stay as they are in the file; so do those behind keys within
/// a column. Times without an offset stay without one where their role takes that.
class CanonicalValues {
 public:
  /// `columns`: of the table, those of composed_columns() among them. `source_zone`: of times
  /// without an offset, where their role takes epoch seconds alone.
  CanonicalValues(const InputLayout& layout, const std::vector<EventColumn>& columns,
                  const TimeZone& source_zone);

  /// A value that only another reading takes than the one that was guessed.
  struct Contradiction {
    EventType type{};
    std::size_t role = 0;
    std::string value;
  };

  /// What rows have become is valid until then.
  void begin_chunk(const Chunk& chunk);
  /// Rewrites a row, one field a column, in place.
  void rewrite(std::span<Field> fields, const RecordPlace& place);
  /// The first so far.
  [[nodiscard]] const std::optional<Contradiction>& contradiction() const { return contradiction_; }
  [[nodiscard]] const NullWordCounts& null_words() const { return null_words_; }

 private:
  // What the table has of one event type's roles.
  struct Reading {
    EventType type{};
    std::vector<std::size_t> places;   // column of each place
    std::vector<std::size_t> columns;  // by role: where its value goes
    std::vector<ComposedRole> composed;
    FormReader forms;
    const ValueForms* written = nullptr;
  };

  void rewrite(Reading& reading, const Field* roles, std::span<Field> fields);
  [[nodiscard]] bool is_canonical(Reading& reading, std::size_t role, const Field& field) const;

  bool by_column_;
  std::vector<Reading> readings_;
  const Chunk* chunk_ = nullptr;
  ScratchText texts_;
  std::vector<Field> place_fields_;
  std::vector<bool> rewritten_;  // by column, of the row
  NullWordCounts null_words_{};
  std::optional<Contradiction> contradiction_;
};

}  // namespace footfall
