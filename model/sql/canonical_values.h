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
#include "model/parse/json_columns.h"

namespace footfall {

/// Columns of the roles that are made of several columns, of alternatives or of the row itself, or
/// that keys within a column lead to: a table has each under its role's name. None where a part
/// stands in no column; none for a price where there is a `metadata`, since reports on tables read
/// it from there.
[[nodiscard]] std::vector<EventColumn> composed_columns(const InputLayout& layout,
                                                        const std::vector<EventColumn>& columns);

/// Keys that are in no column, but that roles with a column of their own are read from.
[[nodiscard]] std::vector<EventColumn> source_columns(const InputLayout& layout,
                                                      const std::vector<EventColumn>& columns);

/// Writes the values that feed roles of reports in the forms that are read from tables too. Values
/// in such a form and values in none stay as they are in the file; within a column of JSON only a
/// price is written. Times without an offset stay without one where their role takes that.
class CanonicalValues {
 public:
  /// `columns`: of the table, those of composed_columns() among them, and behind them those of
  /// source_columns(). `source_zone`: of times without an offset, where their role takes epoch
  /// seconds alone.
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
  /// A key that a person named and that no row so far had; empty where there is none.
  [[nodiscard]] std::string unseen_key() const;

 private:
  // Where the values of a place stand: in a column, or where keys lead within it.
  struct Place {
    std::size_t column;
    JsonPath keys;
    std::string awaited;  // the whole path, where some row has to have it
  };
  static constexpr std::size_t kNoPlace = static_cast<std::size_t>(-1);
  // Where a role's value goes: to a column, or to a member of the objects in it.
  struct Target {
    std::size_t column;
    std::string_view member{};
    bool made = false;  // the value does not stand there as it is
    std::size_t own =
        kNoPlace;  // of a member: the place that it is, where the file's rows are read there
  };
  // What the table has of one event type's roles.
  struct Reading {
    EventType type{};
    std::vector<Place> places;
    std::vector<Target> targets;         // by role
    std::vector<ComposedRole> composed;  // empty: each is its place
    FormReader forms;
    const ValueForms* written = nullptr;
    JsonColumnReader within{};  // of the places with keys
  };

  static std::vector<Place> places_of(const InputLayout& layout, EventType type,
                                      const std::vector<EventColumn>& columns);
  static Target target_of(EventType type, std::size_t role, const ComposedRole& made,
                          const std::vector<Place>& places,
                          const std::vector<EventColumn>& columns);
  friend std::vector<EventColumn> composed_columns(const InputLayout& layout,
                                                   const std::vector<EventColumn>& columns);
  void find_places(Reading& reading, std::span<const Field> fields);
  void rewrite(Reading& reading, const Field* roles, std::span<Field> fields);
  [[nodiscard]] bool stands_there(const Target& target, const Field& value) const;
  void put_member(const Target& target, const Field& value, Field& object);
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
