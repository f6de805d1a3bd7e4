#include "model/core/timestamp.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>
#include <utility>

#include "model/core/decimal.h"
#include "model/core/digit.h"

namespace footfall {
namespace {

// Two digits as 0–99, or a value over 99.
unsigned two_digits(const char* p) {
  const unsigned tens = static_cast<unsigned char>(p[0]) - unsigned{'0'};
  const unsigned ones = static_cast<unsigned char>(p[1]) - unsigned{'0'};
  return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

// Month 1–12 of an English three-letter name, or 0.
unsigned month_number(std::string_view name) {
  constexpr std::string_view names = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const std::size_t at = names.find(name);
  return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<unsigned>(at / 3 + 1);
}

// HH:MM[:SS[fraction]] at the front of `text`; sets seconds of the day and removes what was read.
bool take_clock(std::string_view& text, std::int64_t& seconds) {
  if (text.size() < 5 || text[2] != ':') return false;
  const unsigned hour = two_digits(text.data());
  const unsigned minute = two_digits(text.data() + 3);
  if (hour > 23 || minute > 59) return false;
  unsigned second = 0;
  text.remove_prefix(5);
  if (!text.empty() && text[0] == ':') {
    if (text.size() < 3) return false;
    second = two_digits(text.data() + 1);
    if (second > 60) return false;
    if (second == 60) second = 59;
    text.remove_prefix(3);
    if (!text.empty() && (text[0] == '.' || text[0] == ',')) {
      std::size_t digits = 1;
      while (digits < text.size() && is_digit(text[digits])) ++digits;
      if (digits == 1) return false;
      text.remove_prefix(digits);
    }
  }
  seconds = static_cast<std::int64_t>(hour) * 3600 + minute * 60 + second;
  return true;
}

// HH:MM:SS in eight bytes, all of them at once.
bool read_clock(const char* text, std::int64_t& seconds) {
  std::uint64_t bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  bytes ^= 0x30303A30303A3030;  // digits become 0-9, colons 0
  constexpr std::uint64_t kColons = 0x0000FF0000FF0000;
  if (((bytes | (bytes + 0x0606060606060606)) & 0xF0F0F0F0F0F0F0F0) != 0 || (bytes & kColons) != 0)
    return false;
  const std::uint64_t pairs = bytes * 10 + (bytes >> 8);
  const unsigned hour = pairs & 0xFF;
  const unsigned minute = (pairs >> 24) & 0xFF;
  const unsigned second = (pairs >> 48) & 0xFF;
  if (hour > 23 || minute > 59 || second > 60) return false;
  seconds = static_cast<std::int64_t>(hour * 3600 + minute * 60 + std::min(second, 59U));
  return true;
}

}  // namespace

// Ten bytes as a date.
bool TimestampParser::read_date(const char* text, Day& day) {
  std::uint16_t century;
  std::uint64_t rest;
  std::memcpy(&century, text, sizeof century);
  std::memcpy(&rest, text + sizeof century, sizeof rest);
  Date& known = dates_[(rest * 0x9E3779B97F4A7C15) >> 58];
  if (known.rest != rest || known.century != century) [[unlikely]] {
    Day read = 0;
    if (!parse_date({text, 10}, read)) return false;
    known = {century, rest, read};
  }
  day = known.day;
  return true;
}

bool TimestampParser::parse(std::string_view text, Instant& instant) {
  Day day = 0;
  if (text.size() < 16 || text[4] != '-' || !read_date(text.data(), day))
    return parse_epoch(text, instant);
  if (text[10] != 'T' && text[10] != ' ' && text[10] != 't') return false;
  std::int64_t seconds = 0;
  std::string_view rest = text.substr(11);
  const bool whole = rest.size() >= 8 && (rest.size() == 8 || (rest[8] != '.' && rest[8] != ','));
  if (whole && read_clock(rest.data(), seconds)) [[likely]] {
    rest.remove_prefix(8);
  } else if (!take_clock(rest, seconds)) {
    return false;
  }
  return finish(day * kSecondsPerDay + seconds, rest, instant);
}

bool TimestampParser::parse_log(std::string_view text, Instant& instant) {
  if (text.size() < 20 || text[2] != '/' || text[6] != '/' || text[11] != ':') return false;
  if (std::memcmp(text.data(), log_date_, sizeof log_date_) != 0) {
    const unsigned day = two_digits(text.data());
    const unsigned month = month_number(text.substr(3, 3));
    const unsigned century = two_digits(text.data() + 7);
    const unsigned rest = two_digits(text.data() + 9);
    if (month == 0 || century > 99 || rest > 99) return false;
    const std::chrono::year_month_day date =
        calendar_date(static_cast<int>(century * 100 + rest), month, day);
    if (!date.ok() || date.year() < std::chrono::year(1)) return false;
    std::memcpy(log_date_, text.data(), sizeof log_date_);
    log_day_ = day_number(date);
  }
  const unsigned hour = two_digits(text.data() + 12);
  const unsigned minute = two_digits(text.data() + 15);
  unsigned second = two_digits(text.data() + 18);
  if (text[14] != ':' || text[17] != ':' || hour > 23 || minute > 59 || second > 60) return false;
  if (second == 60) second = 59;
  std::string_view zone = text.substr(20);
  if (!zone.empty()) {
    if (zone[0] != ' ' || zone.size() == 1) return false;
    zone.remove_prefix(1);
  }
  return finish(
      log_day_ * kSecondsPerDay + static_cast<std::int64_t>(hour) * 3600 + minute * 60 + second,
      zone, instant);
}

bool TimestampParser::finish(std::int64_t local_seconds, std::string_view zone, Instant& instant) {
  if (zone.empty()) {
    instant.seconds = source_.from_local(local_seconds);
  } else if (zone == "Z" || zone == "z") {
    instant.seconds = local_seconds;
  } else {
    // ±HH, ±HHMM or ±HH:MM
    if (zone[0] != '+' && zone[0] != '-') return false;
    unsigned minutes = 0;
    if (zone.size() == 5) {
      minutes = two_digits(zone.data() + 3);
    } else if (zone.size() == 6 && zone[3] == ':') {
      minutes = two_digits(zone.data() + 4);
    } else if (zone.size() != 3) {
      return false;
    }
    const unsigned hours = two_digits(zone.data() + 1);
    if (hours > 23 || minutes > 59) return false;
    const std::int64_t offset = static_cast<std::int64_t>(hours) * 3600 + minutes * 60;
    instant.seconds = zone[0] == '+' ? local_seconds - offset : local_seconds + offset;
  }
  return instant >= kFirstInstant && instant <= kLastInstant;
}

bool TimestampParser::parse_epoch(std::string_view text, Instant& instant) const {
  // Whole seconds, as most are.
  if (!text.empty() && text.size() <= 11) {
    std::int64_t seconds = 0;
    std::size_t digits = 0;
    for (; digits < text.size(); ++digits) {
      const unsigned digit = static_cast<unsigned char>(text[digits]) - unsigned{'0'};
      if (digit > 9) break;
      seconds = seconds * 10 + digit;
    }
    if (digits == text.size()) {
      instant = {};
      instant.seconds = seconds;
      return instant <= kLastInstant;
    }
  }
  const std::optional<EpochTime> time = read_epoch(text);
  if (!time || time->negative) return false;
  instant = time->instant;
  return instant <= kLastInstant;
}

namespace {

// The number with its point moved nine places to the left: nanoseconds as seconds.
std::string divided_by_billion(std::string_view text) {
  const std::size_t at = text.find_first_of("eE");
  std::int64_t exponent = 0;
  if (at != std::string_view::npos) {
    std::string_view digits = text.substr(at + 1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    // What is too large for this is out of every range, whatever is taken off.
    if (std::from_chars(digits.data(), digits.data() + digits.size(), exponent).ec != std::errc())
      return std::string(text);
  }
  return std::string(text.substr(0, at)) + 'e' + std::to_string(exponent - 9);
}

}  // namespace

std::optional<EpochTime> read_epoch(std::string_view text) {
  ParsedNumber number = parse_number(text);
  if (number.fault == NumberFault::bad) return std::nullopt;
  Int128 unit = Decimal::kOne;
  if (number.fault == NumberFault::out_of_range) {
    number = parse_number(divided_by_billion(text));
    if (number.fault != NumberFault::none || number.value.units < 0) return std::nullopt;
  } else if (number.value.units > 0) {
    for (const auto& [from, seconds] : {std::pair{11U, 3U}, {14U, 6U}, {17U, 9U}})
      if (number.value.units >= power_of_ten(from) * Decimal::kOne)
        unit = power_of_ten(seconds) * Decimal::kOne;
  }
  return EpochTime{{static_cast<std::int64_t>(number.value.units / unit)},
                   number.value.units < 0,
                   number.rounded};
}

}  // namespace footfall
