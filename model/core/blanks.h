#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Blanks of any kind, as spreadsheets and printed tables have them: beside space and tab the
// no-break, thin and other spaces of Unicode, in UTF-8.
namespace footfall {

/// Bytes of the blank that `text` begins with; 0: none.
constexpr std::size_t blank_at_front(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text[0]) < 0x80) return text[0] == ' ' || text[0] == '\t' ? 1 : 0;
  if (text.starts_with("\xC2\xA0")) return 2;  // no-break space
  if (text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x81\x9F") ||
      text.starts_with("\xE3\x80\x80"))
    return 3;  // narrow no-break, mathematical and ideographic space
  // U+2000 to U+200A, the thin space among them.
  return text.size() >= 3 && text.starts_with("\xE2\x80") &&
                 static_cast<unsigned char>(text[2]) - 0x80U <= 0x0A
             ? 3
             : 0;
}

/// The same for its end.
constexpr std::size_t blank_at_end(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text.back()) < 0x80)
    return blank_at_front(text.substr(text.size() - 1));
  for (const std::size_t size : {2U, 3U})
    if (text.size() >= size && blank_at_front(text.substr(text.size() - size)) == size) return size;
  return 0;
}

/// Text without the blanks of any kind around it.
constexpr std::string_view trim_all_blanks(std::string_view text) {
  while (const std::size_t size = blank_at_front(text)) text.remove_prefix(size);
  while (const std::size_t size = blank_at_end(text)) text.remove_suffix(size);
  return text;
}

/// Trimmed, with one space for each run of blanks.
inline void squeeze_blanks(std::string_view text, std::string& out) {
  out.clear();
  text = trim_all_blanks(text);
  while (!text.empty()) {
    const std::size_t size = blank_at_front(text);
    if (size == 0) {
      out += text[0];
      text.remove_prefix(1);
    } else {
      if (out.back() != ' ') out += ' ';
      text.remove_prefix(size);
    }
  }
}

}  // namespace footfall
