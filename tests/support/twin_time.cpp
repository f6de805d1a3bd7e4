#include "tests/support/twin_time.h"

#include <array>
#include <cstdio>

#include "tests/support/twin_number.h"

namespace footfall::twin {
namespace {

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }
int length_of_year(int year) { return leap(year) ? 366 : 365; }
int length_of_month(int year, int month) {
  constexpr std::array<int, 13> lengths = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : lengths[static_cast<std::size_t>(month)];
}
constexpr std::int64_t kDayOfYearOne = -719162;  // 0001-01-01
/// First days of the years, counted up once.
std::int64_t first_day(int year) {
  static const std::vector<std::int64_t> days = [] {
    std::vector<std::int64_t> list = {kDayOfYearOne - length_of_year(0), kDayOfYearOne};
    for (int y = 1; y <= 9999; ++y) list.push_back(list.back() + length_of_year(y));
    return list;
  }();
  return days[static_cast<std::size_t>(year)];
}

bool in_years(std::int64_t instant) { return instant >= -62135596800 && instant <= 253402300799; }

/// Takes exactly `count` digits from the front.
bool take_digits(std::string_view& text, std::size_t count, int& value) {
  if (text.size() < count) return false;
  value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return true;
}
bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

/// Everything behind the time: nothing, Z, ±HH, ±HHMM, ±HH:MM.
bool read_offset(std::string_view text, std::optional<std::int64_t>& offset) {
  if (text.empty()) return true;
  if (text == "Z" || text == "z") {
    offset = 0;
    return true;
  }
  if (text.front() != '+' && text.front() != '-') return false;
  const int sign = text.front() == '-' ? -1 : 1;
  text.remove_prefix(1);
  int hours = 0;
  int minutes = 0;
  if (!take_digits(text, 2, hours)) return false;
  if (!text.empty()) {
    if (text.front() == ':') text.remove_prefix(1);
    if (!take_digits(text, 2, minutes) || !text.empty()) return false;
  }
  if (hours > 23 || minutes > 59) return false;
  offset = sign * (hours * 3600 + minutes * 60);
  return true;
}

std::optional<std::int64_t> instant_of(const Reading& reading, const Zone& source) {
  const std::int64_t instant =
      reading.offset ? reading.civil - *reading.offset : source.from_local(reading.civil);
  if (!in_years(instant)) return std::nullopt;
  return instant;
}

}  // namespace

std::optional<std::int64_t> day_of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > length_of_month(year, month))
    return std::nullopt;
  std::int64_t days = first_day(year) + day - 1;
  for (int m = 1; m < month; ++m) days += length_of_month(year, m);
  return days;
}

std::string day_text(std::int64_t day) {
  // A local day may lie just outside the years 1 to 9999.
  int year = 0;
  while (year < 10000 && first_day(year + 1) <= day) ++year;
  std::int64_t rest = day - first_day(year);
  int month = 1;
  while (rest >= length_of_month(year, month)) rest -= length_of_month(year, month++);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month,
                static_cast<int>(rest) + 1);
  return text.data();
}

std::optional<std::int64_t> read_date(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (!take_digits(text, 4, year) || !take(text, '-') || !take_digits(text, 2, month) ||
      !take(text, '-') || !take_digits(text, 2, day) || !text.empty())
    return std::nullopt;
  return day_of(year, month, day);
}

std::optional<Reading> read_iso(std::string_view text) {
  if (text.size() < 11) return std::nullopt;
  const std::optional<std::int64_t> day = read_date(text.substr(0, 10));
  const char separator = text[10];
  if (!day || (separator != 'T' && separator != 't' && separator != ' ')) return std::nullopt;
  text.remove_prefix(11);
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!take_digits(text, 2, hour) || !take(text, ':') || !take_digits(text, 2, minute))
    return std::nullopt;
  if (take(text, ':')) {
    if (!take_digits(text, 2, second)) return std::nullopt;
    if (take(text, '.') || take(text, ',')) {
      int digit = 0;
      if (!take_digits(text, 1, digit)) return std::nullopt;
      while (take_digits(text, 1, digit)) {
      }
    }
  }
  if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
  if (second == 60) second = 59;
  Reading reading;
  if (!read_offset(text, reading.offset)) return std::nullopt;
  reading.civil = *day * 86400 + hour * 3600 + minute * 60 + second;
  return reading;
}

