// Long, for it is one table: a row an option.
#include "app/option_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/error_text.h"
#include "app/option_values.h"
#include "model/parse/input_formats.h"
#include "model/report/cleaning_names.h"

namespace footfall {
namespace {

constexpr std::uint64_t kMostThreads = 1024;
constexpr std::uint64_t kMostChunkBytes = std::uint64_t{1} << 30;
constexpr std::uint64_t kMostSkipped = 1'000'000;
constexpr std::uint64_t kMostShards = 0xFFFFFFFF;
constexpr std::uint64_t kMostTop = 1'000'000'000;

constexpr ReportKinds kAll = ReportKinds::all();
constexpr ReportKinds kNone;  // options of load
constexpr ReportKinds kVisitors = reports_from(EventType::visit);
constexpr ReportKinds kLogged = reports_from(kLoggedEvents);
constexpr ReportKinds kHourly = reports_depending_on(ReportOption::step);
constexpr ReportKinds kCampaigns = reports_from(EventType::campaign_figures);
constexpr ReportKinds reports_with(bool (*wanted)(ValueKind)) {
  EventTypes types;
  for (const EventType type : kEventTypes)
    for (const ValueKind kind : value_kinds(type))
      if (wanted(kind)) types.insert(type);
  return reports_from(types);
}
constexpr ReportKinds kNumbered = reports_with(is_number);
constexpr ReportKinds kTimed = [] {
  EventTypes timed;
  for (const EventTypeFacts& events : kEventTypeTable)
    if (events.timed) timed.insert(events.type);
  return reports_from(timed);
}();

Complaint whole_number(std::uint64_t least, std::uint64_t most) {
  return fmt::format("use a whole number from {}{}", least,
                     most == UINT64_MAX ? "" : fmt::format(" to {}", most));
}

template <class T>
Complaint set_count(T& target, std::string_view value, std::uint64_t least, std::uint64_t most) {
  const auto count = parse_count(value, least, most);
  if (!count) return whole_number(least, most);
  target = static_cast<T>(*count);
  return {};
}

Complaint set_name(std::string& target, std::string_view value, const char* what) {
  if (value.empty() || value == "-") return fmt::format("use the name of a {}", what);
  target = value;
  return {};
}

template <class T>
Complaint set_choice(T& target, std::string_view value,
                     const std::vector<std::pair<std::string_view, T>>& choices) {
  std::string names;
  for (const auto& [name, choice] : choices) {
    if (value == name) {
      target = choice;
      return {};
    }
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  return "use one of " + names;
}

// One of a table of facts, by its name there.
template <class T, class Table, class Facts, class Kind>
Complaint set_named(T& target, std::string_view value, const Table& table, Kind Facts::*kind) {
  std::vector<std::pair<std::string_view, T>> choices;
  for (const Facts& facts : table) choices.emplace_back(facts.name, facts.*kind);
  return set_choice(target, value, choices);
}

Complaint set_zone(TimeZone& zone, std::string_view value) {
  const Result<TimeZone> loaded = TimeZone::load(std::string(value), {});
  if (!loaded) return "use an IANA time zone such as UTC or Europe/Berlin";
  zone = *loaded;
  return {};
}

template <class Take>
Complaint take_database(std::string_view value, Take take) {
  const Result<DatabaseUrl> url = parse_database_url(value, true);
  if (!url)
    return fmt::format("{} does not fit; use {}", quoted_for_message(url.error().found),
                       url.error().expected);
  return take(*url);
}

Complaint set_target(std::optional<DatabaseUrl>& target, std::string_view value) {
  return take_database(value, [&](const DatabaseUrl& url) -> Complaint {
    if (target) return "use one table of one database";
    target = url;
    return {};
  });
}

Complaint add_table(std::vector<DatabaseUrl>& tables, std::string_view value) {
  return take_database(value, [&](const DatabaseUrl& url) -> Complaint {
    const auto same = [&](const DatabaseUrl& other) {
      return other.settings.engine == url.settings.engine &&
             other.settings.place() == url.settings.place() &&
             other.settings.database == url.settings.database && other.table == url.table &&
             other.where == url.where;
    };
    if (std::ranges::any_of(tables, same)) return "name each table once";
    tables.push_back(url);
    return {};
  });
}

Complaint set_bound(std::optional<TimeBound>& bound, std::string_view value) {
  bound = parse_time_bound(value);
  if (!bound) return "use a date such as 2025-01-06 or a time such as 2025-01-06T10:00Z";
  return {};
}

Complaint add_column(Draft& draft, std::string_view value) {
  const auto mapped = parse_map(value);
  if (!mapped)
    return "use role=column, for example timestamp=time, timestamp=date+time, visitor_id=user|ip";
  for (const MappedRole& role : *mapped) draft.columns.emplace_back(role.role, role.source);
  return {};
}

// The report is not known yet: whether it has such a role is looked at in the end.
Complaint add_scale(Draft& draft, std::string_view value) {
  for (const std::string& part : split_list(value)) {
    const std::size_t equals = part.find('=');
    const ParsedNumber factor =
        parse_number(std::string_view(part).substr(equals == std::string::npos ? 0 : equals + 1));
    if (equals == std::string::npos || equals == 0 || factor.fault != NumberFault::none ||
        factor.rounded || factor.value.units <= 0)
      return "use role=factor, for example spend=0.000001";
    draft.options.analysis.input.scales.insert_or_assign(part.substr(0, equals), factor.value);
  }
  return {};
}

constexpr std::array kReportRules = {
    OptionRule{
        "output", true, kAll,
        [](Draft& d, std::string_view v) { return set_name(d.options.output, v, "folder"); }},
    OptionRule{"format", true, kAll,
               [](Draft& d, std::string_view v) {
                 return set_named(d.options.form.format, v, kExportFormatTable,
                                  &ExportFormatFacts::format);
               }},
    OptionRule{"csv-bom", false, kAll,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.form.csv.byte_order_mark = true;
                 return {};
               }},
    OptionRule{"meta", false, kAll,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.meta = true;
                 return {};
               }},
    OptionRule{"csv-escape", false, kAll,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.form.csv.escape_formulas = true;
                 return {};
               }},
    OptionRule{"input", true, kAll, add_input},
    OptionRule{"input-format", true, kAll,
               [](Draft& d, std::string_view v) {
                 std::vector<std::pair<std::string_view, InputFormat>> formats = {
                     {"auto", InputFormat::detect}};
                 for (const InputFormatRow& row : input_formats())
                   formats.emplace_back(row.name, row.format);
                 return set_choice(d.options.analysis.input.format, v, formats);
               },
               true},
    OptionRule{"delimiter", true, kAll,
               [](Draft& d, std::string_view v) -> Complaint {
                 d.options.analysis.input.delimiter = parse_delimiter(v);
                 if (!d.options.analysis.input.delimiter) return "use one character, or tab";
                 return {};
               },
               true},
    OptionRule{"quote", true, kAll,
               [](Draft& d, std::string_view v) -> Complaint {
                 if (v.size() != 1 || v[0] == '\n' || v[0] == '\r')
                   return "use one character, such as ' for text in single quotes";
                 d.options.analysis.input.quote = v[0];
                 return {};
               },
               true},
    OptionRule{"encoding", true, kAll,
               [](Draft& d, std::string_view v) {
                 return set_name(d.options.analysis.input.encoding, v, "character encoding");
               },
               true},
    OptionRule{
        "has-header", true, kAll,
        [](Draft& d, std::string_view v) {
          return set_choice(
              d.options.analysis.input.header, v,
              {{"auto", HeaderMode::detect}, {"yes", HeaderMode::yes}, {"no", HeaderMode::no}});
        },
        true},
    OptionRule{"map", true, kAll, add_column},
    OptionRule{"plan", true, kAll,
               [](Draft& d, std::string_view v) { return set_name(d.plan, v, "file"); },
               true},
    OptionRule{"skip", true, kAll,
               [](Draft& d, std::string_view v) -> Complaint {
                 d.options.analysis.input.skip = parse_count(v, 0, kMostSkipped);
                 if (!d.options.analysis.input.skip) return whole_number(0, kMostSkipped);
                 return {};
               },
               true},
    OptionRule{"date-order", true, kTimed,
               [](Draft& d, std::string_view v) {
                 return set_choice(
                     d.options.analysis.input.date_order, v,
                     {{"dmy", DateOrder::day_first}, {"mdy", DateOrder::month_first}});
               },
               true},
    OptionRule{"time-form", true, kTimed,
               [](Draft& d, std::string_view v) {
                 return set_choice(d.options.analysis.input.day_numbers, v, {{"excel", true}});
               },
               true},
    OptionRule{"decimal", true, kNumbered,
               [](Draft& d, std::string_view v) {
                 return set_choice(d.options.analysis.input.decimal, v,
                                   {{",", std::optional(DecimalMark::comma)},
                                    {".", std::optional(DecimalMark::point)}});
               },
               true},
    OptionRule{"scale", true, kNumbered, add_scale},
    OptionRule{"blank", true, kCampaigns,
               [](Draft& d, std::string_view v) {
                 return set_choice(d.options.analysis.input.blank_is_zero, v, {{"zero", true}});
               }},
    OptionRule{
        "zone", true, reports_depending_on(ReportOption::zone),
        [](Draft& d, std::string_view v) { return set_zone(d.options.analysis.report.zone, v); }},
    OptionRule{"step", true, reports_depending_on(ReportOption::step),
               [](Draft& d, std::string_view v) {
                 return set_named(d.options.analysis.report.step, v, kStepTable,
                                  &StepFacts::step);
               }},
    OptionRule{"source-zone", true, reports_depending_on(ReportOption::source_zone),
               [](Draft& d, std::string_view v) {
                 return set_zone(d.options.analysis.report.source_zone, v);
               }},
    OptionRule{"now", true, reports_depending_on(ReportOption::now),
               [](Draft& d, std::string_view v) -> Complaint {
                 const auto seconds = parse_seconds(v);
                 if (!seconds) return "use whole seconds since 1970, for example 1736159400";
                 d.options.analysis.report.now = *seconds;
                 d.options.now_given = true;
                 return {};
               }},
    OptionRule{"event-types", true, reports_depending_on(ReportOption::event_types),
               [](Draft& d, std::string_view v) -> Complaint {
                 auto& types = d.options.analysis.report.event_types;
                 if (!types) types.emplace();
                 for (std::string& type : split_list(v)) types->push_back(std::move(type));
                 return {};
               }},
    OptionRule{"event-map", true, reports_depending_on(ReportOption::event_map),
               [](Draft& d, std::string_view v) -> Complaint {
                 for (const std::string& part : split_list(v)) {
                   const std::size_t equals = part.find('=');
                   if (equals == std::string::npos || equals == 0)
                     return "use word=type, for example purchase=order_completed";
                   const auto [entry, fresh] = d.options.analysis.report.event_map.emplace(
                       part.substr(equals + 1), part.substr(0, equals));
                   if (!fresh && entry->second != part.substr(0, equals))
                     return "use each type for one word";
                 }
                 return {};
               }},
    OptionRule{
        "rates", true, reports_depending_on(ReportOption::rates),
        [](Draft& d, std::string_view v) { return add_rates(v, d.options.analysis.report.rates); }},
    OptionRule{"rates-file", true, reports_depending_on(ReportOption::rates),
               [](Draft& d, std::string_view v) {
                 std::string path;
                 Complaint complaint = set_name(path, v, "file");
                 if (!complaint) d.rates_files.push_back(std::move(path));
                 return complaint;
               }},
    OptionRule{"shards", true, reports_depending_on(ReportOption::shards),
               [](Draft& d, std::string_view v) {
                 return set_count(d.options.analysis.report.shards, v, 1, kMostShards);
               }},
    OptionRule{"top", true, reports_depending_on(ReportOption::top),
               [](Draft& d, std::string_view v) {
                 return set_count(d.options.analysis.report.top, v, 1, kMostTop);
               }},
    OptionRule{"peaks", true, kHourly,
               [](Draft& d, std::string_view v) {
                 return set_count(d.options.peaks, v, 1, kMostTop);
               }},
    OptionRule{"peaks-by", true, kHourly,
               [](Draft& d, std::string_view v) {
                 return set_named(d.options.peaks_by, v, kPeakOrderTable, &PeakOrderFacts::order);
               }},
    OptionRule{"visitor", true, kVisitors,
               [](Draft& d, std::string_view v) {
                 return set_choice(
                     d.options.analysis.report.visitor, v,
                     {{"host", VisitorKey::host}, {"host+agent", VisitorKey::host_and_agent}});
               },
               true, true},
    OptionRule{"log-format", true, kLogged,
               [](Draft& d, std::string_view v) -> Complaint {
                 if (v.empty()) return "use the name of a format, or a format in a server's notation";
                 d.options.analysis.input.log.format = v;
                 return {};
               },
               true},
    OptionRule{"client", true, kLogged,
               [](Draft& d, std::string_view v) {
                 return set_choice(
                     d.options.analysis.input.log.client, v,
                     {{"connection", LogClient::connection}, {"forwarded", LogClient::forwarded}});
               },
               true},
    OptionRule{"leave-out", true, kLogged,
               [](Draft& d, std::string_view v) -> Complaint {
                 for (const std::string& part : split_list(v)) {
                   LogPart chosen{};
                   if (Complaint complaint =
                           set_named(chosen, part, kLogPartTable, &LogPartFacts::part))
                     return *complaint + ", or several with commas between them";
                   d.options.analysis.input.log.cleaning.leave_out.insert(chosen);
                 }
                 return {};
               },
               true},
    OptionRule{"status", true, kLogged,
               [](Draft& d, std::string_view v) -> Complaint {
                 const auto statuses = parse_statuses(v);
                 if (!statuses) return "use answers such as 200-299,304";
                 auto& all = d.options.analysis.input.log.cleaning.statuses;
                 all.insert(all.end(), statuses->begin(), statuses->end());
                 return {};
               },
               true},
    OptionRule{"pages", true, kLogged,
               [](Draft& d, std::string_view v) {
                 return set_named(d.options.analysis.input.log.cleaning.pages, v, kPageFormTable,
                                  &PageFormFacts::form);
               },
               true},
    OptionRule{"distinct-events", false, reports_depending_on(ReportOption::distinct_events),
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.analysis.report.distinct_events = true;
                 return {};
               }},
    OptionRule{
        "from", true, kTimed,
        [](Draft& d, std::string_view v) { return set_bound(d.options.analysis.filter.from, v); }},
    OptionRule{"to", true, kTimed,
               [](Draft& d, std::string_view v) -> Complaint {
                 if (is_database_url(v)) return set_target(d.target, v);
                 if (d.options.load || v.find("://") != std::string_view::npos)
                   return "use postgresql:// or clickhouse:// and a table";
                 return set_bound(d.options.analysis.filter.to, v);
               }},
};

