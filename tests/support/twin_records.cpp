// Long, for it reads every format in the plainest way, apart from the engine.
#include "tests/support/twin_records.h"

#include <arpa/inet.h>

#include <algorithm>

#include "tests/support/twin_json.h"
#include "tests/support/twin_number.h"

namespace footfall::twin {

std::vector<Role> roles_of(Report report) {
  switch (report) {
    case Report::hourly_visitors:
      return {{"timestamp", true}, {"page_url", true}, {"visitor_id", true}};
    case Report::customer_report:
      return {{"event_id", true},    {"customer_id", true}, {"ts", true},
              {"event_type", false}, {"amount", false},     {"currency", false}};
    case Report::campaign_ranking:
      return {{"campaign_id", true}, {"date", false}, {"impressions", true},
              {"clicks", true},      {"spend", true}, {"conversions", true}};
    case Report::user_activity:
      return {{"id", true}, {"user_id", true}, {"type", false}, {"price", false}};
    case Report::requests:
      return {{"timestamp", true}, {"page_url", false}, {"status", false}, {"bytes", false}};
  }
  return {};
}

std::size_t start_of(std::string_view bytes) {
  return bytes.substr(0, 3) == "\xef\xbb\xbf" ? 3 : 0;
}

std::size_t line_end(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && bytes[at] != '\n') ++at;
  return at;
}

std::string_view line_text(std::string_view bytes, std::size_t begin, std::size_t end) {
  // Behind lines in CR LF a last CR alone is a line end, too.
  const bool ended = end < bytes.size() || bytes.substr(0, begin).ends_with("\r\n");
  if (ended && end > begin && bytes[end - 1] == '\r') --end;
  return bytes.substr(begin, end - begin);
}

bool blank(std::string_view line) { return trimmed(line).empty(); }

std::string excerpt_of(std::string_view record) { return std::string(record.substr(0, 160)); }

