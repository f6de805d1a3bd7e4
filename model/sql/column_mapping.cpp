#include "model/sql/column_mapping.h"

#include <algorithm>

#include "model/parse/role_match.h"
#include "model/sql/sql_dialect.h"

namespace footfall {
namespace {

constexpr std::array<SqlRole, 3> kVisitRoles = {{{"timestamp", RoleUse::time, true, {}},
                                                 {"page_url", RoleUse::id, true, {}},
                                                 {"visitor_id", RoleUse::id, true, {}}}};
constexpr std::array<SqlRole, 6> kPaymentRoles = {{{"event_id", RoleUse::id, true, {}},
                                                   {"customer_id", RoleUse::id, true, {}},
                                                   {"ts", RoleUse::epoch, true, {}},
                                                   {"event_type", RoleUse::optional_id, false, {}},
                                                   {"amount", RoleUse::optional_amount, false, {}},
                                                   {"currency", RoleUse::optional_id, false, {}}}};
constexpr std::array<SqlRole, 6> kCampaignRoles = {{{"campaign_id", RoleUse::trimmed_id, true, {}},
                                                    {"date", RoleUse::date, false, {}},
                                                    {"impressions", RoleUse::count, true, {}},
                                                    {"clicks", RoleUse::count, true, {}},
                                                    {"spend", RoleUse::amount, true, {}},
                                                    {"conversions", RoleUse::amount, true, {}}}};
constexpr std::array<SqlRole, 4> kActivityRoles = {
    {{"id", RoleUse::id, true, {}},
     {"user_id", RoleUse::id, true, {}},
     {"type", RoleUse::optional_id, false, {}},
     {"price", RoleUse::optional_amount, false, "metadata"}}};

constexpr std::array<SqlRole, 4> kRequestRoles = {{{"timestamp", RoleUse::time, true, {}},
                                                   {"page_url", RoleUse::optional_id, false, {}},
                                                   {"status", RoleUse::optional_id, false, {}},
                                                   {"bytes", RoleUse::optional_amount, false, {}}}};

struct EventRoles {
  EventType events{};
  std::span<const SqlRole> roles;
};
constexpr auto kSqlRoles = kind_table<&EventRoles::events, EventRoles>({
    {EventType::visit, kVisitRoles},
    {EventType::payment, kPaymentRoles},
    {EventType::campaign_figures, kCampaignRoles},
    {EventType::user_event, kActivityRoles},
    {EventType::request, kRequestRoles},
});

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// A step of a path: 'key' with doubled quotes, or a bare word.
std::optional<std::string> path_key(std::string_view step) {
  step = trimmed(step);
  if (step.empty()) return std::nullopt;
  if (step.front() != '\'') return std::string(step);
  if (step.size() < 2 || step.back() != '\'') return std::nullopt;
  std::string key;
  for (std::size_t i = 1; i + 1 < step.size(); ++i) {
    if (step[i] == '\'' && ++i + 1 == step.size()) return std::nullopt;
    key += step[i];
  }
  return key;
}

// metadata->'a'->>'b'
std::optional<ColumnSource> arrow_source(const std::vector<ColumnInfo>& columns,
                                         std::string_view text) {
  std::size_t arrow = text.find("->");
  if (arrow == std::string_view::npos) return std::nullopt;
  const ColumnInfo* const column = find_column(columns, trimmed(text.substr(0, arrow)));
  if (column == nullptr) return std::nullopt;
  ColumnSource source{*column, {}};
  while (arrow != std::string_view::npos) {
    text.remove_prefix(arrow + 2);
    if (text.starts_with('>')) text.remove_prefix(1);
    // Arrows inside quotes belong to the key.
    std::size_t from = 0;
    if (const std::string_view step = trimmed(text); step.starts_with('\''))
      from = text.find('\'') + 1;
    while (from > 0 && from < text.size()) {
      const std::size_t quote = text.find('\'', from);
      if (quote == std::string_view::npos) return std::nullopt;
      from = quote + 1;
      if (from >= text.size() || text[from] != '\'') break;
      ++from;
    }
    arrow = text.find("->", from);
    const auto key = path_key(text.substr(0, arrow));
    if (!key) return std::nullopt;
    source.path.push_back(*key);
  }
  return source;
}

// metadata.price
std::optional<ColumnSource> dotted_source(const std::vector<ColumnInfo>& columns,
                                          std::string_view text) {
  std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const ColumnInfo* const column = find_column(columns, text.substr(0, dot));
  if (column == nullptr) return std::nullopt;
  ColumnSource source{*column, {}};
  while (dot != std::string_view::npos) {
    text.remove_prefix(dot + 1);
    dot = text.find('.');
    source.path.emplace_back(text.substr(0, dot));
  }
  return source;
}

// A bar that is no part of a key in quotes.
std::size_t find_bar(std::string_view text) {
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\'') quoted = !quoted;
    if (text[at] == '|' && !quoted) return at;
  }
  return std::string_view::npos;
}

