#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/core/null_words.h"
#include "model/core/scratch_text.h"
#include "model/core/time_zone.h"
#include "model/core/timestamp.h"
#include "model/parse/field.h"
#include "model/parse/value_forms.h"

namespace footfall {

/// The further forms of values, for rows that the readers of the usual forms do not take: writes
/// the fields of numbers and times in those forms. Of one thread.
class FormReader {
 public:
  /// Most fields of a record.
  static constexpr std::size_t kMostFields = 8;

  /// Who reads what was rewritten: the readers of files, or reports on tables, which know fewer
  /// epoch numbers and get times without an offset as such where they take those.
  enum class For : std::uint8_t { readers, tables };
  /// What no reader takes for a number or time.
  static constexpr std::string_view kUnreadable = "?";

  /// `source_zone` applies to times without an offset.
  FormReader(EventType events, const TimeZone& source_zone, For reader = For::readers);

  /// What the values of an input are like. `kinds`: of its fields, in their order. `null_ids`: NULL
  /// and \N stand for missing ids.
  void follow(const ValueForms& forms, std::span<const ValueKind> kinds, bool null_ids);
  /// False: every row has to be rewritten before it is read.
  [[nodiscard]] bool plain() const { return plain_; }

  /// What was written lives until then.
  void begin_chunk() { texts_.reset(); }

  /// One of the fields speaks against a guess that its column is read by.
  struct Contradiction {
    std::size_t role = 0;
    std::string_view value;
  };
  struct Rewritten {
    std::array<Field, kMostFields> fields;
    std::optional<Contradiction> contradiction;  ///< the first
  };
  /// A value in none of the forms becomes one that no reader takes; a null word a missing field,
  /// and is counted.
  [[nodiscard]] Rewritten rewrite(const Field* fields, NullWordCounts& words);

  /// Reports on tables read the time as it is written.
  [[nodiscard]] bool is_table_time(std::string_view text);

  /// The zone of a name that means one; no value for others, as abbreviations.
  [[nodiscard]] static std::optional<TimeZone> load_zone(std::string_view name);

  /// A time in one of the forms; the order of an ordered date is that of `form`.
  [[nodiscard]] std::optional<Instant> read_time(std::string_view text, const TimeForm& form);

 private:
  [[nodiscard]] std::string_view keep(std::string_view text);
  void rewrite_time(std::size_t role, Field& field, Rewritten& row);
  void rewrite_day(std::size_t role, Field& field);
  void rewrite_number(std::size_t role, Field& field, Rewritten& row);
  [[nodiscard]] std::optional<Instant> instant_of(const WrittenTime& time, const TimeForm& form);
  [[nodiscard]] Instant from_source(std::int64_t local, const TimeForm& form);
  [[nodiscard]] const TimeZone* zone(std::string_view name);

  bool epoch_;  // times are numbers
  bool for_tables_;
  bool local_ = false;  // the time read last had no offset
  ZoneCursor source_;
  TimestampParser usual_;
  ValueForms forms_;
  std::span<const ValueKind> kinds_;
  bool null_ids_ = false;
  bool plain_ = true;
  std::map<std::string, std::optional<TimeZone>, std::less<>> zones_;
  ScratchText texts_;
  std::string squeezed_;
  std::string number_;
};

}  // namespace footfall
