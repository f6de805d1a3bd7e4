#pragma once

#include "model/parse/field.h"
#include "model/parse/row_fault.h"
#include "model/parse/rows.h"

// From the fields of a record to a typed row: presence, types, ranges, in the contract's order.
// Each reader has
//
//   bool read(const Field* fields, Row& row, RowFault& fault, bool& rounded);
//
// false sets `fault`; `rounded` is set when a number had digits after the 18th decimal. The readers
// of visits and campaigns, inlined into the parsing loop, stand in headers of their own.
namespace footfall {

class PaymentReader {
 public:
  using Row = PaymentRow;
  [[nodiscard]] bool read(const Field* fields, PaymentRow& row, RowFault& fault, bool& rounded);
};

class ActivityReader {
 public:
  using Row = ActivityRow;
  [[nodiscard]] bool read(const Field* fields, ActivityRow& row, RowFault& fault, bool& rounded);
};

}  // namespace footfall
