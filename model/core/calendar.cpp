#include "model/core/calendar.h"

#include <array>
#include <cstdlib>

namespace footfall {
namespace {

char* write_two_digits(char* p, unsigned value) {
  p[0] = static_cast<char>('0' + value / 10 % 10);
  p[1] = static_cast<char>('0' + value % 10);
  return p + 2;
}

int two_digits(const char* p) {
  const unsigned tens = static_cast<unsigned char>(p[0]) - unsigned{'0'};
  const unsigned ones = static_cast<unsigned char>(p[1]) - unsigned{'0'};
  return tens > 9 || ones > 9 ? -1 : static_cast<int>(tens * 10 + ones);
}

}  // namespace

char* write_date(char* p, Day day) {
  const std::chrono::year_month_day date = calendar_date(day);
  const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
  // The last hours of 9999 lie in the year 10000 east of UTC.
  if (year > 9999) *p++ = '1';
  p = write_two_digits(p, year / 100);
  p = write_two_digits(p, year % 100);
  *p++ = '-';
  p = write_two_digits(p, static_cast<unsigned>(date.month()));
  *p++ = '-';
  return write_two_digits(p, static_cast<unsigned>(date.day()));
}

bool parse_date(std::string_view text, Day& day) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int century = two_digits(text.data());
  const int rest = two_digits(text.data() + 2);
  const int month = two_digits(text.data() + 5);
  const int month_day = two_digits(text.data() + 8);
  if (century < 0 || rest < 0 || month < 0 || month_day < 0) return false;
  const std::chrono::year_month_day date = calendar_date(
      century * 100 + rest, static_cast<unsigned>(month), static_cast<unsigned>(month_day));
  if (!date.ok() || date.year() < std::chrono::year(1)) return false;
  day = day_number(date);
  return true;
}

void append_date(std::string& out, Day day) {
  std::array<char, kMostDate> text;
  out.append(text.data(), write_date(text.data(), day));
}

void append_hour(std::string& out, Hour hour, bool utc) {
  std::array<char, 32> text;
  char* p = write_date(text.data(), local_day(hour));
  *p++ = ' ';
  p = write_two_digits(p, static_cast<unsigned>(clock_hour(hour)));
  for (const char c : {':', '0', '0'}) *p++ = c;
  if (!utc) {
    *p++ = hour.offset < 0 ? '-' : '+';
    const unsigned offset = static_cast<unsigned>(std::abs(hour.offset));
    p = write_two_digits(p, offset / 3600);
    *p++ = ':';
    p = write_two_digits(p, offset / 60 % 60);
    if (offset % 60 != 0) {
      *p++ = ':';
      p = write_two_digits(p, offset % 60);
    }
  }
  out.append(text.data(), p);
}

}  // namespace footfall
