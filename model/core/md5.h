#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace footfall {

/// The 128-bit MD5 digest (RFC 1321) of a text.
[[nodiscard]] std::array<std::uint8_t, 16> md5(std::string_view text);

/// The first 8 hex digits of the digest as a number.
[[nodiscard]] std::uint32_t md5_prefix(std::string_view text);

/// The same for many texts, several at a time; `prefixes` has room for texts.size().
void md5_prefixes(std::span<const std::string_view> texts, std::uint32_t* prefixes);

}  // namespace footfall
