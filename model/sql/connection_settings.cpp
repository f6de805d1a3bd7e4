#include "model/sql/connection_settings.h"

#include <charconv>
#include <utility>
#include <vector>

#include "model/core/letter_case.h"

namespace footfall {
namespace {

constexpr const char* kWhere = "database URL";

Error bad(std::string found, std::string expected) {
  return {ErrorKind::bad_option, kWhere, std::move(found), std::move(expected)};
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hex_digit(text[i + 1]);
    const int low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0 || high + low == 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

template <class Number>
bool read_number(std::string_view text, Number least, Number most, Number& number) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size() && number >= least &&
         number <= most;
}

bool read_seconds(std::string_view text, std::chrono::seconds& target) {
  int seconds = 0;
  if (!read_number(text, 1, 1'000'000, seconds)) return false;
  target = std::chrono::seconds(seconds);
  return true;
}

bool read_tls(std::string_view text, TlsMode& mode) {
  constexpr std::pair<std::string_view, TlsMode> kModes[] = {{"disable", TlsMode::off},
                                                             {"prefer", TlsMode::prefer},
                                                             {"require", TlsMode::require},
                                                             {"verify-full", TlsMode::verify}};
  for (const auto& [name, value] : kModes) {
    if (text != name) continue;
    mode = value;
    return true;
  }
  return false;
}

// Quotes parts of a URL in errors. What stands between "://" and the last "@" may be a password,
// whatever the marks in it made of its parts.
class UrlQuote {
 public:
  explicit UrlQuote(std::string_view url) : url_(url) {}
  /// `shown` stands for `part`, which lies in the URL.
  [[nodiscard]] std::string operator()(std::string_view part, std::string shown) const {
    const std::size_t at = url_.rfind('@');
    const bool open =
        at == std::string_view::npos || part.empty() || part.data() > url_.data() + at;
    return open ? shown : without_user_info(url_);
  }
  [[nodiscard]] std::string operator()(std::string_view part) const {
    return (*this)(part, std::string(part));
  }

 private:
  std::string_view url_;
};

// Nothing, or what is wrong with the parameter.
std::optional<Error> set_parameter(DatabaseUrl& url, const std::string& name,
                                   const std::string& value) {
  const char* const kSeconds = "a number of seconds from 1";
  if (name == "table") {
    const auto table = parse_table_name(value);
    if (!table) return bad(value, "table=NAME or table=SCHEMA.NAME");
    if (!url.table.query.empty()) return bad(name, "table or query, not both");
    url.table = *table;
  } else if (name == "query") {
    if (!url.table.name.empty()) return bad(name, "table or query, not both");
    url.table = table_of_query(value);
    if (url.table.query.empty()) return bad("no query", "query=SELECT...");
  } else if (name == "where") {
    url.where = value;
  } else if (name == "sslmode") {
    if (!read_tls(value, url.settings.tls))
      return bad(value, "sslmode=disable, prefer, require or verify-full");
  } else if (name == "sslrootcert") {
    url.settings.authorities = value;
  } else if (name == "connect_timeout") {
    if (!read_seconds(value, url.settings.timeouts.connect)) return bad(value, kSeconds);
  } else if (name == "query_timeout") {
    if (!read_seconds(value, url.settings.timeouts.query)) return bad(value, kSeconds);
  } else if (name == "silence_timeout") {
    if (!read_seconds(value, url.settings.timeouts.silence)) return bad(value, kSeconds);
  } else if (name == "password") {
    return bad("a password", "FOOTFALL_PASSWORD in the environment, or type it when asked");
  } else {
    return bad(name,
               "table, query, where, sslmode, sslrootcert, connect_timeout, query_timeout and "
               "silence_timeout");
  }
  return std::nullopt;
}

// By what stands before "://".
std::optional<SqlEngine> engine_of(std::string_view url) {
  const std::string_view scheme = url.substr(0, url.find("://"));
  if (scheme.size() == url.size()) return std::nullopt;
  for (const SqlEngineFacts& facts : kSqlEngineTable)
    if (equal_in_any_case(scheme, facts.scheme)) return facts.engine;
  if (equal_in_any_case(scheme, "postgres")) return SqlEngine::postgresql;
  return std::nullopt;
}

}  // namespace

std::string ConnectionSettings::place() const {
  const bool v6 = host.find(':') != std::string::npos;
  return (v6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

std::string ConnectionSettings::visitor() const { return user + '@' + place(); }

std::string without_user_info(std::string_view text) {
  const std::size_t begin = text.find("://");
  const std::size_t at = text.rfind('@');
  if (begin == std::string_view::npos || at == std::string_view::npos || at < begin)
    return std::string(text);
  return std::string(text.substr(0, begin + 3)) + "..." + std::string(text.substr(at));
}

bool is_database_url(std::string_view text) { return engine_of(text).has_value(); }

std::optional<TableName> parse_table_name(std::string_view text) {
  std::vector<std::string> parts(1);
  bool was_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.') {
      parts.emplace_back();
      was_quoted = false;
    } else if (text[i] == '"' && parts.back().empty() && !was_quoted) {
      was_quoted = true;
      for (++i;; ++i) {
        if (i >= text.size()) return std::nullopt;
        if (text[i] == '"' && (i + 1 == text.size() || text[i + 1] != '"')) break;
        if (text[i] == '"') ++i;
        parts.back() += text[i];
      }
    } else if (was_quoted) {
      return std::nullopt;
    } else {
      parts.back() += text[i];
    }
  }
  for (const std::string& part : parts)
    if (part.empty()) return std::nullopt;
  if (parts.size() == 1) return TableName{{}, parts[0]};
  if (parts.size() == 2) return TableName{parts[0], parts[1]};
  return std::nullopt;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kDigits[byte / 16], kDigits[byte % 16]};
  }
  return out;
}

