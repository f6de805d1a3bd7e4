#include <array>
#include <cstdint>

#include "model/core/utf8.h"
#include "model/export/json.h"

namespace footfall {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

void append_escape(std::string& out, unsigned char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  out += byte < 0x20 ? "\\u00" : "\\udc";
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (kPlain[byte]) {
      ++i;
      continue;
    }
    const std::size_t size = byte < 0x80 ? 0 : utf8_character_size(text.substr(i));
    if (size > 0) {
      i += size;
      continue;
    }
    out += text.substr(copied, i - copied);
    append_escape(out, byte);
    copied = ++i;
  }
  out += text.substr(copied);
  out += '"';
}

void append_json_decimal(std::string& out, std::string_view digits) {
  const std::size_t point = digits.find('.');
  if (point == std::string_view::npos) {
    out += digits;
    out += ".0";
    return;
  }
  while (digits.back() == '0' && digits.size() > point + 2) digits.remove_suffix(1);
  out += digits;
}

}  // namespace footfall
