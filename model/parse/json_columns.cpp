#include "model/parse/json_columns.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "model/core/decimal.h"
#include "model/input/chunk.h"

namespace footfall {
namespace {

bool holds_nothing(const Field& field) {
  const std::string_view text = trim_blanks(field.text);
  return field.kind == FieldKind::missing || text.empty() || text == "NULL" || text == "null" ||
         text == "\\N";
}

// The text in the form that json_scanner.h takes.
const char* as_line(std::string_view text, ScratchText& scratch) {
  char* const line = scratch.allocate(text.size() + 1 + kChunkPadding);
  std::ranges::transform(text, line, [](char c) { return c == '\n' ? '\r' : c; });
  line[text.size()] = '\n';
  std::memset(line + text.size() + 1, 0, kChunkPadding);
  return line;
}

}  // namespace

std::optional<std::string_view> with_member(std::string_view object, std::string_view key,
                                            std::string_view value, ScratchText& scratch) {
  const bool nothing = holds_nothing({object, FieldKind::text});
  const char* const line = nothing ? nullptr : as_line(object, scratch);
  std::size_t from = object.size();  // what the value takes the place of
  std::size_t to = from;
  bool empty = true;
  bool known = false;
  if (!nothing) {
    const char* p = json::skip_blanks(line);
    if (*p != '{') return std::nullopt;
    p = json::skip_blanks(p + 1);
    std::string name;
    for (empty = *p == '}'; *p != '}';) {
      if (*p != '"') return std::nullopt;
      const char* const end = json::find_string_end(p + 1);
      if (end == nullptr) return std::nullopt;
      const std::string_view written(p + 1, static_cast<std::size_t>(end - p - 1));
      name.resize(written.size());
      name.resize(json::unescape(written, name.data()));
      p = json::skip_blanks(end + 1);
      if (*p != ':') return std::nullopt;
      const char* const begin = json::skip_blanks(p + 1);
      p = json::skip_value(begin, 2);
      if (p == nullptr) return std::nullopt;
      if (name == key) {
        known = true;
        from = static_cast<std::size_t>(begin - line);
        to = static_cast<std::size_t>(p - line);
      }
      p = json::skip_blanks(p);
      if (*p != ',' && *p != '}') return std::nullopt;
      if (*p == ',') p = json::skip_blanks(p + 1);
    }
    if (!known) from = to = static_cast<std::size_t>(p - line);
  }
  std::string text;
  if (nothing) {
    text = "{\"" + std::string(key) + "\":" + std::string(value) + '}';
  } else {
    text = object.substr(0, from);
    if (!known) text += (empty ? "\"" : ",\"") + std::string(key) + "\":";
    text.append(value).append(object.substr(to));
  }
  char* const begin = scratch.allocate(text.size());
  std::memcpy(begin, text.data(), text.size());
  return std::string_view(begin, text.size());
}

JsonColumnReader::JsonColumnReader(const std::vector<JsonColumnPlace>& places) {
  std::map<std::size_t, std::vector<const JsonColumnPlace*>> by_column;
  for (const JsonColumnPlace& place : places) by_column[place.column].push_back(&place);
  for (const auto& [column, all] : by_column) {
    std::vector<std::size_t> fields;
    std::vector<JsonPath> paths;
    std::uint64_t watched = 0;
    for (const JsonColumnPlace* place : all) {
      if (place->must_occur && paths.size() < JsonLayout::kMostWatched)
        watched |= std::uint64_t{1} << paths.size();
      fields.push_back(place->field);
      paths.push_back(place->keys);
    }
    columns_.push_back({std::move(fields), JsonLayout(paths, watched), {}});
  }
}

void JsonColumnReader::begin() {
  texts_.reset();
  found_ = 0;
  for (Column& column : columns_) column.parser.begin(column.layout);
}

void JsonColumnReader::read(std::vector<Field>& fields) {
  for (Column& column : columns_) {
    const Field text = fields[column.fields.front()];
    if (holds_nothing(text)) {
      for (const std::size_t field : column.fields) fields[field] = {};
      continue;
    }
    const char* const end = column.parser.parse_any(as_line(text.text, texts_));
    const bool good =
        end != nullptr && *json::skip_blanks(end) == '\n' && json::valid_utf8(text.text);
    for (std::size_t i = 0; i < column.fields.size(); ++i) {
      const std::size_t field = column.fields[i];
      fields[field] = good ? column.parser.fields()[i] : Field{{}, FieldKind::wrong_type};
      if ((column.parser.found() >> std::min<std::size_t>(i, 63) & 1) != 0 && field < 64)
        found_ |= std::uint64_t{1} << field;
    }
  }
}

}  // namespace footfall
