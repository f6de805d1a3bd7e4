// Long, for the words of every server stand in one place.
#include "model/parse/log_notations.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "model/core/letter_case.h"
#include "model/parse/find_byte.h"

namespace footfall {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool begins_with_word(std::string_view text, std::string_view word) {
  return lower_case(text.substr(0, word.size())) == lower_case(word);
}

std::string with_replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
    text.replace(at, what.size(), by), at += by.size();
  return text;
}

// Directives.

// What stands in quotes of either kind, one behind the other; a backslash keeps a quote inside.
std::vector<std::string> quoted_parts(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char quote = text[at];
    if (quote != '"' && quote != '\'') continue;
    std::string part;
    std::size_t end = at + 1;
    while (end < text.size() && text[end] != quote) {
      if (text[end] == '\\' && end + 1 < text.size()) {
        if (text[end + 1] != quote) part += text[end];
        ++end;
      }
      part += text[end++];
    }
    if (end >= text.size()) return {};
    parts.push_back(std::move(part));
    at = end;
  }
  return parts;
}

std::string without_entities(std::string text) {
  text = with_replaced(std::move(text), "&quot;", "\"");
  text = with_replaced(std::move(text), "&lt;", "<");
  text = with_replaced(std::move(text), "&gt;", ">");
  return with_replaced(std::move(text), "&amp;", "&");
}

// The value behind `name =`, in quotes.
std::optional<std::string> value_of(std::string_view text, std::string_view name) {
  const std::size_t at = lower_case(text).find(name);
  if (at == std::string::npos) return std::nullopt;
  std::string_view rest = trimmed(text.substr(at + name.size()));
  if (!rest.starts_with('=')) return std::nullopt;
  const std::vector<std::string> parts = quoted_parts(rest);
  return parts.empty() ? std::nullopt : std::optional(parts.front());
}

// The format that a directive, or quotes around it, hold; nothing: it stands there alone.
std::optional<std::string> without_directive(std::string_view text) {
  for (const std::string_view word : {"LogFormat ", "CustomLog ", "log-format "}) {
    if (!begins_with_word(text, word)) continue;
    const std::vector<std::string> parts = quoted_parts(text);
    if (!parts.empty()) return parts.front();
    // HAProxy escapes its blanks in place of quotes.
    if (word == "log-format ")
      return with_replaced(std::string(trimmed(text.substr(word.size()))), "\\ ", " ");
  }
  for (const std::string_view word : {"log_format ", "accesslog.format", "varnishncsa "}) {
    if (!begins_with_word(text, word)) continue;
    std::string all;
    for (const std::string& part : quoted_parts(text)) all += part;
    if (!all.empty()) return all;
  }
  if (begins_with_word(text, "logformat ")) {
    const std::size_t name = text.find(' ');
    const std::size_t format = text.find(' ', name + 1);
    if (format != std::string_view::npos) return std::string(trimmed(text.substr(format)));
  }
  for (const std::string_view name : {"pattern", "access_log_format"})
    if (std::optional<std::string> value = value_of(text, name))
      return without_entities(std::move(*value));
  const char quote = text.empty() ? '\0' : text.front();
  if ((quote == '"' || quote == '\'') && text.size() > 1 && text.back() == quote) {
    const std::vector<std::string> parts = quoted_parts(text);
    if (parts.size() == 1) return parts.front();
  }
  return std::nullopt;
}

// Notations. Each is written again as nginx would write it; what is not known of it is a word.

struct Word {
  std::string_view theirs;
  std::string_view nginx;
};

constexpr std::string_view kAnyWord = "$passed_over";

std::string_view nginx_word(std::span<const Word> words, std::string_view theirs) {
  const auto known = std::ranges::find(words, theirs, &Word::theirs);
  return known == words.end() ? kAnyWord : known->nginx;
}

