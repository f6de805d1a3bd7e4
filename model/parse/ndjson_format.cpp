#include "model/parse/ndjson_format.h"

#include <algorithm>
#include <map>

#include "model/core/decimal.h"
#include "model/parse/json_cutter.h"
#include "model/parse/json_sample.h"

namespace footfall {
namespace {

constexpr std::size_t kSampledRecords = 100;
constexpr std::size_t kLongestFront = std::size_t{1} << 20;  // that a record is looked for in

bool opens_object(std::string_view line) { return trim_blanks(line).substr(0, 1) == "{"; }

// An object, or an array of them, at the front of a text.
bool opens_json(std::string_view text) {
  constexpr std::string_view kBefore(" \n\r\t\0\xEF\xBB\xBF", 8);
  const std::size_t first = text.find_first_not_of(kBefore);
  if (first == std::string_view::npos) return false;
  if (text[first] != '[') return text[first] == '{';
  const std::size_t inside = text.find_first_not_of(kBefore, first + 1);
  return inside != std::string_view::npos && (text[inside] == '{' || text[inside] == ']');
}

// The paths of the sampled records, and others that they or broken ones may have.
Offer offer_of(const std::vector<SampledPath>& paths, std::span<const std::string_view> sample,
               std::optional<std::span<const std::string_view>> records) {
  std::vector<std::string> names;
  std::vector<JsonPath> keys;
  std::vector<std::vector<Field>> values;
  for (const SampledPath& path : paths) {
    // Nothing is called by no name.
    if (std::ranges::find(path.keys, std::string()) != path.keys.end()) continue;
    names.push_back(path.name);
    keys.push_back(path.keys);
    std::vector<Field>& fields = values.emplace_back();
    for (const SampledPath::Value& value : path.values) fields.push_back({value.text, value.kind});
  }
  Offer::JsonRecords json;
  json.find = [sample](const std::string& path) { return found_readings({&path, 1}, sample)[0]; };
  json.mentions = [records](std::string_view key) {
    if (!records) return true;
    const std::string quoted = '"' + std::string(key) + '"';
    return std::ranges::any_of(*records, [&](std::string_view record) {
      return record.find(quoted) != std::string_view::npos;
    });
  };
  return Offer(
      std::move(names), std::move(keys),
      [values = std::move(values)](std::size_t i) -> const std::vector<Field>& {
        return values[i];
      },
      std::move(json));
}

std::string_view path_text(const Role& role, const InputOptions& options) {
  const auto mapped = options.columns.find(role.name);
  return mapped == options.columns.end() ? role.json_path : std::string_view(mapped->second);
}

// How many of a report's required roles an object has by their own names or as they were mapped, of
// the report that it has most of; synonyms count where there are none of those. One that feeds a
// report has more than any that feeds none.
class RoleCounter {
 public:
  explicit RoleCounter(const InputHead& head) : head_(head) {}

  /// A rank, not a number: more than kMostRoles by their own names, twice as much of a whole
  /// report.
  std::size_t operator()(std::string_view object) const {
    const std::span<const std::string_view> records(&object, 1);
    const std::vector<SampledPath> sampled = sampled_paths(records);
    Offer offer = offer_of(sampled, records, records.first(0));
    InputOptions unmapped = head_.options;
    unmapped.columns.clear();
    std::size_t most = 0;
    for (const EventType type : kEventTypes) {
      if (!head_.request.wanted.contains(type)) continue;
      const std::span<const Role> roles = roles_of(type);
      std::vector<std::string> paths;
      for (const Role& role : roles) paths.emplace_back(path_text(role, head_.options));
      const auto exact = found_readings(paths, records);
      const RoleMatch match = match_roles(type, offer, true, unmapped, head_.path);
      std::size_t named = 0;
      std::size_t found = 0;
      bool complete = true;
      // By one of the roles that tell the report, where it has such.
      bool told = std::ranges::none_of(roles, [](const Role& role) { return role.telling > 0; });
      for (std::size_t i = 0; i < roles.size(); ++i) {
        const bool mapped = head_.options.columns.contains(roles[i].name);
        const bool by_name =
            !mapped && match.roles[i].by != FoundBy::nothing && !match.roles[i].unseen;
        if (roles[i].telling > 0 && !told) told = exact[i] || by_name;
        if (!roles[i].required) continue;
        if (exact[i]) ++named;
        if (by_name) ++found;
        complete = complete && (exact[i] || by_name);
      }
      const std::size_t count = named > 0 ? kMostRoles + named : found;
      most = std::max(most, complete && told ? 2 * kMostRoles + count : count);
    }
    return most;
  }

