#include "model/parse/role_source.h"

#include <charconv>

#include "model/core/decimal.h"

namespace footfall {
namespace {

// Where the first of `wanted` stands outside quotes and brackets; npos where there is none.
std::size_t find_outside(std::string_view text, std::string_view wanted) {
  bool quoted = false;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted) continue;
    if (depth == 0 && wanted.find(text[i]) != std::string_view::npos) return i;
    if (text[i] == '[') ++depth;
    if (text[i] == ']' && depth > 0) --depth;
  }
  return std::string_view::npos;
}

std::vector<std::string_view> split_outside(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = find_outside(text, separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::optional<ColumnRef> parse_ref(std::string_view text) {
  text = trim_blanks(text);
  if (text.empty()) return std::nullopt;
  ColumnRef ref;
  if (text.front() == '"' && text.size() >= 2 && text.back() == '"' &&
      text.find('"', 1) == text.size() - 1) {
    ref.quoted = true;
    ref.name = text.substr(1, text.size() - 2);
    if (ref.name.empty()) return std::nullopt;
    return ref;
  }
  ref.name = text;
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault == std::errc() && end == text.data() + text.size() && number > 0)
    ref.number = number - 1;
  return ref;
}

}  // namespace

std::optional<SourceWords> parse_source(std::string_view text) {
  SourceWords words;
  if (trim_blanks(text) == "@row") {
    words.each_row = true;
    return words;
  }
  if (trim_blanks(text) == "@none") {
    words.none = true;
    return words;
  }
  for (const std::string_view alternative : split_outside(text, "|")) {
    std::vector<ColumnRef>& joined = words.alternatives.emplace_back();
    for (const std::string_view part : split_outside(alternative, "+")) {
      std::optional<ColumnRef> ref = parse_ref(part);
      if (!ref) return std::nullopt;
      joined.push_back(std::move(*ref));
    }
  }
  return words;
}

std::optional<std::vector<MappedRole>> parse_map(std::string_view text) {
  std::vector<MappedRole> roles;
  for (const std::string_view part : split_outside(text, ",")) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string_view role = trim_blanks(part.substr(0, equals));
    const std::string_view source = trim_blanks(part.substr(equals + 1));
    if (role.empty() || source.empty() || !parse_source(source)) return std::nullopt;
    roles.push_back({std::string(role), std::string(source)});
  }
  return roles;
}

std::string source_word(std::string_view name) {
  const std::optional<ColumnRef> ref = parse_ref(name);
  const bool plain = ref && !ref->quoted && !ref->number && ref->name == name && name != "@row" &&
                     name != "@none" && name.find_first_of(",+|[]\"=") == std::string_view::npos;
  return plain ? std::string(name) : '"' + std::string(name) + '"';
}

}  // namespace footfall
