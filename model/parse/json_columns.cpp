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
