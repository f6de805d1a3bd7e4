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

/// A word as a shell takes it: between single quotes where it would not be one word by itself.
[[nodiscard]] std::string shell_word(std::string_view text);
/// The same between quotes in any case.
[[nodiscard]] std::string shell_quoted(std::string_view text);

}  // namespace footfall
