#include "model/sql/canonical_values.h"

#include <algorithm>

#include "model/core/letter_case.h"
#include "model/core/timestamp.h"
#include "model/parse/input_formats.h"
#include "model/parse/json_scanner.h"
#include "model/parse/json_string.h"

namespace footfall {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

bool by_column(const InputLayout& layout) {
  return format_row(layout.format).fields == FieldsBy::column;
}

std::size_t find_name(const std::vector<EventColumn>& columns, std::string_view name) {
  const auto found = std::ranges::find_if(
      columns, [&](const EventColumn& column) { return equal_in_any_case(column.name, name); });
  return found == columns.end() ? kNowhere : static_cast<std::size_t>(found - columns.begin());
}

std::size_t find_source(const std::vector<EventColumn>& columns, const RoleSource& source,
                        bool by_column) {
  const auto found = std::ranges::find_if(columns, [&](const EventColumn& column) {
    return by_column ? column.column != CsvLayout::kAbsent && column.column == source.column
                     : !source.keys.empty() && column.name == source.keys.front();
  });
  return found == columns.end() ? kNowhere : static_cast<std::size_t>(found - columns.begin());
}

// How each role is made of places, where it is one place too.
std::vector<ComposedRole> roles_made(const InputLayout& layout, EventType type) {
  std::vector<ComposedRole> made = layout.composed[type];
  if (!made.empty()) return made;
  made.resize(layout.roles[type].size());
  for (std::size_t role = 0; role < made.size(); ++role) {
    const RoleSource& source = layout.roles[type][role];
    if (source.column != CsvLayout::kAbsent || !source.keys.empty())
      made[role].alternatives = {{role}};
  }
  return made;
}

// The place that a role is, as it is written there.
bool is_one_place(const ComposedRole& role) {
  return !role.each_row && role.alternatives.size() == 1 && role.alternatives.front().size() == 1;
}

bool is_made(const ComposedRole& role) { return role.each_row || !role.alternatives.empty(); }

// Where the objects are that reports on tables look for the role in, as `metadata` of a price.
std::string_view object_of(EventType type, std::size_t role) {
  const std::string_view path = roles_of(type)[role].json_path;
  return path.substr(0, std::min(path.find('.'), path.size()));
}
bool stands_in_object(EventType type, std::size_t role) {
  return roles_of(type)[role].json_path.find('.') != std::string_view::npos;
}

}  // namespace

std::vector<CanonicalValues::Place> CanonicalValues::places_of(
    const InputLayout& layout, EventType type, const std::vector<EventColumn>& columns) {
  std::vector<Place> places;
  const bool table = by_column(layout);
  for (const RoleSource& source : layout.roles[type]) {
    Place& place = places.emplace_back(find_source(columns, source, table), source.keys);
    const bool within = source.keys.size() > (table ? 0 : 1);
    if (source.must_occur && place.column != kNowhere && (within || !columns[place.column].seen))
      place.awaited = (table ? layout.header[source.column] + '.' : "") + shown_path(source.keys);
    if (!table && !place.keys.empty()) place.keys.erase(place.keys.begin());
  }
  return places;
}

CanonicalValues::Target CanonicalValues::target_of(EventType type, std::size_t role,
                                                   const ComposedRole& made,
                                                   const std::vector<Place>& places,
                                                   const std::vector<EventColumn>& columns) {
  const auto is_somewhere = [&](const std::vector<std::size_t>& parts) {
    return std::ranges::all_of(parts,
                               [&](std::size_t part) { return places[part].column != kNowhere; });
  };
  if (!is_made(made) || !std::ranges::all_of(made.alternatives, is_somewhere)) return {kNowhere};
  const std::size_t only = is_one_place(made) ? made.alternatives.front().front() : kNoPlace;
  const std::string_view name = roles_of(type)[role].name;
  const std::size_t object =
      stands_in_object(type, role) ? find_name(columns, object_of(type, role)) : kNowhere;
  if (object != kNowhere) {
    const auto is_own = [&](const Place& place) {
      return place.column == object && place.keys.size() == 1 && place.keys.front() == name;
    };
    const auto own =
        static_cast<std::size_t>(std::ranges::find_if(places, is_own) - places.begin());
    if (own < places.size()) return {object, name, own != only, own};
    if (columns[object].json) return {object, name, true, kNoPlace};
  }
  if (only != kNoPlace && places[only].keys.empty()) return {places[only].column, {}, made.utc};
  return {find_name(columns, name), {}, true};
}

