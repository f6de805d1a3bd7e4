#pragma once

namespace footfall {

/// 0 to 9 alone, whatever the locale.
constexpr bool is_digit(char c) { return static_cast<unsigned char>(c - '0') < 10; }

}  // namespace footfall
