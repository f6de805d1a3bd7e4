#include "model/parse/log_prefix.h"

#include <algorithm>
#include <array>

#include "model/core/digit.h"
#include "model/parse/find_byte.h"
#include "model/parse/log_client.h"

namespace footfall {
namespace {

constexpr std::size_t kLongestName = 256;  // of a host, program or service

// `pattern` with 0 for a digit and _ for a blank or digit; anything else stands for itself.
bool looks_like(std::string_view text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = text[i];
    const char p = pattern[i];
    const bool fits = p == '0' ? is_digit(c) : p == '_' ? is_digit(c) || c == ' ' : c == p;
    if (!fits) return false;
  }
  return true;
}

// The bytes of `2025-03-11T10:01:07`, a fraction and an offset; 0: there is none.
std::size_t iso_time(std::string_view text) {
  if (text.size() < 19 || text[4] != '-') return 0;
  if (!looks_like(text, "0000-00-00T00:00:00") && !looks_like(text, "0000-00-00 00:00:00"))
    return 0;
  std::size_t at = 19;
  if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
    ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  const std::string_view zone = text.substr(at);
  if (zone.starts_with('Z')) return at + 1;
  for (const char* form : {"+00:00", "-00:00", "+0000", "-0000"})
    if (looks_like(zone, form)) return at + std::string_view(form).size();
  return at;
}

// A word and the blanks behind it; 0: there is none.
std::size_t word(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestName).find(' ');
  if (end == kNotFound || end == 0) return 0;
  const std::size_t next = text.find_first_not_of(' ', end);
  return next == kNotFound ? 0 : next;
}

// `nginx: `, `httpd[229]: `; it says who wrote the line.
std::size_t program(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestName).find(' ');
  if (end == kNotFound || end < 2 || text[end - 1] != ':') return 0;
  const std::string_view name = text.substr(0, end - 1);
  if (name.find_first_of("\"/\\") != kNotFound && name.find('[') == kNotFound) return 0;
  return std::min(text.find_first_not_of(' ', end), text.size());
}

std::size_t host_and_program(std::string_view text) {
  const std::size_t host = word(text);
  if (host == 0) return 0;
  const std::size_t name = program(text.substr(host));
  return name == 0 ? 0 : host + name;
}

std::size_t priority(std::string_view line) {
  if (!line.starts_with('<')) return 0;
  const std::size_t end = line.substr(0, 6).find('>');
  if (end == kNotFound || end < 2) return 0;
  return std::ranges::all_of(line.substr(1, end - 1), is_digit) ? end + 1 : 0;
}

std::size_t classic_syslog(std::string_view line) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const std::size_t front = priority(line);
  const std::string_view text = line.substr(front);
  if (text.size() < 16 || kMonths.find(text.substr(0, 3)) % 3 != 0) return 0;
  std::size_t time = 0;
  if (looks_like(text.substr(3), " _0 00:00:00 ")) time = 16;
  if (looks_like(text.substr(3), " _0 0000 00:00:00 ")) time = 21;
  if (looks_like(text.substr(3), " _0 00:00:00.0")) {  // with a fraction
    time = std::min(text.find_first_not_of("0123456789", 16), text.size());
    time = looks_like(text.substr(time), " ") ? time + 1 : 0;
  }
  if (time == 0) return 0;
  const std::size_t rest = host_and_program(text.substr(time));
  if (rest > 0) return front + time + rest;
  // Sent without the program's name.
  const std::size_t host = word(text.substr(time));
  const std::string_view behind = text.substr(time + host);
  if (host > 0 && is_address(without_port(behind.substr(0, behind.find(' ')))))
    return front + time + host;
  // Sent without the host.
  const std::size_t name = program(text.substr(time));
  return name == 0 ? 0 : front + time + name;
}

// `<134>1 TIME HOST PROGRAM PID MESSAGE - `, the last in brackets or a dash.
std::size_t new_syslog(std::string_view line) {
  const std::size_t front = priority(line);
  if (front == 0 || !line.substr(front).starts_with("1 ")) return 0;
  std::size_t at = front + 2;
  const std::size_t time = iso_time(line.substr(at));
  if (time == 0 && !line.substr(at).starts_with("- ")) return 0;
  for (int i = 0; i < 5; ++i) {
    const std::size_t next = word(line.substr(at));
    if (next == 0) return 0;
    at += next;
  }
  if (line.substr(at).starts_with("- ")) return at + 2;
  if (!line.substr(at).starts_with('[')) return 0;
  const std::size_t end = line.find("] ", at);
  return end == kNotFound ? 0 : end + 2;
}

std::size_t colours(std::string_view line) {
  if (!line.starts_with("\x1b[")) return 0;
  const std::size_t end = line.find_first_not_of("0123456789;", 2);
  return end == kNotFound || (line[end] != 'm' && line[end] != 'K') ? 0 : end + 1;
}

