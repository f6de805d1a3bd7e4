#pragma once

#include "model/parse/field.h"

namespace footfall {

/// Why a record is no row; `column` is an index into roles_of(type).
struct RowFault {
  RejectReason reason{};
  std::size_t column = kNoColumn;
};

}  // namespace footfall
