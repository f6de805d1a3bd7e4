#include "tests/support/random_values.h"

#include <array>
#include <cstdint>
#include <cstdio>

#include "tests/support/twin_time.h"

namespace footfall::testing {
namespace {

using Texts = std::vector<std::string>;

const Texts kIds = {"a",         "b",    "c",        "ab",       "A",        "a,b",
                    "say \"x\"", " a",   "1e2",      "100",      "\xc3\xa9", "\xe2\x82\xac",
                    "click",     "view", "purchase", "checkout", "/",        "/p?q=1;2",
                    "x|y",       "\\",   "a\tb"};
const Texts kBadIds = {"",
                       " ",
                       "\t",
                       "\"",
                       "\"\"",
                       "a\"",
                       "\"a",
                       "a\nb",
                       "a\r\nb",
                       "\r",
                       "a\r",
                       "\n",
                       "\x01",
                       "\xff",
                       "\xc3",
                       "\xe2\x82",
                       "\xed\xa0\x80",
                       "\xf4\x90\x80\x80",
                       "\xc0\x80",
                       "\x7f",
                       "\xf0\x9f\x98\x80",
                       "null",
                       ",",
                       ",,"};

// Instants around which clocks change, and far ones.
constexpr std::array<std::int64_t, 14> kMoments = {
    1743296400,  // Europe, into summer 2025
    1761440400,  // Europe, out of it
    1741503600,  // New York, into summer 2025
    1762063200,  // New York, out of it
    656994660,   // St John's, 1990, one minute past midnight
    1325239200,  // Samoa skips a day, 2011
    1743865200,  // Lord Howe, half an hour, 2025
    1736161138, 0, -2208988800, 4102444800, 16725225600, 951782400, 1735689600};

std::int64_t moment(Random& random) {
  return kMoments[random.below(kMoments.size())] - 3 * 3600 +
         static_cast<std::int64_t>(random.below(6 * 3600));
}
std::int64_t near_moment(Random& random) {
  return 1743296400 - 7200 + static_cast<std::int64_t>(random.below(4 * 3600));
}

std::string clock_text(std::int64_t civil, char separator, Random& random) {
  std::int64_t second = civil % 86400;
  if (second < 0) second += 86400;
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", separator, static_cast<int>(second / 3600),
                static_cast<int>(second / 60 % 60));
  std::string result = twin::day_text((civil - second) / 86400) + text.data();
  if (random.chance(0.8)) {
    std::snprintf(text.data(), text.size(), ":%02d", static_cast<int>(second % 60));
    result += text.data();
    if (random.chance(0.2)) result += random_choice(random, {".5", ",123", ".999999999999", ".0"});
  }
  return result;
}

std::string digits(Random& random, std::size_t most) {
  std::string text;
  for (std::size_t i = 1 + random.below(most); i > 0; --i)
    text += static_cast<char>('0' + random.below(10));
  return text;
}

std::string spaced(Random& random, std::string text) {
  if (random.chance(0.06)) text = random_choice(random, {" ", "\t", "  "}) + text;
  if (random.chance(0.06)) text += random_choice(random, {" ", "\t", " \t"});
  return text;
}

const Texts kBadNumbers = {"",
                           " ",
                           "nan",
                           "inf",
                           "-",
                           "+",
                           ".",
                           "1_000",
                           "1,5",
                           "0x10",
                           "1e",
                           "e5",
                           "1e+",
                           "--1",
                           "1 2",
                           "12a",
                           "1.2.3",
                           "\xd9\xa1",
                           "1\n",
                           "\r1",
                           "1e19",
                           "-1e19",
                           "1000000000000000001",
                           "1000000000000000000.1",
                           "1e400",
                           "-1e99999999999999999999",
                           "\xc2\xa0"
                           "1"};

std::string number_text(Random& random) {
  switch (random.below(12)) {
    case 0:
      return "0";
    case 1:
      return "-0";
    case 2:
      return "+" + digits(random, 3);
    case 3:
      return digits(random, 2) + ".";
    case 4:
      return "." + digits(random, 4);
    case 5:
      return digits(random, 3) +
             random_choice(random, {"e2", "E+1", "e-3", "e0", "E-20", "e-999999999999"});
    case 6:
      return digits(random, 18) + "." + digits(random, 25);
    case 7:
      return "0." + std::string(random.below(20), '0') +
             random_choice(random, {"5", "15", "25", "50001"});
    case 8:
      return random_choice(
          random, {"1000000000000000000", "1e18", "999999999999999999.999999999999999999"});
    case 9:
      return "000" + digits(random, 4) + ".500";
    default:
      return digits(random, 4) + "." + digits(random, 2);
  }
}

bool json_number(const std::string& text) {
  std::size_t at = text.starts_with("-") ? 1 : 0;
  const auto digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  if (!digit() ||
      (text[at] == '0' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9'))
    return false;
  return text.back() != '.' && text.find_first_not_of("0123456789.eE+-") == std::string::npos;
}

/// Numbers stand bare in JSON, most of the time.
RandomValue number_value(Random& random, const std::string& text) {
  return {spaced(random, text), json_number(text) && random.chance(0.7), false};
}

RandomValue odd_value(Random& random) {
  switch (random.below(4)) {
    case 0:
      return {"", false, true};
    case 1:
      return {
          random_choice(random, {"true", "false", "[]", "{}", "[1,{\"a\":2}]", "{\"price\":1}"}),
          true, false};
    default:
      return {"null", true, false};
  }
}

}  // namespace

std::string random_choice(Random& random, const std::vector<std::string>& list) {
  return list[random.below(list.size())];
}

RandomValue random_id(Random& random, bool dirty) {
  if (dirty && random.chance(0.04)) return odd_value(random);
  if (dirty && random.chance(0.08)) {
    if (random.chance(0.1)) return {std::string(random.below(400), 'x'), false, false};
    if (random.chance(0.1)) return {std::string("a\0b", 3), false, false};
    return {random_choice(random, kBadIds), false, false};
  }
  // A third from the front, so that most rows meet.
  const std::string text = random.chance(0.6) ? kIds[random.below(3)] : random_choice(random, kIds);
  return {text, json_number(text) && random.chance(0.5), false};
}

RandomValue random_timestamp(Random& random, bool dirty) {
  if (dirty && random.chance(0.04)) return odd_value(random);
  const std::int64_t instant = random.chance(0.6) ? near_moment(random) : moment(random);
  if (instant >= 0 && random.chance(0.15)) {
    std::string text = std::to_string(instant);
    if (instant >= 100000000 && random.chance(0.3)) text += digits(random, 1) + "99";
    if (random.chance(0.2)) text += ".9";
    return number_value(random, text);
  }
  const std::string separator = random_choice(random, {"T", "T", "t", " "});
  std::string text = clock_text(instant, separator[0], random);
  text += random_choice(
      random, {"", "", "Z", "Z", "z", "+01", "-0330", "+05:45", "+00:00", "-12:00", "+14:00"});
  if (dirty && random.chance(0.12)) {
    text = random_choice(random, {"",
                                  " ",
                                  "2025-02-29T10:00:00",
                                  "2024-02-29T10:00:00",
                                  "2025-03-30",
                                  "2025-03-30T",
                                  "2025-03-30T24:00",
                                  "2025-03-30T23:60",
                                  "2025-03-30T23:59:60Z",
                                  "2025-03-30T23:59:61Z",
                                  "0000-01-01T00:00Z",
                                  "0001-01-01T00:00Z",
                                  "0001-01-01T00:00+01:00",
                                  "9999-12-31T23:59:59Z",
                                  "9999-12-31T23:59-01:00",
                                  "10000-01-01T00:00Z",
                                  "2025-13-01T00:00",
                                  "2025-00-01T00:00",
                                  "2025-01-00T00:00",
                                  "2025-1-1T00:00",
                                  "2025-03-30T1:00",
                                  "2025-03-30T01:00:0",
                                  "2025-03-30T01:00:00.",
                                  "2025-03-30T01:00:00+1",
                                  "2025-03-30T01:00:00+0",
                                  "2025-03-30T01:00:00+01:0",
                                  "2025-03-30T01:00:00 +01:00",
                                  "2025-03-30T01:00:00+24:00",
                                  "2025-03-30T01:00:00+23:59",
                                  "2025-03-30T01:00:00+01:60",
                                  "2025-03-30T01:00.5",
                                  "2025-03-30  01:00",
                                  "2025/03/30 01:00",
                                  "now",
                                  "-1",
                                  "-0",
                                  "+5",
                                  "99999999999",
                                  "100000000000",
                                  "1e11",
                                  "253402300799999",
                                  "253402300800000",
                                  "1e18",
                                  "1e19",
                                  "1.7e9",
                                  "0.5",
                                  "1e-5",
                                  "99999999999.9999",
                                  "99999999999.99999999999999999999",
                                  "2025-03-30T01:00:00\xff",
                                  "2025-03-30T01:00:00\n"});
    return number_value(random, text);
  }
  if (dirty && random.chance(0.05)) mutate(random, text);
  return {spaced(random, text), false, false};
}

RandomValue random_epoch(Random& random, bool dirty) {
  if (dirty && random.chance(0.04)) return odd_value(random);
  std::string text =
      std::to_string(1743292800 + static_cast<std::int64_t>(random.below(4 * 86400)));
  if (random.chance(0.1)) text += ".75";
  if (random.chance(0.1)) text = std::to_string(moment(random));
  if (dirty && random.chance(0.1))
    text = random.chance(0.5)
               ? number_text(random)
               : random_choice(random, {"", " ", "0", "-5", "0.9", "-0.9", "1", "1e9", "1.5e9",
                                        "today", "2025-03-30T01:00:00Z", "1e18", "1e19", "-1e19",
                                        "1743292799.9999999999999999999", "4102444800",
                                        "4102444801", "4102444800.5", "4102444801e-1"});
  return number_value(random, text);
}

RandomValue random_amount(Random& random, bool dirty) {
  if (random.chance(0.05)) return {"null", true, false};
  if (dirty && random.chance(0.05)) return odd_value(random);
  if (dirty && random.chance(0.06)) return number_value(random, random_choice(random, kBadNumbers));
  const std::string sign = random.chance(0.2) ? "-" : "";
  if (random.chance(0.7))
    return number_value(random, sign + std::to_string(random.below(100)) + "." + digits(random, 2));
  const std::string text = number_text(random);
  return number_value(random, text[0] == '-' || text[0] == '+' ? text : sign + text);
}

RandomValue random_price(Random& random, bool dirty) {
  if (random.chance(0.4))
    return number_value(random, random_choice(random, {"1", "1.0", "1.00", "0", "-0", "0.0", "1e0",
                                                       "2.5", "2.50", "-2.5"}));
  return random_amount(random, dirty);
}

RandomValue random_count(Random& random, bool dirty) {
  if (dirty && random.chance(0.03)) return odd_value(random);
  if (dirty && random.chance(0.05)) return number_value(random, random_choice(random, kBadNumbers));
  if (dirty && random.chance(0.06))
    return number_value(random, random_choice(random, {"1.5", "-1", "-0", "-0.5", "1e-1", "10e-1",
                                                       "12.0", "1e3", "0.3e1", "1.", "-1e-30",
                                                       "1e-30", "3.0000000000000000000000001",
                                                       "2.9999999999999999999", "-1e18", "1e18"}));
  return number_value(random, std::to_string(random.below(random.chance(0.3) ? 3 : 40)));
}

RandomValue random_date(Random& random, bool dirty) {
  if (dirty && random.chance(0.04)) return odd_value(random);
  if (dirty && random.chance(0.15))
    return {random_choice(random, {"", "2025-02-29", "2025-3-1", " 2025-03-01", "2025-03-01 ",
                                   "2025-03-01T00:00", "0000-01-01", "soon", "20250301",
                                   "9999-12-31", "0001-01-01"}),
            false, false};
  return {twin::day_text(20175 + static_cast<std::int64_t>(random.below(8))), false, false};
}

std::string random_log_time(Random& random, bool dirty) {
  constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::int64_t instant = random.chance(0.6) ? near_moment(random) : moment(random);
  const std::string day = twin::day_text((instant - ((instant % 86400) + 86400) % 86400) / 86400);
  std::string clock = clock_text(instant, ':', random).substr(10, 9);
  if (clock.size() < 9 || clock[6] != ':') clock = clock.substr(0, 6) + ":07";
  std::string text = day.substr(8, 2) + "/" +
                     months[static_cast<std::size_t>(std::stoi(day.substr(5, 2)) - 1)] + "/" +
                     day.substr(0, 4) + clock +
                     random_choice(random, {" +0000", " +0100", " -0330", " +1400", ""});
  if (dirty && random.chance(0.1))
    return random_choice(
        random, {"", " ", "31/Feb/2025:10:00:00 +0000", "30/Mar/2025:10:00 +0000", "30/Mar/2025",
                 "-", "30/Mar/2025:24:00:00 +0000", "30/Mar/2025:23:59:60 +0000",
                 "3/Mar/2025:10:00:00 +0000", "30/Mrz/2025:10:00:00 +0000",
                 "30/Mar/0000:10:00:00 +0000", "30/Mar/2025 10:00:00 +0000", "2025-03-30T10:00:00Z",
                 "30/Mar/2025:10:00:00 +01", "30/Mar/2025:10:00:00 +9900", "1743296400"});
  if (dirty && random.chance(0.03)) mutate(random, text);
  return text;
}

std::string random_request(Random& random, bool dirty) {
  if (dirty && random.chance(0.2))
    return random_choice(random, {"-",
                                  "",
                                  "GET",
                                  "GET ",
                                  " / HTTP/1.1",
                                  "G1T / HTTP/1.1",
                                  "GET  HTTP/1.1",
                                  "GET HTTP/1.1",
                                  "GET index.html",
                                  "GET index.html HTTP/1.0",
                                  "GET /a",
                                  "GET *",
                                  "GET http://x/",
                                  "HEAD https",
                                  "GET /a b",
                                  "GET / FTP/1",
                                  "OPTIONS / RTSP/1.0",
                                  "get /low HTTP/2",
                                  "M-SEARCH * HTTP/1.1",
                                  "A_B / HTTP/1.1",
                                  "GET /\\\"q\\\" HTTP/1.1",
                                  "GET /\\\\ HTTP/1.1",
                                  "\\x16\\x03",
                                  "GET /\xff HTTP/1.1",
                                  "GET /a  HTTP/1.1",
                                  "GET \t HTTP/1.1"});
  return "GET /" + random_choice(random, {"", "a", "b", "a b", "p,q", "\\x22", "\\\"z", "?x=1"}) +
         " HTTP/1.1";
}

void mutate(Random& random, std::string& text) {
  const Texts pieces = {"\"", "\"\"", ",",    "\r",          "\n",   "\r\n",
                        " ",  "\\",   "{",    "}",           "[",    "]",
                        ":",  "0",    "-",    "\t",          "\xff", std::string(1, '\0'),
                        "e",  ".",    "null", "\xef\xbb\xbf"};
  for (std::size_t changes = 1 + random.below(2); changes > 0; --changes) {
    const std::size_t at = random.below(text.size() + 1);
    switch (random.below(3)) {
      case 0:
        text.insert(at, random_choice(random, pieces));
        break;
      case 1:
        text.erase(at, 1 + random.below(2));
        break;
      default:
        text.erase(at, 1);
        text.insert(at, random_choice(random, pieces));
    }
  }
}

}  // namespace footfall::testing