std::size_t syslog_iso(std::string_view line) {
  const std::size_t front = priority(line);
  const std::size_t time = iso_time(line.substr(front));
  if (time == 0 || !line.substr(front + time).starts_with(' ')) return 0;
  const std::size_t rest = host_and_program(line.substr(front + time + 1));
  return rest == 0 ? 0 : front + time + 1 + rest;
}

std::size_t pod(std::string_view line) {
  if (!line.starts_with("[pod/")) return 0;
  const std::size_t end = line.substr(0, 2 * kLongestName).find("] ");
  return end == kNotFound ? 0 : end + 2;
}

std::size_t compose(std::string_view line) {
  const std::size_t bar = line.substr(0, kLongestName).find('|');
  if (bar == kNotFound || bar < 2 || line[bar - 1] != ' ') return 0;
  const std::string_view name = line.substr(0, line.find(' '));
  if (line.substr(name.size(), bar - name.size()).find_first_not_of(' ') != kNotFound) return 0;
  const auto fits = [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_' || c == '.' || c == '@';  // of services: web.1.x9f@node1
  };
  if (name.empty() || !std::ranges::all_of(name, fits)) return 0;
  return bar + 1 < line.size() && line[bar + 1] == ' ' ? bar + 2 : bar + 1;
}

std::size_t container_time(std::string_view line) {
  const std::size_t time = iso_time(line);
  if (time == 0 || line[10] != 'T' || !line.substr(time).starts_with(' ')) return 0;
  for (const char* stream : {" stdout F ", " stderr F ", " stdout P ", " stderr P "})
    if (line.substr(time).starts_with(stream)) return time + std::string_view(stream).size();
  return time + 1;
}

// `access.log.1:203.0.113.7 - -`, as grep names files, and `INFO:werkzeug:203.0.113.7`.
std::size_t glued_name(std::string_view line) {
  const std::string_view word = line.substr(0, line.substr(0, 2 * kLongestName).find(' '));
  if (word.size() == line.size() || is_address(without_port(word)) || word.starts_with("unix:"))
    return 0;
  for (std::size_t colon = word.find(':'); colon != kNotFound; colon = word.find(':', colon + 1))
    if (colon > 0 && is_address(without_port(word.substr(colon + 1)))) return colon + 1;
  return 0;
}

struct Known {
  LogPrefix kind{};
  std::string_view words;
  std::size_t (*find)(std::string_view line) = nullptr;
};
// Most lines are told from most prefixes by their first byte.
bool can_begin(LogPrefix kind, char first) {
  switch (kind) {
    case LogPrefix::colours:
      return first == '\x1b';
    case LogPrefix::syslog:
      return first == '<' || (first >= 'A' && first <= 'S');
    case LogPrefix::syslog_iso:
      return first == '<' || is_digit(first);
    case LogPrefix::pod:
      return first == '[';
    case LogPrefix::container_time:
      return is_digit(first);
    default:
      return first != '{' && first != '[' && first != '"';
  }
}

constexpr auto kKnown = kind_table<&Known::kind, Known>({
    {LogPrefix::colours, "a terminal (colours)", colours},
    {LogPrefix::syslog, "syslog",
     [](std::string_view line) {
       const std::size_t classic = classic_syslog(line);
       return classic > 0 ? classic : new_syslog(line);
     }},
    {LogPrefix::syslog_iso, "syslog (with ISO times)", syslog_iso},
    {LogPrefix::pod, "kubectl (prefix of pods)", pod},
    {LogPrefix::compose, "docker compose (prefix of services)", compose},
    {LogPrefix::container_time, "a container's log (prefix of times)", container_time},
    {LogPrefix::glued_name, "grep (names of files)", glued_name},
});

}  // namespace

std::string prefix_words(LogPrefixes prefixes) {
  std::string words;
  for (const Known& known : kKnown)
    if (prefixes.contains(known.kind))
      words += (words.empty() ? "" : ", ") + std::string(known.words);
  return words;
}

LogFront log_front(std::string_view line) {
  LogFront front;
  front.begins[0] = marks_before(line);
  while (front.pieces < LogFront::kMost) {
    const std::size_t begin = front.begins[front.pieces];
    const std::size_t bytes = log_prefix(line.substr(begin), front.kinds[front.pieces]);
    if (bytes == 0 || begin + bytes >= line.size()) break;
    front.begins[++front.pieces] = begin + bytes;
  }
  return front;
}

std::size_t log_prefix(std::string_view line, LogPrefix& kind) {
  if (line.empty()) return 0;
  const char first = line.front();
  for (const Known& known : kKnown) {
    if (!can_begin(known.kind, first)) continue;
    if (const std::size_t bytes = known.find(line)) {
      kind = known.kind;
      return bytes;
    }
  }
  return 0;
}

std::size_t marks_before(std::string_view line) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  std::size_t at = 0;
  for (;;) {
    if (at < line.size() && line[at] == '\0') {
      at = std::min(line.find_first_not_of('\0', at), line.size());
    } else if (line.substr(at).starts_with(kMark)) {
      at += kMark.size();
    } else {
      return at;
    }
  }
}

}  // namespace footfall
