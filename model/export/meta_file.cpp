#include "model/export/meta_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "model/core/utf8.h"
#include "model/export/json.h"
#include "model/report/cleaning_names.h"

namespace footfall {
namespace {

// The members of an object, in the order in which they are added; what is empty is left out.
class Members {
 public:
  Members& raw(std::string_view name, std::string_view json) {
    if (json.empty()) return *this;
    if (!text_.empty()) text_ += between_;
    append_json_string(text_, name);
    text_ += ':';
    text_ += json;
    return *this;
  }
  Members& text(std::string_view name, std::string_view value) {
    return value.empty() ? *this : raw(name, quoted(value));
  }
  Members& number(std::string_view name, std::uint64_t value) {
    return raw(name, std::to_string(value));
  }
  Members& flag(std::string_view name, bool value) { return raw(name, value ? "true" : "false"); }
  Members& texts(std::string_view name, const std::vector<std::string>& values) {
    std::vector<std::string> items;
    for (const std::string& value : values) items.push_back(quoted(value));
    return values.empty() ? *this : raw(name, list(items));
  }
  [[nodiscard]] std::string object() const { return '{' + text_ + '}'; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// Empty where it has no members.
  [[nodiscard]] std::string object_if_any() const { return empty() ? std::string() : object(); }
  [[nodiscard]] const std::string& members() const { return text_; }
  /// Each on a line of its own.
  void by_lines() { between_ = ",\n"; }

  static std::string quoted(std::string_view value) {
    std::string out;
    append_json_string(out, value);
    return out;
  }
  static std::string list(const std::vector<std::string>& items, std::string_view between = ",") {
    std::string out = "[";
    for (const std::string& item : items) {
      if (out.size() > 1) out += between;
      out += item;
    }
    return out + ']';
  }

 private:
  std::string text_;
  std::string_view between_ = ",";
};

// JSON as it was made of names of a file, in whose strings may stand bytes that are no UTF-8; on
// one line.
std::string embedded(std::string_view json) {
  std::string out;
  while (!json.empty()) {
    const std::size_t length = utf8_character_size(json);
    if (length == 0) {
      out += fmt::format("\\udc{:02x}", static_cast<unsigned>(static_cast<unsigned char>(json[0])));
    } else if (json[0] != '\n') {
      out += json.substr(0, length);
    }
    json.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

std::string clock_text(std::int64_t seconds) {
  std::string out;
  const std::int64_t day = floor_divide(seconds, kSecondsPerDay);
  append_date(out, static_cast<Day>(day));
  const std::int64_t rest = seconds - day * kSecondsPerDay;
  return out + fmt::format("T{:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
}

std::string nanoseconds_text(std::int64_t nanoseconds) {
  const std::int64_t seconds = floor_divide(nanoseconds, 1'000'000'000);
  return clock_text(seconds) + fmt::format(".{:09}Z", nanoseconds - seconds * 1'000'000'000);
}

std::string bound_text(const TimeBound& bound) {
  return bound.instant ? clock_text(*bound.instant) + 'Z' : clock_text(bound.civil);
}

std::string filter_json(const Filter& filter) {
  Members members;
  if (filter.from) members.text("from", bound_text(*filter.from));
  if (filter.to) members.text("to", bound_text(*filter.to));
  for (const FilterField field : kFilterFields)
    members.texts(kConditionFieldTable[field].name, filter[field]);
  std::vector<std::string> conditions;
  for (const Condition& condition : filter.conditions)
    conditions.push_back(fmt::format("{} {} {}", kConditionFieldTable[condition.field].name,
                                     kMatchTable[condition.match].name, condition.value));
  members.texts("where", conditions);
  std::vector<std::string> parts;
  for (const LogPartFacts& part : kLogPartTable)
    if (filter.cleaning.leave_out.contains(part.part)) parts.emplace_back(part.name);
  members.texts("leave_out", parts);
  if (filter.cleaning.pages != PageForm::whole)
    members.text("pages", name_of(filter.cleaning.pages));
  return members.object();
}

std::string decimal_json(const DecimalSum& value) {
  std::string digits;
  append_exact(digits, value, Decimal::kDigits, 1);
  std::string out;
  append_json_decimal(out, digits);
  return out;
}

std::string types_json(const std::map<std::string, std::string, std::less<>>& types) {
  Members members;
  for (const auto& [type, meant] : types) members.text(type, meant);
  return members.object_if_any();
}

struct OptionMember {
  ReportOption option{};
  void (*add)(const ReportOptions& options, Members& out) = nullptr;
};
constexpr auto kOptionMembers = kind_table<&OptionMember::option, OptionMember>({
    {ReportOption::zone,
     [](const ReportOptions& options, Members& out) { out.text("zone", options.zone.name()); }},
    {ReportOption::source_zone,
     [](const ReportOptions& options, Members& out) {
       out.text("source_zone", options.source_zone.name());
     }},
    {ReportOption::step, [](const ReportOptions& options,
                            Members& out) { out.text("step", kStepTable[options.step].name); }},
    {ReportOption::now, [](const ReportOptions& options,
                           Members& out) { out.raw("now", std::to_string(options.now)); }},
    {ReportOption::event_types,
     [](const ReportOptions& options, Members& out) {
       if (options.event_types) out.texts("event_types", *options.event_types);
     }},
    {ReportOption::event_map,
     [](const ReportOptions& options, Members& out) {
       out.raw("event_map", types_json(options.event_map));
     }},
    {ReportOption::rates,
     [](const ReportOptions& options, Members& out) {
       Members rates;
       for (const auto& [currency, rate] : options.rates)
         rates.raw(currency, decimal_json(DecimalSum(rate.units)));
       out.raw("rates", rates.object());
     }},
    {ReportOption::shards,
     [](const ReportOptions& options, Members& out) { out.number("shards", options.shards); }},
    {ReportOption::distinct_events,
     [](const ReportOptions& options, Members& out) {
       out.flag("distinct_events", options.distinct_events);
     }},
    {ReportOption::top,
     [](const ReportOptions& options, Members& out) { out.number("top", options.top); }},
});

void add_options(ReportKind kind, const ReportOptions& options, Members& out) {
  if (kEventTypeTable[events_of(kind)].utc) out.text("zone", "UTC");
  for (const OptionMember& member : kOptionMembers)
    if (kReportTable[kind].options.contains(member.option)) member.add(options, out);
}

// Of what comes in kinds, those that there are.
template <class Table, class Counts>
std::string counts_json(const Table& table, const Counts& counts) {
  Members members;
  for (std::size_t i = 0; i < table.size(); ++i)
    if (counts.at(i) > 0) members.number(table.at(i).name, counts.at(i));
  return members.object_if_any();
}

// `filtered`: whether they know what the filter left out.
std::string rows_json(const RowCounts& rows, bool filtered) {
  Members members;
  members.number("read", rows.read());
  if (filtered) members.number("counted", rows.counted);
  members.number("rejected", rows.rejected());
  if (filtered) members.number("filtered", rows.filtered());
  Members rejects;
  for (std::size_t i = 0; i < kRejectReasons; ++i)
    if (rows.rejected_by_reason[i] > 0)
      rejects.number(reason_name(static_cast<RejectReason>(i)), rows.rejected_by_reason[i]);
  members.raw("rejects", rejects.object_if_any());
  if (filtered)
    members.raw("filtered_by", counts_json(kFilterReasonTable, rows.filtered_by_reason));
  if (rows.rounded > 0) members.number("rounded", rows.rounded);
  if (rows.lines_left_out > 0) members.number("lines_left_out", rows.lines_left_out);
  members.raw("read_over", counts_json(kReadOverTable, rows.read_over));
  Members words;
  for (std::size_t i = 0; i < kNullWords.size(); ++i)
    if (rows.null_words[i] > 0) words.number(kNullWords[i], rows.null_words[i]);
  return members.raw("null_words", words.object_if_any()).object();
}

// One thing that rows came from: a file, a member of an archive, a table.
std::string input_json(const SourceCounts& source, std::string_view basis, bool filtered) {
  Members members;
  members.text("path", source.path).text("format", source.format);
  if (source.bytes > 0) members.number("bytes_read", source.bytes);
  members.raw("rows", rows_json(source.rows, filtered));
  return members.raw("plan", embedded(source.plan)).raw("basis", embedded(basis)).object();
}

std::string file_json(const ReadFile& file, const SourceHash& hash,
                      const std::vector<std::string>& inputs) {
  Members members;
  members.text("path", file.path);
  if (file.given != file.path) members.text("given", file.given);
  if (file.kind == ReadFile::Kind::regular) {
    members.number("bytes", file.bytes).text("modified", nanoseconds_text(file.changed));
    if (hash.why.empty()) members.text("sha256", hash.sha256);
  }
  if (!hash.why.empty()) members.raw("sha256", "null").text("no_hash", hash.why);
  return members.raw("inputs", "\n " + Members::list(inputs, ",\n ")).object();
}

// Of files those that were opened, as their origins say; the rest waits still.
std::string sources_json(const LoadReport& load, const MetaFile& meta) {
  const SourceOrigins none;
  const SourceOrigins& origins = meta.origins ? *meta.origins : none;
  std::vector<std::vector<std::string>> inputs(origins.files.size());
  std::vector<std::string> others;
  // A filter that is applied behind the reading is known of all inputs together alone.
  RowCounts together;
  for (const SourceCounts& source : load.sources) together += source.rows;
  const bool filtered =
      together.counted == load.rows.counted && together.filtered() == load.rows.filtered();
  for (std::size_t i = 0; i < load.sources.size(); ++i) {
    const SourceCounts& source = load.sources[i];
    if (i < origins.inputs.size()) {
      const SourceOrigins::Input& from = origins.inputs[i];
      inputs[from.file].push_back(input_json(source, from.basis, filtered));
    } else if (meta.origins) {
      others.push_back(Members().text("path", source.path).flag("read", false).object());
    } else {
      Members table;
      table.text("path", source.path).raw("sha256", "null");
      table.text("no_hash", meta.table_basis.empty() ? "it is still being read" : "a database");
      const std::string input = input_json(source, meta.table_basis, filtered);
      others.push_back(table.raw("inputs", "\n " + Members::list({input})).object());
    }
  }
  std::vector<std::string> sources;
  for (std::size_t i = 0; i < origins.files.size(); ++i)
    sources.push_back(file_json(origins.files[i], meta.hashes[i], inputs[i]));
  sources.insert(sources.end(), others.begin(), others.end());
  return Members::list(sources, ",\n");
}

std::string seen_json(const MetaFile& meta) {
  if (!meta.seen) return {};
  std::vector<std::string> columns;
  for (const Column& column : meta.seen->columns()) columns.emplace_back(column.name);
  return Members()
      .text("name", meta.seen->name())
      .number("rows", meta.seen->rows())
      .texts("columns", columns)
      .text("searched", meta.searched)
      .object();
}

// What else a reader of the figures must know: repeated events, currencies without a rate.
void add_findings(const Report& report, Members& out) {
  for (const Finding& finding : report.findings()) out.number(finding.name, finding.count);
  Members currencies;
  for (const UnconvertedCurrency& entry : report.unconverted_currencies())
    currencies.raw(
        entry.currency,
        Members().number("rows", entry.rows).raw("amount", decimal_json(entry.amount)).object());
  out.raw("unconverted_currencies", currencies.object_if_any());
}

}  // namespace

std::string table_basis_json(const std::string& where,
                             const std::vector<std::pair<std::string, std::string>>& columns) {
  Members named;
  for (const auto& [role, column] : columns) named.text(role, column);
  return Members().text("where", where).raw("columns", named.object()).object();
}

std::string meta_file_name(std::string_view main_file) {
  return std::string(main_file.substr(0, main_file.rfind('.'))) + ".meta.json";
}

std::optional<std::string> earlier_meta(const std::string& folder, std::string_view main_file) {
  std::string path = folder + '/' + meta_file_name(main_file);
  std::error_code unseen;
  if (!std::filesystem::exists(path, unseen)) return std::nullopt;
  return path;
}

std::string meta_json(const MetaFile& meta, const ReportSet& reports) {
  const LoadReport& load = reports.load_of(meta.kind);
  Members out;
  out.by_lines();
  out.number("footfall_meta", 1).text("program", meta.program).text("version", meta.version);
  out.text("written", clock_text(meta.written) + 'Z').text("report", command_name(meta.kind));
  out.texts("files", meta.files).text("format", kExportFormatTable[meta.form.format].name);
  if (meta.form.format == ExportFormat::csv)
    out.flag("csv_bom", meta.form.csv.byte_order_mark)
        .flag("csv_escape", meta.form.csv.escape_formulas);
  out.raw("table", seen_json(meta)).flag("partial", reports.partial);
  add_options(meta.kind, meta.options, out);
  if (std::ranges::any_of(load.sources, &SourceCounts::is_log))
    out.text("visitor", meta.options.visitor == VisitorKey::host ? "host" : "host+agent");
  out.raw("filter", filter_json(reports.filter));
  out.texts("ignored_filters", {load.ignored_filters.begin(), load.ignored_filters.end()});
  out.raw("rows", rows_json(load.rows, true));
  if (const ReportPtr& report = reports.reports[meta.kind]) add_findings(*report, out);
  out.raw("sources", '\n' + sources_json(load, meta));
  std::vector<std::string> left_out;
  for (const LeftOutInput& input : load.left_out) left_out.push_back(input.path);
  return "{\n" + out.texts("left_out", left_out).members() + meta.more + "\n}\n";
}

Status stage_meta(StagedFiles& files, const std::string& path, const MetaFile& meta,
                  const ReportSet& reports) {
  Result<OutputFile> file = files.create(path);
  if (!file) return file.error();
  if (Status written = file->write(meta_json(meta, reports)); !written) return written;
  return file->close();
}

std::string comparison_member(const Comparison* periods, std::uint64_t rows_before,
                              const std::vector<std::string_view>& notes) {
  Members members;
  if (periods != nullptr) {
    members.text("from", periods->shown(periods->now.begin));
    members.text("to", periods->shown(periods->now.end));
    members.text("compared_from", periods->shown(periods->before.begin));
    members.text("compared_to", periods->shown(periods->before.end));
  }
  members.number("compared_rows_counted", rows_before);
  std::vector<std::string> names;
  for (const std::string_view note : notes) names.push_back(Members::quoted(note));
  return ",\n\"comparison\":" + members.raw("notes", Members::list(names)).object();
}

std::string peaks_member(std::size_t most, PeakOrder by) {
  return ",\n\"peaks\":" +
         Members().number("most", most).text("by", kPeakOrderTable[by].name).object();
}

}  // namespace footfall