 private:
  static constexpr std::size_t kMostRoles = 16;
  const InputHead& head_;
};

// Whether no sampled record has a place that a required role is read from.
bool reads_nothing(const InputLayout& layout, const Offer& offer) {
  return std::ranges::none_of(kEventTypes, [&](EventType type) {
    const std::vector<RoleFound>& roles = layout.matches[type].roles;
    for (std::size_t i = 0; i < roles.size(); ++i)
      for (const auto& joined : roles[i].made.alternatives)
        if (roles_of(type)[i].required && joined.front() < offer.size()) return true;
    return false;
  });
}

// With the command of jq that makes a table of the lists.
Error lists_of(const InputHead& head, const JsonLists& lists) {
  std::string path = lists.form == JsonLists::Form::lines ? "" : ".[] | ";
  if (lists.form == JsonLists::Form::member) {
    const bool plain = std::ranges::all_of(lists.member, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    });
    path = "." + (plain ? lists.member : '"' + lists.member + '"') + "[] | ";
  }
  return {ErrorKind::json_lists, head.path, lists.member, path + "@csv"};
}

// Gathers the keys; the rows themselves do not matter.
struct KeySink {
  void row(const Field*, const RecordPlace&) {}
  void reject(RejectReason, const RecordPlace&) {}
};

// The keys that the paths of roles begin with. Those that lead on are columns of JSON, unless a
// role is read from the key itself.
void add_role_keys(const InputLayout& layout, std::vector<EventColumn>& columns) {
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    for (const RoleSource& source : layout.roles[type]) {
      if (source.keys.empty()) continue;
      const std::string& key = source.keys.front();
      auto found = std::ranges::find(columns, key, &EventColumn::name);
      if (found == columns.end()) found = columns.insert(columns.end(), {key, false, false});
      if (source.keys.size() == 1)
        found->scalar = true;
      else
        found->json = true;
    }
  }
  for (EventColumn& column : columns) column.json = column.json && !column.scalar;
}

}  // namespace

InputOptions NdjsonFormat::options_for(std::span<const std::string_view> roles) {
  InputOptions options;
  options.format = kFormat;
  options.encoding = "UTF-8";
  options.decimal = DecimalMark::point;
  for (const std::string_view role : roles) options.columns.emplace(role, role);
  return options;
}

bool NdjsonFormat::recognizes(Evidence evidence, const InputHead& head) {
  if (evidence == Evidence::first_line)
    return opens_json(head.text) || find_lists(head.text).has_value();
  return evidence == Evidence::line_front && std::ranges::any_of(head.lines, opens_object);
}

Result<std::optional<InputLayout>> NdjsonFormat::read_layout(const InputHead& head) {
  InputLayout layout;
  layout.format = kFormat;
  layout.dialect.record_limit = head.options.record_limit;
  layout.json = find_json_shape(head.text, RoleCounter(head));
  const bool lines = layout.json.form == JsonShape::Form::lines;
  const std::vector<std::string_view> sample =
      first_records(head.text, layout.json, kSampledRecords);
  if (sample.empty())
    if (const auto lists = find_lists(head.text)) return lists_of(head, *lists);
  if (!lines) {
    if (sample.empty() && !head.is_all && head.text.size() < kLongestFront)
      return std::optional<InputLayout>();
    layout.header_bytes = layout.json.begin;
    layout.header_lines = static_cast<std::size_t>(
        std::ranges::count(head.text.substr(0, layout.header_bytes), '\n'));
  }
  const std::vector<SampledPath> paths = sampled_paths(sample);
  for (const SampledPath& path : paths) layout.header.push_back(path.name);
  // A line that is broken shows its keys, too.
  const std::vector<std::string_view>& records = lines ? head.lines : sample;
  // Where nothing is to be seen, nothing speaks against a report: an array without records has
  // none.
  const bool nothing_seen =
      (!lines && sample.empty() && head.is_all) || (head.request.required && paths.empty());
  Offer offer =
      offer_of(paths, sample, nothing_seen ? std::nullopt : std::optional(std::span(records)));
  const std::string names = listed(layout.header);
  const JsonShape shape = layout.json;
  Result<std::optional<InputLayout>> fed = feed_reports(head, offer, names, std::move(layout));
  const bool one = sample.size() == 1 || (shape.form == JsonShape::Form::member && !sample.empty());
  if (one && (fed ? !head.request.inspected && reads_nothing(**fed, offer)
                  : fed.error().kind == ErrorKind::missing_roles))
    if (const auto lists = find_member_lists(head.text)) return lists_of(head, *lists);
  return fed;
}

std::unique_ptr<RecordCutter> NdjsonFormat::make_cutter(const InputLayout& layout) {
  if (layout.json.form == JsonShape::Form::lines)
    return std::make_unique<LineCutter>(layout.dialect.record_limit);
  return std::make_unique<JsonCutter>(layout.json, layout.dialect.record_limit);
}

