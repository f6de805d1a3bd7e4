#include "app/cli_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "app/error_text.h"
#include "app/option_values.h"
#include "model/parse/roles.h"

namespace footfall {
namespace {

constexpr std::uint64_t kMostThreads = 1024;
constexpr std::uint64_t kMostChunkBytes = std::uint64_t{1} << 30;
constexpr std::uint64_t kMostShards = 0xFFFFFFFF;
constexpr std::uint64_t kMostTop = 1'000'000'000;

// What is gathered before the report is known.
struct Draft {
  CliOptions options;
  std::vector<std::pair<std::string, std::string>> columns;  // --map
  std::vector<std::string> rates_files;
  bool input_has_dash = false;
};

// A complaint about the value, or nothing.
using Complaint = std::optional<std::string>;
using Setter = Complaint (*)(Draft&, std::string_view value);

constexpr ReportKinds kAll = ReportKinds::all();
constexpr ReportKinds kVisitors = ReportKind::hourly_visitors;
constexpr ReportKinds kCustomers = ReportKind::customer_report;
constexpr ReportKinds kCampaigns = ReportKind::campaign_ranking;
constexpr ReportKinds kActivity = ReportKind::user_activity;
constexpr ReportKinds kTimed = [] {
  ReportKinds kinds = ReportKinds::all();
  kinds.erase(ReportKind::user_activity);
  return kinds;
}();

struct OptionRule {
  std::string_view name;
  bool takes_value;
  ReportKinds concerns;  // for the other reports a note says that it does nothing
  Setter set;
};

Complaint whole_number(std::uint64_t least) { return fmt::format("use a whole number from {}", least); }

template <class T>
Complaint set_count(T& target, std::string_view value, std::uint64_t least, std::uint64_t most) {
  const auto count = parse_count(value, least, most);
  if (!count) return whole_number(least);
  target = static_cast<T>(*count);
  return {};
}

Complaint set_name(std::string& target, std::string_view value, const char* what) {
  if (value.empty() || value == "-") return fmt::format("use the name of a {}", what);
  target = value;
  return {};
}

template <class T>
Complaint set_choice(T& target, std::string_view value, std::initializer_list<std::pair<std::string_view, T>> choices) {
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

Complaint set_zone(TimeZone& zone, std::string_view value) {
  const Result<TimeZone> loaded = TimeZone::load(std::string(value), {});
  if (!loaded) return "use an IANA time zone such as UTC or Europe/Berlin";
  zone = *loaded;
  return {};
}

Complaint set_bound(std::optional<TimeBound>& bound, std::string_view value) {
  bound = parse_time_bound(value);
  if (!bound) return "use a date such as 2025-01-06 or a time such as 2025-01-06T10:00Z";
  return {};
}

Complaint add_column(Draft& draft, std::string_view value) {
  for (const std::string& part : split_list(value)) {
    const std::size_t equals = part.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == part.size()) return "use role=column, for example timestamp=time";
    draft.columns.emplace_back(part.substr(0, equals), part.substr(equals + 1));
  }
  return {};
}

Complaint add_input(Draft& draft, std::string_view value) {
  if (value.empty()) return "use the name of a file, or - for standard input";
  if (value == "-" && std::exchange(draft.input_has_dash, true)) return "standard input can be read only once";
  draft.options.inputs.emplace_back(value);
  return {};
}

constexpr std::array kRules = {
    OptionRule{"output", true, kAll, [](Draft& d, std::string_view v) { return set_name(d.options.output, v, "folder"); }},
    OptionRule{"format", true, kAll,
               [](Draft& d, std::string_view v) {
                 return set_choice(d.options.format, v, {{"csv", ExportFormat::csv}, {"json", ExportFormat::json}, {"xlsx", ExportFormat::xlsx}});
               }},
    OptionRule{"input", true, kAll, add_input},
    OptionRule{"input-format", true, kAll,
               [](Draft& d, std::string_view v) {
                 return set_choice(d.options.analysis.input.format, v,
                                   {{"auto", InputFormat::detect}, {"csv", InputFormat::csv}, {"ndjson", InputFormat::ndjson}, {"access-log", InputFormat::access_log}});
               }},
    OptionRule{"delimiter", true, kAll,
               [](Draft& d, std::string_view v) -> Complaint {
                 d.options.analysis.input.delimiter = parse_delimiter(v);
                 if (!d.options.analysis.input.delimiter) return "use one character, or tab";
                 return {};
               }},
    OptionRule{"encoding", true, kAll, [](Draft& d, std::string_view v) { return set_name(d.options.analysis.input.encoding, v, "character encoding"); }},
    OptionRule{"has-header", true, kAll,
               [](Draft& d, std::string_view v) {
                 return set_choice(d.options.analysis.input.header, v, {{"auto", HeaderMode::detect}, {"yes", HeaderMode::yes}, {"no", HeaderMode::no}});
               }},
    OptionRule{"map", true, kAll, add_column},
    OptionRule{"zone", true, kVisitors, [](Draft& d, std::string_view v) { return set_zone(d.options.analysis.report.zone, v); }},
    OptionRule{"source-zone", true, kVisitors, [](Draft& d, std::string_view v) { return set_zone(d.options.analysis.report.source_zone, v); }},
    OptionRule{"now", true, kCustomers,
               [](Draft& d, std::string_view v) -> Complaint {
                 const auto seconds = parse_seconds(v);
                 if (!seconds) return "use whole seconds since 1970, for example 1736159400";
                 d.options.analysis.report.now = *seconds;
                 return {};
               }},
    OptionRule{"event-types", true, kCustomers,
               [](Draft& d, std::string_view v) -> Complaint {
                 auto& types = d.options.analysis.report.event_types;
                 if (!types) types.emplace();
                 for (std::string& type : split_list(v)) types->push_back(std::move(type));
                 return {};
               }},
    OptionRule{"rates", true, kCustomers, [](Draft& d, std::string_view v) { return add_rates(v, d.options.analysis.report.rates); }},
    OptionRule{"rates-file", true, kCustomers,
               [](Draft& d, std::string_view v) {
                 std::string path;
                 Complaint complaint = set_name(path, v, "file");
                 if (!complaint) d.rates_files.push_back(std::move(path));
                 return complaint;
               }},
    OptionRule{"shards", true, kCustomers, [](Draft& d, std::string_view v) { return set_count(d.options.analysis.report.shards, v, 1, kMostShards); }},
    OptionRule{"top", true, kCampaigns, [](Draft& d, std::string_view v) { return set_count(d.options.analysis.report.top, v, 1, kMostTop); }},
    OptionRule{"visitor", true, kVisitors,
               [](Draft& d, std::string_view v) {
                 return set_choice(d.options.analysis.report.visitor, v, {{"host", VisitorKey::host}, {"host+agent", VisitorKey::host_and_agent}});
               }},
    OptionRule{"distinct-events", false, kCustomers,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.analysis.report.distinct_events = true;
                 return {};
               }},
    OptionRule{"from", true, kTimed, [](Draft& d, std::string_view v) { return set_bound(d.options.analysis.filter.from, v); }},
    OptionRule{"to", true, kTimed, [](Draft& d, std::string_view v) { return set_bound(d.options.analysis.filter.to, v); }},
    OptionRule{"page", true, kVisitors,
               [](Draft& d, std::string_view v) -> Complaint {
                 d.options.analysis.filter.pages.emplace_back(v);
                 return {};
               }},
    OptionRule{"customer", true, kCustomers,
               [](Draft& d, std::string_view v) -> Complaint {
                 d.options.analysis.filter.customers.emplace_back(v);
                 return {};
               }},
    OptionRule{"campaign", true, kCampaigns,
               [](Draft& d, std::string_view v) -> Complaint {
                 d.options.analysis.filter.campaigns.emplace_back(v);
                 return {};
               }},
    OptionRule{"user", true, kActivity,
               [](Draft& d, std::string_view v) -> Complaint {
                 d.options.analysis.filter.users.emplace_back(v);
                 return {};
               }},
    OptionRule{"threads", true, kAll, [](Draft& d, std::string_view v) { return set_count(d.options.analysis.run.threads, v, 1, kMostThreads); }},
    OptionRule{"chunk-bytes", true, kAll, [](Draft& d, std::string_view v) { return set_count(d.options.analysis.run.chunk_bytes, v, 1, kMostChunkBytes); }},
    OptionRule{"progress-every", true, kAll, [](Draft& d, std::string_view v) { return set_count(d.options.progress_every, v, 1, UINT64_MAX); }},
    OptionRule{"quiet", false, kAll,
               [](Draft& d, std::string_view) -> Complaint {
                 d.options.quiet = true;
                 return {};
               }},
    OptionRule{"rejects", true, kAll, [](Draft& d, std::string_view v) { return set_name(d.options.rejects_file, v, "file"); }},
    OptionRule{"stats", true, kAll, [](Draft& d, std::string_view v) { return set_name(d.options.stats_file, v, "file"); }},
};

// Reads the arguments one by one.
class CommandParser {
 public:
  explicit CommandParser(std::int64_t now) { draft_.options.analysis.report.now = now; }

