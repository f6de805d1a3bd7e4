#include "model/core/calendar.h"

#include <cstdlib>

namespace footfall {
namespace {

void append_two_digits(std::string& out, unsigned value) {
  out.push_back(static_cast<char>('0' + value / 10 % 10));
  out.push_back(static_cast<char>('0' + value % 10));
}

int two_digits(const char* p) {
  const unsigned tens = static_cast<unsigned char>(p[0]) - unsigned{'0'};
  const unsigned ones = static_cast<unsigned char>(p[1]) - unsigned{'0'};
  return tens > 9 || ones > 9 ? -1 : static_cast<int>(tens * 10 + ones);
}

}  // namespace

bool parse_date(std::string_view text, Day& day) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int century = two_digits(text.data());
  const int rest = two_digits(text.data() + 2);
  const int month = two_digits(text.data() + 5);
  const int month_day = two_digits(text.data() + 8);
  if (century < 0 || rest < 0 || month < 1 || month > 12 || month_day < 1) return false;
  const int year = century * 100 + rest;
  if (year < 1 || static_cast<unsigned>(month_day) > days_in_month(year, static_cast<unsigned>(month))) return false;
  day = day_from_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(month_day));
  return true;
}

void append_date(std::string& out, Day day) {
  const CivilDate date = civil_from_day(day);
  // The last hours of 9999 lie in the year 10000 east of UTC.
  if (date.year > 9999) out.push_back('1');
  append_two_digits(out, static_cast<unsigned>(date.year) / 100);
  append_two_digits(out, static_cast<unsigned>(date.year) % 100);
  out.push_back('-');
  append_two_digits(out, date.month);
  out.push_back('-');
  append_two_digits(out, date.day);
}

void append_hour(std::string& out, Hour hour, bool utc) {
  append_date(out, local_day(hour));
  out.push_back(' ');
  append_two_digits(out, static_cast<unsigned>(clock_hour(hour)));
  out += ":00";
  if (utc) return;
  out.push_back(hour.offset < 0 ? '-' : '+');
  const unsigned offset = static_cast<unsigned>(std::abs(hour.offset));
  append_two_digits(out, offset / 3600);
  out.push_back(':');
  append_two_digits(out, offset / 60 % 60);
  if (offset % 60 != 0) {
    out.push_back(':');
    append_two_digits(out, offset % 60);
  }
}

}  // namespace footfall