TableName table_of_query(std::string_view query) {
  const auto trim = [&] {
    const std::size_t last = query.find_last_not_of(" \t\r\n\v\f");
    query = query.substr(0, last == std::string_view::npos ? 0 : last + 1);
  };
  trim();
  if (query.ends_with(';')) query.remove_suffix(1);
  trim();
  return {{}, {}, std::string(query)};
}

Result<DatabaseUrl> parse_database_url(std::string_view text, bool any_table) {
  DatabaseUrl url;
  ConnectionSettings& settings = url.settings;
  const std::size_t scheme_end = text.find("://");
  const std::optional<SqlEngine> engine = engine_of(text);
  if (!engine)
    return bad(std::string(text.substr(0, scheme_end)), "postgresql:// or clickhouse://");
  settings.engine = *engine;
  const SqlEngineFacts& usual = kSqlEngineTable[*engine];
  const UrlQuote quote(text);
  std::string_view rest = text.substr(scheme_end + 3);
  if (const std::size_t sign = rest.find('#'); sign != std::string_view::npos)
    return bad(quote(rest.substr(sign, 1)), "%23 for a number sign in a name");
  const std::size_t question = rest.find('?');
  const std::string_view parameters =
      question == std::string_view::npos ? std::string_view() : rest.substr(question + 1);
  rest = rest.substr(0, question);
  const std::size_t slash = rest.find('/');
  const std::string_view database =
      slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
  std::string_view authority = rest.substr(0, slash);

  const char* const no_password =
      "FOOTFALL_PASSWORD in the environment, or type it when asked; a URL shows in process lists "
      "and histories";
  // A password with a slash or question mark in it: what looks like host and port is its user and
  // its front.
  const std::size_t in_parameters = parameters.find('@');
  if (authority.find('@') == std::string_view::npos &&
      (database.find('@') != std::string_view::npos ||
       (in_parameters != std::string_view::npos &&
        parameters.find('?', in_parameters) != std::string_view::npos)))
    return authority.find(':') == std::string_view::npos
               ? bad(without_user_info(text), "%40 for an at sign in a name")
               : bad("a password", no_password);
  std::string_view user;
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    user = authority.substr(0, at);
    authority.remove_prefix(at + 1);
    if (user.find(':') != std::string_view::npos) return bad("a password", no_password);
  }
  std::string_view host = authority;
  std::string_view port;
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.rfind(':');
  if (colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket)) {
    host = authority.substr(0, colon);
    port = authority.substr(colon + 1);
  }
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);

  unsigned number = 0;
  if (!port.empty() && !read_number(port, 1U, 65535U, number)) {
    const bool may_be_password = text.find('@') == std::string_view::npos;
    return bad(may_be_password ? "what follows the colon" : quote(port), "a port from 1 to 65535");
  }
  const auto decode = [](std::string_view part, std::string& target) {
    auto decoded = percent_decoded(part);
    if (decoded) target = std::move(*decoded);
    return decoded.has_value();
  };
  for (const auto& [part, target] :
       {std::pair(user, &settings.user), std::pair(host, &settings.host),
        std::pair(database, &settings.database)})
    if (!decode(part, *target)) return bad(quote(part), "%XX for each special character");
  if (settings.host.empty()) settings.host = "localhost";
  settings.tls = usual.offers_tls ? TlsMode::prefer : TlsMode::off;

  for (std::string_view left = parameters; !left.empty();) {
    const std::size_t end = left.find('&');
    const std::string_view parameter = left.substr(0, end);
    left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
    const std::size_t equals = parameter.find('=');
    std::string name;
    std::string value;
    if (equals == std::string_view::npos || !decode(parameter.substr(0, equals), name) ||
        !decode(parameter.substr(equals + 1), value))
      return bad(quote(parameter.substr(0, equals)),
                 "name=value, with %XX for each special character");
    if (auto error = set_parameter(url, name, value)) {
      error->found = quote(parameter, std::move(error->found));
      return *error;
    }
  }

  settings.port = settings.encrypted() ? usual.tls_port : usual.port;
  if (number != 0) settings.port = static_cast<std::uint16_t>(number);
  if (settings.user.empty()) settings.user = usual.user;
  if (settings.user.empty())
    return bad("no user", std::string(usual.scheme) + "://USER@HOST/DATABASE?table=TABLE");
  if (settings.database.empty()) settings.database = usual.database;
  if (settings.database.empty()) settings.database = settings.user;
  if (!any_table && url.table == TableName()) return bad("no table", "?table=NAME at the end");
  url.display = text;
  return url;
}

}  // namespace footfall