std::optional<std::int64_t> read_timestamp(std::string_view text, const Zone& source) {
  text = trimmed(text);
  if (const std::optional<Reading> reading = read_iso(text)) return instant_of(*reading, source);
  return read_epoch(text, false);
}

std::optional<std::int64_t> read_epoch(std::string_view text, bool below_zero) {
  Number number = read_number(text);
  if (!number.good) return std::nullopt;
  if (!number.in_range) {
    // Nanoseconds: the same with its point nine places to the left.
    const std::size_t e = text.find_first_of("eE");
    const std::string exponent(e == std::string_view::npos ? "0" : text.substr(e + 1));
    if (exponent.size() > 6) return std::nullopt;
    number =
        read_number(std::string(text.substr(0, e)) + "e" + std::to_string(std::stoi(exponent) - 9));
    if (!number.good || !number.in_range || number.units.negative()) return std::nullopt;
  } else if (number.units.negative()) {
    return below_zero ? std::optional<std::int64_t>(std::stoll(number.whole.text())) : std::nullopt;
  } else {
    for (const auto& [from, down] : {std::pair{17U, 9U}, {14U, 6U}, {11U, 3U}}) {
      if (compare(number.whole, power_of_ten(from)) < 0) continue;
      Big rest;
      const Big before = number.whole;
      before.divide(power_of_ten(down), number.whole, rest);
      break;
    }
  }
  if (compare(number.whole, Big(253402300799)) > 0) return std::nullopt;
  return std::stoll(number.whole.text());
}

std::optional<std::int64_t> read_log_time(std::string_view text, const Zone& source) {
  constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  text = trimmed(text);
  int day = 0;
  int year = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!take_digits(text, 2, day) || !take(text, '/') || text.size() < 3) return std::nullopt;
  int month = 0;
  for (int m = 1; m <= 12; ++m)
    if (text.substr(0, 3) == months[static_cast<std::size_t>(m - 1)]) month = m;
  text.remove_prefix(3);
  if (!take(text, '/') || !take_digits(text, 4, year) || !take(text, ':') ||
      !take_digits(text, 2, hour) || !take(text, ':') || !take_digits(text, 2, minute) ||
      !take(text, ':') || !take_digits(text, 2, second))
    return std::nullopt;
  const std::optional<std::int64_t> date = day_of(year, month, day);
  if (!date || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  if (second == 60) second = 59;
  Reading reading;
  reading.civil = *date * 86400 + hour * 3600 + minute * 60 + second;
  if (!text.empty() && (!take(text, ' ') || text.empty() || !read_offset(text, reading.offset)))
    return std::nullopt;
  return instant_of(reading, source);
}

Hour hour_of(const Zone& zone, std::int64_t instant) {
  const Zone::Period& period = zone.at(instant);
  const std::int64_t local = instant + period.offset;
  std::int64_t within = local % 3600;
  if (within < 0) within += 3600;
  const std::int64_t local_hour = local - within;
  std::int64_t second_of_day = local_hour % 86400;
  if (second_of_day < 0) second_of_day += 86400;
  Hour hour;
  const std::int64_t full = local_hour - period.offset;
  hour.first = full < period.begin ? period.begin : full;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), " %02d:00", static_cast<int>(second_of_day / 3600));
  hour.label = day_text((local_hour - second_of_day) / 86400) + text.data();
  if (zone.utc()) return hour;
  const std::int64_t size = period.offset < 0 ? -period.offset : period.offset;
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", period.offset < 0 ? '-' : '+',
                static_cast<int>(size / 3600), static_cast<int>(size / 60 % 60));
  hour.label += text.data();
  if (size % 60 != 0) {
    std::snprintf(text.data(), text.size(), ":%02d", static_cast<int>(size % 60));
    hour.label += text.data();
  }
  return hour;
}

Hour step_of(const std::string& step, const Zone& zone, std::int64_t instant) {
  if (step == "hour") return hour_of(zone, instant);
  std::int64_t day = 0;
  const std::int64_t local = instant + zone.at(instant).offset;
  while (day * 86400 > local) day -= 1000;
  while ((day + 1000) * 86400 <= local) day += 1000;
  while ((day + 1) * 86400 <= local) ++day;
  // Some Monday is the fifth day of 1970.
  while (step == "week" && (day - 4) % 7 != 0) --day;
  Hour begin;
  begin.first = day;
  begin.label = day_text(day);
  return begin;
}

}  // namespace footfall::twin
