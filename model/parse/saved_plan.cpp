#include "model/parse/saved_plan.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "model/core/decimal.h"
#include "model/parse/input_formats.h"
#include "model/parse/json_string.h"
#include "model/parse/log_plan.h"
#include "model/report/cleaning_names.h"
#include "model/report/report_options.h"

namespace footfall {

std::string source_expression(const RoleFound& role) {
  if (role.words.each_row) return "@row";
  if (role.words.none) return "@none";
  std::string words;
  for (const std::vector<ColumnRef>& joined : role.words.alternatives) {
    if (!words.empty()) words += '|';
    bool first = true;
    for (const ColumnRef& ref : joined) {
      if (!first) words += '+';
      first = false;
      words += ref.number ? std::to_string(*ref.number + 1) : source_word(ref.name);
    }
  }
  return words;
}

namespace {

constexpr std::int64_t kVersion = 1;

std::string as_list(const std::vector<std::string>& names) {
  std::string out = "[";
  for (const std::string& name : names) {
    if (out.size() > 1) out += ',';
    out += json_string(name);
  }
  return out + ']';
}

std::string roles_of_reports(const InputLayout& layout) {
  std::string out = "{";
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    const RoleMatch& match = layout.matches[type];
    for (std::size_t i = 0; i < match.roles.size(); ++i) {
      if (match.roles[i].by == FoundBy::nothing || match.roles[i].unseen) continue;
      if (out.size() > 1) out += ',';
      out += json_string(roles_of(type)[i].name);
      out += ':';
      out += json_string(source_expression(match.roles[i]));
    }
  }
  return out + '}';
}

// The forms of times and numbers: those that were given, and those that the input showed.
std::vector<std::pair<std::string_view, std::string>> values_of(const InputLayout& layout,
                                                                const InputOptions& options) {
  std::optional<DecimalMark> mark = options.decimal;
  DateOrder order = options.date_order;
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    const ValueForms& forms = layout.forms[type];
    if (!mark && forms.mark == DecimalMark::comma) mark = forms.mark;
    for (const TimeForm& form : forms.times)
      if (order == DateOrder::unknown && form.kind == TimeForm::Kind::ordered) order = form.order;
  }
  std::vector<std::pair<std::string_view, std::string>> members;
  if (mark) members.emplace_back("decimal", json_string(std::string(1, static_cast<char>(*mark))));
  if (order != DateOrder::unknown)
    members.emplace_back("date_order", order == DateOrder::day_first ? "\"dmy\"" : "\"mdy\"");
  if (options.day_numbers) members.emplace_back("time_form", "\"excel\"");
  if (options.blank_is_zero) members.emplace_back("blank", "\"zero\"");
  if (!options.scales.empty()) {
    std::string scales;
    for (const auto& [role, factor] : options.scales) {
      std::string digits;
      append_exact(digits, DecimalSum(factor.units), Decimal::kDigits, 0);
      scales += (scales.empty() ? "{" : ",") + json_string(role) + ':' + json_string(digits);
    }
    members.emplace_back("scale", scales + '}');
  }
  if (!options.event_map.empty()) {
    std::string types;
    for (const auto& [type, meant] : options.event_map)
      types += (types.empty() ? "{" : ",") + json_string(type) + ':' + json_string(meant);
    members.emplace_back("event_map", types + '}');
  }
  return members;
}

// How the lines of a log are read, and which of them.
std::vector<std::pair<std::string_view, std::string>> log_members(const LogPlan& plan) {
  std::vector<std::pair<std::string_view, std::string>> members;
  members.emplace_back("log_format", json_string(plan.format->description().name));
  const bool forwarded = plan.client == LogClient::forwarded;
  members.emplace_back("client", forwarded ? "\"forwarded\"" : "\"connection\"");
  std::vector<std::string> parts;
  for (const LogPartFacts& part : kLogPartTable)
    if (plan.cleaning.leave_out.contains(part.part)) parts.emplace_back(part.name);
  if (!parts.empty()) members.emplace_back("leave_out", as_list(parts));
  std::string statuses;
  for (const auto& [first, last] : plan.cleaning.statuses)
    statuses += (statuses.empty() ? "" : ",") +
                (first == last ? std::to_string(first) : fmt::format("{}-{}", first, last));
  if (!statuses.empty()) members.emplace_back("status", json_string(statuses));
  if (plan.cleaning.pages != PageForm::whole)
    members.emplace_back("pages", json_string(name_of(plan.cleaning.pages)));
  return members;
}

/// The members of a plan by their keys. What is of another type than it should be, and a key that
/// nobody asks for, is told: left aside in silence it would change nothing.
class PlanMembers {
 public:
  explicit PlanMembers(const simdjson::dom::object& plan) : plan_(plan) {}

  /// False: it is not there, or of another type.
  template <class Value>
  bool get(std::string_view key, Value& value, std::string_view type) {
    asked_.push_back(key);
    simdjson::dom::element element;
    if (plan_[key].get(element)) return false;
    if (!element.get(value)) return true;
    if (wrong_.empty()) wrong_ = fmt::format("{} that is no {}", key, type);
    return false;
  }
  bool text(std::string_view key, std::string_view& value) { return get(key, value, "text"); }

