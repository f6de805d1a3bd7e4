#include "model/parse/log_client.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "model/core/digit.h"
#include "model/parse/find_byte.h"

namespace footfall {
namespace {

bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

std::optional<std::uint32_t> ipv4(std::string_view text) {
  std::uint32_t value = 0;
  for (int part = 0; part < 4; ++part) {
    std::uint32_t number = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 4 && is_digit(text[digits]))
      number = number * 10 + static_cast<std::uint32_t>(text[digits++] - '0');
    if (digits == 0 || digits > 3 || number > 255) return std::nullopt;
    value = value << 8 | number;
    text.remove_prefix(digits);
    if (part < 3) {
      if (!text.starts_with('.')) return std::nullopt;
      text.remove_prefix(1);
    }
  }
  return text.empty() ? std::optional(value) : std::nullopt;
}

bool is_ipv6(std::string_view text) {
  text = text.substr(0, text.find('%'));  // a zone
  std::size_t groups = 0;
  bool gap = false;
  if (text.starts_with(':') && !text.starts_with("::")) return false;
  while (!text.empty()) {
    if (text.starts_with("::")) {
      if (gap) return false;
      gap = true;
      text.remove_prefix(2);
      if (text.empty()) break;
    } else if (text.starts_with(':')) {
      text.remove_prefix(1);
    }
    if (text.find('.') != kNotFound && text.find(':') == kNotFound)
      return ipv4(text).has_value() && (gap ? groups <= 5 : groups == 6);
    std::size_t digits = 0;
    while (digits < text.size() && is_hex(text[digits])) ++digits;
    if (digits == 0 || digits > 4) return false;
    text.remove_prefix(digits);
    if (!text.empty() && text[0] != ':') return false;
    if (text == ":") return false;
    ++groups;
  }
  return gap ? groups <= 7 : groups == 8;
}

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 && std::ranges::all_of(text, is_digit);
}

}  // namespace

bool is_address(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  return ipv4(text).has_value() || (text.find(':') != kNotFound && is_ipv6(text));
}

bool is_private_address(std::string_view text) {
  if (text.starts_with("unix:")) return true;
  constexpr std::string_view kMapped = "::ffff:";
  if (text.starts_with(kMapped) && text.find('.') != kNotFound) text.remove_prefix(kMapped.size());
  if (const auto address = ipv4(text)) {
    const std::uint32_t a = *address;
    return a >> 24 == 10 || a >> 24 == 127 || a >> 20 == 0xAC1 || a >> 16 == 0xC0A8 ||
           a >> 16 == 0xA9FE;
  }
  if (!is_address(text)) return false;
  if (text == "::1") return true;
  const auto lower = [](char c) { return static_cast<char>(c | 0x20); };
  // fc00::/7 and fe80::/10, which write their first group in full.
  if (text.size() < 4 || text.substr(0, 4).find(':') != kNotFound || lower(text[0]) != 'f')
    return false;
  const char second = lower(text[1]);
  return second == 'c' || second == 'd' ||
         (second == 'e' && (is_digit(text[2]) ? text[2] >= '8' : lower(text[2]) <= 'b'));
}

std::string_view without_port(std::string_view client) {
  if (client.starts_with('[')) {
    const std::size_t end = client.find(']');
    if (end == kNotFound || end == 1) return client;
    const std::string_view behind = client.substr(end + 1);
    if (behind.empty() || (behind[0] == ':' && is_port(behind.substr(1))))
      return client.substr(1, end - 1);
    return client;
  }
  const std::size_t colon = client.find(':');
  if (colon == kNotFound) return client;
  const std::size_t last = client.rfind(':');
  if (last == 0) return client;
  if (last != colon) {
    // Without brackets a port of five digits can be told from a group, and one behind points.
    const std::string_view front = client.substr(0, last);
    const bool told = client.size() - last == 6 || front.find('.') != kNotFound;
    return told && is_port(client.substr(last + 1)) && is_address(front) ? front : client;
  }
  return is_port(client.substr(colon + 1)) ? client.substr(0, colon) : client;
}

std::string_view without_sure_port(std::string_view client) {
  const std::size_t last = client.rfind(':');
  return last != kNotFound && last > 0 && is_port(client.substr(last + 1)) ? client.substr(0, last)
                                                                           : client;
}

std::string_view first_forwarded(std::string_view list) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    std::string_view one = list.substr(0, comma);
    while (one.starts_with(' ') || one.starts_with('"')) one.remove_prefix(1);
    while (one.ends_with(' ') || one.ends_with('"')) one.remove_suffix(1);
    if (one.empty() && comma != kNotFound) {
      list.remove_prefix(comma + 1);
      continue;
    }
    one = without_port(one);
    return is_address(one) ? one : std::string_view();
  }
  return {};
}

}  // namespace footfall
