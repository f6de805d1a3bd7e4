#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace footfall::bench {

/// Appends a whole number.
inline void append_number(std::string& out, std::uint64_t number) {
  char digits[20];
  std::size_t at = sizeof digits;
  do {
    digits[--at] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  out.append(digits + at, sizeof digits - at);
}

/// Appends the last `width` (at most 20) digits of a number, with zeros in front.
inline void append_padded(std::string& out, std::uint64_t number, std::size_t width) {
  char digits[20];
  for (std::size_t at = width; at-- > 0; number /= 10)
    digits[at] = static_cast<char>('0' + number % 10);
  out.append(digits, width);
}

/// Appends hundredths as an amount: 1250 is `12.50`.
inline void append_hundredths(std::string& out, std::uint64_t hundredths) {
  append_number(out, hundredths / 100);
  out += '.';
  append_padded(out, hundredths % 100, 2);
}

inline void append_hex(std::string& out, std::uint64_t bits) {
  constexpr std::string_view digits = "0123456789abcdef";
  char text[16];
  for (std::size_t i = 16; i-- > 0; bits >>= 4) text[i] = digits[bits & 15];
  out.append(text, sizeof text);
}

/// Appends a CSV field; quoted when asked for, with the quotes inside doubled.
inline void append_csv(std::string& out, std::string_view field, bool quoted) {
  if (!quoted) {
    out += field;
    return;
  }
  out += '"';
  for (char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace footfall::bench