std::vector<EventColumn> composed_columns(const InputLayout& layout,
                                          const std::vector<EventColumn>& columns) {
  std::vector<EventColumn> added;
  if (format_row(layout.format).fields == FieldsBy::position) return added;
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    const auto places = CanonicalValues::places_of(layout, type, columns);
    const std::vector<ComposedRole> roles = roles_made(layout, type);
    for (std::size_t role = 0; role < roles.size(); ++role) {
      const std::string name(roles_of(type)[role].name);
      if (find_name(columns, name) != kNowhere || find_name(added, name) != kNowhere) continue;
      std::vector<EventColumn> with_it = columns;
      with_it.push_back({name, false, true});
      const auto target = CanonicalValues::target_of(type, role, roles[role], places, with_it);
      if (target.column == columns.size()) added.push_back(with_it.back());
    }
  }
  return added;
}

std::vector<EventColumn> source_columns(const InputLayout& layout,
                                        const std::vector<EventColumn>& columns) {
  std::vector<EventColumn> sources;
  if (format_row(layout.format).fields != FieldsBy::key) return sources;
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    const std::vector<ComposedRole> roles = roles_made(layout, type);
    for (std::size_t role = 0; role < roles.size(); ++role) {
      const std::size_t own = find_name(columns, roles_of(type)[role].name);
      if (own == kNowhere) continue;
      for (const std::vector<std::size_t>& parts : roles[role].alternatives)
        for (const std::size_t part : parts) {
          const RoleSource& source = layout.roles[type][part];
          const bool plain = is_one_place(roles[role]) && source.keys.size() == 1;
          if (plain || find_source(columns, source, false) != kNowhere ||
              find_source(sources, source, false) != kNowhere)
            continue;
          sources.push_back({source.keys.front(), source.keys.size() > 1, false});
        }
    }
  }
  return sources;
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
                    places_of(layout, type, columns),
                    {},
                    layout.composed[type],
                    FormReader(type, source_zone, FormReader::For::tables),
                    &layout.forms[type]};
    const std::vector<ComposedRole> roles = roles_made(layout, type);
    for (std::size_t role = 0; role < roles.size(); ++role) {
      reading.targets.push_back(target_of(type, role, roles[role], reading.places, columns));
      if (reading.targets.back().column == kNowhere && !reading.composed.empty())
        reading.composed[role] = {};
    }
    std::vector<JsonColumnPlace> within;
    for (std::size_t i = 0; i < reading.places.size(); ++i)
      if (const Place& place = reading.places[i]; place.column != kNowhere && !place.keys.empty())
        within.push_back({i, place.column, place.keys, !place.awaited.empty()});
    reading.within = JsonColumnReader(within);
    reading.forms.follow(layout.forms[type], value_kinds(type), by_column_);
    readings_.push_back(std::move(reading));
  }
}

void CanonicalValues::begin_chunk(const Chunk& chunk) {
  chunk_ = &chunk;
  texts_.reset();
  for (Reading& reading : readings_) {
    reading.forms.begin_chunk();
    reading.within.begin();
  }
}

// The values of a reading's places.
void CanonicalValues::find_places(Reading& reading, std::span<const Field> fields) {
  place_fields_.clear();
  for (const Place& place : reading.places) {
    Field field = place.column == kNowhere ? Field{} : fields[place.column];
    // A text of JSON has nothing within, whatever it looks like.
    if (!place.keys.empty() && !by_column_ && field.kind == FieldKind::text)
      field = {"0", FieldKind::number};
    place_fields_.push_back(field);
  }
  if (!reading.within.empty()) reading.within.read(place_fields_);
  for (std::size_t i = 0; i < reading.places.size(); ++i) {
    std::string& awaited = reading.places[i].awaited;
    const bool seen = place_fields_[i].kind != FieldKind::missing ||
                      (i < JsonLayout::kMostWatched && (reading.within.found() >> i & 1) != 0);
    if (!awaited.empty() && seen) awaited.clear();
  }
}

