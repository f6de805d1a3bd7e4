#include <array>
#include <cstdio>

#include "tests/support/twin_json.h"
#include "tests/support/twin_reports.h"

namespace footfall::twin {

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string json_text(const std::string& text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    // The shortest piece from here that is a character; a byte that starts none is invalid.
    std::size_t length = 1;
    while (length <= 4 && i + length <= text.size() && !valid_utf8(text.substr(i, length)))
      ++length;
    std::array<char, 8> escape{};
    const auto byte = static_cast<unsigned char>(text[i]);
    if (length > 4 || i + length > text.size()) {
      std::snprintf(escape.data(), escape.size(), "\\udc%02x", byte);
      out += escape.data();
      ++i;
      continue;
    }
    if (byte == '"')
      out += "\\\"";
    else if (byte == '\\')
      out += "\\\\";
    else if (byte == '\b')
      out += "\\b";
    else if (byte == '\f')
      out += "\\f";
    else if (byte == '\n')
      out += "\\n";
    else if (byte == '\r')
      out += "\\r";
    else if (byte == '\t')
      out += "\\t";
    else if (byte < 0x20) {
      std::snprintf(escape.data(), escape.size(), "\\u%04x", byte);
      out += escape.data();
    } else
      out += text.substr(i, length);
    i += length;
  }
  return out + "\"";
}

std::string json_decimal(const std::string& csv_digits) {
  std::string digits = csv_digits;
  if (digits.find('.') == std::string::npos) digits += ".0";
  while (digits.back() == '0' && digits[digits.size() - 2] != '.') digits.pop_back();
  return digits;
}

std::string json_lines(char open, const std::vector<std::string>& elements, char close) {
  if (elements.empty()) return std::string{open, close, '\n'};
  std::string out{open, '\n'};
  for (std::size_t i = 0; i < elements.size(); ++i)
    out += elements[i] + (i + 1 < elements.size() ? ",\n" : "\n");
  return out + close + '\n';
}

std::string rejects_csv(const Result& result, const std::vector<Input>& inputs) {
  std::string out = "file,line,offset,reason,column,excerpt\n";
  for (const Reject& reject : result.rejects)
    out += csv_field(inputs[reject.file].path) + ',' + std::to_string(reject.line) + ',' +
           std::to_string(reject.offset) + ',' + reject.reason + ',' + reject.column + ',' +
           csv_field(reject.excerpt) + '\n';
  return out;
}

}  // namespace footfall::twin