namespace {

Cell cell_of(const Json& value) {
  switch (value.kind) {
    case Json::Kind::null:
      return {};
    case Json::Kind::text:
      return {Cell::Kind::text, value.text};
    case Json::Kind::number:
      return {Cell::Kind::number, value.text};
    default:
      return {Cell::Kind::wrong_type, {}};
  }
}

Cell member(const Json& object, const std::string& name) {
  const auto found = object.members.find(name);
  return found == object.members.end() ? Cell() : cell_of(found->second);
}

Cell price_of(const Json& object) {
  const auto metadata = object.members.find("metadata");
  if (metadata == object.members.end() || metadata->second.kind == Json::Kind::null) return {};
  if (metadata->second.kind != Json::Kind::object) return {Cell::Kind::wrong_type, {}};
  return member(metadata->second, "price");
}

/// A quoted part of a log line; `at` stands on its opening quote and is moved behind the closing
/// one.
bool read_quoted(std::string_view line, std::size_t& at, std::string& text) {
  text.clear();
  for (std::size_t i = at + 1; i < line.size(); ++i) {
    if (line[i] == '"') {
      at = i + 1;
      return true;
    }
    text += line[i];
    if (line[i] == '\\' && i + 1 < line.size()) text += line[++i];
  }
  return false;
}

/// The target of `METHOD target HTTP/x` or `METHOD target`; empty where there is none.
std::string target_of(const std::string& request) {
  const std::size_t first = request.find(' ');
  if (first == std::string::npos || first == 0) return {};
  for (char c : request.substr(0, first))
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-')) return {};
  const std::size_t last = request.rfind(' ');
  if (last > first && request.compare(last + 1, 5, "HTTP/") == 0)
    return request.substr(first + 1, last - first - 1);
  const std::string target = request.substr(first + 1);
  if (target.find_first_of(" \t") != std::string::npos) return {};
  if (target.starts_with("/") || target.starts_with("http") || target.starts_with("*"))
    return target;
  return {};
}

/// Takes a word that ends with one space.
bool take_word(std::string_view line, std::size_t& at, std::string& word) {
  const std::size_t end = line.find(' ', at);
  if (end == std::string_view::npos) return false;
  word = line.substr(at, end - at);
  at = end + 1;
  return true;
}

bool address(std::string text) {
  if (text.find('\0') != std::string::npos) return false;  // inet_pton() would end there
  unsigned char bytes[16];
  // Only IPv6 has zones.
  return inet_pton(AF_INET, text.c_str(), bytes) == 1 ||
         inet_pton(AF_INET6, text.substr(0, text.find('%')).c_str(), bytes) == 1;
}

/// The first of several addresses, without port and brackets.
std::string client_of(std::string host) {
  host = host.substr(0, host.find(','));
  const auto port = [](const std::string& text) {
    return !text.empty() && text.size() <= 5 &&
           text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (host.starts_with("[")) {
    const std::size_t end = host.find(']');
    if (end == std::string::npos || end == 1) return host;
    const std::string rest = host.substr(end + 1);
    return rest.empty() || (rest[0] == ':' && port(rest.substr(1))) ? host.substr(1, end - 1)
                                                                    : host;
  }
  const std::size_t colon = host.find(':');
  if (colon == std::string::npos || colon == 0) return host;
  if (const std::size_t last = host.rfind(':'); last != colon)
    return host.size() - last == 6 && port(host.substr(last + 1)) && address(host.substr(0, last))
               ? host.substr(0, last)
               : host;
  return port(host.substr(colon + 1)) ? host.substr(0, colon) : host;
}

/// Whether the first word of a line can be who asked: an address, or a name beside which no address
/// stands.
bool may_be_client(const std::string& host, const std::string& next) {
  const std::string client = client_of(host);
  const bool numbers = client.size() <= 15 &&
                       client.find_first_not_of("./0123456789") == std::string::npos &&
                       std::count(client.begin(), client.end(), '.') == 3;
  if (numbers || address(client) || client.starts_with("unix:")) return true;
  if (client.empty() || client.find_first_of(" \"[]{}()<>|=") != std::string::npos) return false;
  bool letters = false;
  for (const char c : client) letters = letters || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool digit = client[0] >= '0' && client[0] <= '9';
  if (digit && (!letters || client.find(':') != std::string::npos)) return false;
  return !address(client_of(next));
}

struct LogTail {
  bool agent = false;
  bool bytes = false;
  bool unlike = false;  ///< goes on behind the referrer, but not with an agent: no line of Combined
  Cell answer[2];       ///< status and bytes
};

bool read_log_line(std::string_view line, std::vector<Cell>& cells, LogTail& tail) {
  std::size_t at = 0;
  std::string host;
  std::string ident;
  if (!take_word(line, at, host) || host.empty() || !take_word(line, at, ident)) return false;
  // The word behind it, or all in front of the time.
  const std::size_t time_at = line.find('[', host.size());
  std::size_t beside = host.size();
  do {
    while (beside < line.size() && line[beside] == ' ') ++beside;
    std::string next;
    const std::string rest = std::string(line.substr(beside)) + ' ';
    std::size_t word_at = 0;
    if (!take_word(rest, word_at, next) || !may_be_client(host, next)) return false;
    beside += next.size();
  } while (time_at != std::string_view::npos && beside < time_at);
  // The user may hold spaces and brackets; the time behind it begins with a digit.
  std::size_t bracket = std::string_view::npos;
  for (std::size_t i = at - 1; i + 1 < line.size(); ++i) {
    if (line.substr(i, 2) != " [") continue;
    if (bracket == std::string_view::npos) bracket = i + 1;
    if (i + 2 < line.size() && line[i + 2] >= '0' && line[i + 2] <= '9') {
      bracket = i + 1;
      break;
    }
  }
  if (bracket == std::string_view::npos) return false;
  const std::size_t close = line.find(']', bracket);
  if (close == std::string_view::npos) return false;
  const std::string time(line.substr(bracket + 1, close - bracket - 1));
  if (line.substr(close + 1, 2) != " \"") return false;
  at = close + 2;
  std::string request;
  if (!read_quoted(line, at, request)) return false;
  std::size_t words = 0;
  for (std::size_t i = at; words < 2; ++words) {
    const std::size_t begin = i;
    while (i < line.size() && line[i] == ' ') ++i;
    if (i == begin || i >= line.size() || line[i] == '"') break;
    const std::size_t word = i;
    while (i < line.size() && line[i] != ' ') ++i;
    if (const std::string text(line.substr(word, i - word)); text != "-")
      tail.answer[words] = {Cell::Kind::text, text};
  }
  tail.bytes = words == 2;
  // Behind the request: status, bytes, the quoted referer, the quoted agent.
  std::string agent;
  for (int part = 0; part < 2; ++part) {
    std::string text;
    const std::size_t behind = at;
    while (at < line.size() && line.substr(at, 2) != " \"") ++at;
    if (at >= line.size()) {
      tail.unlike =
          part == 1 && line.substr(behind).starts_with(' ') && !blank(line.substr(behind));
      break;
    }
    const std::size_t open = ++at;
    if (!read_quoted(line, at, text)) return false;
    if (part == 0 && at < line.size() && line[at] != ' ') {
      const std::size_t end = line.find("\" \"", at);
      if (end != std::string_view::npos) at = end + 1;
    }
    if (part == 1) {
      if (at < line.size() && line[at] != ' ') {
        at = line.rfind('"') + 1;
        text = line.substr(open + 1, at - open - 2);
      }
      agent = text;
      tail.agent = true;
    }
  }
  while (at < line.size()) {
    std::string text;
    while (at < line.size() && line.substr(at, 2) != " \"") ++at;
    if (at >= line.size()) break;
    if (!read_quoted(line, ++at, text)) return false;
  }
  const std::string target = target_of(request);
  cells = {{Cell::Kind::text, time},
           target.empty() ? Cell() : Cell{Cell::Kind::text, target},
           {Cell::Kind::text, client_of(host)},
           {Cell::Kind::text, agent}};
  return true;
}

std::string_view without_marks(std::string_view line) {
  for (;;) {
    if (line.starts_with('\0'))
      line.remove_prefix(1);
    else if (line.starts_with("\xef\xbb\xbf"))
      line.remove_prefix(3);
    else
      return line;
  }
}

/// Calls `judge(line, record)` for every line that is not blank; adds the record unless that says
/// no.
template <class Judge>
std::vector<Record> read_lines(const std::string& bytes, const Judge& judge) {
  std::vector<Record> records;
  std::uint64_t number = 0;
  for (std::size_t at = start_of(bytes); at < bytes.size();) {
    const std::size_t end = line_end(bytes, at);
    const std::string_view line = line_text(bytes, at, end);
    ++number;
    if (!blank(line)) {
      Record record;
      record.line = number;
      record.offset = at;
      record.excerpt = excerpt_of(line);
      if (judge(line, record, records)) records.push_back(record);
    }
    at = end + 1;
  }
  return records;
}

/// What may stand around the objects of a line.
bool between(std::string_view line, std::size_t at, std::size_t& size) {
  size = line.substr(at, 3) == "\xef\xbb\xbf" ? 3 : 1;
  const char c = line[at];
  return size == 3 || c == ' ' || c == '\t' || c == '\r' || c == ',' || c == '\0';
}

/// Bytes of the object at the front, up to the bracket that closes it; 0 where there is none.
std::size_t object_size(std::string_view text) {
  std::string open;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (c == '\\' && (in_string || next == '"' || next == '\\')) {
      ++at;  // outside of strings, where it is an error, brackets behind it count
    } else if (in_string) {
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      open += c == '{' ? '}' : ']';
    } else if (c == '}' || c == ']') {
      if (open.empty() || open.back() != c) return 0;
      open.pop_back();
      if (open.empty()) return at + 1;
    }
  }
  return 0;
}

/// True where a line that is no object is to be read in pieces: joined objects, or objects with
/// commas behind them, NUL bytes or byte-order marks around them.
bool pieces_of(std::string_view line, std::vector<JsonPiece>& pieces) {
  bool odd = false;  // NUL bytes or marks
  for (std::size_t at = 0; at < line.size();) {
    std::size_t size = 0;
    if (between(line, at, size)) {
      if (line[at] == ',' && pieces.empty()) return false;
      odd = odd || size == 3 || line[at] == '\0';
      at += size;
      continue;
    }
    size = line[at] == '{' ? object_size(line.substr(at)) : 0;
    if (size == 0) return false;
    pieces.push_back({at, line.substr(at, size)});
    at += size;
  }
  if (pieces.empty()) return odd;
  line = without_comma(line);
  const auto blank_at = [&line](std::size_t at) {
    return std::string_view(" \t\r").find(line[at]) != std::string_view::npos;
  };
  while (blank_at(line.size() - 1)) line.remove_suffix(1);
  while (blank_at(0)) line.remove_prefix(1);
  return pieces.size() > 1 || line.front() != '{' || line.back() != '}';
}

}  // namespace