// Of several with | between them the first that is there.
std::optional<ColumnSource> named_source(const std::vector<ColumnInfo>& columns,
                                         std::string_view text) {
  if (const ColumnInfo* const column = find_column(columns, text)) return ColumnSource{*column, {}};
  if (const std::size_t bar = find_bar(text); bar != std::string_view::npos) {
    if (auto source = named_source(columns, trimmed(text.substr(0, bar)))) return source;
    return named_source(columns, trimmed(text.substr(bar + 1)));
  }
  if (auto source = arrow_source(columns, text)) return source;
  return dotted_source(columns, text);
}

std::string names_of(const std::vector<ColumnInfo>& columns) {
  std::string names;
  for (const ColumnInfo& column : columns) names += (names.empty() ? "" : ", ") + column.name;
  return names;
}

// What is wrong with reading the role from there, or nothing.
std::string unfit(const SqlRole& role, SqlEngine engine, const ColumnSource& source) {
  const ColumnClass kind = source.column.kind;
  const bool json = kind == ColumnClass::json;
  if (!source.path.empty()) {
    if (!json && kind != ColumnClass::text) return "it holds no JSON";
    if (std::string fault = dialect_of(engine).path_fault(source.path); !fault.empty())
      return fault;
    for (const std::string& key : source.path)
      if (key.empty() || key.find_first_of("\"\\") != std::string::npos)
        return "a key of its path is empty or holds a quote or backslash";
    return {};
  }
  if (json) return "name a key of it, as in metadata->>'price'";
  const bool clock = kind == ColumnClass::instant || kind == ColumnClass::local;
  switch (role.use) {
    case RoleUse::time:
    case RoleUse::epoch:
      if (kind == ColumnClass::date) return "a date without a time is no time";
      return {};
    case RoleUse::count:
    case RoleUse::amount:
    case RoleUse::optional_amount:
      if (clock || kind == ColumnClass::date) return "a time is no number";
      return {};
    default:
      return {};
  }
}

}  // namespace

std::span<const SqlRole> sql_roles(EventType events) { return kSqlRoles[events].roles; }

SqlResult<std::optional<ColumnSource>> map_column(const SqlRole& role, SqlEngine engine,
                                                  const std::vector<ColumnInfo>& columns,
                                                  std::string_view named) {
  std::optional<ColumnSource> source;
  if (!named.empty()) {
    source = named_source(columns, named);
    if (!source)
      return SqlError{SqlErrorKind::no_such_column, std::string(named), names_of(columns)};
  } else {
    // The contract's place for a price in a database is inside its JSON column.
    if (!role.json_column.empty()) {
      if (const ColumnInfo* const column = find_column(columns, role.json_column))
        source = ColumnSource{*column, {std::string(role.name)}};
    }
    if (!source) {
      if (const ColumnInfo* const column = find_column(columns, role.name))
        source = ColumnSource{*column, {}};
    }
    if (!source && role.column_required)
      return SqlError{SqlErrorKind::no_such_column, std::string(role.name), names_of(columns)};
  }
  if (source) {
    if (std::string fault = unfit(role, engine, *source); !fault.empty())
      return SqlError{SqlErrorKind::unfit_column, source->column.name,
                      source->column.type + ": " + fault};
  }
  return source;
}

SqlResult<ColumnMapping> map_columns(EventType events, SqlEngine engine,
                                     const std::vector<ColumnInfo>& columns,
                                     std::span<const std::pair<std::string, std::string>> named) {
  ColumnMapping mapping;
  for (const SqlRole& role : sql_roles(events)) {
    const auto given = std::find_if(named.begin(), named.end(),
                                    [&](const auto& entry) { return entry.first == role.name; });
    if (given != named.end() && given->second.empty())
      return SqlError{SqlErrorKind::no_such_column, {}, names_of(columns)};
    auto source = map_column(role, engine, columns,
                             given != named.end() ? given->second : std::string_view());
    if (!source) return source.error();
    mapping.push_back(std::move(*source));
  }
  return mapping;
}

namespace {

// The values of each column, once they are asked for.
class ColumnValues {
 public:
  ColumnValues(const std::vector<ColumnInfo>& columns,
               const std::function<SqlResult<TableSample>()>& sample)
      : columns_(columns), sample_(sample), fields_(columns.size()) {}

  const std::vector<Field>& of(std::size_t column) {
    if (!asked_) ask();
    return fields_[column];
  }
  [[nodiscard]] const std::optional<SqlError>& fault() const { return fault_; }

