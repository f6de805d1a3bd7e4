#include "app/option_values.h"

#include <fmt/format.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <memory>
#include <system_error>

#include "app/error_text.h"
#include "model/core/decimal.h"
#include "model/core/letter_case.h"

namespace footfall {
namespace {

// A complaint, or nothing when the rate was added.
std::optional<std::string> add_rate(std::string_view currency, std::string_view rate,
                                    Rates& rates) {
  currency = trim_blanks(currency);
  const ParsedNumber number = parse_number(trim_blanks(rate));
  if (currency.empty()) return "a currency is missing";
  if (number.fault != NumberFault::none || number.value.units <= 0)
    return fmt::format("the rate {} of {} is not a number above 0", quoted_for_message(rate),
                       quoted_for_message(currency));
  const auto [entry, added] = rates.emplace(std::string(currency), number.value);
  if (!added && entry->second != number.value)
    return fmt::format("{} has two rates", quoted_for_message(currency));
  return std::nullopt;
}

std::string_view unquoted(std::string_view field) {
  field = trim_blanks(field);
  if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
    return field.substr(1, field.size() - 2);
  return field;
}

}  // namespace

Result<std::string> read_small_file(const std::string& path, const char* what) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"),
                                                             &std::fclose);
  const auto failure = [&path](int error_number) {
    const ErrorKind kind = error_number == ENOENT   ? ErrorKind::not_found
                           : error_number == EACCES ? ErrorKind::no_permission
                           : error_number == EISDIR ? ErrorKind::is_directory
                                                    : ErrorKind::read_failed;
    return Error{kind, path, std::generic_category().message(error_number), {}};
  };
  if (file == nullptr) return failure(errno);
  constexpr std::size_t kMost = std::size_t{1} << 20;
  std::string content;
  char buffer[4096];
  for (std::size_t size = 0; (size = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;) {
    content.append(buffer, size);
    if (content.size() > kMost) return Error{ErrorKind::bad_option, path, "more than 1 MiB", what};
  }
  if (std::ferror(file.get()) != 0) return failure(errno);
  return content;
}

std::optional<std::uint64_t> parse_count(std::string_view text, std::uint64_t least,
                                         std::uint64_t most) {
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size() || value < least || value > most)
    return std::nullopt;
  return value;
}

std::optional<std::int64_t> parse_seconds(std::string_view text) {
  std::int64_t value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<RejectLimit> parse_reject_limit(std::string_view text) {
  RejectLimit limit;
  limit.text = text;
  limit.percent = text.ends_with('%');
  if (limit.percent) text.remove_suffix(1);
  const ParsedNumber number = parse_number(text);
  if (number.fault != NumberFault::none || number.value.units < 0) return std::nullopt;
  limit.most = number.value;
  if (limit.percent ? limit.most.units > 100 * Decimal::kOne
                    : limit.most.units % Decimal::kOne != 0)
    return std::nullopt;
  return limit;
}

std::optional<std::vector<std::pair<std::uint16_t, std::uint16_t>>> parse_statuses(
    std::string_view text) {
  std::vector<std::pair<std::uint16_t, std::uint16_t>> ranges;
  for (const std::string& part : split_list(text)) {
    const std::size_t dash = part.find('-');
    const std::string_view view = part;
    const auto first = parse_count(view.substr(0, dash), 100, 999);
    const auto last =
        dash == std::string::npos ? first : parse_count(view.substr(dash + 1), 100, 999);
    if (!first || !last || *first > *last) return std::nullopt;
    ranges.emplace_back(static_cast<std::uint16_t>(*first), static_cast<std::uint16_t>(*last));
  }
  return ranges;
}

std::optional<char> parse_delimiter(std::string_view text) {
  if (text == "\\t" || text == "tab") return '\t';
  if (text.size() != 1 || text[0] == '"' || text[0] == '\n' || text[0] == '\r' || text[0] == '\0')
    return std::nullopt;
  return text[0];
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t comma = text.find(',');
    parts.emplace_back(text.substr(0, comma));
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

std::optional<std::string> add_rates(std::string_view text, Rates& rates) {
  for (const std::string& part : split_list(text)) {
    const std::size_t equals = part.find('=');
    if (equals == std::string::npos)
      return fmt::format("{} is not CURRENCY=RATE", quoted_for_message(part));
    const std::string_view view = part;
    if (auto complaint = add_rate(view.substr(0, equals), view.substr(equals + 1), rates))
      return complaint;
  }
  return std::nullopt;
}

Status add_rates_file(const std::string& path, Rates& rates) {
  const Result<std::string> content = read_small_file(path, "a file of rates");
  if (!content) return content.error();
  std::string_view rest = *content;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  bool first = true;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trim_blanks(line).empty()) continue;
    const std::size_t separator = line.find_first_of(",=;\t");
    const std::string_view currency = unquoted(line.substr(0, separator));
    const std::string_view rate =
        separator == std::string_view::npos ? "" : unquoted(line.substr(separator + 1));
    const bool header =
        first && equal_in_any_case(currency, "currency") && equal_in_any_case(rate, "rate");
    first = false;
    if (header) continue;
    if (auto complaint = add_rate(currency, rate, rates))
      return Error{ErrorKind::bad_option, fmt::format("{}, line {}", path, number),
                   std::string(line), fmt::format("lines such as EUR,1.08 ({})", *complaint)};
  }
  return Done{};
}

}  // namespace footfall
