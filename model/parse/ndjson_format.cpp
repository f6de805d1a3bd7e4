#include "model/parse/ndjson_format.h"

#include <algorithm>

#include "model/core/decimal.h"

namespace footfall {
namespace {

bool opens_object(std::string_view line) { return trim_blanks(line).substr(0, 1) == "{"; }

JsonPath split_path(std::string_view text) {
  JsonPath keys;
  for (;;) {
    const std::size_t dot = text.find('.');
    keys.emplace_back(text.substr(0, dot));
    if (dot == std::string_view::npos) return keys;
    text.remove_prefix(dot + 1);
  }
}

// Gathers the keys; the rows themselves do not matter.
struct KeySink {
  void row(const Field*, const RecordPlace&) {}
  void reject(RejectReason, const RecordPlace&) {}
};

// The keys that reports read, and their place in a table: the first step of a path.
void add_role_keys(EventTypes types, std::vector<EventColumn>& columns) {
  for (const EventType type : kEventTypes) {
    if (!types.contains(type)) continue;
    for (const Role& role : roles_of(type)) {
      const std::size_t dot = role.json_path.find('.');
      const std::string_view key = role.json_path.substr(0, dot);
      const bool json = dot != std::string_view::npos;
      auto found =
          std::ranges::find_if(columns, [&](const EventColumn& c) { return c.name == key; });
      if (found == columns.end())
        found = columns.insert(columns.end(), {std::string(key), false, false});
      found->json = json;
      found->scalar = !json;
    }
  }
}

}  // namespace

bool NdjsonFormat::recognizes(Evidence evidence, const InputHead& head) {
  if (evidence == Evidence::first_line)
    return !head.lines.empty() && opens_object(head.lines.front());
  return evidence == Evidence::line_front && std::ranges::any_of(head.lines, opens_object);
}

Result<std::optional<InputLayout>> NdjsonFormat::read_layout(const InputHead& head) {
  InputLayout layout;
  layout.format = kFormat;
  layout.dialect.record_limit = head.options.record_limit;
  for (const EventType type : kEventTypes) {
    if (!head.request.wanted.contains(type)) continue;
    bool fits = true;
    for (const Role& role : roles_of(type)) {
      const auto mapped = head.options.columns.find(role.name);
      JsonPath keys = split_path(
          mapped == head.options.columns.end() ? role.json_path : std::string_view(mapped->second));
      // A report fits where every required key stands in one of the first lines.
      const std::string quoted = '"' + keys.front() + '"';
      fits = fits && (!role.required || std::ranges::any_of(head.lines, [&](std::string_view line) {
               return line.find(quoted) != std::string_view::npos;
             }));
      layout.roles[type].push_back({RoleSource().column, std::move(keys)});
    }
    if (fits || head.request.required) layout.feeds.insert(type);
  }
  if (layout.feeds.empty())
    return Error{ErrorKind::unknown_format,
                 head.path,
                 std::string(head.lines.empty() ? "" : head.lines.front().substr(0, kShownHeader)),
                 {}};
  return std::optional<InputLayout>(std::move(layout));
}

std::unique_ptr<RecordCutter> NdjsonFormat::make_cutter(const InputLayout& layout) {
  return std::make_unique<LineCutter>(layout.dialect.record_limit);
}

void NdjsonFormat::RoleParser::follow(const InputLayout& layout, EventType events) {
  shared_ = layout.feeds != EventTypes(events);
  std::vector<JsonPath> paths;
  for (const EventType each : kEventTypes) {
    if (!layout.feeds.contains(each)) continue;
    if (each == events) first_ = paths.size();
    for (const RoleSource& source : layout.roles[each]) paths.push_back(source.keys);
  }
  layout_.emplace(NdjsonLayout{JsonLayout(paths), layout.dialect.record_limit});
}

Result<std::vector<EventColumn>> NdjsonFormat::table_columns(const TableInput& input) {
  std::vector<EventColumn> columns;
  for (const std::string& name : input.columns) columns.push_back({name, false, false});
  if (columns.empty()) {
    MemberScratch scratch;
    const MemberLayout layout{{{}, true}, input.layout.dialect.record_limit};
    KeySink sink;
    const Status read =
        input.look_ahead([&](const Chunk& chunk) { parse_ndjson(chunk, layout, scratch, sink); });
    if (!read) return read.error();
    if (scratch.parser.columns().size() > MemberParser::kMostColumns)
      return Error{ErrorKind::unsupported, input.path, "a file with more than 1600 keys",
                   "--columns A,B,... to name those to load"};
    for (const MemberLayout::Column& column : scratch.parser.columns())
      if (json::valid_utf8(column.key)) columns.push_back({column.key, column.json, false});
  }
  const std::size_t found = columns.size();
  add_role_keys(input.layout.feeds, columns);
  // What the caller chose is not added to.
  if (!input.columns.empty()) columns.resize(found);
  return columns;
}

void NdjsonFormat::TableParser::follow(const InputLayout& layout,
                                       const std::vector<EventColumn>& columns) {
  for (const EventColumn& column : columns)
    layout_.keys.columns.push_back({column.name, column.json});
  layout_.record_limit = layout.dialect.record_limit;
}

}  // namespace footfall
