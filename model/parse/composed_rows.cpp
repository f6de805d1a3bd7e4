#include "model/parse/composed_rows.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "model/core/decimal.h"
#include "model/core/letter_case.h"
#include "model/core/null_words.h"

namespace footfall {
namespace {

// By the rules of its role: an id is missing only when it is empty.
bool is_missing(const Field& field, ValueKind kind) {
  if (field.kind == FieldKind::wrong_type) return false;
  if (kind == ValueKind::text || kind == ValueKind::page)
    return field.text.empty() || field.text == "NULL" || field.text == "\\N";
  const std::string_view text = trim_blanks(field.text);
  return text.empty() || null_word(text) != kNoNullWord;
}

std::string_view copied(std::string_view text, ScratchText& scratch) {
  char* const begin = scratch.allocate(text.size());
  std::memcpy(begin, text.data(), text.size());
  return {begin, text.size()};
}

}  // namespace

ComposedRows::ComposedRows(const std::vector<ComposedRole>& roles, EventType type,
                           const Chunk& chunk, ScratchText& scratch, AnyRows& rows)
    : roles_(roles),
      kinds_(value_kinds(type)),
      scratch_(scratch),
      rows_(rows),
      offset_(chunk.offset),
      input_(chunk.input),
      fields_(roles.size()) {}

void ComposedRows::row(const Field* places, const RecordPlace& place) {
  for (std::size_t role = 0; role < roles_.size(); ++role) {
    const ComposedRole& made = roles_[role];
    Field& field = fields_[role];
    field = {};
    if (made.each_row) {
      field = each_row(place);
      continue;
    }
    for (const std::vector<std::size_t>& parts : made.alternatives) {
      field = parts.size() == 1 ? places[parts.front()] : joined(parts, places);
      if (!is_missing(field, kinds_[role])) break;
    }
    if (made.utc) field = in_utc(field);
  }
  rows_.row(fields_.data(), place);
}

Field ComposedRows::joined(const std::vector<std::size_t>& parts, const Field* places) const {
  std::size_t size = 0;
  for (const std::size_t part : parts) {
    if (places[part].kind == FieldKind::wrong_type) return places[part];
    size += places[part].text.size() + 1;
  }
  char* const begin = scratch_.allocate(size);
  char* out = begin;
  for (const std::size_t part : parts) {
    const std::string_view text = trim_blanks(places[part].text);
    if (text.empty()) continue;
    if (out != begin) *out++ = ' ';
    std::memcpy(out, text.data(), text.size());
    out += text.size();
  }
  if (out == begin) return {};
  return {{begin, static_cast<std::size_t>(out - begin)}, FieldKind::text};
}

Field ComposedRows::each_row(const RecordPlace& place) const {
  const std::string name =
      "row " + std::to_string(input_) + ':' + std::to_string(offset_ + place.offset);
  return {copied(name, scratch_), FieldKind::text};
}

// What has no offset and is no epoch number.
Field ComposedRows::in_utc(const Field& time) const {
  const std::string_view text = trim_blanks(time.text);
  if (time.kind != FieldKind::text || text.empty()) return time;
  const std::size_t colon = text.find(':');
  const std::string_view end = text.substr(text.size() - std::min<std::size_t>(3, text.size()));
  const bool has_offset = equal_in_any_case(end, "utc") || equal_in_any_case(end, "gmt") ||
                          lower_case(text.back()) == 'z' || colon == std::string_view::npos ||
                          text.find_first_of("+-", colon) != std::string_view::npos;
  if (has_offset) return time;
  const bool digit = text.back() >= '0' && text.back() <= '9';
  return {copied(std::string(text) + (digit ? "Z" : " UTC"), scratch_), FieldKind::text};
}

static_assert(RecordSink<ComposedRows>);

}  // namespace footfall
