#include "tests/support/twin_forms.h"

#include <array>
#include <cstdio>
#include <map>
#include <regex>
#include <set>

#include "tests/support/twin_number.h"

namespace footfall::twin {
namespace {

using std::regex;
using std::smatch;

const char* const kBlank = "(?: |\\t|\xC2\xA0|\xE2\x80[\x80-\x8A\xAF]|\xE2\x81\x9F|\xE3\x80\x80)";

const regex& compiled(const std::string& pattern) {
  static std::map<std::string, regex> known;
  auto found = known.find(pattern);
  if (found == known.end()) found = known.emplace(pattern, regex(pattern, std::regex::icase)).first;
  return found->second;
}
std::string replaced(const std::string& text, const std::string& pattern, const char* by) {
  return std::regex_replace(text, compiled(pattern), by);
}
bool matches(const std::string& text, smatch& parts, const std::string& pattern) {
  return std::regex_match(text, parts, compiled(pattern));
}
bool matches(const std::string& text, const std::string& pattern) {
  return std::regex_match(text, compiled(pattern));
}
std::string escaped(char c) { return std::string("\\") + c; }

struct Written {
  int year = 0;
  int first = 0;  // the month, or the first of an ordered date
  int second = 0;
  bool ordered = false;
  bool clock = false;
  int seconds = 0;
  std::optional<int> offset;
  bool named = false;  // a word that may be a zone
};

int number_of(const std::string& digits) { return digits.empty() ? 0 : std::stoi(digits); }

// What follows a date: nothing, or a joint, a clock and a zone.
bool read_tail(const std::string& tail, const std::string& joint, Written& time) {
  if (tail.empty()) return true;
  smatch part;
  if (!matches(
          tail, part,
          "(?:" + joint +
              ")(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?: ?([ap])(?:m|\\.m\\.?)(?![a-z]))?"
              "(?: ?(z|utc|gmt|[+-]\\d{2}(?::?\\d{2})?|[a-z].*))?"))
    return false;
  int hour = number_of(part[1]);
  const int minute = number_of(part[2]);
  int second = number_of(part[3]);
  if (part[4].matched) {
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (part[4] == "p" || part[4] == "P" ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 60) return false;
  if (second == 60) second = 59;
  time.clock = true;
  time.seconds = hour * 3600 + minute * 60 + second;
  const std::string zone = part[5];
  if (zone.empty()) return true;
  if (zone[0] == '+' || zone[0] == '-') {
    const std::string digits = replaced(zone.substr(1), ":", "");
    const int hours = number_of(digits.substr(0, 2));
    const int minutes = digits.size() > 2 ? number_of(digits.substr(2)) : 0;
    if (hours > 23 || minutes > 59) return false;
    time.offset = (hours * 3600 + minutes * 60) * (zone[0] == '-' ? -1 : 1);
  } else if (zone.size() == 1 || matches(zone, "utc|gmt")) {
    time.offset = 0;
    time.named = zone.size() == 1 && zone != "z" && zone != "Z";
  } else {
    time.named = true;
  }
  return true;
}

const char* const kMonthNames =
    "(jan\\.?|january|feb\\.?|february|mar\\.?|march|apr\\.?|april|may\\.?|jun\\.?|june|jul\\.?|"
    "july|aug\\.?|august|sept?\\.?|september|oct\\.?|october|nov\\.?|november|dec\\.?|december)";
int month_of(std::string name) {
  for (char& c : name) c = static_cast<char>(c | 0x20);
  const std::string names = "janfebmaraprmayjunjulaugsepoctnovdec";
  return static_cast<int>(names.find(name.substr(0, 3)) / 3 + 1);
}

bool read_written(std::string text, Written& time) {
  text = squeezed(text);
  smatch part;
  if (matches(text, part,
              "(?:(?:mon|tue|wed|thu|fri|sat|sun)\\.?|monday|tuesday|wednesday|thursday|friday|"
              "saturday|sunday),? (.*)"))
    text = std::string(part[1]);
  const std::string month = kMonthNames;
  time = {};
  if (matches(text, part, "(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(\\D.*)?")) {
    time.year = number_of(part[1]);
    time.first = number_of(part[3]);
    time.second = number_of(part[4]);
    return read_tail(part[5], "t|,? ", time);
  }
  const bool log = matches(text, part, "(\\d{1,2})/" + month + "/(\\d{4})(\\D.*)?");
  if (log || matches(text, part, "(\\d{1,2}) " + month + " (\\d{4})(\\D.*)?") ||
      matches(text, part, "(\\d{1,2})-" + month + "-(\\d{4})(\\D.*)?")) {
    time.year = number_of(part[3]);
    time.first = month_of(part[2]);
    time.second = number_of(part[1]);
    return read_tail(part[4], log ? ":|,? |, :" : ",? ", time);
  }
  if (matches(text, part, month + " (\\d{1,2}),? (\\d{4})(\\D.*)?")) {
    time.year = number_of(part[3]);
    time.first = month_of(part[1]);
    time.second = number_of(part[2]);
    return read_tail(part[4], ",? ", time);
  }
  if (matches(text, part, "(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)(\\D.*)?")) {
    time.year = number_of(part[1]);
    time.first = number_of(part[2]);
    time.second = number_of(part[3]);
    return read_tail("T" + std::string(part[4]) + ":" + std::string(part[5]) + ":" +
                         std::string(part[6]) + std::string(part[7]),
                     "t", time);
  }
  if (matches(text, part, "(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(\\D.*)?")) {
    time.year = number_of(part[4]) + (part[4].length() == 2 ? 2000 : 0);
    time.first = number_of(part[1]);
    time.second = number_of(part[3]);
    time.ordered = true;
    return read_tail(part[5], ",? ", time);
  }
  return false;
}

bool eight_or_fourteen(const std::string& text) { return matches(text, "\\d{8}|\\d{14}"); }
std::optional<std::int64_t> digit_time(const std::string& text) {
  const auto day = day_of(number_of(text.substr(0, 4)), number_of(text.substr(4, 2)),
                          number_of(text.substr(6, 2)));
  if (!day) return std::nullopt;
  if (text.size() == 8) return *day * 86400;
  const int hour = number_of(text.substr(8, 2));
  const int minute = number_of(text.substr(10, 2));
  const int second = number_of(text.substr(12, 2));
  if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
  return *day * 86400 + hour * 3600 + minute * 60 + (second == 60 ? 59 : second);
}

bool whole(const std::string& number) {
  const Number value = read_number(number);
  Big quotient;
  Big rest;
  if (!value.in_range) return true;
  value.units.magnitude().divide(power_of_ten(kScale), quotient, rest);
  return rest.zero();
}

bool is_time(const std::string& role) { return role == "timestamp" || role == "ts"; }
bool is_count(const std::string& role) {
  return role == "impressions" || role == "clicks" || role == "bytes";
}
bool is_number(const std::string& role) {
  return is_count(role) || role == "spend" || role == "conversions" || role == "amount" ||
         role == "price";
}

Forms choose(const std::vector<Record>& records, const std::vector<Role>& roles) {
  Forms forms;
  int points = 0;
  int commas = 0;
  int times = 0;
  int digits = 0;  // that are a date
  int all_digits = 0;
  int day_numbers = 0;
  int open = 0;
  int dates = 0;
  int ordered = 0;
  bool dots = true;
  bool day_first = false;
  bool month_first = false;
  for (const Record& record : records) {
    for (std::size_t i = 0; i < roles.size() && i < record.cells.size(); ++i) {
      const Cell& cell = record.cells[i];
      const std::string text = squeezed(cell.text);
      if (cell.kind == Cell::Kind::missing || cell.kind == Cell::Kind::wrong_type || text.empty() ||
          null_word(text))
        continue;
      if (is_number(roles[i].name) && cell.kind == Cell::Kind::text &&
          text.find_first_not_of("0123456789") != std::string::npos) {
        const auto fits = [&](char mark) {
          const auto number = plain_number(cell.text, mark);
          return number && (!is_count(roles[i].name) || whole(*number));
        };
        points += fits('.') && !fits(',') ? 1 : 0;
        commas += fits(',') && !fits('.') ? 1 : 0;
      }
      if (!is_time(roles[i].name)) continue;
      ++times;
      if (const Number number = read_number(text);
          number.good && number.in_range && compare(number.whole, Big(20000)) >= 0 &&
          compare(number.units, Big(80000) * power_of_ten(kScale)) <= 0)
        ++day_numbers;
      if (eight_or_fourteen(text)) {
        ++all_digits;
        digits += digit_time(text) ? 1 : 0;
        continue;
      }
      Written time;
      if (read_iso(text) || read_number(text).good || !read_written(text, time)) continue;
      if (!time.ordered) {
        dates += time.clock ? 0 : 1;
        continue;
      }
      ++ordered;
      dots = dots && text.find('.') < 3;
      const bool day = day_of(time.year, time.second, time.first).has_value();
      const bool month = day_of(time.year, time.first, time.second).has_value();
      day_first = day_first || (day && !month);
      month_first = month_first || (month && !day);
      open += day && month && time.first != time.second ? 1 : 0;
    }
  }
  if (commas > points) forms.mark = ',';
  if (times == 0) return forms;
  forms.refused =
      day_numbers == times || (digits != times && (all_digits == times || digits > 0)) ||
      (ordered == times &&
       ((day_first && month_first) || (!day_first && !month_first && !dots && open > 0)));
  if (ordered == times)
    forms.time = day_first     ? Forms::Time::day_first
                 : month_first ? Forms::Time::month_first
                 : dots        ? Forms::Time::day_first
                               : Forms::Time::days_equal_months;
  else if (digits == times)
    forms.time = Forms::Time::digits;
  else if (dates == times)
    forms.time = Forms::Time::date_alone;
  return forms;
}

std::string iso(std::int64_t instant, bool log) {
  std::int64_t second = instant % 86400;
  if (second < 0) second += 86400;
  std::array<char, 32> clock{};
  std::snprintf(clock.data(), clock.size(), "%02d:%02d:%02d", static_cast<int>(second / 3600),
                static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
  const std::string day = day_text((instant - second) / 86400);
  if (!log) return day + "T" + clock.data() + "Z";
  const std::string months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  return day.substr(8, 2) + "/" +
         months.substr(static_cast<std::size_t>(std::stoi(day.substr(5, 2)) - 1) * 3, 3) + "/" +
         day.substr(0, 4) + ":" + clock.data() + " +0000";
}

}  // namespace

std::string squeezed_ends(std::string text) {
  const std::string blanks = std::string(kBlank) + "+";
  return replaced(replaced(text, "^" + blanks, ""), blanks + "$", "");
}
std::string squeezed(std::string text) {
  return replaced(squeezed_ends(std::move(text)), std::string(kBlank) + "+", " ");
}

bool null_word(const std::string& text) {
  static const std::set<std::string> words = {"NULL", "null", "\\N", "N/A", "n/a",
                                              "#N/A", "NaN",  "-",   "--"};
  return words.contains(text);
}

std::optional<std::string> plain_number(std::string text, char mark) {
  // Signs and codes that tests use; brackets, minus before or behind.
  const std::string blank = std::string(kBlank) + "*";
  const std::string money = "(?:US\\$|\\$|\xE2\x82\xAC|\xC2\xA3|kr\\.?|EUR|USD|GBP|eur)";
  const std::string minus = "(?:-|\xE2\x88\x92)";
  smatch part;
  const auto body = [&](const std::string& sign_before, const std::string& sign_behind,
                        std::string& inner) {
    // The currency may stand inside or outside of the sign, once before and once behind.
    for (const std::string& front : {blank + "(?:" + money + ")?" + blank + sign_before,
                                     blank + sign_before + blank + "(?:" + money + ")?"})
      for (const std::string& back : {blank + sign_behind + blank + "(?:" + money + ")?" + blank,
                                      blank + "(?:" + money + ")?" + blank + sign_behind + blank})
        if (matches(text, part, front + blank + "([0-9.,](?:.*?[0-9.,]){0,1}?)" + back)) {
          inner = part[1];
          return true;
        }
    return false;
  };
  std::string inner;
  std::string sign;
  if (!text.empty() && text.find_first_not_of("0123456789.,") == std::string::npos) {
    inner = text;  // as the patterns would find, in a hundredth of their time
  } else if (body("\\+", "", inner)) {
    sign = "";
  } else if (body(minus, "", inner) || body("", minus, inner) || body("\\(", "\\)", inner)) {
    sign = "-";
  } else if (!body("", "", inner)) {
    return std::nullopt;
  }
  const std::string m = escaped(mark);
  if (matches(inner, part, "(\\d+)(?:" + m + "(\\d*))?(e[+-]?\\d+)?") ||
      matches(inner, part, "()" + m + "(\\d+)(e[+-]?\\d+)?"))
    return sign + std::string(part[1]) + "." + std::string(part[2]) + "0" + std::string(part[3]);
  const std::string other = escaped(mark == '.' ? ',' : '.');
  for (const std::string& group : {other, std::string("(?:'|\xE2\x80\x99)"), std::string(kBlank)})
    if (matches(inner, part, "([1-9]\\d{0,2}(?:" + group + "\\d{3})+)(?:" + m + "(\\d*))?"))
      return sign + replaced(part[1], group, "") + "." + std::string(part[2]) + "0";
  return std::nullopt;
}

std::optional<std::int64_t> any_time(const std::string& text, Forms::Time form, const Zone& source,
                                     bool below_zero) {
  const std::string plain = squeezed(text);
  const auto of_civil = [&](std::int64_t civil) { return source.from_local(civil); };
  if (form == Forms::Time::digits && eight_or_fourteen(plain)) {
    const auto civil = digit_time(plain);
    return civil ? std::optional(of_civil(*civil)) : std::nullopt;
  }
  if (read_number(plain).good) return read_epoch(plain, below_zero);
  Written time;
  if (!read_written(plain, time) || time.named) return std::nullopt;
  if (!time.clock && !time.ordered && form != Forms::Time::date_alone) return std::nullopt;
  int month = time.first;
  int day = time.second;
  if (time.ordered) {
    if (form == Forms::Time::day_first)
      std::swap(month, day);
    else if (form != Forms::Time::month_first &&
             (form != Forms::Time::days_equal_months || month != day))
      return std::nullopt;
  }
  const auto date = day_of(time.year, month, day);
  if (!date) return std::nullopt;
  const std::int64_t civil = *date * 86400 + time.seconds;
  const std::int64_t instant = time.offset ? civil - *time.offset : of_civil(civil);
  if (instant < -62135596800 || instant > 253402300799) return std::nullopt;
  return instant;
}

Forms apply_forms(std::vector<Record>& records, const Options& options, const Zone& source) {
  const std::vector<Role> roles = roles_of(options.report);
  const bool log = options.format == Format::access_log;
  const Forms forms = choose(records, roles);
  for (Record& record : records) {
    for (std::size_t i = 0; i < roles.size() && i < record.cells.size(); ++i) {
      Cell& cell = record.cells[i];
      if (cell.kind != Cell::Kind::text && cell.kind != Cell::Kind::number) continue;
      const std::string& role = roles[i].name;
      const std::string text = squeezed(cell.text);
      if ((is_time(role) || is_number(role)) && (null_word(text) || text.empty())) {
        cell = {};
      } else if (is_time(role) && role != "ts" && !log && forms.time == Forms::Time::clear &&
                 (read_iso(text) || read_number(text).good)) {
        cell.text = text;
      } else if (is_time(role)) {
        const auto instant = any_time(cell.text, forms.time, source, role == "ts");
        if (!instant)
          cell.text = "?";
        else if (role == "ts" && forms.time != Forms::Time::digits && read_number(text).good)
          cell.text = text;  // digits that are lost are counted
        else if (role == "ts" && *instant < 100000000000)
          cell.text = std::to_string(*instant);
        else if (role != "ts")
          cell.text = iso(*instant, log);
        else
          cell.text = std::to_string(*instant) + "000000000";
      } else if (role == "date") {
        Written time;
        if (!read_date(cell.text) && read_written(text, time) && !time.ordered)
          if (const auto day = day_of(time.year, time.first, time.second))
            cell.text = day_text(*day);
      } else if (is_number(role) && cell.kind == Cell::Kind::text) {
        if (forms.mark == '.' && read_number(text).good)
          cell.text = text;
        else
          cell.text = plain_number(cell.text, forms.mark).value_or("?");
      } else if (!log && options.format == Format::csv && !is_number(role) && role != "date" &&
                 (cell.text == "NULL" || cell.text == "\\N")) {
        cell = {};
      }
    }
  }
  return forms;
}

}  // namespace footfall::twin
