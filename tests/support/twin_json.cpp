#include "tests/support/twin_json.h"

namespace footfall::twin {
namespace {

constexpr int kDeepest = 256;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool object_alone(Json& value) {
    blanks();
    if (peek() != '{' || !read(value, 1)) return false;
    blanks();
    return at_ == text_.size();
  }

 private:
  // The end of the text reads as a byte that fits nowhere in JSON; a NUL in the text fits nowhere
  // outside of strings either.
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take_word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }
  void blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
  }
  [[nodiscard]] bool digit() const { return peek() >= '0' && peek() <= '9'; }

  bool read(Json& value, int depth) {
    value = Json();
    if (peek() == '{') return depth <= kDeepest && read_object(value, depth);
    if (peek() == '[') return depth <= kDeepest && read_array(value, depth);
    if (peek() == '"') {
      value.kind = Json::Kind::text;
      return read_text(value.text);
    }
    if (take_word("null")) return true;
    value.kind = Json::Kind::boolean;
    if (take_word("true") || take_word("false")) return true;
    value.kind = Json::Kind::number;
    return read_number(value.text);
  }

  bool read_object(Json& value, int depth) {
    value.kind = Json::Kind::object;
    ++at_;
    blanks();
    if (take('}')) return true;
    while (true) {
      std::string key;
      blanks();
      if (peek() != '"' || !read_text(key)) return false;
      blanks();
      if (!take(':')) return false;
      blanks();
      if (!read(value.members[key], depth + 1)) return false;
      blanks();
      if (take('}')) return true;
      if (!take(',')) return false;
    }
  }

  bool read_array(Json& value, int depth) {
    value.kind = Json::Kind::array;
    ++at_;
    blanks();
    if (take(']')) return true;
    while (true) {
      Json element;
      blanks();
      if (!read(element, depth + 1)) return false;
      blanks();
      if (take(']')) return true;
      if (!take(',')) return false;
    }
  }

  bool read_number(std::string& text) {
    const std::size_t begin = at_;
    take('-');
    if (!digit()) return false;
    if (!take('0'))
      while (digit()) ++at_;
    if (take('.')) {
      if (!digit()) return false;
      while (digit()) ++at_;
    }
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!digit()) return false;
      while (digit()) ++at_;
    }
    text = text_.substr(begin, at_ - begin);
    return true;
  }

  bool read_hex(unsigned& code) {
    code = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = peek();
      unsigned value = 0;
      if (c >= '0' && c <= '9')
        value = static_cast<unsigned>(c - '0');
      else if (c >= 'a' && c <= 'f')
        value = static_cast<unsigned>(c - 'a' + 10);
      else if (c >= 'A' && c <= 'F')
        value = static_cast<unsigned>(c - 'A' + 10);
      else
        return false;
      code = code * 16 + value;
      ++at_;
    }
    return true;
  }

  static void append_utf8(std::string& out, unsigned code) {
    const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
      put(code);
    } else if (code < 0x800) {
      put(0xc0 | (code >> 6));
      put(0x80 | (code & 63));
    } else if (code < 0x10000) {
      put(0xe0 | (code >> 12));
      put(0x80 | ((code >> 6) & 63));
      put(0x80 | (code & 63));
    } else {
      put(0xf0 | (code >> 18));
      put(0x80 | ((code >> 12) & 63));
      put(0x80 | ((code >> 6) & 63));
      put(0x80 | (code & 63));
    }
  }

  bool read_escape(std::string& out) {
    const char c = peek();
    ++at_;
    switch (c) {
      case '"':
      case '\\':
      case '/':
        out += c;
        return true;
      case 'b':
        out += '\b';
        return true;
      case 'f':
        out += '\f';
        return true;
      case 'n':
        out += '\n';
        return true;
      case 'r':
        out += '\r';
        return true;
      case 't':
        out += '\t';
        return true;
      case 'u':
        break;
      default:
        return false;
    }
    unsigned code = 0;
    if (!read_hex(code)) return false;
    if (code >= 0xdc00 && code <= 0xdfff) return false;
    if (code >= 0xd800 && code <= 0xdbff) {
      unsigned low = 0;
      if (!take('\\') || !take('u') || !read_hex(low) || low < 0xdc00 || low > 0xdfff) return false;
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }
    append_utf8(out, code);
    return true;
  }

  bool read_text(std::string& out) {
    ++at_;
    out.clear();
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\')
        out += c;
      else if (at_ >= text_.size() || !read_escape(out))
        return false;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

bool valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const unsigned first = static_cast<unsigned char>(text[i++]);
    if (first < 0x80) continue;
    int more = 0;
    unsigned code = 0;
    unsigned least = 0;
    if (first >= 0xc0 && first < 0xe0)
      more = 1, code = first & 31, least = 0x80;
    else if (first >= 0xe0 && first < 0xf0)
      more = 2, code = first & 15, least = 0x800;
    else if (first >= 0xf0 && first < 0xf8)
      more = 3, code = first & 7, least = 0x10000;
    else
      return false;
    for (; more > 0; --more) {
      if (i >= text.size()) return false;
      const unsigned next = static_cast<unsigned char>(text[i++]);
      if ((next & 0xc0) != 0x80) return false;
      code = (code << 6) | (next & 63);
    }
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return false;
  }
  return true;
}

bool read_json_object(std::string_view line, Json& value) {
  return valid_utf8(line) && Reader(line).object_alone(value);
}

}  // namespace footfall::twin
