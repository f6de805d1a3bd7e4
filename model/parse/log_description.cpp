#include "model/parse/log_description.h"

#include <algorithm>
#include <utility>

#include "model/core/decimal.h"
#include "model/parse/find_byte.h"
#include "model/parse/log_notations.h"

namespace footfall {
namespace {

Error broken(const std::string& where, std::size_t line, std::string_view found) {
  Error error{ErrorKind::bad_log_format, where, std::string(found), {}};
  error.line = line;
  return error;
}

std::vector<std::string_view> alternatives(std::string_view text) {
  std::vector<std::string_view> all;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t bar = std::min(text.find('|', at), text.size());
    all.push_back(trim_blanks(text.substr(at, bar - at)));
    at = bar + 1;
  }
  return all;
}

// `{client} [{time}]`; a brace that is meant is doubled.
bool read_line(std::string_view text, LogDescription& format) {
  format.texts.assign(1, {});
  format.parts.clear();
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool doubled = at + 1 < text.size() && text[at + 1] == c;
    if ((c == '{' || c == '}') && doubled) {
      format.texts.back() += c;
      at += 2;
    } else if (c == '{') {
      const std::size_t end = text.find('}', at);
      if (end == kNotFound) return false;
      const auto field = log_field(text.substr(at + 1, end - at - 1));
      // Two parts need something between them.
      if (!field || (!format.parts.empty() && format.texts.back().empty())) return false;
      const bool once = *field != LogField::word && *field != LogField::number;
      if (once && format.has(*field)) return false;
      format.parts.push_back({*field, 0});
      format.texts.emplace_back();
      at = end + 1;
    } else {
      format.texts.back() += c;
      ++at;
    }
  }
  return !format.parts.empty();
}

bool read_members(LogField field, std::string_view value, LogDescription& format) {
  LogDescription::Member member{field, {}};
  for (const std::string_view path : alternatives(value)) {
    if (path.empty()) return false;
    member.paths.push_back(readings_of_path(path).back());
  }
  format.members.push_back(std::move(member));
  return true;
}

bool read_columns(LogField field, std::string_view value, LogDescription& format) {
  LogDescription::Column column{field, {}};
  for (const std::string_view name : alternatives(value)) column.names.emplace_back(name);
  format.columns.push_back(std::move(column));
  return true;
}

// Puts a part into a line; a part without text in front of it cannot be told from the one before.
bool add_part(LogDescription& format, LogField field, std::size_t blanks = 0) {
  if (!format.parts.empty() && format.texts.back().empty()) {
    if (field != LogField::word && format.parts.back().field == LogField::word)
      format.parts.back() = {field, blanks};
    return field == LogField::word || format.parts.back().field == field;
  }
  format.parts.push_back({field, blanks});
  format.texts.emplace_back();
  return true;
}

bool same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

LogField apache_field(char letter, std::string_view argument) {
  switch (letter) {
    case 'h':
    case 'a':
      return LogField::client;
    case 'u':
      return LogField::user;
    case 'r':
      return LogField::request;
    case 'm':
      return LogField::method;
    case 'U':
      return LogField::target;
    case 's':
      return LogField::status;
    case 'b':
    case 'B':
    case 'O':
      return LogField::bytes;
    case 'v':
    case 'V':
      return LogField::host;
    case 'i':
      if (same_word(argument, "Referer")) return LogField::referrer;
      if (same_word(argument, "User-Agent")) return LogField::agent;
      if (same_word(argument, "Host")) return LogField::host;
      for (const char* name :
           {"X-Forwarded-For", "X-Real-IP", "CF-Connecting-IP", "True-Client-IP", "X-Client-IP"})
        if (same_word(argument, name)) return LogField::forwarded;
      return LogField::word;
    default:
      return LogField::word;
  }
}

bool add_apache_time(LogDescription& format, std::string_view argument) {
  for (const char* when : {"begin:", "end:"})
    if (argument.starts_with(when)) argument.remove_prefix(std::string_view(when).size());
  if (argument == "begin" || argument == "end") argument = {};
  if (argument.empty()) {
    format.texts.back() += '[';
    if (!add_part(format, LogField::time)) return false;
    format.texts.back() += ']';
    return true;
  }
  if (argument == "%z") return add_part(format, LogField::offset);
  if (argument == "msec_frac" || argument == "usec_frac") return add_part(format, LogField::word);
  const auto blanks = static_cast<std::size_t>(std::ranges::count(argument, ' '));
  // A part of a time alone is none.
  const bool whole = argument == "sec" || argument == "msec" || argument == "usec" ||
                     argument.find("%s") != kNotFound || argument.find("%T") != kNotFound ||
                     argument.find("%H") != kNotFound;
  if (whole && (argument.starts_with('[') && argument.ends_with(']'))) {
    format.texts.back() += '[';
    if (!add_part(format, LogField::time)) return false;
    format.texts.back() += ']';
    return true;
  }
  return add_part(format, whole ? LogField::time : LogField::word, blanks);
}