  /// What is wrong; empty: nothing.
  [[nodiscard]] std::string wrong() const {
    if (!wrong_.empty()) return wrong_;
    for (const auto [key, value] : plan_)
      if (std::ranges::find(asked_, key) == asked_.end()) return fmt::format("the key {}", key);
    return {};
  }

 private:
  simdjson::dom::object plan_;
  std::vector<std::string_view> asked_;
  std::string wrong_;
};

// What is wrong with them; empty: nothing.
std::string read_log_members(PlanMembers& plan, LogOptions& log) {
  std::string_view word;
  if (plan.text("log_format", word)) log.format = word;
  if (plan.text("client", word)) {
    if (word != "forwarded" && word != "connection") return fmt::format("client {}", word);
    log.client = word == "forwarded" ? LogClient::forwarded : LogClient::connection;
  }
  simdjson::dom::array parts;
  if (plan.get("leave_out", parts, "list"))
    for (const simdjson::dom::element part : parts) {
      if (part.get(word)) return "leave_out that is no list of names";
      const auto known = std::ranges::find(kLogPartTable, word, &LogPartFacts::name);
      if (known == kLogPartTable.end()) return fmt::format("leave_out {}", word);
      log.cleaning.leave_out.insert(known->part);
    }
  if (plan.text("status", word)) {
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t end = std::min(word.find(',', at), word.size());
      const std::string_view range = word.substr(at, end - at);
      const auto number = [](std::string_view digits) {
        unsigned value = 0;
        for (const char c : digits.substr(0, 3))
          value = c >= '0' && c <= '9' ? value * 10 + static_cast<unsigned>(c - '0') : 9999;
        return static_cast<std::uint16_t>(std::min(value, 9999U));
      };
      const std::size_t dash = range.find('-');
      const std::uint16_t first = number(range.substr(0, dash));
      const std::uint16_t last =
          dash == std::string_view::npos ? first : number(range.substr(dash + 1));
      if (first < 100 || last > 999 || first > last) return fmt::format("status {}", word);
      log.cleaning.statuses.emplace_back(first, last);
      at = end + 1;
    }
  }
  if (plan.text("pages", word)) {
    const auto form = std::ranges::find(kPageFormTable, word, &PageFormFacts::name);
    if (form == std::end(kPageFormTable)) return fmt::format("pages {}", word);
    log.cleaning.pages = form->form;
  }
  return {};
}

bool is_role(std::string_view name) {
  return std::ranges::any_of(kEventTypes, [&](EventType type) {
    const std::span<const Role> roles = roles_of(type);
    return std::ranges::find(roles, name, &Role::name) != roles.end();
  });
}

bool is_usual_type(std::string_view word) {
  return std::ranges::any_of(kAllReports, [&](ReportKind kind) {
    const std::span<const std::string_view> words = usual_types(kind);
    return std::ranges::find(words, word) != words.end();
  });
}

Error broken(const std::string& where, std::string found) {
  return Error{ErrorKind::bad_plan, where, std::move(found), {}};
}

}  // namespace

std::string plan_json(const InputLayout& layout, const InputOptions& options,
                      const TimeZone& source_zone) {
  std::string out = fmt::format("{{\"footfall_plan\":{},\n", kVersion);
  const auto member = [&](std::string_view key, const std::string& value) {
    out += fmt::format("\"{}\":{},\n", key, value);
  };
  const InputFormatRow& format = format_row(layout.format);
  member("format", json_string(format.name));
  member("encoding", json_string(layout.encoding));
  if (format_row(layout.format).fields == FieldsBy::column) {
    member("delimiter", json_string(std::string(1, layout.dialect.delimiter)));
    member("quote", json_string(std::string(1, layout.dialect.quote)));
    member("has_header", layout.header.empty() ? "false" : "true");
    member("header", as_list(layout.header));
    member("lines_left_out", std::to_string(layout.lines_left_out));
    if (options.skip) member("skip", std::to_string(*options.skip));
  }
  for (const auto& [key, value] : values_of(layout, options)) member(key, value);
  if (!source_zone.is_utc()) member("source_zone", json_string(source_zone.name()));
  if (layout.log) {
    for (const auto& [key, value] : log_members(*layout.log)) member(key, value);
    return out + "\"roles\":{}}";
  }
  return out + "\"roles\":" + roles_of_reports(layout) + '}';
}