 private:
  void ask() {
    asked_ = true;
    SqlResult<TableSample> answer = sample_();
    if (!answer) {
      fault_ = answer.error();
      return;
    }
    found_ = std::move(*answer);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto place = std::ranges::find(found_.columns, columns_[i].name);
      if (place == found_.columns.end()) continue;
      const auto at = static_cast<std::size_t>(place - found_.columns.begin());
      for (const std::vector<std::string>& row : found_.rows)
        if (at < row.size() && !row[at].empty()) fields_[i].push_back({row[at], FieldKind::text});
    }
  }

  const std::vector<ColumnInfo>& columns_;
  const std::function<SqlResult<TableSample>()>& sample_;
  std::vector<std::vector<Field>> fields_;
  TableSample found_;
  std::optional<SqlError> fault_;
  bool asked_ = false;
};

// The one column, or key of a JSON column, that a role was found in.
std::optional<ColumnSource> source_of(const RoleFound& found, const Offer& offer,
                                      const std::vector<ColumnInfo>& columns) {
  if (found.by == FoundBy::nothing || found.made.each_row || found.made.alternatives.size() != 1 ||
      found.made.alternatives.front().size() != 1)
    return std::nullopt;
  const Offer::Place& place = offer.places()[found.made.alternatives.front().front()];
  return ColumnSource{columns[place.column], place.keys};
}

// Types may tell of calls ("track", "page") where another column could tell of events;
// match_roles() passes them over.
bool may_tell_of_calls(EventType events, std::size_t role, const std::vector<ColumnInfo>& columns) {
  const RoleNames& names = role_names(events)[role];
  if (names.role != "type" && names.role != "event_type") return false;
  if (find_column(columns, names.role) == nullptr) return false;
  for (std::string_view words = names.synonyms; !words.empty();) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (find_column(columns, words.substr(0, end)) != nullptr) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

}  // namespace

SqlResult<ColumnMapping> map_columns_by_values(
    EventType events, SqlEngine engine, const std::vector<ColumnInfo>& columns,
    std::span<const std::pair<std::string, std::string>> named,
    const std::function<SqlResult<TableSample>()>& sample, std::vector<ReadingNote>& notes) {
  SqlResult<ColumnMapping> own = map_columns(events, engine, columns, named);
  const auto is_named = [&](std::string_view role) {
    return std::ranges::any_of(named, [&](const auto& entry) { return entry.first == role; });
  };
  std::vector<bool> doubtful;
  for (std::size_t i = 0; i < sql_roles(events).size(); ++i)
    doubtful.push_back(!is_named(sql_roles(events)[i].name) &&
                       may_tell_of_calls(events, i, columns));
  if (own && std::ranges::find(doubtful, true) == doubtful.end() &&
      std::ranges::all_of(*own, [](const auto& source) { return source.has_value(); }))
    return own;
  if (!own && own.error().kind != SqlErrorKind::no_such_column) return own;
  std::vector<std::string> names;
  for (const ColumnInfo& column : columns) names.push_back(column.name);
  ColumnValues values(columns, sample);
  Offer offer(names,
              [&](std::size_t column) -> const std::vector<Field>& { return values.of(column); });
  // Roles that have their own names, or were named, keep those below.
  const RoleMatch match = match_roles(events, offer, true, {}, {});
  if (values.fault()) return *values.fault();
  ColumnMapping mapping;
  const std::span<const SqlRole> roles = sql_roles(events);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const auto given = std::ranges::find(
        named, roles[i].name, [](const auto& entry) { return std::string_view(entry.first); });
    SqlResult<std::optional<ColumnSource>> source =
        map_column(roles[i], engine, columns,
                   given != named.end() ? std::string_view(given->second) : std::string_view());
    if (!source && given != named.end()) return source.error();
    const bool passed_over = doubtful[i] && match.roles[i].by == FoundBy::synonym;
    if ((!source || !*source || passed_over) && given == named.end()) {
      std::optional<ColumnSource> found = source_of(match.roles[i], offer, columns);
      if (found && unfit(roles[i], engine, *found).empty()) {
        for (const ReadingNote& note : match.notes)
          if (note.role == roles[i].name) notes.push_back(note);
        mapping.push_back(std::move(found));
        continue;
      }
    }
    if (!source) return source.error();
    mapping.push_back(std::move(*source));
  }
  return mapping;
}

ReportKinds reports_of(SqlEngine engine, const std::vector<ColumnInfo>& columns) {
  EventTypes fitting;
  for (const EventType events : kEventTypes)
    if (map_columns(events, engine, columns, {})) fitting.insert(events);
  return reports_from(fitting);
}

}  // namespace footfall
