#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/scratch_text.h"
#include "model/parse/field.h"
#include "model/parse/json_layout.h"
#include "model/parse/json_row.h"

namespace footfall {

/// Where a path leads within the JSON text of a column.
struct JsonColumnPlace {
  std::size_t field = 0;  ///< of the record: its text becomes the value
  std::size_t column = 0;
  JsonPath keys;
  bool must_occur = false;
};

/// Puts the values within columns of JSON in the place of those columns' texts.
class JsonColumnReader {
 public:
  JsonColumnReader() = default;
  explicit JsonColumnReader(const std::vector<JsonColumnPlace>& places);

  [[nodiscard]] bool empty() const { return columns_.empty(); }
  /// To be called for each chunk.
  void begin();
  /// `fields`: of one record, those of a column with its text. Nothing, blanks, `NULL`, `null` and
  /// `\N` hold no values; what is no JSON, or another kind of value than a path goes through, is
  /// FieldKind::wrong_type.
  void read(std::vector<Field>& fields);
  /// Bit f: a record had what field f must have, since begin().
  [[nodiscard]] std::uint64_t found() const { return found_; }

 private:
  struct Column {
    std::vector<std::size_t> fields;
    JsonLayout layout;
    JsonRowParser parser;
  };
  std::vector<Column> columns_;
  ScratchText texts_;
  std::uint64_t found_ = 0;
};

/// The text of a JSON object with a member put in the place of the last of its name, or behind the
/// others; of nothing (what JsonColumnReader calls so) an object of that member alone. `value` is
/// JSON as well. No value: the text is no object.
[[nodiscard]] std::optional<std::string_view> with_member(std::string_view object,
                                                          std::string_view key,
                                                          std::string_view value,
                                                          ScratchText& scratch);

/// The number of roles, of sinks that know it.
template <class Sink>
struct RolesOfSink {};
template <class Sink>
requires requires { Sink::kRoles; }
struct RolesOfSink<Sink> {
  static constexpr std::size_t kRoles = Sink::kRoles;
};

/// A RecordSink between the parser of a table with columns of JSON and the sink of its rows.
template <class Sink>
class JsonColumnRows : public RolesOfSink<Sink> {
 public:
  JsonColumnRows(JsonColumnReader& reader, std::size_t width, Sink& sink)
      : reader_(reader), fields_(width), sink_(sink) {}
  void row(const Field* fields, const RecordPlace& place) {
    fields_.assign(fields, fields + fields_.size());
    reader_.read(fields_);
    sink_.row(fields_.data(), place);
  }
  void reject(RejectReason reason, const RecordPlace& place) { sink_.reject(reason, place); }
  void left_out(const RecordPlace& place) {
    if constexpr (requires { sink_.left_out(place); }) sink_.left_out(place);
  }

 private:
  JsonColumnReader& reader_;
  std::vector<Field> fields_;
  Sink& sink_;
};

}  // namespace footfall