Result<SavedPlan> read_plan(std::string_view text, const std::string& where) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (const auto fault = parser.parse(simdjson::padded_string(text)).get(object))
    return broken(where, simdjson::error_message(fault));
  PlanMembers plan(object);
  std::int64_t version = 0;
  if (!plan.get("footfall_plan", version, "number") || version != kVersion)
    return broken(where, "no \"footfall_plan\":1");
  SavedPlan saved;
  InputOptions& options = saved.options;
  std::string_view word;
  if (plan.text("format", word)) {
    const auto formats = input_formats();
    const auto row = std::ranges::find(formats, word, &InputFormatRow::name);
    if (row == formats.end()) return broken(where, "format " + std::string(word));
    options.format = row->format;
  }
  if (plan.text("encoding", word)) options.encoding = word;
  if (plan.text("delimiter", word)) {
    if (word.size() != 1) return broken(where, "delimiter " + std::string(word));
    options.delimiter = word.front();
  }
  if (plan.text("quote", word)) {
    if (word.size() != 1) return broken(where, "quote " + std::string(word));
    options.quote = word.front();
  }
  std::uint64_t count = 0;
  static_cast<void>(plan.get("lines_left_out", count, "number"));  // for people
  if (plan.get("skip", count, "number")) options.skip = static_cast<std::size_t>(count);
  bool headed = true;
  if (plan.get("has_header", headed, "true or false") && !headed) options.header = HeaderMode::no;
  simdjson::dom::array names;
  if (plan.get("header", names, "list") && headed) {
    for (const simdjson::dom::element name : names) {
      if (name.get(word)) return broken(where, "a header that is no list of names");
      options.expected_header.emplace_back(word);
    }
  }
  if (plan.text("decimal", word)) {
    if (word != "." && word != ",") return broken(where, "decimal " + std::string(word));
    options.decimal = static_cast<DecimalMark>(word.front());
  }
  if (plan.text("date_order", word)) {
    if (word != "dmy" && word != "mdy") return broken(where, "date_order " + std::string(word));
    options.date_order = word == "dmy" ? DateOrder::day_first : DateOrder::month_first;
  }
  if (plan.text("time_form", word)) {
    if (word != "excel") return broken(where, "time_form " + std::string(word));
    options.day_numbers = true;
  }
  if (plan.text("source_zone", word)) {
    Result<TimeZone> zone = TimeZone::load(std::string(word), "source_zone");
    if (!zone) return broken(where, "source_zone " + std::string(word));
    saved.source_zone = *zone;
  }
  if (plan.text("blank", word)) {
    if (word != "zero") return broken(where, "blank " + std::string(word));
    options.blank_is_zero = true;
  }
  if (std::string wrong = read_log_members(plan, options.log); !wrong.empty())
    return broken(where, std::move(wrong));
  simdjson::dom::object scales;
  if (plan.get("scale", scales, "object"))
    for (const auto [role, factor] : scales) {
      if (!is_role(role) || factor.get(word))
        return broken(where, "a scale of " + std::string(role));
      const ParsedNumber number = parse_number(word);
      if (number.fault != NumberFault::none) return broken(where, "scale " + std::string(word));
      options.scales.emplace(role, number.value);
    }
  simdjson::dom::object types;
  if (plan.get("event_map", types, "object"))
    for (const auto [type, meant] : types) {
      if (meant.get(word) || !is_usual_type(word))
        return broken(where, "what the event type " + std::string(type) + " means");
      options.event_map.emplace(type, word);
    }
  simdjson::dom::object roles;
  if (plan.get("roles", roles, "object"))
    for (const auto [role, source] : roles) {
      if (!is_role(role)) return broken(where, "the role " + std::string(role));
      if (source.get(word) || !parse_source(word))
        return broken(where, "a source of " + std::string(role));
      options.columns.emplace(role, word);
    }
  if (std::string wrong = plan.wrong(); !wrong.empty()) return broken(where, std::move(wrong));
  return saved;
}

void follow_plan(const SavedPlan& plan, const std::vector<std::string_view>& roles,
                 InputOptions& options) {
  const InputOptions& saved = plan.options;
  const InputOptions usual;
  if (options.format == usual.format) options.format = saved.format;
  if (!options.delimiter) options.delimiter = saved.delimiter;
  if (options.quote == usual.quote) options.quote = saved.quote;
  if (options.encoding.empty()) options.encoding = saved.encoding;
  if (options.header == usual.header) options.header = saved.header;
  if (!options.skip) options.skip = saved.skip;
  options.expected_header = saved.expected_header;
  if (!options.decimal) options.decimal = saved.decimal;
  if (options.date_order == usual.date_order) options.date_order = saved.date_order;
  options.day_numbers = options.day_numbers || saved.day_numbers;
  options.blank_is_zero = options.blank_is_zero || saved.blank_is_zero;
  LogOptions& log = options.log;
  if (log.format.empty()) log.format = saved.log.format;
  if (log.client == LogClient::detect) log.client = saved.log.client;
  if (log.cleaning.leave_out.empty()) log.cleaning.leave_out = saved.log.cleaning.leave_out;
  if (log.cleaning.statuses.empty()) log.cleaning.statuses = saved.log.cleaning.statuses;
  if (log.cleaning.pages == PageForm::whole) log.cleaning.pages = saved.log.cleaning.pages;
  for (const auto& [type, meant] : saved.event_map) options.event_map.emplace(type, meant);
  for (const auto& [role, factor] : saved.scales)
    if (std::ranges::find(roles, role) != roles.end()) options.scales.emplace(role, factor);
  for (const auto& [role, source] : saved.columns)
    if (std::ranges::find(roles, role) != roles.end()) options.columns.emplace(role, source);
}

}  // namespace footfall
