#include "model/parse/access_log_line.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "model/parse/find_byte.h"
#include "model/parse/log_steps.h"

namespace footfall {
namespace {

enum class Quoted : std::uint8_t { none, closed, unclosed };

/// The content of the first quoted part at or behind `at`, which moves behind its closing quote.
Quoted next_quoted(std::string_view line, std::size_t& at, std::string_view& content) {
  const std::size_t open = line.find(" \"", at);
  if (open == kNotFound) return Quoted::none;
  const std::size_t close = find_closing_quote(line, open + 2);
  if (close == kNotFound) return Quoted::unclosed;
  at = close + 1;
  content = line.substr(open + 2, close - open - 2);
  return Quoted::closed;
}

bool is_digit_at(std::string_view line, std::size_t at) {
  return at < line.size() && line[at] >= '0' && line[at] <= '9';
}

/// Where the time's bracket stands behind the user, who begins at `at`.
std::size_t find_time(std::string_view line, std::size_t at) {
  // An empty user leaves one of the blanks around it.
  std::size_t first = at > 0 && at < line.size() && line[at] == '[' ? at : line.find(" [", at);
  if (first == kNotFound) return kNotFound;
  if (line[first] == ' ') ++first;
  const auto opens_time = [&](std::size_t bracket) { return is_digit_at(line, bracket + 1); };
  if (opens_time(first)) [[likely]]
    return first;
  for (std::size_t end = line.find(" [", first); end != kNotFound; end = line.find(" [", end + 1))
    if (opens_time(end + 1)) return end + 1;
  return first;
}

/// The last quote of the line, where quotes in the agent are not escaped.
std::size_t last_quote(std::string_view line, std::size_t begin) {
  const std::size_t quote = line.rfind('"');
  return quote == kNotFound || quote < begin ? kNotFound : quote;
}

bool is_method(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>((c | 0x20) - 'a') < 26 || c == '_' || c == '-';
  });
}

}  // namespace

std::string_view request_target(std::string_view request) {
  const std::size_t first = request.find(' ');
  if (first == kNotFound || !is_method(request.substr(0, first))) return {};
  const std::size_t last = request.rfind(' ');
  const std::string_view protocol = request.substr(last + 1);
  if (last > first && protocol.starts_with("HTTP/")) {
    const std::string_view target = request.substr(first + 1, last - first - 1);
    return target.empty() ? std::string_view{} : target;
  }
  const std::string_view target = request.substr(first + 1);
  const bool blank = target.find_first_of(" \t") != kNotFound;
  const bool plausible =
      !blank && (target.starts_with('/') || target.starts_with("http") || target.starts_with('*'));
  return plausible ? target : std::string_view{};
}

bool read_access_log_line(std::string_view line, Field* fields) {
  const std::size_t host_end = line.find(' ');
  if (host_end == kNotFound || host_end == 0) return false;
  std::size_t bracket = host_end + 5;
  // Nearly always neither is known.
  if (line.substr(host_end, 6) != " - - [" || !is_digit_at(line, bracket + 1)) {
    const std::size_t ident_end = line.find(' ', host_end + 1);
    if (ident_end == kNotFound) return false;
    bracket = find_time(line, ident_end + 1);
    if (bracket == kNotFound) return false;
  }
  const std::size_t time = bracket + 1;
  const std::size_t time_end = line.find(']', time);
  if (time_end == kNotFound || line.substr(time_end + 1, 2) != " \"") return false;
  const std::size_t request = time_end + 3;
  const std::size_t request_end = find_closing_quote(line, request);
  if (request_end == kNotFound) return false;

  fields[kLogTime] = {line.substr(time, time_end - time), FieldKind::text};
  fields[kLogHost] = {line.substr(0, host_end), FieldKind::text};
  const std::string_view whole = line.substr(request, request_end - request);
  const std::string_view target = request_target(whole);
  fields[kLogPage] = target.data() != nullptr ? Field{target, FieldKind::text}
                                              : Field{whole, FieldKind::no_target};
  std::size_t at = request_end + 1;
  std::string_view part;
  std::string_view agent;
  const Quoted referrer = next_quoted(line, at, part);
  if (referrer == Quoted::unclosed) return false;
  if (referrer == Quoted::closed) {
    // Quotes in it that nothing escapes: it ends where the next part begins.
    if (at < line.size() && line[at] != ' ') [[unlikely]] {
      const std::size_t end = line.find("\" \"", at);
      if (end != kNotFound) at = end + 1;
    }
    const Quoted second = next_quoted(line, at, agent);
    if (second == Quoted::unclosed) return false;
    if (second == Quoted::closed && at < line.size() && line[at] != ' ') [[unlikely]] {
      const auto begin = static_cast<std::size_t>(agent.data() - line.data());
      at = last_quote(line, begin) + 1;
      agent = line.substr(begin, at - 1 - begin);
    }
  }
  if (at < line.size() && leaves_quote_open(line, at)) return false;
  fields[kLogAgent] = {agent, FieldKind::text};
  return true;
}

LogAnswer read_log_answer(std::string_view line, const Field* fields) {
  const Field& page = fields[kLogPage];
  const auto begin = static_cast<std::size_t>(page.text.data() - line.data());
  std::size_t at = find_closing_quote(line, begin);
  LogAnswer answer;
  if (at == kNotFound) return answer;
  for (std::string_view* const word : {&answer.status, &answer.bytes}) {
    const std::size_t begin_of_word = line.find_first_not_of(' ', at + 1);
    if (begin_of_word == kNotFound || begin_of_word == at + 1 || line[begin_of_word] == '"')
      return answer;
    const std::size_t end = std::min(line.find(' ', begin_of_word), line.size());
    *word = line.substr(begin_of_word, end - begin_of_word);
    at = end - 1;
  }
  return answer;
}

namespace {

// The field's value is its length.
Field field_of_length(std::size_t length) {
  constexpr std::size_t kLongest = kKinds<FilterReason> + (std::size_t{1} << RowClass::kBits);
  static constexpr std::array<char, kLongest + 16> kBytes{};
  return {{kBytes.data(), length}, FieldKind::text};
}

}  // namespace

Field log_left_out_field(FilterReason reason) {
  if (reason == FilterReason::end) return {};
  return field_of_length(static_cast<std::size_t>(reason) + 1);
}

Field log_class_field(RowClass row_class) {
  return field_of_length(kKinds<FilterReason> + 1 + row_class.bits());
}

}  // namespace footfall
