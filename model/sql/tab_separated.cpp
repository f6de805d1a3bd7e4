#include "model/sql/tab_separated.h"

#include <algorithm>

namespace footfall {
namespace {

constexpr std::size_t kMostColumns = 65535;

void unescape(std::string_view text, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    switch (const char c = text[++i]) {
      case 'b':
        out += '\b';
        break;
      case 'f':
        out += '\f';
        break;
      case 'n':
        out += '\n';
        break;
      case 'r':
        out += '\r';
        break;
      case 't':
        out += '\t';
        break;
      case '0':
        out += '\0';
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

bool TabSeparatedReader::feed(std::string_view piece, const Handler& on_row) {
  for (;;) {
    const std::size_t end = piece.find('\n');
    if (rest_.size() + std::min(end, piece.size()) > longest_) {
      fault_ = "a row of more than 16 MiB";
      return false;
    }
    if (end == std::string_view::npos) {
      rest_ += piece;
      return true;
    }
    std::string_view line = piece.substr(0, end);
    std::string joined;
    if (!rest_.empty()) {
      joined.swap(rest_);
      joined += line;
      line = joined;
    }
    piece.remove_prefix(end + 1);
    if (!read_line(line, on_row)) return false;
  }
}

bool TabSeparatedReader::read_line(std::string_view line, const Handler& on_row) {
  fields_.clear();
  // Grown before views into it are taken.
  const std::size_t count =
      static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1;
  if (count > kMostColumns) {
    fault_ = "a row of more than 65535 columns";
    return false;
  }
  if (unescaped_.size() < count) unescaped_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t end = line.find('\t');
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    if (field == "\\N") {
      fields_.emplace_back();
    } else if (field.find('\\') == std::string_view::npos) {
      fields_.push_back(field);
    } else {
      unescape(field, unescaped_[i]);
      fields_.push_back(unescaped_[i]);
    }
  }
  return on_row(fields_);
}

}  // namespace footfall
