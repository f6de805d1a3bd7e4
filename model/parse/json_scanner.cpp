#include "model/parse/json_scanner.h"

#include <simdjson.h>

#include <cstring>

namespace footfall::json {
namespace {

/// The value of four hex digits, or -1.
int read_hex4(const char* p) {
  int value = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = p[i];
    int digit = 0;
    if (is_digit(c)) {
      digit = c - '0';
    } else if (c >= 'a' && c <= 'f') {
      digit = c - 'a' + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = c - 'A' + 10;
    } else {
      return -1;
    }
    value = value * 16 + digit;
  }
  return value;
}

bool is_high_surrogate(int unit) { return unit >= 0xd800 && unit <= 0xdbff; }
bool is_low_surrogate(int unit) { return unit >= 0xdc00 && unit <= 0xdfff; }

char* append_utf8(char* out, unsigned code_point) {
  const auto put = [&out](unsigned byte) { *out++ = static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xc0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3f));
  } else if (code_point < 0x10000) {
    put(0xe0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3f));
    put(0x80 | (code_point & 0x3f));
  } else {
    put(0xf0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3f));
    put(0x80 | ((code_point >> 6) & 0x3f));
    put(0x80 | (code_point & 0x3f));
  }
  return out;
}

const char* skip_string(const char* p) {
  const char* const end = find_string_end(p + 1);
  return end == nullptr ? nullptr : end + 1;
}

const char* skip_object(const char* p, unsigned depth) {
  if (depth > kMaxDepth) return nullptr;
  p = skip_blanks(p + 1);
  if (*p == '}') return p + 1;
  for (;;) {
    if (*p != '"') return nullptr;
    p = skip_string(p);
    if (p == nullptr) return nullptr;
    p = skip_blanks(p);
    if (*p != ':') return nullptr;
    p = skip_value(skip_blanks(p + 1), depth + 1);
    if (p == nullptr) return nullptr;
    p = skip_blanks(p);
    if (*p == '}') return p + 1;
    if (*p != ',') return nullptr;
    p = skip_blanks(p + 1);
  }
}

const char* skip_array(const char* p, unsigned depth) {
  if (depth > kMaxDepth) return nullptr;
  p = skip_blanks(p + 1);
  if (*p == ']') return p + 1;
  for (;;) {
    p = skip_value(p, depth + 1);
    if (p == nullptr) return nullptr;
    p = skip_blanks(p);
    if (*p == ']') return p + 1;
    if (*p != ',') return nullptr;
    p = skip_blanks(p + 1);
  }
}

}  // namespace

const char* skip_escape(const char* p) {
  switch (p[1]) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      return p + 2;
    case 'u':
      break;
    default:
      return nullptr;
  }
  const int unit = read_hex4(p + 2);
  if (unit < 0 || is_low_surrogate(unit)) return nullptr;
  if (!is_high_surrogate(unit)) return p + 6;
  if (p[6] != '\\' || p[7] != 'u' || !is_low_surrogate(read_hex4(p + 8))) return nullptr;
  return p + 12;
}

const char* find_string_end(const char* p) {
  for (;;) {
    p = find_string_stop(p);
    if (*p == '"') return p;
    if (*p != '\\') return nullptr;
    p = skip_escape(p);
    if (p == nullptr) return nullptr;
  }
}

const char* skip_literal(const char* p) {
  // Beyond the line's end there is padding, so four or five bytes can be compared at any place.
  if (std::memcmp(p, "true", 4) == 0 || std::memcmp(p, "null", 4) == 0) return p + 4;
  if (std::memcmp(p, "false", 5) == 0) return p + 5;
  return nullptr;
}

const char* skip_value(const char* p, unsigned depth) {
  switch (*p) {
    case '"':
      return skip_string(p);
    case '{':
      return skip_object(p, depth);
    case '[':
      return skip_array(p, depth);
    case 't':
    case 'f':
    case 'n':
      return skip_literal(p);
    default:
      return skip_number(p);
  }
}

std::size_t unescape(std::string_view content, char* out) {
  char* const begin = out;
  const char* p = content.data();
  const char* const end = p + content.size();
  while (p < end) {
    const void* const found = std::memchr(p, '\\', static_cast<std::size_t>(end - p));
    const char* const stop = found == nullptr ? end : static_cast<const char*>(found);
    const std::size_t plain = static_cast<std::size_t>(stop - p);
    std::memcpy(out, p, plain);
    out += plain;
    if (stop == end) break;
    p = stop + 2;
    switch (stop[1]) {
      case 'b':
        *out++ = '\b';
        break;
      case 'f':
        *out++ = '\f';
        break;
      case 'n':
        *out++ = '\n';
        break;
      case 'r':
        *out++ = '\r';
        break;
      case 't':
        *out++ = '\t';
        break;
      case 'u': {
        int code_point = read_hex4(stop + 2);
        p = stop + 6;
        if (is_high_surrogate(code_point)) {
          code_point = 0x10000 + ((code_point - 0xd800) << 10) + (read_hex4(stop + 8) - 0xdc00);
          p = stop + 12;
        }
        out = append_utf8(out, static_cast<unsigned>(code_point));
        break;
      }
      default:
        *out++ = stop[1];
        break;  // quote, backslash, slash stand for themselves
    }
  }
  return static_cast<std::size_t>(out - begin);
}

bool valid_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

}  // namespace footfall::json
