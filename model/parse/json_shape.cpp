#include "model/parse/json_shape.h"

#include <algorithm>
#include <optional>

#include "model/core/decimal.h"
#include "model/input/chunk.h"
#include "model/parse/json_nesting.h"
#include "model/parse/json_scanner.h"

namespace footfall {
namespace {

using Form = JsonShape::Form;

// The text's own copy: 64 bytes behind it are readable.
std::string padded(std::string_view text) {
  std::string copy(text);
  copy.append(kChunkPadding, '\0');
  return copy;
}

bool is_valid_object(std::string_view object) {
  const std::string line = as_json_line(object);
  const char* const end = json::skip_value(line.data(), 1);
  return end != nullptr && static_cast<std::size_t>(end - line.data()) == object.size() &&
         json::valid_utf8(object);
}

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, text.find('\n', at) - at);
}

// Whether nothing but blanks and a comma stands in it.
bool only_ends(std::string_view text) {
  return text.find_first_not_of(" \t\r,") == std::string_view::npos;
}

// An array directly under the object at the front of `text` whose elements open with `bracket`, or
// an empty array where it has no other.
std::optional<JsonShape> find_member_array(std::string_view text, char bracket) {
  // Line ends in strings would end the scan of a key; there they are wrong anyway.
  const std::string line = as_json_line(text);
  std::optional<JsonShape> empty;
  const char* const begin = line.data();
  const char* p = json::skip_blanks(begin + 1);
  while (*p == '"') {
    const char* const key = p + 1;
    const char* const end = json::find_string_end(key);
    if (end == nullptr) return empty;
    p = json::skip_blanks(end + 1);
    if (*p != ':') return empty;
    p = json::skip_blanks(p + 1);
    if (*p == '[') {
      const char* const first = json::skip_blanks(p + 1);
      if (*first == bracket || (*first == ']' && !empty)) {
        JsonShape shape;
        shape.form = Form::member;
        shape.member.assign(key, end);
        shape.begin = static_cast<std::size_t>(p + 1 - begin);
        if (*first == bracket) return shape;
        empty = shape;
      }
    }
    p = json::skip_value(p, 2);
    if (p == nullptr) return empty;
    p = json::skip_blanks(p);
    if (*p != ',') return empty;
    p = json::skip_blanks(p + 1);
  }
  return empty;
}

// Whether one of the lines behind the first is a whole object that names a role.
bool later_line_names(std::string_view text, std::size_t at, const NamedRoles& named) {
  constexpr std::size_t kLooked = 20;
  for (std::size_t looked = 0; looked < kLooked; ++looked) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return false;
    at = end + 1;
    const std::string line = padded(line_at(text, at));
    const std::string_view shown(line.data(), line.size() - kChunkPadding);
    const std::size_t begin = shown.find_first_not_of(" \t");
    if (begin == std::string_view::npos || shown[begin] != '{') continue;
    const std::size_t size = json_extent(shown.substr(begin));
    if (size == std::string_view::npos || !only_ends(shown.substr(begin + size))) continue;
    const std::string_view object = shown.substr(begin, size);
    if (is_valid_object(object) && named(object) > 0) return true;
  }
  return false;
}

// Whether a line is whole objects, one behind the other.
bool only_objects(std::string_view line) {
  const char* const end = line.data() + line.size();
  for (const char* p = line.data(); (p = skip_between_records(p, end)) != end;) {
    JsonNesting nesting;
    if (*p != '{' || nesting.scan(p, end) != JsonNesting::Stop::closed) return false;
  }
  return true;
}

// Whether JSON that is open at a line's end goes on in the text behind it.
bool goes_on(std::string_view line, std::string_view next) {
  const std::string_view shown = trim_blanks(line);
  const std::size_t first = next.find_first_not_of(" \t\r\n");
  return std::string_view("{[,:").find(shown.back()) != std::string_view::npos &&
         first != std::string_view::npos &&
         std::string_view("\"{[}]-0123456789tfn").find(next[first]) != std::string_view::npos;
}

}  // namespace

std::string as_json_line(std::string_view record) {
  std::string line(record);
  std::ranges::replace(line, '\n', '\r');
  line += '\n';
  line.append(kChunkPadding, '\0');
  return line;
}

