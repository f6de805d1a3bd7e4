// Long, for what options must not stand together is looked at in one place, when all are known.
#include "app/cli_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "app/compared_run.h"
#include "app/error_text.h"
#include "app/option_rules.h"
#include "app/option_values.h"
#include "app/peak_tables.h"
#include "model/core/event_type.h"
#include "model/parse/log_format.h"
#include "model/parse/saved_plan.h"
#include "model/parse/value_forms.h"

namespace footfall {
namespace {

// All of them, with `last` in front of the last one.
std::string report_names(std::string_view last) {
  std::string names;
  for (const ReportKind kind : kAllReports) {
    if (!names.empty()) names += kind == kAllReports.back() ? last : ", ";
    names += command_name(kind);
  }
  return names;
}

// Reads the arguments one by one.
class CommandParser {
 public:
  explicit CommandParser(std::int64_t now) {
    draft_.options.analysis.report.now = now;
    draft_.options.analysis.input.log.folder = user_log_formats();
  }

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
  ParsedCommand complain() {
    return {ParsedCommand::Action::fail, {}, std::move(complaint_), status_};
  }

  // The first word is the report, the others are inputs.
  bool take_word(std::string_view word) {
    if (!report_known_) {
      if (word == "load") {
        draft_.options.load = report_known_ = true;
        return true;
      }
      if (word == "inspect") {
        draft_.options.inspect = report_known_ = true;
        return true;
      }
      for (ReportKind kind : kAllReports) {
        if (word != command_name(kind)) continue;
        draft_.options.report = kind;
        report_known_ = true;
        return true;
      }
      return fail(fmt::format("unknown report {}; use {}, inspect or load",
                              quoted_for_message(without_user_info(word)), report_names(", ")));
    }
    // A URL may hold a password: only the part at fault is shown.
    if (Complaint complaint = add_input(draft_, word))
      return fail(is_database_url(word)
                      ? fmt::format("database URL: {}", *complaint)
                      : fmt::format("input {}: {}", quoted_for_message(without_user_info(word)),
                                    *complaint));
    return true;
  }

  bool take_option(std::span<const char* const> arguments, std::size_t& i) {
    const std::string_view argument = arguments[i];
    const std::size_t equals = argument.find('=');
    const std::string_view name =
        argument.starts_with("--") ? argument.substr(0, equals).substr(2) : std::string_view();
    const std::span<const OptionRule> rules = option_rules();
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const OptionRule& r) { return r.name == name; });
    if (rule == rules.end())
      return fail(
          fmt::format("unknown option {}; --help lists them, and -- stands before a file name that "
                      "begins with a dash",
                      quoted_for_message(without_user_info(argument.substr(0, equals)))));
    std::string_view value;
    if (!rule->takes_value) {
      if (equals != std::string_view::npos)
        return fail(fmt::format("--{} takes no value; leave out {}", name,
                                quoted_for_message(without_user_info(argument.substr(equals)))));
    } else if (equals != std::string_view::npos) {
      value = argument.substr(equals + 1);
    } else if (i + 1 < arguments.size()) {
      value = arguments[++i];
    } else {
      return fail(fmt::format("--{} needs a value; --help shows which", name));
    }
    // What is meant as a URL may hold a password.
    const bool url = is_database_url(value);
    if (Complaint complaint = rule->set(draft_, value);
        complaint && !url && value.find("://") != std::string_view::npos)
      return fail(fmt::format("--{}: {}", name, *complaint));
    else if (complaint)
      return url ? fail(fmt::format("database URL: {}", *complaint))
                 : fail(fmt::format("--{}: {} does not fit; {}", name, quoted_for_message(value),
                                    *complaint));
    given_.push_back(&*rule);
    return true;
  }