void CanonicalValues::rewrite(std::span<Field> fields, const RecordPlace& place) {
  rewritten_.assign(rewritten_.size(), false);
  for (Reading& reading : readings_) {
    find_places(reading, fields);
    if (reading.composed.empty()) {
      rewrite(reading, place_fields_.data(), fields);
      continue;
    }
    struct Sink {
      CanonicalValues& values;
      Reading& reading;
      std::span<Field> fields;
      void row(const Field* roles, const RecordPlace& /*place*/) {
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
  for (std::size_t role = 0; role < reading.targets.size(); ++role) {
    const Target& target = reading.targets[role];
    if (target.column == kNowhere) continue;
    const bool as_it_is = is_canonical(reading, role, roles[role]);
    canonical = canonical && as_it_is;
    if (by_column_ && target.own != kNoPlace) {
      // No database takes such a text for JSON: the row is one that no report counts.
      Field& object = fields[target.column];
      const FieldKind within = place_fields_[target.own].kind;
      if (within == FieldKind::wrong_type) object.kind = within;
      if (within == FieldKind::missing && !trim_blanks(object.text).starts_with('{')) object = {};
    }
    if (!target.made || rewritten_[target.column]) continue;
    if (target.member.empty())
      fields[target.column] = roles[role];
    else if (as_it_is && !stands_there(target, roles[role]))
      put_member(target, roles[role], fields[target.column]);
  }
  if (canonical) return;
  const FormReader::Rewritten row = reading.forms.rewrite(roles, null_words_);
  if (row.contradiction && !contradiction_)
    contradiction_ = {reading.type, row.contradiction->role, std::string(row.contradiction->value)};
  for (std::size_t role = 0; role < reading.targets.size(); ++role) {
    const Target& target = reading.targets[role];
    if (target.column == kNowhere || rewritten_[target.column] ||
        is_canonical(reading, role, roles[role]))
      continue;
    // What is in no form is for the report to reject.
    const bool unreadable = row.fields[role].text == FormReader::kUnreadable;
    if (!target.member.empty()) {
      const Field& value = unreadable ? roles[role] : row.fields[role];
      if (!stands_there(target, value)) put_member(target, value, fields[target.column]);
    } else if (!unreadable) {
      fields[target.column] = row.fields[role];
    } else {
      continue;
    }
    rewritten_[target.column] = true;
  }
}

bool CanonicalValues::stands_there(const Target& target, const Field& value) const {
  if (target.own == kNoPlace) return false;
  const Field& own = place_fields_[target.own];
  return own.kind == value.kind && own.text == value.text;
}

// What is no object has no members, and is told of by the report.
void CanonicalValues::put_member(const Target& target, const Field& value, Field& object) {
  if (value.kind == FieldKind::missing && object.text.find(target.member) == std::string_view::npos)
    return;
  std::string json = "null";
  if (value.kind == FieldKind::wrong_type) json = "[]";  // what it was is of no matter
  if (value.kind == FieldKind::text || value.kind == FieldKind::number) {
    json = value.text;
    const std::string line = json + std::string(1 + kChunkPadding, '\n');
    const char* const end = json::skip_number(line.data());
    if (end == nullptr || end != line.data() + json.size()) json = json_string(value.text);
  }
  // Strings and numbers of JSON are no objects, a text of CSV may be one.
  if (!by_column_ && object.kind != FieldKind::wrong_type && object.kind != FieldKind::missing)
    return;
  if (const auto text = with_member(object.text, target.member, json, texts_))
    object = {*text, by_column_ ? FieldKind::text : FieldKind::wrong_type};
}

std::string CanonicalValues::unseen_key() const {
  for (const Reading& reading : readings_)
    for (const Place& place : reading.places)
      if (!place.awaited.empty()) return place.awaited;
  return {};
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
