#include "model/sql/sql_error.h"

#include <fmt/format.h>

#include "model/core/utf8.h"

namespace footfall {
namespace {

constexpr std::size_t kLongestText = 1000;

// Control characters of the second set, and marks that turn the direction of writing.
bool is_unseen(unsigned code) {
  return (code >= 0x80 && code < 0xA0) || code == 0x200E || code == 0x200F ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

unsigned code_of(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return byte(0);
  unsigned code = byte(0) & (0xFFU >> (character.size() + 1));
  for (std::size_t i = 1; i < character.size(); ++i) code = (code << 6U) | (byte(i) & 0x3FU);
  return code;
}

}  // namespace

std::string shown(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (out.size() > kLongestText) return out + "...";
    const std::string_view character = text.substr(0, utf8_character_size(text));
    const unsigned code =
        character.empty() ? static_cast<unsigned char>(text[0]) : code_of(character);
    text.remove_prefix(character.empty() ? 1 : character.size());
    if (code == '\n' || code == '\r')
      out += ' ';
    else if (character.empty() || code < 0x20 || code == 0x7F)
      out += fmt::format("\\x{:02x}", code);
    else if (is_unseen(code))
      out += fmt::format("\\u{{{:04x}}}", code);
    else
      out += character;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string without_secret(std::string text, const std::string& secret) {
  constexpr const char* kMask = "***";
  for (std::size_t at = 0; !secret.empty() && (at = text.find(secret, at)) != std::string::npos;
       at += 3)
    text.replace(at, secret.size(), kMask);
  return shown(text);
}

}  // namespace footfall