  ParsedCommand parse(std::span<const char* const> arguments) {
    bool options_end = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const std::string_view argument = arguments[i];
      if (options_end || argument == "-" || !argument.starts_with('-')) {
        if (!take_word(argument)) return complain();
      } else if (argument == "--") {
        options_end = true;
      } else if (argument == "--help" || argument == "-h") {
        return {ParsedCommand::Action::help, {}, {}, 0};
      } else if (argument == "--version") {
        return {ParsedCommand::Action::version, {}, {}, 0};
      } else if (!take_option(arguments, i)) {
        return complain();
      }
    }
    if (!finish()) return complain();
    return {ParsedCommand::Action::run, std::move(draft_.options), {}, 0};
  }

 private:
  bool fail(std::string complaint, int status = 2) {
    complaint_ = std::move(complaint);
    status_ = status;
    return false;
  }
  ParsedCommand complain() { return {ParsedCommand::Action::fail, {}, std::move(complaint_), status_}; }

  // The first word is the report, the others are inputs.
  bool take_word(std::string_view word) {
    if (!report_known_) {
      for (ReportKind kind : kAllReports) {
        if (word != command_name(kind)) continue;
        draft_.options.report = kind;
        report_known_ = true;
        return true;
      }
      return fail(fmt::format("unknown report {}; use hourly-visitors, customer-report, campaign-ranking or user-activity",
                              quoted_for_message(word)));
    }
    if (Complaint complaint = add_input(draft_, word)) return fail(fmt::format("input {}: {}", quoted_for_message(word), *complaint));
    return true;
  }