bool read_apache(std::string_view text, LogDescription& format) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at++];
    if (c == '\\' && at < text.size()) {
      const char next = text[at++];
      format.texts.back() += next == 't' ? '\t' : next;
      continue;
    }
    if (c != '%') {
      format.texts.back() += c;
      continue;
    }
    // Statuses that it depends on, and which of two requests it is of.
    bool last = false;
    while (at < text.size() && (text[at] == '>' || text[at] == '<' || text[at] == '!' ||
                                text[at] == ',' || (text[at] >= '0' && text[at] <= '9')))
      last = text[at++] == '>' || last;
    std::string_view argument;
    if (at < text.size() && text[at] == '{') {
      const std::size_t end = text.find('}', at);
      if (end == kNotFound) return false;
      argument = text.substr(at + 1, end - at - 1);
      at = end + 1;
      while (at < text.size() && (text[at] == '>' || text[at] == '<'))
        last = text[at++] == '>' || last;
    }
    if (at >= text.size()) return false;
    const char letter = text[at++];
    if (letter == '%') {
      format.texts.back() += '%';
    } else if (letter == '^') {  // %^FU and the like
      at = std::min(at + 2, text.size());
      if (!add_part(format, LogField::word)) return false;
    } else if (letter == 't') {
      if (!add_apache_time(format, argument)) return false;
    } else if (letter == 'q') {
      // The query begins with its `?`, behind the path.
      if (!format.parts.empty() && format.parts.back().field == LogField::target &&
          format.texts.back().empty())
        continue;
      if (!add_part(format, LogField::query)) return false;
    } else {
      // %a is the address where %h may be a name, %>s the answer that was sent.
      const auto pass_over = [&](LogField field) {
        for (LogDescription::Part& part : format.parts)
          if (part.field == field) part.field = LogField::word;
      };
      if (letter == 'a') pass_over(LogField::client);
      if (letter == 's' && last) pass_over(LogField::status);
      if (!add_part(format, apache_field(letter, argument))) return false;
    }
  }
  return true;
}

struct NginxName {
  std::string_view name;
  LogField field = LogField::word;
  std::size_t blanks = 0;
};
constexpr std::array kNginxNames = {
    NginxName{"remote_addr", LogField::client, 0},
    NginxName{"proxy_protocol_addr", LogField::forwarded, 0},
    NginxName{"remote_user", LogField::user, 0},
    NginxName{"time_local", LogField::time, 1},
    NginxName{"time_iso8601", LogField::time, 0},
    NginxName{"msec", LogField::time, 0},
    NginxName{"w3c_date", LogField::date, 0},  // of log_notations.cpp
    NginxName{"w3c_time", LogField::time, 0},
    NginxName{"request", LogField::request, 0},
    NginxName{"request_method", LogField::method, 0},
    NginxName{"request_uri", LogField::target, 0},
    NginxName{"uri", LogField::target, 0},
    NginxName{"args", LogField::query, 0},
    NginxName{"query_string", LogField::query, 0},
    NginxName{"status", LogField::status, 0},
    NginxName{"body_bytes_sent", LogField::bytes, 0},
    NginxName{"bytes_sent", LogField::bytes, 0},
    NginxName{"http_referer", LogField::referrer, 0},
    NginxName{"http_user_agent", LogField::agent, 0},
    NginxName{"http_x_forwarded_for", LogField::forwarded, 0},
    NginxName{"proxy_add_x_forwarded_for", LogField::forwarded, 0},
    NginxName{"http_x_real_ip", LogField::forwarded, 0},
    NginxName{"http_cf_connecting_ip", LogField::forwarded, 0},
    NginxName{"http_true_client_ip", LogField::forwarded, 0},
    NginxName{"host", LogField::host, 0},
    NginxName{"http_host", LogField::host, 0},
    NginxName{"server_name", LogField::host, 0},
};

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool read_nginx(std::string_view text, LogDescription& format) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at++];
    if (c != '$') {
      if (c == '\\' && at < text.size()) {
        const char next = text[at++];
        format.texts.back() += next == 't' ? '\t' : next;
      } else {
        format.texts.back() += c;
      }
      continue;
    }
    const bool braced = at < text.size() && text[at] == '{';
    if (braced) ++at;
    const std::size_t begin = at;
    while (at < text.size() && is_name(text[at])) ++at;
    const std::string_view name = text.substr(begin, at - begin);
    if (name.empty() || (braced && (at >= text.size() || text[at++] != '}'))) return false;
    const auto known = std::ranges::find(kNginxNames, name, &NginxName::name);
    LogField field = known == kNginxNames.end() ? LogField::word : known->field;
    // The first of two addresses of a connection is the one.
    if (field == LogField::query && format.texts.back() == "?" && !format.parts.empty() &&
        format.parts.back().field == LogField::target) {
      format.texts.back().clear();  // the target goes on to the end of the query
      continue;
    }
    if (!add_part(format, field, known == kNginxNames.end() ? 0 : known->blanks)) return false;
  }
  return true;
}

}  // namespace

