#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "model/core/decimal.h"
#include "model/parse/field.h"
#include "model/parse/row_fault.h"

// Reading numbers out of fields: the shapes that occur in every row first, everything else through
// parse_number().
namespace footfall {

/// A number or timestamp is missing also when nothing but blanks is left of it.
[[nodiscard]] inline bool value_missing(const Field& field) {
  return field.kind != FieldKind::wrong_type && trim_blanks(field.text).empty();
}

namespace number_detail {

/// Reads 1 to 8 digits at `p` with three multiplications (SWAR); 8 bytes must be readable.
[[nodiscard]] inline bool read_digits(const char* p, std::size_t count, std::uint64_t& value) {
  std::uint64_t bytes;
  std::memcpy(&bytes, p, sizeof bytes);
  const unsigned shift = static_cast<unsigned>(8 - count) * 8;
  constexpr std::uint64_t kZeros = 0x3030303030303030;
  if (shift != 0) bytes = (bytes << shift) | (kZeros >> (64 - shift));
  bytes ^= kZeros;  // digits become 0–9
  if (((bytes | (bytes + 0x0606060606060606)) & 0xF0F0F0F0F0F0F0F0) != 0) return false;
  bytes = bytes * 10 + (bytes >> 8);
  value = ((bytes & 0x000000FF000000FF) * 0x000F424000000064 +
           ((bytes >> 16) & 0x000000FF000000FF) * 0x0000271000000001) >>
          32;
  return true;
}

/// Reads 1 to 7 digits with one point among or around them, 2 to 8 bytes in all: the point is
/// shifted out and the rest read as one number. 8 bytes must be readable.
[[nodiscard]] inline bool read_pointed(const char* p, std::size_t count, std::uint64_t& digits,
                                       unsigned& decimals) {
  std::uint64_t bytes;
  std::memcpy(&bytes, p, sizeof bytes);
  if (count < 8) bytes &= (std::uint64_t{1} << (count * 8)) - 1;
  const std::uint64_t points = bytes ^ 0x2E2E2E2E2E2E2E2E;
  const std::uint64_t found = (points - 0x0101010101010101) & ~points & 0x8080808080808080;
  if (found == 0) return false;
  const unsigned before = static_cast<unsigned>(std::countr_zero(found)) / 8;
  const std::uint64_t low = bytes & ((std::uint64_t{1} << (before * 8)) - 1);
  const std::uint64_t joined = low | (before == 7 ? 0 : bytes >> (before * 8 + 8) << (before * 8));
  char text[8];
  std::memcpy(text, &joined, sizeof text);
  decimals = static_cast<unsigned>(count) - 1 - before;
  return read_digits(text, count - 1, digits);
}

}  // namespace number_detail

/// Reads a number of any shape; blanks around it are ignored. False sets `reason`.
[[nodiscard]] inline bool read_decimal(const Field& field, Decimal& value, RejectReason& reason,
                                       bool& rounded) {
  if (field.kind == FieldKind::wrong_type) {
    reason = RejectReason::wrong_type;
    return false;
  }
  const std::size_t size = field.text.size();
  std::uint64_t digits = 0;
  unsigned decimals = 0;
  if (size - 2 < 7 && number_detail::read_pointed(field.text.data(), size, digits, decimals))
      [[likely]] {
    constexpr std::array<std::uint64_t, 8> kUnits = {
        1'000'000'000'000'000'000, 100'000'000'000'000'000, 10'000'000'000'000'000,
        1'000'000'000'000'000,     100'000'000'000'000,     10'000'000'000'000,
        1'000'000'000'000,         100'000'000'000};
    value.units = static_cast<Int128>(digits) * static_cast<Int128>(kUnits[decimals]);
    return true;
  }
  const ParsedNumber number = parse_number(trim_blanks(field.text));
  if (number.fault != NumberFault::none) [[unlikely]] {
    reason =
        number.fault == NumberFault::bad ? RejectReason::bad_number : RejectReason::out_of_range;
    return false;
  }
  rounded |= number.rounded;
  value = number.value;
  return true;
}

/// Reads a number >= 0.
[[nodiscard]] inline bool read_amount(const Field& field, Decimal& value, RejectReason& reason,
                                      bool& rounded) {
  if (!read_decimal(field, value, reason, rounded)) return false;
  if (value.units >= 0) return true;
  reason = RejectReason::negative_number;
  return false;
}

/// Reads a whole number >= 0, at most 10^18; `12.0` and `1e3` are whole.
[[nodiscard]] inline bool read_count(const Field& field, std::uint64_t& value, RejectReason& reason,
                                     bool& rounded) {
  if (field.text.size() - 1 < 8 && field.kind != FieldKind::wrong_type &&
      number_detail::read_digits(field.text.data(), field.text.size(), value)) [[likely]]
    return true;
  Decimal number;
  if (!read_amount(field, number, reason, rounded)) return false;
  if (number.units % Decimal::kOne != 0) {
    reason = RejectReason::bad_number;
    return false;
  }
  value = static_cast<std::uint64_t>(number.units / Decimal::kOne);
  return true;
}

/// Reads a number >= 0 as whole ones and the rest, in units of 10^-18.
[[nodiscard]] inline bool read_shares(const Field& field, std::uint64_t& whole, std::uint64_t& part,
                                      RejectReason& reason, bool& rounded) {
  if (field.text.size() - 1 < 8 && field.kind != FieldKind::wrong_type &&
      number_detail::read_digits(field.text.data(), field.text.size(), whole)) [[likely]]
    return true;
  Decimal number;
  if (!read_amount(field, number, reason, rounded)) return false;
  whole = static_cast<std::uint64_t>(number.units / Decimal::kOne);
  part = static_cast<std::uint64_t>(number.units % Decimal::kOne);
  return true;
}

}  // namespace footfall
