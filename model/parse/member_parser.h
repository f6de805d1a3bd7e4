#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/core/hash.h"
#include "model/core/scratch_text.h"
#include "model/parse/field.h"

namespace footfall {

/// Which key at the top of a row's object goes to which column.
struct MemberLayout {
  struct Column {
    std::string key;
    bool json = false;  ///< wanted as JSON text: strings with their quotes
  };
  struct Keys {
    std::vector<Column> columns;
    bool collect = false;  ///< other keys are new columns; else unknown_key() tells the first one
  };
  Keys keys;
  std::size_t record_limit = 0;
};

/// Takes the objects of an NDJSON file apart, one per call: all that stands at the top, whatever
/// the keys are. Accepts what JsonRowParser accepts; used by parse_ndjson().
class MemberParser {
 public:
  /// To be called for each chunk.
  void begin(const MemberLayout::Keys& keys);

  /// As JsonRowParser::parse(). Of a doubled key the last value counts.
  [[nodiscard]] const char* parse(const char* p);

  /// One per column. JSON's true, false, arrays and objects are FieldKind::wrong_type, with their
  /// text as written; so is everything but null in a column of JSON texts.
  [[nodiscard]] const Field* fields() const { return fields_.data(); }

  /// More are not collected, but one; PostgreSQL's tables hold as many.
  static constexpr std::size_t kMostColumns = 1600;
  /// The keys met so far where they were to be collected; `json`: an array or object was among the
  /// values.
  [[nodiscard]] const std::vector<MemberLayout::Column>& columns() const { return columns_; }
  /// A key of the row that no column has, or empty.
  [[nodiscard]] const std::string& unknown_key() const { return unknown_; }

 private:
  [[nodiscard]] const char* read_object(const char* p);
  [[nodiscard]] std::size_t column_of(std::string_view key, std::size_t expected);
  [[nodiscard]] const char* read_value(const char* p, bool as_json, Field& field);

  bool begun_ = false;
  bool collect_ = false;
  std::vector<MemberLayout::Column> columns_;
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> index_;
  std::vector<Field> fields_;
  ScratchText texts_;
  std::string key_;
  std::string unknown_;
};

/// Working memory for parse_ndjson().
struct MemberScratch {
  MemberParser parser;
  std::string tail;
};

}  // namespace footfall
