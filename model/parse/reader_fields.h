#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/core/decimal.h"
#include "model/core/timestamp.h"
#include "model/parse/field.h"
#include "model/parse/number_field.h"
#include "model/parse/row_reader.h"

// Steps that the readers of payments and activity share. Each function that can turn a row down
// returns false and sets `fault`; `rounded` is only ever set, never cleared.
namespace footfall {

inline bool fail(RowFault& fault, RejectReason reason, std::size_t column) {
  fault = {reason, column};
  return false;
}

/// An id is missing only when it is empty: blanks are an id.
inline bool id_missing(const Field& field) {
  return field.kind != FieldKind::wrong_type && field.text.empty();
}

/// By the rules of ids, with the empty text where it is missing.
inline bool read_optional_id(const Field& field, std::size_t column, std::string_view& id,
                             RowFault& fault) {
  if (field.kind == FieldKind::wrong_type) return fail(fault, RejectReason::wrong_type, column);
  id = field.text;
  return true;
}

/// A field that is not missing.
inline bool read_decimal(const Field& field, std::size_t column, Decimal& value, RowFault& fault,
                         bool& rounded) {
  RejectReason reason{};
  return read_decimal(field, value, reason, rounded) || fail(fault, reason, column);
}

/// Whole seconds since 1970 of a field that is not missing, as read_epoch() takes a number; below 0
/// too. Anything else is a bad timestamp.
inline bool read_epoch_seconds(const Field& field, std::size_t column, std::int64_t& seconds,
                               RowFault& fault, bool& rounded) {
  if (field.kind == FieldKind::wrong_type) return fail(fault, RejectReason::wrong_type, column);
  const std::string_view text = trim_blanks(field.text);
  if (text.size() <= 11) {
    std::int64_t value = 0;
    std::size_t digits = 0;
    for (; digits < text.size(); ++digits) {
      const unsigned digit = static_cast<unsigned char>(text[digits]) - unsigned{'0'};
      if (digit > 9) break;
      value = value * 10 + digit;
    }
    if (digits == text.size() && digits > 0) [[likely]] {
      seconds = value;
      return true;
    }
  }
  const std::optional<EpochTime> time = read_epoch(text);
  if (!time || time->instant > kLastInstant)
    return fail(fault, RejectReason::bad_timestamp, column);
  seconds = time->instant.seconds;
  rounded = rounded || time->rounded;
  return true;
}

}  // namespace footfall