  bool finish() {
    CliOptions& options = draft_.options;
    if (!report_known_)
      return fail(fmt::format("name a report: {}; --help shows how", report_names(" or ")));
    if (options.load) return finish_load();
    if (options.inspect) return finish_inspect();
    if (draft_.target)
      return fail("--to with a database is for load; for a report use a date or time");
    if (!settle_tables()) return false;
    if (const ExportFormatFacts& format = kExportFormatTable[options.form.format];
        format.workbook && options.output.empty())
      return fail(
          fmt::format("--format {} writes a file; name its folder with --output", format.name));
    if (const CsvStyle& csv = options.form.csv;
        options.form.format != ExportFormat::csv && (csv.byte_order_mark || csv.escape_formulas))
      options.notes.push_back(fmt::format("--csv-bom and --csv-escape do nothing for --format {}",
                                          kExportFormatTable[options.form.format].name));
    if (options.meta && options.output.empty())
      return fail("--meta writes a file beside the report's; name their folder with --output");
    if (options.meta && options.follow)
      return fail("--meta tells of files that nobody writes any more; leave out --follow");
    if (!options.rejects_file.empty() && options.rejects_file == options.stats_file)
      return fail("--rejects and --stats name the same file; use two");
    if (options.follow && !options.database && options.output.empty())
      return fail(
          "--follow replaces the report's files again and again; name their folder with "
          "--output");
    if (!kEventTypeTable[events_of(options.report)].timed) options.compare.reset();
    if (!kEventTypeTable[events_of(options.report)].hourly) {
      options.peaks = 0;
      options.peaks_by.reset();
    }
    if (options.compare) {
      if (options.follow) return fail("--compare compares what was read once; leave out --follow");
      if (options.peaks > 0)
        return fail("--peaks and --compare are two questions; ask one after the other");
      if (options.database)
        return fail(
            "--compare is for what is read here: read the rows with --sql-fetch, or ask the "
            "database for both periods, with --from and --to");
      if (options.compare->kind == ComparedWith::Kind::previous && !options.analysis.filter.from)
        return fail(
            "--compare previous needs a beginning of the period that something is before; name it "
            "with --from");
    }
    if (options.follow) {
      options.analysis.run.follow = true;
      options.analysis.run.keep_slices = true;
      options.analysis.run.clock_moves = !options.now_given;
    }
    if (options.peaks_by && options.peaks == 0)
      return fail("--peaks-by says how peaks are ranked; say how many with --peaks");
    if (options.peaks > 0 && options.analysis.report.step != Step::hour)
      return fail("--peaks ranks hours; leave out --step");
    if (needs_kept_visitors(options)) options.analysis.run.keep_slices = true;
    std::vector<std::string_view> roles;
    for (const Role& role : roles_of(events_of(options.report))) roles.push_back(role.name);
    if (!(resolve_columns(command_name(options.report), roles) && check_log_format() &&
          check_event_map() && check_scales() && read_rates() && note_idle_options()))
      return false;
    options.analysis.filter = with_names_listed(std::move(options.analysis.filter));
    if (const Filter& filter = options.analysis.filter;
        options.compare && reads_only_some(options) && !(filter.from && filter.to))
      return fail(
          "--compare: rows that --where and --event-types choose do not tell where the data begin "
          "and end; name the period with --from and --to");
    return true;
  }

  // One table alone is the server's affair; several, and one beside files, are read here.
  bool settle_tables() {
    CliOptions& options = draft_.options;
    std::vector<DatabaseUrl>& tables = options.tables;
    if (options.inputs.empty() && tables.empty())
      return fail("no input; name one or more files, - for standard input, or a database's URL");
    if (!set_of_table("--sql-where", "--where", "where", draft_.sql_where,
                      [](DatabaseUrl& table) {
                        return table.where.empty() ? nullptr : "--sql-where and where= in the URL";
                      }) ||
        !set_of_table("--sql-query", "", "query", draft_.sql_query, [](DatabaseUrl& table) {
          return table.table == TableName() ? nullptr
                                            : "--sql-query and a table or query in the URL";
        }))
      return false;
    for (const DatabaseUrl& table : tables)
      if (table.table == TableName())
        return fail(
            "database URL: \"no table\" does not fit; use ?table=NAME at the end, or --sql-query");
    if (draft_.sql_fetch && tables.empty())
      return fail(
          "--sql-fetch is for rows of a database; name one as postgresql:// or clickhouse://");
    if (tables.size() == 1 && options.inputs.empty() && !draft_.sql_fetch) {
      options.database = std::move(tables.front());
      tables.clear();
    }
    if (options.explain && tables.empty() && !options.database)
      return fail(
          "--explain shows the SQL for a database; name one as postgresql:// or clickhouse://");
    if (options.explain && !options.database)
      return fail(
          "--explain shows the SQL of one table that its database makes a report of; name it "
          "alone");
    if (options.follow && !tables.empty())
      return fail("--follow goes on with files; leave out the tables");
    if (options.database && !options.rejects_file.empty())
      return fail(
          "--rejects: of rejected rows a database gives their number and examples; leave the "
          "option out, or read the rows here with --sql-fetch");
    return true;
  }

