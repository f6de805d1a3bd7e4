#pragma once

#include <string>

#include "model/sql/sql_error.h"

namespace footfall {

/// One English sentence without a line end: what could not be done, where, and what to try.
[[nodiscard]] std::string sql_error_text(const SqlError& error);

}  // namespace footfall