// "a, b or c"
template <class Table>
std::string names_of(const Table& table) {
  std::string names;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto& facts = table.begin()[i];
    names += (i == 0 ? "" : i + 1 == table.size() ? " or " : ", ") + std::string(facts.name);
  }
  return names;
}

Complaint add_condition(Filter& filter, std::string_view text) {
  Condition condition;
  switch (parse_condition(text, condition)) {
    case ConditionFault::none:
      filter.conditions.push_back(std::move(condition));
      return {};
    case ConditionFault::field:
      return fmt::format("use a condition such as 'page begins /blog'; it begins with {}",
                         names_of(kConditionFieldTable));
    case ConditionFault::match:
      return "behind the field use " + names_of(kMatchTable);
    case ConditionFault::negation:
      return "use is-not for what is not so; 'like not*' for a value that begins with \"not\"";
    case ConditionFault::value:
      return "end with the value, as in 'page begins /blog'";
    case ConditionFault::hour:
      return "use an hour of day from 0 to 23 (compared as 00 to 23)";
    case ConditionFault::weekday:
      return "use Monday to Sunday (with is and is-not also mon to sun, 1 to 7)";
  }
  return {};
}

Complaint set_comparison(Draft& draft, std::string_view value) {
  draft.options.compare = parse_compared_with(value);
  if (!draft.options.compare)
    return "use previous, week-before or FROM..TO, for example 2025-01-06..2025-01-13";
  return {};
}