  // What is said of the one table that there is. `taken`: the words for what says the same.
  template <class Taken>
  bool set_of_table(std::string_view option, std::string_view for_files, std::string_view parameter,
                    const std::string& value, Taken taken) {
    if (value.empty()) return true;
    std::vector<DatabaseUrl>& tables = draft_.options.tables;
    if (tables.empty())
      return fail(
          for_files.empty()
              ? fmt::format("{} is for rows of a database; name one as postgresql:// or "
                            "clickhouse://",
                            option)
              : fmt::format("{} is for rows of a database; for files use {}", option, for_files));
    if (tables.size() > 1)
      return fail(fmt::format("{}: there are {} tables; give each its own with {}= in its URL",
                              option, tables.size(), parameter));
    DatabaseUrl& table = tables.front();
    if (const char* const words = taken(table))
      return fail(fmt::format("{}: give one of them", words));
    if (parameter == "where")
      table.where = value;
    else
      table.table = table_of_query(value);
    // What is written of the source later shows it.
    if (draft_.sql_fetch || !draft_.options.inputs.empty())
      table.display += (table.display.find('?') == std::string::npos ? '?' : '&') +
                       fmt::format("{}={}", parameter, percent_encoded(value));
    return true;
  }

  bool finish_load() {
    CliOptions& options = draft_.options;
    options.database = std::move(draft_.target);
    if (!options.database)
      return fail(
          "load needs a table to copy into; name it with --to postgresql:// or clickhouse://");
    if (!options.database->where.empty())
      return fail("where= in the URL says which rows of a table are read; load reads none");
    if (options.database->table.name.empty())
      return fail("load writes into a table; name it in the URL of --to with ?table=NAME");
    if (options.inputs.empty())
      return fail("no input; name one or more files, or - for standard input");
    if (!options.rejects_file.empty() && options.rejects_file == options.stats_file)
      return fail("--rejects and --stats name the same file; use two");
    constexpr std::array<std::string_view, 24> kKnown = {
        "input",          "input-format", "delimiter",  "encoding",    "has-header",
        "quote",          "skip",         "map",        "plan",        "decimal",
        "date-order",     "time-form",    "scale",      "source-zone", "to",
        "create",         "columns",      "rejects",    "chunk-bytes", "quiet",
        "progress-every", "stats",        "log-format", "client"};
    for (const OptionRule* rule : given_)
      if (std::find(kKnown.begin(), kKnown.end(), rule->name) == kKnown.end())
        return fail(fmt::format("--{} is for reports; load takes no such option", rule->name));
    if (!resolve_columns("load", every_role()) || !check_log_format()) return false;
    if (!options.analysis.input.log.cleaning.nothing())
      return fail("--plan: load copies all requests of a log; use a plan that leaves none out");
    return true;
  }

  static std::vector<std::string_view> every_role() {
    std::vector<std::string_view> roles;
    for (const EventType type : kEventTypes)
      for (const Role& role : roles_of(type)) roles.push_back(role.name);
    return roles;
  }

  bool finish_inspect() {
    CliOptions& options = draft_.options;
    if (options.inputs.empty() || !options.tables.empty())
      return fail("inspect looks at files; name one or more, or - for standard input");
    if (!options.plan_file.empty() && options.inputs.size() != 1)
      return fail("--save keeps the plan of one input; name one");
    if (options.form.format != ExportFormat::csv && options.form.format != ExportFormat::json)
      return fail("--format: a plan is text (csv, the default) or json");
    constexpr std::array<std::string_view, 25> kKnown = {
        "input",      "input-format", "delimiter", "quote",       "encoding",
        "has-header", "skip",         "map",       "plan",        "format",
        "save",       "records",      "quiet",     "decimal",     "date-order",
        "time-form",  "scale",        "blank",     "source-zone", "log-format",
        "client",     "leave-out",    "status",    "pages",       "event-map"};
    for (const OptionRule* rule : given_)
      if (std::find(kKnown.begin(), kKnown.end(), rule->name) == kKnown.end())
        return fail(fmt::format("--{} is for reports; inspect takes no such option", rule->name));
    if (!check_event_map()) return false;
    // What is said of an input goes into its plan.
    options.analysis.input.event_map = options.analysis.report.event_map;
    return resolve_columns("inspect", every_role()) && check_log_format();
  }

  bool check_log_format() {
    const LogOptions& log = draft_.options.analysis.input.log;
    if (log.format.empty()) return true;
    const Result<LogFormatPtr> format = named_log_format(log.format, log.folder);
    if (!format)
      return fail(error_text(format.error()), format.error().kind == ErrorKind::bad_option ? 2 : 1);
    if (log.client == LogClient::forwarded && !(*format)->description().has(LogField::forwarded))
      return fail(fmt::format("--client: {} has no forwarded addresses; use connection",
                              quoted_for_message(log.format)));
    return true;
  }