std::string NdjsonFormat::details(const InputLayout& layout) {
  switch (layout.json.form) {
    case JsonShape::Form::lines:
      return {};
    case JsonShape::Form::objects:
      return ", joined objects";
    case JsonShape::Form::array:
      return ", array";
    case JsonShape::Form::member:
      return ", array in \"" + layout.json.member + '"';
  }
  return {};
}

ShownRecords NdjsonFormat::show_records(const InputLayout& layout, std::string_view front,
                                        bool /*is_all*/) {
  ShownRecords shown;
  JsonShape shape = layout.json;
  shape.begin = 0;
  std::vector<std::string_view> records = first_records(front, shape, kShownRecords);
  std::vector<JsonPath> paths;
  std::map<std::string, std::size_t> known;
  for (const SampledPath& path : sampled_paths(records)) {
    if (shown.columns.size() == kShownColumns) break;
    if (!known.emplace(path.name, shown.columns.size()).second) continue;
    shown.columns.push_back(path.name);
    paths.push_back(path.keys);
  }
  // What roles are mapped to, such as the elements of arrays.
  for (const EventType type : kEventTypes) {
    const std::vector<RoleFound>& found = layout.matches[type].roles;
    for (const RoleFound& role : found)
      for (const auto& joined : role.words.alternatives)
        for (const ColumnRef& ref : joined) {
          if (ref.name.empty() || known.contains(ref.name)) continue;
          const auto keys = found_readings({&ref.name, 1}, records).front();
          if (!keys) continue;
          known.emplace(ref.name, shown.columns.size());
          shown.columns.push_back(ref.name);
          paths.push_back(*keys);
        }
  }
  const JsonLayout columns(paths);
  JsonRowParser parser;
  std::size_t at = 0;
  std::uint64_t line = layout.header_lines + 1;
  for (const std::string_view record : records) {
    const auto begin = static_cast<std::size_t>(record.data() - front.data());
    line += static_cast<std::uint64_t>(std::ranges::count(front.substr(at, begin - at), '\n'));
    at = begin;
    ShownRecord row{line, {}, false};
    std::string text = as_json_line(record);
    text.append(kChunkPadding, '\0');
    parser.begin(columns);
    row.broken = parser.parse(text.data()) == nullptr;
    if (row.broken)
      row.fields.push_back(shown_field(record));
    else
      for (std::size_t i = 0; i < paths.size(); ++i)
        row.fields.push_back(shown_field(parser.fields()[i].text));
    shown.records.push_back(std::move(row));
  }
  return shown;
}

void NdjsonFormat::RoleParser::follow(const InputLayout& layout, EventType events) {
  shared_ = layout.feeds != EventTypes(events);
  found_ = 0;
  std::vector<JsonPath> paths;
  std::uint64_t watched = 0;
  for (const EventType each : kEventTypes) {
    if (!layout.feeds.contains(each)) continue;
    if (each == events) first_ = paths.size();
    for (const RoleSource& source : layout.roles[each]) {
      if (source.must_occur && paths.size() < JsonLayout::kMostWatched)
        watched |= std::uint64_t{1} << paths.size();
      paths.push_back(source.keys);
    }
  }
  lines_ = layout.json.form == JsonShape::Form::lines;
  layout_.emplace(NdjsonLayout{JsonLayout(paths, watched), layout.dialect.record_limit});
}

Result<std::vector<EventColumn>> NdjsonFormat::table_columns(const TableInput& input) {
  std::vector<EventColumn> columns;
  for (const std::string& name : input.columns) columns.push_back({name, false, false});
  if (columns.empty()) {
    MemberScratch scratch;
    const MemberLayout layout{{{}, true}, input.layout.dialect.record_limit};
    KeySink sink;
    const bool lines = input.layout.json.form == JsonShape::Form::lines;
    const Status read = input.look_ahead(
        [&](const Chunk& chunk) { parse_json(chunk, layout, lines, scratch, sink); });
    if (!read) return read.error();
    if (scratch.parser.columns().size() > MemberParser::kMostColumns)
      return Error{ErrorKind::unsupported, input.path, "a file with more than 1600 keys",
                   "--columns A,B,... to name those to load"};
    for (const MemberLayout::Column& column : scratch.parser.columns())
      if (json::valid_utf8(column.key)) columns.push_back({column.key, column.json, false, true});
  }
  const std::size_t found = columns.size();
  add_role_keys(input.layout, columns);
  // What the caller chose is not added to.
  if (!input.columns.empty()) columns.resize(found);
  return columns;
}

void NdjsonFormat::TableParser::follow(const InputLayout& layout,
                                       const std::vector<EventColumn>& columns) {
  for (const EventColumn& column : columns)
    layout_.keys.columns.push_back({column.name, column.json});
  lines_ = layout.json.form == JsonShape::Form::lines;
  layout_.record_limit = layout.dialect.record_limit;
}

static_assert(RecordSink<RecordTape>);

}  // namespace footfall
