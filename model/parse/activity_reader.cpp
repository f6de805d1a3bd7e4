#include "model/parse/reader_fields.h"
#include "model/parse/row_reader.h"

namespace footfall {
namespace {

// Indexes into roles_of(EventType::user_event).
enum ActivityRole : std::size_t { kId, kUser, kType, kPrice };

}  // namespace

bool ActivityReader::read(const Field* fields, ActivityRow& row, RowFault& fault, bool& rounded) {
  for (const std::size_t id : {kId, kUser})
    if (id_missing(fields[id])) return fail(fault, RejectReason::missing_value, id);

  for (const std::size_t id : {kId, kUser})
    if (fields[id].kind == FieldKind::wrong_type) return fail(fault, RejectReason::wrong_type, id);
  row.id = fields[kId].text;
  row.user = fields[kUser].text;
  if (!read_optional_id(fields[kType], kType, row.type, fault)) return false;
  row.price.reset();
  if (value_missing(fields[kPrice])) return true;
  return read_decimal(fields[kPrice], kPrice, row.price.emplace(), fault, rounded);
}

}  // namespace footfall
