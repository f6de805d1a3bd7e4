#pragma once

#include <string>
#include <string_view>

#include "model/core/error.h"

namespace footfall {

/// One English sentence without a line end: what could not be done, where, and what to try.
[[nodiscard]] std::string error_text(const Error& error);

/// The text between double quotes, on one line: control characters are shown as `\xNN`, and what
/// goes beyond 160 bytes is left out.
[[nodiscard]] std::string quoted_for_message(std::string_view text);

}  // namespace footfall
