#include "model/core/time_forms.h"

#include <algorithm>
#include <array>

#include "model/core/decimal.h"
#include "model/core/digit.h"
#include "model/core/letter_case.h"

namespace footfall {
namespace {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// How a date is written, and what may stand between it and the clock. Of the letters
//   Y is a year of four digits, y one of two (20YY), m and d a month and a day of one or two, M and
//   D of two, b the English name of a month, a and c the parts of an ordered date;
// everything else stands for itself.
struct DateForm {
  std::string_view pattern;
  std::string_view joints;
  bool basic_clock = false;  ///< HHMMSS
};
constexpr std::array kDateForms = {
    DateForm{"Y-m-d", "T "}, DateForm{"Y/m/d", "T "},    DateForm{"d/b/Y", ": "},
    DateForm{"d b Y", " "},  DateForm{"d-b-Y", " "},     DateForm{"b d, Y", " "},
    DateForm{"b d Y", " "},  DateForm{"a/c/Y", " "},     DateForm{"a.c.Y", " "},
    DateForm{"a-c-Y", " "},  DateForm{"a/c/y", " "},     DateForm{"a.c.y", " "},
    DateForm{"a-c-y", " "},  DateForm{"YMD", "T", true},
};

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// The place of a name that is written out or cut to three letters, from 1; 0: none. A point may
// follow the short one.
template <std::size_t Count>
std::size_t take_name(std::string_view& text, const std::array<std::string_view, Count>& names) {
  std::size_t letters = 0;
  while (letters < text.size() && is_letter(text[letters])) ++letters;
  const std::string_view word = text.substr(0, letters);
  for (std::size_t i = 0; i < Count; ++i) {
    const bool short_one = letters == 3 || (letters == 4 && names[i] == "september");
    if (!equal_in_any_case(word, short_one ? names[i].substr(0, letters) : names[i])) continue;
    text.remove_prefix(letters);
    if (short_one && text.starts_with('.')) text.remove_prefix(1);
    return i + 1;
  }
  return 0;
}

// `least` to `most` digits, and no more behind them unless `open`.
bool take_digits(std::string_view& text, std::size_t least, std::size_t most, unsigned& value,
                 bool open = false) {
  std::size_t digits = 0;
  value = 0;
  while (digits < text.size() && digits < most && is_digit(text[digits]))
    value = value * 10 + static_cast<unsigned>(text[digits++] - '0');
  if (digits < least || (!open && digits < text.size() && is_digit(text[digits]))) return false;
  text.remove_prefix(digits);
  return true;
}

bool take_date(std::string_view& text, std::string_view pattern, WrittenTime& time) {
  std::string_view rest = text;
  time.ordered = false;
  for (const char step : pattern) {
    unsigned value = 0;
    switch (step) {
      case 'Y':
        if (!take_digits(rest, 4, 4, time.year, pattern == "YMD")) return false;
        break;
      case 'y':
        if (!take_digits(rest, 2, 2, time.year)) return false;
        time.year += 2000;
        break;
      case 'M':
      case 'm':
        if (!take_digits(rest, step == 'M' ? 2 : 1, 2, time.first, step == 'M')) return false;
        break;
      case 'D':
      case 'd':
        if (!take_digits(rest, step == 'D' ? 2 : 1, 2, time.second)) return false;
        break;
      case 'b':
        time.first = static_cast<unsigned>(take_name(rest, kMonths));
        if (time.first == 0) return false;
        break;
      case 'a':
        if (!take_digits(rest, 1, 2, value)) return false;
        time.first = value;
        time.ordered = true;
        time.separator = pattern[1];
        break;
      case 'c':
        if (!take_digits(rest, 1, 2, value)) return false;
        time.second = value;
        break;
      default:
        if (!rest.starts_with(step)) return false;
        rest.remove_prefix(1);
    }
  }
  text = rest;
  return true;
}

// AM or PM, also a.m.; sets the hour of 0 to 23.
bool take_half_of_day(std::string_view& text, unsigned& hour) {
  std::string_view rest = text;
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  if (rest.empty()) return true;
  const char half = static_cast<char>(rest[0] | 0x20);
  if (half != 'a' && half != 'p') return true;
  rest.remove_prefix(1);
  const bool pointed = rest.starts_with('.');
  if (pointed) rest.remove_prefix(1);
  if (rest.empty() || (rest[0] | 0x20) != 'm') return true;
  rest.remove_prefix(1);
  if (pointed && rest.starts_with('.')) rest.remove_prefix(1);
  if (!rest.empty() && is_letter(rest[0])) return true;
  if (hour == 0 || hour > 12) return false;
  hour = hour % 12 + (half == 'p' ? 12 : 0);
  text = rest;
  return true;
}

// H:MM, H:MM:SS or HHMMSS, a fraction, AM or PM.
bool take_clock(std::string_view& text, bool basic, std::int32_t& clock) {
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
  bool seconds = basic;
  if (basic) {
    if (!take_digits(text, 2, 2, hour, true) || !take_digits(text, 2, 2, minute, true) ||
        !take_digits(text, 2, 2, second))
      return false;
  } else {
    if (!take_digits(text, 1, 2, hour) || !text.starts_with(':')) return false;
    text.remove_prefix(1);
    if (!take_digits(text, 2, 2, minute)) return false;
    seconds = text.starts_with(':');
    if (seconds) {
      text.remove_prefix(1);
      if (!take_digits(text, 2, 2, second)) return false;
    }
  }
  if (seconds && (text.starts_with('.') || text.starts_with(','))) {
    std::size_t digits = 1;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits == 1) return false;
    text.remove_prefix(digits);
  }
  if (!take_half_of_day(text, hour) || hour > 23 || minute > 59 || second > 60) return false;
  clock = static_cast<std::int32_t>(hour * 3600 + minute * 60 + std::min(second, 59U));
  return true;
}

// Z, UTC, GMT, ±HH, ±HHMM, ±HH:MM, or a name; a blank may stand before it.
bool read_zone(std::string_view text, WrittenTime& time) {
  if (text.starts_with(' ')) text.remove_prefix(1);
  if (text.empty()) return true;
  if (equal_in_any_case(text, "Z") || equal_in_any_case(text, "UTC") ||
      equal_in_any_case(text, "GMT")) {
    time.zone = WrittenTime::Zone::offset;
    return true;
  }
  if (text[0] != '+' && text[0] != '-') {
    time.zone = WrittenTime::Zone::name;
    time.zone_name = text;
    return is_letter(text[0]);
  }
  const bool west = text[0] == '-';
  text.remove_prefix(1);
  unsigned hours = 0;
  unsigned minutes = 0;
  if (!take_digits(text, 2, 2, hours, true)) return false;
  if (!text.empty()) {
    if (text[0] == ':') text.remove_prefix(1);
    if (!take_digits(text, 2, 2, minutes)) return false;
  }
  if (!text.empty() || hours > 23 || minutes > 59) return false;
  time.zone = WrittenTime::Zone::offset;
  time.offset = static_cast<std::int32_t>(hours * 3600 + minutes * 60) * (west ? -1 : 1);
  return true;
}

bool read_rest(std::string_view rest, const DateForm& form, WrittenTime& time) {
  time.has_clock = false;
  time.clock = 0;
  time.zone = WrittenTime::Zone::none;
  time.offset = 0;
  if (rest.empty()) return !form.basic_clock;
  if (rest.starts_with(", ")) rest.remove_prefix(1);
  const char joint = rest[0] == 't' ? 'T' : rest[0];
  if (form.joints.find(joint) == std::string_view::npos) return false;
  rest.remove_prefix(1);
  time.has_clock = true;
  return take_clock(rest, form.basic_clock, time.clock) && read_zone(rest, time);
}

std::chrono::year_month_day date_of(const WrittenTime& time, DateOrder order) {
  const bool day_first = time.ordered && order == DateOrder::day_first;
  return calendar_date(static_cast<int>(time.year), day_first ? time.second : time.first,
                       day_first ? time.first : time.second);
}

}  // namespace