  bool take_option(std::span<const char* const> arguments, std::size_t& i) {
    const std::string_view argument = arguments[i];
    const std::size_t equals = argument.find('=');
    const std::string_view name = argument.starts_with("--") ? argument.substr(0, equals).substr(2) : std::string_view();
    const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const OptionRule& r) { return r.name == name; });
    if (rule == kRules.end())
      return fail(fmt::format("unknown option {}; --help lists them, and -- stands before a file name that begins with a dash",
                              quoted_for_message(argument.substr(0, equals))));
    std::string_view value;
    if (!rule->takes_value) {
      if (equals != std::string_view::npos) return fail(fmt::format("--{} takes no value; leave out {}", name, quoted_for_message(argument.substr(equals))));
    } else if (equals != std::string_view::npos) {
      value = argument.substr(equals + 1);
    } else if (i + 1 < arguments.size()) {
      value = arguments[++i];
    } else {
      return fail(fmt::format("--{} needs a value; --help shows which", name));
    }
    if (Complaint complaint = rule->set(draft_, value)) return fail(fmt::format("--{}: {} does not fit; {}", name, quoted_for_message(value), *complaint));
    given_.push_back(&*rule);
    return true;
  }

  bool finish() {
    CliOptions& options = draft_.options;
    if (!report_known_) return fail("name a report: hourly-visitors, customer-report, campaign-ranking or user-activity; --help shows how");
    if (options.inputs.empty()) return fail("no input; name one or more files, or - for standard input");
    if (options.format == ExportFormat::xlsx && options.output.empty()) return fail("--format xlsx writes a file; name its folder with --output");
    if (!options.rejects_file.empty() && options.rejects_file == options.stats_file) return fail("--rejects and --stats name the same file; use two");
    return resolve_columns() && read_rates() && note_idle_options();
  }

  bool resolve_columns() {
    const std::span<const Role> roles = roles_of(draft_.options.report);
    for (auto& [role, column] : draft_.columns) {
      const bool known = std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.name == role; });
      if (!known) {
        std::string names;
        for (const Role& r : roles) names += (names.empty() ? "" : ", ") + std::string(r.name);
        return fail(fmt::format("--map: {} reads no {}; its roles are {}", command_name(draft_.options.report), quoted_for_message(role), names));
      }
      draft_.options.analysis.input.columns.insert_or_assign(std::move(role), std::move(column));
    }
    return true;
  }

  bool read_rates() {
    for (const std::string& path : draft_.rates_files) {
      if (Status added = add_rates_file(path, draft_.options.analysis.report.rates); !added) return fail(error_text(added.error()), 1);
    }
    return true;
  }

  bool note_idle_options() {
    CliOptions& options = draft_.options;
    for (const OptionRule& rule : kRules) {
      if (rule.concerns.contains(options.report) || std::find(given_.begin(), given_.end(), &rule) == given_.end()) continue;
      options.notes.push_back(fmt::format("--{} does nothing for {}", rule.name, command_name(options.report)));
    }
    options.analysis.report.kinds = options.report;
    options.analysis.report.kinds_required = true;
    return true;
  }

  Draft draft_;
  bool report_known_ = false;
  std::vector<const OptionRule*> given_;
  std::string complaint_;
  int status_ = 2;
};

}  // namespace

ParsedCommand parse_command(std::span<const char* const> arguments, std::int64_t now) {
  return CommandParser(now).parse(arguments);
}

}  // namespace footfall
