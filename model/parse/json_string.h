#pragma once

#include <string>
#include <string_view>

namespace footfall {

/// A text as a string of JSON, in quotes; bytes that are no UTF-8 stay as they are.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace footfall