constexpr std::array kHeaders = {
    Word{"user-agent", "$http_user_agent"},
    Word{"referer", "$http_referer"},
    Word{"referrer", "$http_referer"},
    Word{"x-forwarded-for", "$http_x_forwarded_for"},
    Word{"x-real-ip", "$http_x_real_ip"},
    Word{"cf-connecting-ip", "$http_cf_connecting_ip"},
    Word{"true-client-ip", "$http_true_client_ip"},
    Word{"host", "$host"},
    Word{":authority", "$host"},
    Word{":method", "$request_method"},
    Word{":path", "$request_uri"},
    Word{"x-envoy-original-path?:path", "$request_uri"},
};

// `%(h)s`, `%({x-forwarded-for}i)s`.
std::optional<std::string> gunicorn(std::string_view text) {
  if (text.find("%(") == std::string_view::npos) return std::nullopt;
  constexpr std::array kWords = {
      Word{"h", "$remote_addr"},     Word{"u", "$remote_user"},  Word{"t", "[$time_local]"},
      Word{"r", "$request"},         Word{"s", "$status"},       Word{"b", "$body_bytes_sent"},
      Word{"B", "$body_bytes_sent"}, Word{"f", "$http_referer"}, Word{"a", "$http_user_agent"},
      Word{"m", "$request_method"},  Word{"U", "$uri"},          Word{"q", "$args"},
  };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find("%(", at);
    out += text.substr(at, begin - at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = text.find(")s", begin);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view word = text.substr(begin + 2, end - begin - 2);
    out += word.starts_with('{') && word.ends_with("}i")
               ? nginx_word(kHeaders, lower_case(word.substr(1, word.size() - 3)))
               : nginx_word(kWords, word);
    at = end + 2;
  }
  return out;
}

// `:remote-addr`, `:date[clf]`.
std::optional<std::string> morgan(std::string_view text) {
  if (text.find(":remote-addr") == std::string_view::npos) return std::nullopt;
  constexpr std::array kWords = {
      Word{"remote-addr", "$remote_addr"},
      Word{"remote-user", "$remote_user"},
      Word{"date[clf]", "$time_local"},
      Word{"date[iso]", "$time_iso8601"},
      Word{"method", "$request_method"},
      Word{"url", "$request_uri"},
      Word{"status", "$status"},
      Word{"res[content-length]", "$body_bytes_sent"},
      Word{"referrer", "$http_referer"},
      Word{"user-agent", "$http_user_agent"},
      Word{"req[x-forwarded-for]", "$http_x_forwarded_for"},
  };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (text[at] != ':' || next < 'a' || next > 'z') {
      out += text[at++];
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || text[end] == '-')) ++end;
    if (end < text.size() && text[end] == '[')
      end = std::min(text.find(']', end), text.size() - 1) + 1;
    out += nginx_word(kWords, lower_case(text.substr(at + 1, end - at - 1)));
    at = end;
  }
  return out;
}

