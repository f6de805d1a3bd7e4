#include "model/parse/reader_fields.h"
#include "model/parse/row_reader.h"

namespace footfall {
namespace {

// Indexes into roles_of(EventType::payment).
enum PaymentRole : std::size_t { kEventId, kCustomer, kTs, kEventType, kAmount, kCurrency };

}  // namespace

bool PaymentReader::read(const Field* fields, PaymentRow& row, RowFault& fault, bool& rounded) {
  for (const std::size_t id : {kEventId, kCustomer})
    if (id_missing(fields[id])) return fail(fault, RejectReason::missing_value, id);
  if (value_missing(fields[kTs])) return fail(fault, RejectReason::missing_value, kTs);

  for (const std::size_t id : {kEventId, kCustomer})
    if (fields[id].kind == FieldKind::wrong_type) return fail(fault, RejectReason::wrong_type, id);
  row.event_id = fields[kEventId].text;
  row.customer = fields[kCustomer].text;
  if (!read_epoch_seconds(fields[kTs], kTs, row.ts, fault, rounded)) return false;
  if (!read_optional_id(fields[kEventType], kEventType, row.event_type, fault)) return false;
  row.amount = {};
  if (!value_missing(fields[kAmount]) &&
      !read_decimal(fields[kAmount], kAmount, row.amount, fault, rounded))
    return false;
  return read_optional_id(fields[kCurrency], kCurrency, row.currency, fault);
}

}  // namespace footfall
