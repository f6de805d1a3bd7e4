#include "model/parse/access_log_line.h"

#include <algorithm>

namespace footfall {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// The quote that ends a quoted part whose content begins at `at`, or kNone.
std::size_t find_closing_quote(std::string_view line, std::size_t at) {
  // A quote behind an even number of backslashes is not escaped: they escape each other.
  for (std::size_t quote = line.find('"', at); quote != kNone; quote = line.find('"', quote + 1)) {
    std::size_t backslashes = 0;
    while (quote - backslashes > at && line[quote - backslashes - 1] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return quote;
  }
  return kNone;
}

/// The content of the first quoted part at or behind `at`, which moves behind its closing quote. A
/// view without data where there is none.
std::string_view next_quoted(std::string_view line, std::size_t& at) {
  const std::size_t open = line.find(" \"", at);
  if (open == kNone) return {};
  const std::size_t close = find_closing_quote(line, open + 2);
  if (close == kNone) return {};
  at = close + 1;
  return line.substr(open + 2, close - open - 2);
}

bool is_method(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>((c | 0x20) - 'a') < 26 || c == '_' || c == '-';
  });
}

}  // namespace

std::string_view request_target(std::string_view request) {
  const std::size_t first = request.find(' ');
  if (first == kNone || !is_method(request.substr(0, first))) return {};
  const std::size_t last = request.rfind(' ');
  const std::string_view protocol = request.substr(last + 1);
  if (last > first && protocol.starts_with("HTTP/")) {
    const std::string_view target = request.substr(first + 1, last - first - 1);
    return target.empty() ? std::string_view{} : target;
  }
  const std::string_view target = request.substr(first + 1);
  const bool blank = target.find_first_of(" \t") != kNone;
  const bool plausible =
      !blank && (target.starts_with('/') || target.starts_with("http") || target.starts_with('*'));
  return plausible ? target : std::string_view{};
}

bool read_access_log_line(std::string_view line, std::array<Field, kLogFields>& fields) {
  const std::size_t host_end = line.find(' ');
  if (host_end == kNone || host_end == 0) return false;
  const std::size_t ident_end = line.find(' ', host_end + 1);
  if (ident_end == kNone || ident_end + 1 >= line.size() || line[ident_end + 1] == '[')
    return false;
  const std::size_t user_end = line.find(" [", ident_end + 1);
  if (user_end == kNone || user_end == ident_end + 1) return false;
  const std::size_t time = user_end + 2;
  const std::size_t time_end = line.find(']', time);
  if (time_end == kNone || line.substr(time_end + 1, 2) != " \"") return false;
  const std::size_t request = time_end + 3;
  const std::size_t request_end = find_closing_quote(line, request);
  if (request_end == kNone) return false;

  fields[kLogTime] = {line.substr(time, time_end - time), FieldKind::text};
  fields[kLogHost] = {line.substr(0, host_end), FieldKind::text};
  const std::string_view whole = line.substr(request, request_end - request);
  const std::string_view target = request_target(whole);
  fields[kLogPage] = target.data() != nullptr ? Field{target, FieldKind::text}
                                              : Field{whole, FieldKind::no_target};
  std::size_t at = request_end + 1;
  const std::string_view referer = next_quoted(line, at);
  fields[kLogAgent] = {referer.data() != nullptr ? next_quoted(line, at) : std::string_view{},
                       FieldKind::text};
  return true;
}

}  // namespace footfall