// `%START_TIME%`, `%REQ(:METHOD)%`.
std::optional<std::string> envoy(std::string_view text) {
  if (text.find("%REQ(") == std::string_view::npos &&
      text.find("%START_TIME") == std::string_view::npos)
    return std::nullopt;
  constexpr std::array kWords = {
      Word{"START_TIME", "$time_iso8601"},
      Word{"RESPONSE_CODE", "$status"},
      Word{"BYTES_SENT", "$body_bytes_sent"},
      Word{"DOWNSTREAM_REMOTE_ADDRESS", "$remote_addr"},
      Word{"DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT", "$remote_addr"},
      Word{"DOWNSTREAM_DIRECT_REMOTE_ADDRESS", "$remote_addr"},
      Word{"DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT", "$remote_addr"},
  };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find('%', at);
    out += text.substr(at, begin - at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = text.find('%', begin + 1);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view word = text.substr(begin + 1, end - begin - 1);
    const std::size_t open = word.find('(');
    if (word.starts_with("REQ(") && word.ends_with(')'))
      out += nginx_word(kHeaders, lower_case(word.substr(4, word.size() - 5)));
    else
      out += nginx_word(kWords, word.substr(0, open));
    at = end + 1;
  }
  return out;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// `%ci:%cp [%tr]`, `%[src]`, `%{+Q}r`.
std::optional<std::string> haproxy(std::string_view text) {
  if (text.find("%ci") == std::string_view::npos && text.find("%[src]") == std::string_view::npos)
    return std::nullopt;
  constexpr std::array kWords = {
      Word{"ci", "$remote_addr"},
      Word{"t", "$time_local"},
      Word{"tr", "$msec"},
      Word{"T", "$time_local"},
      Word{"Tl", "$time_local"},
      Word{"trg", "$time_local"},
      Word{"trl", "$time_local"},
      Word{"r", "$request"},
      Word{"HM", "$request_method"},
      Word{"HU", "$request_uri"},
      Word{"HP", "$uri"},
      Word{"HPO", "$uri"},
      Word{"HQ", "$args"},
      Word{"ST", "$status"},
      Word{"B", "$body_bytes_sent"},
      Word{"[src]", "$remote_addr"},
      Word{"[method]", "$request_method"},
      Word{"[path]", "$uri"},
      Word{"[pathq]", "$request_uri"},
      Word{"[status]", "$status"},
  };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '%') {
      out += text[at++];
      continue;
    }
    ++at;
    bool quoted = false;
    if (at < text.size() && text[at] == '{') {
      const std::size_t end = text.find('}', at);
      if (end == std::string_view::npos) return std::nullopt;
      quoted = text.substr(at, end - at).find("+Q") != std::string_view::npos;
      at = end + 1;
    }
    const std::size_t begin = at;
    if (at < text.size() && text[at] == '[') {
      at = std::min(text.find(']', at), text.size() - 1) + 1;
    } else {
      while (at < text.size() && is_ascii_letter(text[at])) ++at;
    }
    if (at == begin) return std::nullopt;
    const std::string_view word = nginx_word(kWords, text.substr(begin, at - begin));
    if (quoted) out += '"';
    out += word;
    if (quoted) out += '"';
  }
  return out;
}

// `%ts.%03tu %>a %03>Hs %<st %rm %ru`, `"%{User-Agent}>h"`.
std::optional<std::string> squid(std::string_view text) {
  if (text.find("%>a") == std::string_view::npos && text.find("%ts") == std::string_view::npos)
    return std::nullopt;
  constexpr std::array kWords = {
      Word{">a", "$remote_addr"},    Word{"tl", "$time_local"},  Word{"ts", "$msec"},
      Word{">Hs", "$status"},        Word{"Hs", "$status"},      Word{"<st", "$body_bytes_sent"},
      Word{"rm", "$request_method"}, Word{"ru", "$request_uri"}, Word{">ru", "$request_uri"},
      Word{"un", "$remote_user"},    Word{"ul", "$remote_user"},
  };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '%') {
      out += text[at++];
      continue;
    }
    ++at;
    // Seconds and their thousandths are one number.
    if (text.substr(at).starts_with("ts.%03tu")) {
      out += "$msec";
      at += std::string_view("ts.%03tu").size();
      continue;
    }
    while (at < text.size() &&
           ((text[at] >= '0' && text[at] <= '9') || text[at] == '-' || text[at] == '"' ||
            text[at] == '[' || text[at] == '#' || text[at] == '\''))
      ++at;
    std::string header;
    if (at < text.size() && text[at] == '{') {
      const std::size_t end = text.find('}', at);
      if (end == std::string_view::npos) return std::nullopt;
      header = lower_case(text.substr(at + 1, end - at - 1));
      at = end + 1;
    }
    const std::size_t begin = at;
    if (at < text.size() && (text[at] == '>' || text[at] == '<')) ++at;
    while (at < text.size() && is_ascii_letter(text[at])) ++at;
    if (at == begin) return std::nullopt;
    const std::string_view word = text.substr(begin, at - begin);
    out +=
        !header.empty() && word == ">h" ? nginx_word(kHeaders, header) : nginx_word(kWords, word);
  }
  return out;
}