  bool resolve_columns(std::string_view command, const std::vector<std::string_view>& roles) {
    for (auto& [role, column] : draft_.columns) {
      if (std::find(roles.begin(), roles.end(), role) == roles.end()) {
        std::string names;
        for (const std::string_view name : roles)
          names += (names.empty() ? "" : ", ") + std::string(name);
        return fail(fmt::format("--map: {} reads no {}; its roles are {}", command,
                                quoted_for_message(role), names));
      }
      const auto [entry, added] =
          draft_.options.analysis.input.columns.emplace(role, std::move(column));
      if (!added)
        return fail(
            fmt::format("--map: {} is given twice; name one source, or several with | "
                        "between them",
                        quoted_for_message(role)));
    }
    if (draft_.plan.empty()) return true;
    const Result<std::string> text =
        read_small_file(draft_.plan, "a plan that inspect --save wrote");
    if (!text) return fail(error_text(text.error()), 1);
    const Result<SavedPlan> plan = read_plan(*text, draft_.plan);
    if (!plan) return fail(error_text(plan.error()), 1);
    follow_plan(*plan, roles, draft_.options.analysis.input);
    const bool zone_given = std::ranges::any_of(
        given_, [](const OptionRule* rule) { return rule->name == "source-zone"; });
    if (!zone_given) draft_.options.analysis.report.source_zone = plan->source_zone;
    return true;
  }

  bool check_event_map() {
    const bool all = draft_.options.inspect;
    const ReportKind report = draft_.options.report;
    std::vector<std::string_view> words;
    for (const ReportKind kind : kAllReports)
      if (all || kind == report)
        for (const std::string_view word : usual_types(kind)) words.push_back(word);
    if (words.empty()) return true;  // a note says so
    for (const auto& [type, word] : draft_.options.analysis.report.event_map) {
      if (std::find(words.begin(), words.end(), word) != words.end()) continue;
      std::string names;
      for (const std::string_view name : words)
        names += (names.empty() ? "" : ", ") + std::string(name);
      return fail(fmt::format(
          "--event-map: {} figures for {}; its words are {}",
          all ? std::string("no report has") : fmt::format("{} has no", command_name(report)),
          quoted_for_message(word), names));
    }
    return true;
  }

  bool check_scales() {
    const EventType events = events_of(draft_.options.report);
    for (const auto& [role, factor] : draft_.options.analysis.input.scales) {
      std::string names;
      bool known = false;
      for (std::size_t i = 0; i < roles_of(events).size(); ++i) {
        if (!is_number(value_kinds(events)[i])) continue;
        const std::string_view name = roles_of(events)[i].name;
        known = known || name == role;
        names += (names.empty() ? "" : ", ") + std::string(name);
      }
      if (!known && !names.empty())
        return fail(fmt::format("--scale: {} has no number {}; its numbers are {}",
                                command_name(draft_.options.report), quoted_for_message(role),
                                names));
      const bool tables = draft_.options.database || !draft_.options.tables.empty();
      if (tables && !decimal_exponent(factor))
        return fail(fmt::format(
            "--scale: a database multiplies {} by a power of ten alone, for example 0.000001",
            quoted_for_message(role)));
    }
    return true;
  }

  bool read_rates() {
    for (const std::string& path : draft_.rates_files) {
      if (Status added = add_rates_file(path, draft_.options.analysis.report.rates); !added)
        return fail(error_text(added.error()), 1);
    }
    return true;
  }

  bool note_idle_options() {
    CliOptions& options = draft_.options;
    for (const OptionRule& rule : option_rules()) {
      if (std::find(given_.begin(), given_.end(), &rule) == given_.end()) continue;
      if (rule.concerns.empty()) return fail(fmt::format("--{} is for load or inspect", rule.name));
      const bool no_file = options.database || (!options.tables.empty() && options.inputs.empty());
      // Rows that are read here can be compared.
      const bool refused = no_file && (options.database || rule.name != "compare");
      if (refused && rule.files_only && !rule.idle)
        return fail(fmt::format("--{} says how files are read; a database takes no such option",
                                rule.name));
      if (options.database && rule.files_only) {
        options.notes.push_back(fmt::format("--{} does nothing for a database", rule.name));
        continue;
      }
      if (rule.concerns.contains(options.report)) continue;
      options.notes.push_back(
          fmt::format("--{} does nothing for {}", rule.name, command_name(options.report)));
    }
    if (options.database && peak_table_names(options).size() > 1)
      options.notes.emplace_back(
          "--peaks tells of visitors by name where rows are read here: with --sql-fetch");
    Filter conditions;
    conditions.conditions = options.analysis.filter.conditions;
    for (const std::string_view field : ignored_filters(events_of(options.report), conditions))
      options.notes.push_back(
          fmt::format("--where {} does nothing for {}", field, command_name(options.report)));
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
