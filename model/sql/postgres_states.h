#pragma once

#include <string>
#include <string_view>

#include "model/sql/sql_error.h"

namespace footfall {

/// The five characters of a verbose message such as "FATAL:  28P01: password authentication ...";
/// else empty.
[[nodiscard]] std::string state_of_message(const std::string& text);

/// What PostgreSQL's SQLSTATE stands for.
[[nodiscard]] SqlErrorKind kind_of_state(std::string_view state);

}  // namespace footfall
