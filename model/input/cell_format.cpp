#include "model/input/cell_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/core/calendar.h"
#include "model/core/letter_case.h"

namespace footfall {
namespace {

constexpr double kLastDay = 2958466;  // behind 9999-12-31
constexpr std::int64_t kMillisecondsPerDay = 86'400'000;
constexpr std::int64_t kDaysFrom1900To1904 = 1462;
constexpr std::int64_t kDayOf1970 = 25569;
// Spreadsheets know a 29 February 1900, which was none.
constexpr std::int64_t kNoDay = 60;

void append_number(std::string& out, double value) {
  const std::string digits = fmt::format("{:.15g}", value);
  const std::size_t exponent = digits.find('e');
  if (exponent == std::string::npos) {
    out += digits == "-0" ? "0" : digits;
    return;
  }
  double again = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), again);
  // A whole number of fifteen digits and zeros behind them is written out; what lost digits on its
  // way keeps the look of that.
  if (again == value && std::fabs(value) >= 1 && std::fabs(value) < 1e18 &&
      std::trunc(value) == value)
    out += fmt::format("{:.0f}", value);
  else
    out += fmt::format("{:.15G}", value);
}

void append_date_of(std::string& out, std::int64_t day, bool from_1904) {
  if (from_1904) {
    append_date(out, static_cast<Day>(day + kDaysFrom1900To1904 - kDayOf1970));
  } else if (day == kNoDay) {
    out += "1900-02-29";
  } else {
    append_date(out, static_cast<Day>(day - kDayOf1970 + (day < kNoDay ? 1 : 0)));
  }
}

void append_clock(std::string& out, std::int64_t milliseconds) {
  const std::int64_t seconds = milliseconds / 1000;
  out += fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (milliseconds % 1000 != 0) out += fmt::format(".{:03}", milliseconds % 1000);
}

}  // namespace

CellForm form_of_builtin(unsigned id) {
  if (id == 22) return CellForm::date_and_time;
  if ((id >= 18 && id <= 21) || id == 45 || id == 47) return CellForm::time;
  if ((id >= 32 && id <= 35) || id == 55 || id == 56) return CellForm::time;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return CellForm::date;
  return CellForm::number;
}

CellForm form_of_code(std::string_view code) {
  bool date = false;
  bool time = false;
  bool month_or_minute = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = lower_case(code[i]);
    if (c == ';') break;  // what follows is for negative numbers, zero and text
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const char inner = i + 1 < code.size() ? lower_case(code[i + 1]) : '\0';
      const bool repeated =
          end > i + 1 &&
          code.substr(i + 1, end - i - 1).find_first_not_of("hHmMsS") == std::string_view::npos;
      // Hours, minutes or seconds in all, beyond a day: a length of time stays a number.
      if (repeated && inner != '\0') return CellForm::number;
      i = end;
    } else if (c == 'y' || c == 'd') {
      date = true;
    } else if (c == 'h' || c == 's') {
      time = true;
    } else if (c == 'm') {
      month_or_minute = true;
    } else if (c == 'g' && lower_case(code.substr(i)).starts_with("general")) {
      i += 6;
    }
  }
  if (month_or_minute && !time) date = true;
  if (date) return time ? CellForm::date_and_time : CellForm::date;
  return time ? CellForm::time : CellForm::number;
}

void append_cell_number(std::string& out, std::string_view text, CellForm form, bool from_1904) {
  const std::size_t first = text.find_first_not_of(" \t\r\n+");
  if (first == std::string_view::npos) return;
  const std::string_view digits = text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
  // Most numbers are short and whole.
  if (form == CellForm::number && digits.size() <= 15 && digits[0] != '0' &&
      digits.find_first_not_of("0123456789") == std::string_view::npos) {
    out += digits;
    return;
  }
  double value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc() || end != digits.data() + digits.size() || !std::isfinite(value)) {
    out += text;
    return;
  }
  const double last = from_1904 ? kLastDay - static_cast<double>(kDaysFrom1900To1904) : kLastDay;
  if (form == CellForm::number || value < 0 || value >= last) return append_number(out, value);
  auto day = static_cast<std::int64_t>(value);
  std::int64_t clock = std::llround((value - std::trunc(value)) * kMillisecondsPerDay);
  if (clock == kMillisecondsPerDay) {
    clock = 0;
    ++day;
  }
  if (form == CellForm::time && day == 0) return append_clock(out, clock);
  append_date_of(out, day, from_1904);
  if (form == CellForm::date && clock == 0) return;
  out += ' ';
  append_clock(out, clock);
}

}  // namespace footfall
