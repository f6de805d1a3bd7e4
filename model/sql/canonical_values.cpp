#include "model/sql/canonical_values.h"

#include <algorithm>

#include "model/core/timestamp.h"
#include "model/parse/input_formats.h"

namespace footfall {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// Where the values of a place stand in the table.
std::size_t column_of(const RoleSource& place, bool by_column,
                      const std::vector<EventColumn>& columns) {
  if (place.keys.size() != (by_column ? 0 : 1)) return kNowhere;
  const auto found = std::ranges::find_if(columns, [&](const EventColumn& column) {
    return by_column ? column.column != CsvLayout::kAbsent && column.column == place.column
                     : column.name == place.keys.front();
  });
  return found == columns.end() ? kNowhere : static_cast<std::size_t>(found - columns.begin());
}

std::vector<std::size_t> columns_of(const std::vector<RoleSource>& places, bool by_column,
                                    const std::vector<EventColumn>& columns) {
  std::vector<std::size_t> found;
  for (const RoleSource& place : places) found.push_back(column_of(place, by_column, columns));
  return found;
}

// The place that a role is, as it is written there.
bool is_one_place(const ComposedRole& role) {
  return !role.each_row && role.alternatives.size() == 1 && role.alternatives.front().size() == 1;
}

bool has_its_places(const ComposedRole& role, const std::vector<std::size_t>& places) {
  return std::ranges::all_of(role.alternatives, [&](const std::vector<std::size_t>& parts) {
    return std::ranges::all_of(parts, [&](std::size_t part) { return places[part] != kNowhere; });
  });
}

bool by_column(const InputLayout& layout) {
  return format_row(layout.format).fields == FieldsBy::column;
}

std::size_t find_name(const std::vector<EventColumn>& columns, std::string_view name) {
  const auto found = std::ranges::find(columns, name, &EventColumn::name);
  return found == columns.end() ? kNowhere : static_cast<std::size_t>(found - columns.begin());
}

}  // namespace

std::vector<EventColumn> composed_columns(const InputLayout& layout,
                                          const std::vector<EventColumn>& columns) {
  std::vector<EventColumn> added;
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    const auto places = columns_of(layout.roles[type], by_column(layout), columns);
    const std::vector<ComposedRole>& roles = layout.composed[type];
    for (std::size_t role = 0; role < roles.size(); ++role) {
      const std::string name(roles_of(type)[role].name);
      const bool made = roles[role].each_row || !roles[role].alternatives.empty();
      if (made && !is_one_place(roles[role]) && has_its_places(roles[role], places) &&
          find_name(columns, name) == kNowhere && find_name(added, name) == kNowhere)
        added.push_back({name, false, true});
    }
  }
  return added;
}

CanonicalValues::CanonicalValues(const InputLayout& layout, const std::vector<EventColumn>& columns,
                                 const TimeZone& source_zone)
    : by_column_(by_column(layout)), rewritten_(columns.size()) {
  if (format_row(layout.format).fields == FieldsBy::position) return;
  // Payments first: every report reads their times.
  std::vector<EventType> types = {EventType::payment};
  for (const EventType type : kEventTypes)
    if (type != EventType::payment) types.push_back(type);
  for (const EventType type : types) {
    if (!layout.feeds.contains(type)) continue;
    Reading reading{type,
                    columns_of(layout.roles[type], by_column_, columns),
                    {},
                    layout.composed[type],
                    FormReader(type, source_zone, FormReader::For::tables),
                    &layout.forms[type]};
    const std::size_t roles = value_kinds(type).size();
    for (std::size_t role = 0; role < roles; ++role) {
      if (reading.composed.empty()) {
        reading.columns.push_back(reading.places[role]);
        continue;
      }
      ComposedRole& made = reading.composed[role];
      const bool whole = has_its_places(made, reading.places);
      if (!whole) made = {};
      reading.columns.push_back(!whole ? kNowhere
                                : is_one_place(made)
                                    ? reading.places[made.alternatives[0][0]]
                                    : find_name(columns, roles_of(type)[role].name));
    }
    reading.forms.follow(layout.forms[type], value_kinds(type), by_column_);
    readings_.push_back(std::move(reading));
  }
}

void CanonicalValues::begin_chunk(const Chunk& chunk) {
  chunk_ = &chunk;
  texts_.reset();
  for (Reading& reading : readings_) reading.forms.begin_chunk();
}

void CanonicalValues::rewrite(std::span<Field> fields, const RecordPlace& place) {
  rewritten_.assign(rewritten_.size(), false);
  for (Reading& reading : readings_) {
    place_fields_.clear();
    for (const std::size_t column : reading.places)
      place_fields_.push_back(column == kNowhere ? Field{} : fields[column]);
    if (reading.composed.empty()) {
      rewrite(reading, place_fields_.data(), fields);
      continue;
    }
    struct Sink {
      CanonicalValues& values;
      Reading& reading;
      std::span<Field> fields;
      void row(const Field* roles, const RecordPlace& /*place*/) {
        for (std::size_t role = 0; role < reading.columns.size(); ++role)
          if (const std::size_t column = reading.columns[role];
              column != kNowhere && !values.rewritten_[column] &&
              !is_one_place(reading.composed[role]))
            fields[column] = roles[role];
        values.rewrite(reading, roles, fields);
      }
      void reject(RejectReason /*reason*/, const RecordPlace& /*place*/) {}
      void left_out(const RecordPlace& /*place*/) {}
    } sink{*this, reading, fields};
    RowsOf rows(sink);
    ComposedRows(reading.composed, reading.type, *chunk_, texts_, rows)
        .row(place_fields_.data(), place);
  }
}

void CanonicalValues::rewrite(Reading& reading, const Field* roles, std::span<Field> fields) {
  bool canonical = true;
  for (std::size_t role = 0; role < reading.columns.size() && canonical; ++role)
    canonical = is_canonical(reading, role, roles[role]);
  if (canonical) return;
  const FormReader::Rewritten row = reading.forms.rewrite(roles, null_words_);
  if (row.contradiction && !contradiction_)
    contradiction_ = {reading.type, row.contradiction->role, std::string(row.contradiction->value)};
  for (std::size_t role = 0; role < reading.columns.size(); ++role) {
    const std::size_t column = reading.columns[role];
    if (column == kNowhere || rewritten_[column] || is_canonical(reading, role, roles[role]))
      continue;
    // What is in no form is for the report to reject.
    if (row.fields[role].text == FormReader::kUnreadable) continue;
    fields[column] = row.fields[role];
    rewritten_[column] = true;
  }
}

bool CanonicalValues::is_canonical(Reading& reading, std::size_t role, const Field& field) const {
  if (field.kind != FieldKind::text && field.kind != FieldKind::number) return true;
  const std::string_view text = trim_blanks(field.text);
  if (text.empty()) return true;
  const ValueForms& forms = *reading.written;
  switch (value_kinds(reading.type)[role]) {
    case ValueKind::text:
    case ValueKind::page:
    case ValueKind::code:
      return !by_column_ || !is_null_id(field.text);
    case ValueKind::time:
      return forms.time(role).plain() && reading.forms.is_table_time(text);
    case ValueKind::day: {
      Day day = 0;
      return forms.time(role).plain() && parse_date(text, day);
    }
    case ValueKind::count:
    case ValueKind::number:
      return (field.kind == FieldKind::number || forms.mark == DecimalMark::point) &&
             (role >= forms.scales.size() || forms.scales[role].units == 0) &&
             parse_number(text).fault != NumberFault::bad;
  }
  return true;
}

}  // namespace footfall