bool LogDescription::has(LogField field) const {
  return std::ranges::any_of(parts, [&](const Part& part) { return part.field == field; }) ||
         std::ranges::any_of(members, [&](const Member& one) { return one.field == field; }) ||
         std::ranges::any_of(columns, [&](const Column& one) { return one.field == field; });
}

void LogDescription::join_port() {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i].field != LogField::client || texts[i + 1] != ":" ||
        parts[i + 1].field != LogField::word)
      continue;
    const auto at = static_cast<std::ptrdiff_t>(i) + 1;
    parts.erase(parts.begin() + at);
    texts.erase(texts.begin() + at);
    client_has_port = true;
  }
}

void LogDescription::read_once() {
  ByKind<LogField, bool> seen{};
  for (Part& part : parts) {
    if (part.field == LogField::word || part.field == LogField::number) continue;
    if (std::exchange(seen[part.field], true)) part.field = LogField::word;
  }
}

std::string LogDescription::lacks() const {
  std::string words;
  const auto lack = [&](std::string_view what) {
    words += (words.empty() ? "" : " and ") + std::string(what);
  };
  if (!has(LogField::time)) lack("the time (%t, $time_local)");
  if (!has(LogField::client) && !has(LogField::forwarded)) lack("the client (%h, $remote_addr)");
  if (!has(LogField::request) && !has(LogField::target)) lack("the request (%r, $request)");
  return words;
}

Result<LogDescription> read_log_description(std::string_view text, const std::string& name,
                                            const std::string& where) {
  LogDescription format;
  format.name = name;
  std::optional<LogField> optional;
  bool json = false;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    ++number;
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    if (trim_blanks(line).empty() || line.starts_with('#')) continue;
    const std::size_t colon = line.find(':');
    if (colon == kNotFound) return broken(where, number, line);
    const std::string_view key = trim_blanks(line.substr(0, colon));
    const std::string_view value = trim_blanks(line.substr(colon + 1));
    bool good = !value.empty();
    if (key == "title") {
      format.title = value;
    } else if (key == "line") {
      good = good && read_line(value, format);
    } else if (key == "optional") {
      optional = log_field(value);
      good = optional.has_value();
    } else if (key == "told-by") {
      format.agents_tell = good = value == "agent";
    } else if (key == "kind") {
      json = value == "json";
      good = json;
    } else if (key == "header") {
      format.header = value;
    } else if (key == "separator") {
      format.separator = value == "tab" ? '\t' : value == "blank" ? ' ' : value[0];
    } else if (const auto field = log_field(key); field && !key.empty()) {
      good = good && (json ? read_members(*field, value, format)
                           : !format.header.empty() && read_columns(*field, value, format));
    } else {
      good = false;
    }
    if (!good) return broken(where, number, line);
  }
  if (format.title.empty()) format.title = name;
  format.join_port();
  if (optional) {
    const auto part = std::ranges::find(format.parts, *optional, &LogDescription::Part::field);
    format.optional_from = static_cast<std::size_t>(part - format.parts.begin());
  }
  if (const std::string lacking = format.lacks(); !lacking.empty())
    return broken(where, number, "a description without " + lacking);
  if (!format.header.empty() && format.separator == 0)
    return broken(where, number, "a header without separator");
  return format;
}

std::optional<LogDescription> read_log_notation(std::string_view written) {
  const std::optional<std::string> known = as_known_notation(written);
  const std::string_view text = known ? std::string_view(*known) : written;
  LogDescription format;
  format.texts.assign(1, {});
  const std::size_t dollar = text.find('$');
  const bool nginx = dollar != kNotFound && dollar + 1 < text.size() &&
                     (is_name(text[dollar + 1]) || text[dollar + 1] == '{');
  if (!nginx && text.find('%') == kNotFound) return std::nullopt;
  if (!(nginx ? read_nginx(text, format) : read_apache(text, format))) return std::nullopt;
  if (format.parts.empty()) return std::nullopt;
  format.join_port();
  format.read_once();
  format.name = written;
  format.title = nginx ? "format in nginx's notation" : "format in Apache's notation";
  return format;
}

}  // namespace footfall