// `%h %^[%d:%t %^] "%r" %s %b "%R" "%u"`.
std::optional<std::string> goaccess(std::string_view text) {
  if (text.find("%^") == std::string_view::npos || text.find("%d") == std::string_view::npos)
    return std::nullopt;
  constexpr std::array kWords = {
      Word{"h", "$remote_addr"},  Word{"x", "$time_local"},
      Word{"r", "$request"},      Word{"m", "$request_method"},
      Word{"U", "$uri"},          Word{"q", "$args"},
      Word{"s", "$status"},       Word{"b", "$body_bytes_sent"},
      Word{"R", "$http_referer"}, Word{"u", "$http_user_agent"},
      Word{"v", "$host"},         Word{"e", "$remote_user"},
  };
  std::string all(text);
  for (const char* time : {"%d:%t %^", "%d:%t", "%d %t"})
    all = with_replaced(std::move(all), time, "%x");
  std::string out;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (all[at] != '%' || at + 1 >= all.size()) {
      out += all[at];
      continue;
    }
    ++at;
    out += nginx_word(kWords, std::string_view(all).substr(at, 1));
    // A word takes in what stands in front of the text behind it.
    if (all[at] == '^' && at + 1 < all.size() && all[at + 1] == '[') out += ' ';
  }
  return out;
}

// `#Fields: date time c-ip cs-method cs-uri-stem`, or the names alone.
std::optional<std::string> w3c(std::string_view text) {
  constexpr std::string_view kDirective = "#fields:";
  const bool directive = begins_with_word(text, kDirective);
  if (directive) text.remove_prefix(kDirective.size());
  constexpr std::array kWords = {
      Word{"date", "$w3c_date"},
      Word{"time", "$w3c_time"},
      Word{"c-ip", "$remote_addr"},
      Word{"x-forwarded-for", "$http_x_forwarded_for"},
      Word{"cs-method", "$request_method"},
      Word{"cs-uri-stem", "$uri"},
      Word{"cs-uri", "$request_uri"},
      Word{"cs-uri-query", "$args"},
      Word{"cs-username", "$remote_user"},
      Word{"sc-status", "$status"},
      Word{"sc-bytes", "$body_bytes_sent"},
      Word{"cs(user-agent)", "$http_user_agent"},
      Word{"cs(referer)", "$http_referer"},
      Word{"cs-host", "$host"},
      Word{"cs(host)", "$host"},
  };
  std::string out;
  bool known = directive;
  std::size_t names = 0;
  while (!(text = trimmed(text)).empty()) {
    std::size_t end = 0;
    while (end < text.size() && !is_space(text[end])) ++end;
    const std::string name = lower_case(text.substr(0, end));
    known = known || name == "c-ip" || name.starts_with("cs-uri");
    (out += out.empty() ? "" : " ") += nginx_word(kWords, name);
    text.remove_prefix(end);
    ++names;
  }
  return known && names > 2 ? std::optional(out) : std::nullopt;
}

// A target that nginx writes in pieces.
std::optional<std::string> nginx_target(std::string_view text) {
  std::string out(text);
  for (const char* pieces : {"$scheme://$http_host$request_uri", "$scheme://$host$request_uri",
                             "$scheme://$server_name$request_uri", "$uri$is_args$args",
                             "$document_uri$is_args$args", "$uri$is_args$query_string"})
    out = with_replaced(std::move(out), pieces, "$request_uri");
  return out == text ? std::nullopt : std::optional(out);
}

using Reader = std::optional<std::string> (*)(std::string_view text);
constexpr std::array<Reader, 8> kNotations = {gunicorn, morgan,   envoy, haproxy,
                                              squid,    goaccess, w3c,   nginx_target};

}  // namespace

std::optional<std::string> as_known_notation(std::string_view text) {
  text = trimmed(text);
  std::optional<std::string> found;
  if (std::optional<std::string> inside = without_directive(text)) found = std::move(inside);
  const std::string plain = found ? *found : std::string(text);
  for (const Reader read : kNotations)
    if (std::optional<std::string> written = read(plain)) return written;
  return found;
}

}  // namespace footfall
