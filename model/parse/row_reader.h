#pragma once

#include <cstdint>

#include "model/core/timestamp.h"
#include "model/parse/field.h"
#include "model/parse/rows.h"

// From the fields of a record to a typed row: presence, types, ranges, in the contract's order.
namespace footfall {

/// Why a record is no row; `column` is an index into roles_of(kind).
struct RowFault {
  RejectReason reason{};
  std::size_t column = kNoColumn;
};

// Each reader has
//
//   bool read(const Field* fields, Row& row, RowFault& fault, bool& rounded);
//
// false sets `fault`; `rounded` is set when a number had digits after the 18th decimal.

class VisitReader {
 public:
  using Row = VisitRow;
  explicit VisitReader(const TimeZone& source_zone) : timestamps_(source_zone) {}
  [[nodiscard]] bool read(const Field* fields, VisitRow& row, RowFault& fault, bool& rounded);

 private:
  TimestampParser timestamps_;
};

class PaymentReader {
 public:
  using Row = PaymentRow;
  [[nodiscard]] bool read(const Field* fields, PaymentRow& row, RowFault& fault, bool& rounded);
};

class CampaignReader {
 public:
  using Row = CampaignRow;
  [[nodiscard]] bool read(const Field* fields, CampaignRow& row, RowFault& fault, bool& rounded);
};

class ActivityReader {
 public:
  using Row = ActivityRow;
  [[nodiscard]] bool read(const Field* fields, ActivityRow& row, RowFault& fault, bool& rounded);
};

}  // namespace footfall
