#pragma once

#include <optional>
#include <string>

#include "model/input/record_cutter.h"
#include "model/parse/json_nesting.h"
#include "model/parse/json_shape.h"

namespace footfall {

/// Cuts JSON whose records are not lines: behind an array or object, a comma or a line end between
/// records. What stands around the records of an array (its end, other members of the object it is
/// in, the object that follows) is handed out as pieces without records; the array may come again.
///
/// Brackets that do not match, an end of the input in the middle of something and text where none
/// may be are errors of the whole input: nobody could say which records are lost.
class JsonCutter final : public RecordCutter {
 public:
  /// Begins behind `shape.begin`.
  JsonCutter(const JsonShape& shape, std::size_t record_limit);

  [[nodiscard]] std::size_t last_record_end(std::string_view text) override;
  [[nodiscard]] Result<Cut> cut(std::string_view text, std::uint64_t offset, bool ended) override;
  void begin_overlong(std::string_view front) override;
  [[nodiscard]] std::size_t overlong_end(std::string_view text) override;

 private:
  [[nodiscard]] Result<Cut> cut_records(std::string_view text, std::uint64_t offset, bool ended);
  [[nodiscard]] Result<Cut> cut_between(std::string_view text, std::uint64_t offset, bool ended);
  // One byte between records; false: it may not stand there.
  [[nodiscard]] bool step_between(char c);

  const JsonShape shape_;
  bool in_array_;  // else what stands around the records, in a shape that has that

  // Of records:
  std::size_t looked_at_ = 0;       // bytes of the text
  std::uint64_t record_at_ = 0;     // byte of the input where the open one begins
  JsonNesting nesting_;             // of the open one
  std::optional<JsonStray> stray_;  // what is skipped as overlong, where it is no array or object
  bool broken_ = false;             // a bracket in what was skipped did not match

  // Around them:
  std::string open_;  // brackets
  bool in_string_ = false;
  bool escaped_ = false;
  bool array_seen_ = false;  // in this object
  bool valued_ = false;      // a colon stands behind `key_`
  std::string key_;          // or another string, of the object that holds the array
};

}  // namespace footfall