std::string_view without_comma(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0 && std::string_view(" \t\r").find(line[end - 1]) != std::string_view::npos) --end;
  return end > 0 && line[end - 1] == ',' ? line.substr(0, end - 1) : line;
}

std::vector<JsonPiece> json_pieces(std::string_view line) {
  std::vector<JsonPiece> pieces;
  if (!pieces_of(line, pieces)) pieces = {{0, line}};
  return pieces;
}

std::vector<Record> read_ndjson(const std::string& bytes, const Options& options) {
  const std::vector<Role> roles = roles_of(options.report);
  const auto judge = [&](std::string_view text, Record& record) {
    Json object;
    if (!read_json_object(text, object)) {
      record.fault = "malformed row";
      return false;
    }
    for (const Role& role : roles)
      record.cells.push_back(role.name == "price" ? price_of(object) : member(object, role.name));
    return true;
  };
  return read_lines(bytes, [&](std::string_view line, Record& record, std::vector<Record>& all) {
    if (line.size() > options.record_limit) {
      record.fault = "record too long";
      return true;
    }
    if (judge(without_comma(line), record)) return true;
    for (const JsonPiece& piece : json_pieces(line)) {
      Record own;
      own.line = record.line;
      own.offset = record.offset + piece.at;
      own.excerpt = excerpt_of(piece.text);
      static_cast<void>(judge(piece.text, own));
      all.push_back(own);
    }
    return false;
  });
}

