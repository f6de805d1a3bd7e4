#include "tests/support/json_oracle.h"

#include <cstdint>
#include <utility>

namespace footfall::testing {
namespace {

struct NotJson {};

class OracleReader {
 public:
  OracleReader(std::string_view text, unsigned max_depth) : text_(text), max_depth_(max_depth) {}

  JsonValue document() {
    JsonValue value = element(1);
    if (at_ != text_.size()) throw NotJson{};
    return value;
  }

 private:
  char peek() const {
    if (at_ == text_.size()) throw NotJson{};
    return text_[at_];
  }
  char take() {
    const char c = peek();
    ++at_;
    return c;
  }
  bool next_is(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool next_in(char low, char high) const {
    return at_ < text_.size() && text_[at_] >= low && text_[at_] <= high;
  }
  void expect(char c) {
    if (take() != c) throw NotJson{};
  }
  void ws() {
    while (next_is(' ') || next_is('\t') || next_is('\n') || next_is('\r')) ++at_;
  }

  JsonValue element(unsigned depth) {
    ws();
    JsonValue value = any(depth);
    ws();
    return value;
  }

  JsonValue any(unsigned depth) {
    const char c = peek();
    if (c == '{') return object(depth);
    if (c == '[') return array(depth);
    JsonValue value;
    if (c == '"') {
      value.kind = JsonValue::Kind::string;
      value.text = string();
    } else if (c == 't') {
      value = literal("true", JsonValue::Kind::boolean);
    } else if (c == 'f') {
      value = literal("false", JsonValue::Kind::boolean);
    } else if (c == 'n') {
      value = literal("null", JsonValue::Kind::null);
    } else {
      value = number();
    }
    return value;
  }

  JsonValue literal(std::string_view word, JsonValue::Kind kind) {
    for (char c : word) expect(c);
    JsonValue value;
    value.kind = kind;
    value.text = word;
    return value;
  }

  JsonValue object(unsigned depth) {
    if (depth > max_depth_) throw NotJson{};
    JsonValue value;
    value.kind = JsonValue::Kind::object;
    expect('{');
    ws();
    if (next_is('}')) {
      ++at_;
      return value;
    }
    for (;;) {
      ws();
      std::string name = string();
      ws();
      expect(':');
      value.members.push_back({std::move(name), element(depth + 1)});
      if (take() == ',') continue;
      --at_;
      expect('}');
      return value;
    }
  }

  JsonValue array(unsigned depth) {
    if (depth > max_depth_) throw NotJson{};
    JsonValue value;
    value.kind = JsonValue::Kind::array;
    expect('[');
    ws();
    if (next_is(']')) {
      ++at_;
      return value;
    }
    for (;;) {
      value.items.push_back(element(depth + 1));
      if (take() == ',') continue;
      --at_;
      expect(']');
      return value;
    }
  }

  void digits() {
    if (!next_in('0', '9')) throw NotJson{};
    while (next_in('0', '9')) ++at_;
  }

  JsonValue number() {
    const std::size_t begin = at_;
    if (next_is('-')) ++at_;
    if (next_is('0')) {
      ++at_;
    } else {
      digits();
    }
    if (next_is('.')) {
      ++at_;
      digits();
    }
    if (next_is('e') || next_is('E')) {
      ++at_;
      if (next_is('+') || next_is('-')) ++at_;
      digits();
    }
    JsonValue value;
    value.kind = JsonValue::Kind::number;
    value.text = text_.substr(begin, at_ - begin);
    return value;
  }

  std::uint32_t unit() {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) {
      static constexpr std::string_view kLower = "0123456789abcdef";
      static constexpr std::string_view kUpper = "0123456789ABCDEF";
      const char c = take();
      std::size_t digit = kLower.find(c);
      if (digit == std::string_view::npos) digit = kUpper.find(c);
      if (digit == std::string_view::npos) throw NotJson{};
      value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return value;
  }

  static void put(std::string& out, std::uint32_t code) {
    const auto byte = [&out](std::uint32_t b) { out += static_cast<char>(b); };
    if (code <= 0x7f) {
      byte(code);
    } else if (code <= 0x7ff) {
      byte(0xc0 + code / 64);
      byte(0x80 + code % 64);
    } else if (code <= 0xffff) {
      byte(0xe0 + code / 4096);
      byte(0x80 + code / 64 % 64);
      byte(0x80 + code % 64);
    } else {
      byte(0xf0 + code / 262144);
      byte(0x80 + code / 4096 % 64);
      byte(0x80 + code / 64 % 64);
      byte(0x80 + code % 64);
    }
  }

  void escape(std::string& out) {
    static constexpr std::string_view kNames = "\"\\/bfnrt";
    static constexpr std::string_view kBytes = "\"\\/\b\f\n\r\t";
    const char c = take();
    if (c != 'u') {
      const std::size_t index = kNames.find(c);
      if (index == std::string_view::npos) throw NotJson{};
      out += kBytes[index];
      return;
    }
    const std::uint32_t first = unit();
    if (first >= 0xdc00 && first <= 0xdfff) throw NotJson{};
    if (first < 0xd800 || first > 0xdbff) return put(out, first);
    expect('\\');
    expect('u');
    const std::uint32_t second = unit();
    if (second < 0xdc00 || second > 0xdfff) throw NotJson{};
    put(out, 0x10000 + (first - 0xd800) * 0x400 + (second - 0xdc00));
  }

  std::string string() {
    std::string out;
    expect('"');
    for (;;) {
      const char c = take();
      if (c == '"') return out;
      if (c == '\\') {
        escape(out);
      } else if (static_cast<unsigned char>(c) < 0x20) {
        throw NotJson{};
      } else {
        out += c;
      }
    }
  }

  std::string_view text_;
  unsigned max_depth_;
  std::size_t at_ = 0;
};

}  // namespace

const JsonValue* JsonValue::member(std::string_view name) const {
  const JsonValue* found = nullptr;
  for (const auto& [key, value] : members)
    if (key == name) found = &value;
  return found;
}

std::optional<JsonValue> read_json(std::string_view text, unsigned max_depth) {
  if (!is_utf8(text)) return std::nullopt;
  try {
    return OracleReader(text, max_depth).document();
  } catch (NotJson) {
    return std::nullopt;
  }
}

bool is_utf8(std::string_view bytes) {
  const auto in = [&bytes](std::size_t at, unsigned low, unsigned high) {
    if (at >= bytes.size()) return false;
    const unsigned char c = static_cast<unsigned char>(bytes[at]);
    return c >= low && c <= high;
  };
  const auto tail = [&in](std::size_t at) { return in(at, 0x80, 0xbf); };
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (in(i, 0x00, 0x7f)) {
      i += 1;
    } else if (in(i, 0xc2, 0xdf) && tail(i + 1)) {
      i += 2;
    } else if (((in(i, 0xe0, 0xe0) && in(i + 1, 0xa0, 0xbf)) ||
                (in(i, 0xe1, 0xec) && tail(i + 1)) ||
                (in(i, 0xed, 0xed) && in(i + 1, 0x80, 0x9f)) ||
                (in(i, 0xee, 0xef) && tail(i + 1))) &&
               tail(i + 2)) {
      i += 3;
    } else if (((in(i, 0xf0, 0xf0) && in(i + 1, 0x90, 0xbf)) ||
                (in(i, 0xf1, 0xf3) && tail(i + 1)) ||
                (in(i, 0xf4, 0xf4) && in(i + 1, 0x80, 0x8f))) &&
               tail(i + 2) && tail(i + 3)) {
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace footfall::testing
