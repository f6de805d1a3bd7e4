#pragma once

#include <concepts>

#include "model/parse/field.h"
#include "model/parse/row_fault.h"
#include "model/parse/rows.h"

// From the fields of a record to a typed row: presence, types, ranges, in the contract's order. The
// readers of visits and campaigns, inlined into the parsing loop, stand in headers of their own.
namespace footfall {

/// Reads rows of one type. False sets `fault`; `rounded` is set, never cleared, when a number had
/// digits after the 18th decimal.
template <class Reader>
concept RowReader = requires(Reader reader, const Field* fields, typename Reader::Row& row,
                             RowFault& fault, bool& rounded) {
  { reader.read(fields, row, fault, rounded) } -> std::same_as<bool>;
};

class PaymentReader {
 public:
  using Row = PaymentRow;
  [[nodiscard]] bool read(const Field* fields, PaymentRow& row, RowFault& fault, bool& rounded);
};
static_assert(RowReader<PaymentReader>);

class ActivityReader {
 public:
  using Row = ActivityRow;
  [[nodiscard]] bool read(const Field* fields, ActivityRow& row, RowFault& fault, bool& rounded);
};
static_assert(RowReader<ActivityReader>);

}  // namespace footfall