std::vector<Record> read_access_log(const std::string& bytes, const Options& options,
                                    bool cut_lines) {
  // What the last line must have where it has no end: that of the first lines which are ones.
  LogTail usual;
  std::size_t looked = 0;
  return read_lines(bytes, [&](std::string_view line, Record& record, std::vector<Record>&) {
    if (line.size() > options.record_limit) {
      record.fault = "record too long";
      return true;
    }
    LogTail tail;
    const std::string_view shown = without_marks(line);
    if (shown.empty()) return false;
    const bool good = read_log_line(shown, record.cells, tail);
    if (good && looked < 200) {
      usual.agent = usual.agent || tail.agent;
      usual.bytes = usual.bytes || tail.bytes;
      usual.unlike = usual.unlike || tail.unlike;
    }
    ++looked;
    const std::size_t end = record.offset + line.size();
    const bool cut = cut_lines && bytes.find('\n', end) == std::string::npos;
    // Common reads what Combined does and those that are unlike it; where both read all, Combined
    // leaves fewer bytes unread.
    const bool combined = usual.agent && !usual.unlike;
    const bool whole = combined ? tail.agent : tail.bytes || !usual.bytes;
    if (good && options.report == Report::requests)
      record.cells = {record.cells[0], record.cells[1], tail.answer[0], tail.answer[1]};
    if (!good || (cut && !whole)) {
      record.fault = "malformed row";
      record.cells.clear();
    }
    return true;
  });
}

}  // namespace footfall::twin