JsonShape find_json_shape(std::string_view text, const NamedRoles& named) {
  const auto from = [&text](std::size_t at) {
    return static_cast<std::size_t>(
        skip_between_records(text.data() + at, text.data() + text.size()) - text.data());
  };
  JsonShape shape;
  const std::size_t start = from(0);
  if (start == text.size()) return shape;
  if (text[start] == '[') {
    const std::size_t inside = from(start + 1);
    const bool of_objects = inside == text.size() || text[inside] == '{' || text[inside] == ']';
    // A line that is an array is broken where the others are objects.
    if (!of_objects && later_line_names(text, start, named)) return shape;
    shape.form = Form::array;
    shape.begin = start + 1;
    return shape;
  }
  if (text[start] != '{') return shape;
  const std::string rest = padded(text.substr(start));
  const std::string_view front(rest.data(), rest.size() - kChunkPadding);
  const std::size_t size = json_extent(front);
  const bool whole = size != std::string_view::npos;
  const std::string_view first = front.substr(0, size);
  const std::string_view line = line_at(front, 0);
  const bool valid = whole && is_valid_object(first);
  const bool on_line = whole && size <= line.size();
  const std::string_view behind = on_line ? line.substr(size) : std::string_view();
  const bool alone = on_line && only_ends(behind);

  if (std::optional<JsonShape> member = find_member_array(first, '{')) {
    const bool record = alone || (!on_line && valid);
    const std::size_t names = record ? named(first) : 0;
    member->begin += start;
    const std::vector<std::string_view> records = first_records(text, *member, 1);
    const std::size_t inside = records.empty() ? 0 : named(records.front());
    // Where neither names a role, objects on lines of their own are the records. One over several
    // lines has to name more of them than what is in it.
    const bool last = !alone || from(start + size) == text.size();
    if (inside > names || (names == 0 && last) || (!alone && inside == names)) return *member;
  }
  if (alone) return shape;
  const std::size_t line_end = std::min(line.size() + 1, front.size());
  const bool more_lines = from(start + line_end) < text.size();
  // Joined objects may be lines, too, but where one line is all there is.
  const bool joined = on_line && only_objects(line) && !more_lines;
  const bool spans =
      !on_line &&
      (valid || (!later_line_names(front, 0, named) && goes_on(line, front.substr(line_end))));
  if (joined || spans) shape.form = Form::objects;
  return shape;
}

std::optional<JsonLists> find_lists(std::string_view text) {
  const char* const text_end = text.data() + text.size();
  if (const char* const p = skip_between_records(text.data(), text_end); p == text_end || *p != '[')
    return std::nullopt;
  const std::string copy = padded(text);
  const char* const end = copy.data() + text.size();
  const char* const begin = skip_between_records(copy.data(), end);
  const std::string_view front(begin, static_cast<std::size_t>(end - begin));
  const std::size_t size = json_extent(front);
  const bool whole = size != std::string_view::npos;
  const std::string line = as_json_line(front.substr(0, size));
  const char* const first = json::skip_blanks(line.data() + 1);
  if (*first == '{' || (*first == ']' && whole)) return std::nullopt;
  // A text that goes on shows by its first list what it is.
  const char* const value = whole ? line.data() : first;
  if (*value != '[' || json::skip_value(value, 1) == nullptr) return std::nullopt;
  if (whole && !only_ends(line_at(front, size))) return std::nullopt;
  return JsonLists{*first == '[' ? JsonLists::Form::array : JsonLists::Form::lines, {}};
}

std::optional<JsonLists> find_member_lists(std::string_view text) {
  const std::string copy = padded(text);
  const char* const end = copy.data() + text.size();
  const char* const begin = skip_between_records(copy.data(), end);
  if (begin == end || *begin != '{') return std::nullopt;
  const std::string_view front(begin, static_cast<std::size_t>(end - begin));
  const std::optional<JsonShape> found = find_member_array(front, '[');
  if (!found || front[found->begin] == ']') return std::nullopt;
  return JsonLists{JsonLists::Form::member, found->member};
}

std::vector<std::string_view> first_records(std::string_view text, const JsonShape& shape,
                                            std::size_t most) {
  std::vector<std::string_view> records;
  const std::string copy = padded(text);
  const char* const begin = copy.data();
  const char* const end = begin + text.size();
  const auto view = [&](const char* from, const char* to) {
    return text.substr(static_cast<std::size_t>(from - begin), static_cast<std::size_t>(to - from));
  };
  const bool lines = shape.form == Form::lines;
  for (const char* p = begin + std::min(shape.begin, text.size()); records.size() < most;) {
    p = skip_between_records(p, end);
    if (p == end) break;
    if (*p == ']' || *p == '}') break;  // the array's end
    const char* const stop = lines ? std::find(p, end, '\n') : end;
    if (*p == '{' || *p == '[') {
      JsonNesting nesting;
      const char* const from = p;
      if (nesting.scan(p, stop) == JsonNesting::Stop::closed) {
        if (*from == '{') records.push_back(view(from, p));
        continue;
      }
      if (!lines) break;
      p = stop;
      continue;
    }
    p = lines ? stop : JsonStray().scan(p, end);
  }
  return records;
}

}  // namespace footfall