bool WrittenTime::possible(DateOrder order) const {
  if (ordered && order == DateOrder::unknown) return false;
  return year >= 1 && date_of(*this, order).ok();
}

std::int64_t WrittenTime::local_seconds(DateOrder order) const {
  return day_number(date_of(*this, order)) * kSecondsPerDay + clock;
}

bool read_written_time(std::string_view text, WrittenTime& time) {
  if (take_name(text, kWeekdays) != 0) {
    if (text.starts_with(',')) text.remove_prefix(1);
    if (!text.starts_with(' ')) return false;
    text.remove_prefix(1);
  }
  for (const DateForm& form : kDateForms) {
    std::string_view rest = text;
    if (take_date(rest, form.pattern, time) && read_rest(rest, form, time)) return true;
  }
  return false;
}

bool read_time_digits(std::string_view text, std::int64_t& local_seconds) {
  if ((text.size() != 8 && text.size() != 14) || !std::ranges::all_of(text, is_digit)) return false;
  std::string_view rest = text;
  WrittenTime time;
  if (!take_digits(rest, 4, 4, time.year, true) || !take_digits(rest, 2, 2, time.first, true) ||
      !take_digits(rest, 2, 2, time.second, true))
    return false;
  if (!rest.empty() && !take_clock(rest, true, time.clock)) return false;
  if (!time.possible(DateOrder::unknown)) return false;
  local_seconds = time.local_seconds(DateOrder::unknown);
  return true;
}

bool read_spreadsheet_day(std::string_view number, std::int64_t& local_seconds) {
  const ParsedNumber parsed = parse_number(number);
  constexpr std::int64_t kFirst = 61;
  constexpr std::int64_t kOf1970 = 25569;
  constexpr std::int64_t kEnd = 2'958'466;
  if (parsed.fault != NumberFault::none) return false;
  const Decimal day = parsed.value;
  if (day.units < kFirst * Decimal::kOne || day.units >= kEnd * Decimal::kOne) return false;
  // 86,400,000 thousandths a day, the half rounded up; below 2^118.
  const Int128 thousandths =
      (day.units * (kSecondsPerDay * 1000) + Decimal::kOne / 2) / Decimal::kOne;
  local_seconds = static_cast<std::int64_t>(thousandths / 1000) - kOf1970 * kSecondsPerDay;
  return local_seconds <= kLastInstant.seconds;
}

char* write_time(char* p, Instant instant) {
  const std::int64_t day = floor_divide(instant.seconds, kSecondsPerDay);
  const auto clock = static_cast<unsigned>(instant.seconds - day * kSecondsPerDay);
  p = write_date(p, static_cast<Day>(day));
  const auto two = [&](char before, unsigned value) {
    *p++ = before;
    *p++ = static_cast<char>('0' + value / 10);
    *p++ = static_cast<char>('0' + value % 10);
  };
  two('T', clock / 3600);
  two(':', clock / 60 % 60);
  two(':', clock % 60);
  *p++ = 'Z';
  return p;
}

}  // namespace footfall