// A field whose name is an option already is asked for by --where alone.
constexpr auto kShortFields = [] {
  const auto is_free = [](FilterField field) {
    return std::ranges::none_of(kReportRules, [field](const OptionRule& rule) {
      return rule.name == kConditionFieldTable[field].name;
    });
  };
  std::array<FilterField, std::ranges::count_if(kFilterFields, is_free)> fields{};
  std::ranges::copy_if(kFilterFields, fields.begin(), is_free);
  return fields;
}();

template <std::size_t index>
constexpr OptionRule filter_rule() {
  constexpr FilterField field = kShortFields[index];
  constexpr const ConditionFieldFacts& facts = kConditionFieldTable[field];
  return {facts.name, true, reports_from(facts.events),
          [](Draft& d, std::string_view v) -> Complaint {
            d.options.analysis.filter[field].emplace_back(v);
            return {};
          }};
}

constexpr std::array kRunRules = {
    OptionRule{
        "where", true, kAll,
        [](Draft& d, std::string_view v) { return add_condition(d.options.analysis.filter, v); }},
    OptionRule{"compare", true, kTimed, set_comparison, true},
    OptionRule{"threads", true, kAll,
               [](Draft& d, std::string_view v) {
                 return set_count(d.options.analysis.run.threads, v, 1, kMostThreads);
               },
               true, true},
    OptionRule{"chunk-bytes", true, kAll,
               [](Draft& d, std::string_view v) {
                 return set_count(d.options.analysis.run.chunk_bytes, v, 1, kMostChunkBytes);
               },
               true, true},
    OptionRule{"progress-every", true, kAll,
               [](Draft& d, std::string_view v) {
                 return set_count(d.options.progress_every, v, 1, UINT64_MAX);
               }},
    OptionRule{"create", false, kNone,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.create = true;
                 return {};
               }},
    OptionRule{"columns", true, kNone,
               [](Draft& d, std::string_view v) -> Complaint {
                 for (std::string& name : split_list(v)) {
                   if (name.empty()) return "use names of columns, with commas between them";
                   d.options.columns.push_back(std::move(name));
                 }
                 return {};
               }},
    OptionRule{
        "save", true, kNone,
        [](Draft& d, std::string_view v) { return set_name(d.options.plan_file, v, "file"); }},
    OptionRule{"records", false, kNone,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.records = true;
                 return {};
               }},
    OptionRule{"sql-where", true, kAll,
               [](Draft& d, std::string_view v) { return set_name(d.sql_where, v, "condition"); }},
    OptionRule{"sql-query", true, kAll,
               [](Draft& d, std::string_view v) { return set_name(d.sql_query, v, "query"); }},
    OptionRule{"sql-fetch", false, kAll,
               [](Draft& d, std::string_view) -> Complaint {
                 d.sql_fetch = true;
                 return {};
               }},
    OptionRule{"explain", false, kAll,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.explain = true;
                 return {};
               }},
    OptionRule{"allow-none", false, kAll,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.allow_none = true;
                 return {};
               }},
    OptionRule{"max-rejects", true, kAll,
               [](Draft& d, std::string_view v) -> Complaint {
                 d.options.max_rejects = parse_reject_limit(v);
                 if (!d.options.max_rejects)
                   return "use a number of rows such as 100, or a share such as 0.5%";
                 return {};
               }},
    OptionRule{"quiet", false, kAll,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.quiet = true;
                 return {};
               }},
    OptionRule{"follow", false, kAll,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.follow = true;
                 return {};
               },
               true},
    OptionRule{
        "rejects", true, kAll,
        [](Draft& d, std::string_view v) { return set_name(d.options.rejects_file, v, "file"); }},
    OptionRule{
        "stats", true, kAll,
        [](Draft& d, std::string_view v) { return set_name(d.options.stats_file, v, "file"); }},
};

template <std::size_t... index>
constexpr auto all_rules(std::index_sequence<index...>) {
  std::array<OptionRule, kReportRules.size() + sizeof...(index) + kRunRules.size()> rules{};
  auto end = std::copy(kReportRules.begin(), kReportRules.end(), rules.begin());
  ((*end++ = filter_rule<index>()), ...);
  std::copy(kRunRules.begin(), kRunRules.end(), end);
  return rules;
}
constexpr auto kRules = all_rules(std::make_index_sequence<kShortFields.size()>());

}  // namespace

Complaint add_input(Draft& draft, std::string_view value) {
  if (value.empty()) return "use the name of a file, or - for standard input";
  if (is_database_url(value)) {
    if (draft.options.load) return "files are loaded; name the database with --to";
    return add_table(draft.options.tables, value);
  }
  if (value == "-" && std::exchange(draft.input_has_dash, true))
    return "standard input can be read only once";
  draft.options.inputs.emplace_back(value);
  return {};
}

std::span<const OptionRule> option_rules() { return kRules; }

}  // namespace footfall
