#include "tests/support/twin_compare.h"

#include <QTemporaryDir>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "model/export/csv.h"
#include "model/export/export_report.h"
#include "model/export/json.h"
#include "model/report/customer_report.h"
#include "model/report/user_activity_report.h"
#include "tests/support/twin_number.h"

namespace footfall::testing {
namespace {

ReportKind kind_of(twin::Report report) {
  switch (report) {
    case twin::Report::hourly_visitors:
      return ReportKind::hourly_visitors;
    case twin::Report::customer_report:
      return ReportKind::customer_report;
    case twin::Report::campaign_ranking:
      return ReportKind::campaign_ranking;
    case twin::Report::user_activity:
      return ReportKind::user_activity;
    case twin::Report::requests:
      return ReportKind::requests;
  }
  return ReportKind::hourly_visitors;
}

std::string unequal(const std::string& what, const std::string& expected, const std::string& got) {
  if (expected == got) return {};
  return what + "\n--- expected\n" + expected + "\n--- got\n" + got + "\n";
}
std::string unequal(const std::string& what, std::uint64_t expected, std::uint64_t got) {
  return unequal(what, std::to_string(expected), std::to_string(got));
}

std::string exact_text(const DecimalSum& sum) {
  std::string text;
  append_exact(text, sum, Decimal::kDigits, 0);
  return text;
}

std::string file_difference(const ReportSet& reports, ReportKind kind,
                            const twin::Result& expected) {
  std::vector<Document> documents = json_documents(reports, kind);
  for (const TablePtr& table : reports.tables(kind)) documents.push_back(csv_document(table));
  std::map<std::string, std::string> files;
  for (const Document& document : documents) {
    std::string& bytes = files[document.name];
    bytes = document.head;
    document.append(bytes, 0, document.items);
    bytes += document.tail;
    if (!expected.files.contains(document.name)) return "unexpected file " + document.name;
  }
  for (const auto& [name, bytes] : expected.files)
    if (std::string text = unequal(name, bytes, files[name]); !text.empty()) return text;
  return {};
}

std::string reject_difference(const LoadReport& load, const std::vector<twin::Input>& inputs,
                              const twin::Result& expected) {
  twin::Result got;
  for (const Reject& reject : load.rejects)
    got.rejects.push_back({reject.file, reject.line, reject.offset,
                           std::string(reason_name(reject.reason)), reject.column, reject.excerpt});
  return unequal("rejects", twin::rejects_csv(expected, inputs), twin::rejects_csv(got, inputs));
}

std::string count_difference(const RowCounts& rows, const twin::Result& expected) {
  for (std::size_t i = 0; i < kRejectReasons; ++i) {
    const std::string name(reason_name(static_cast<RejectReason>(i)));
    const auto found = expected.rejected.find(name);
    const std::uint64_t count = found == expected.rejected.end() ? 0 : found->second;
    if (std::string text = unequal(name, count, rows.rejected_by_reason[i]); !text.empty())
      return text;
  }
  for (const FilterReasonFacts& facts : kFilterReasonTable) {
    const std::string name(facts.name);
    const auto found = expected.filtered.find(name);
    const std::uint64_t count = found == expected.filtered.end() ? 0 : found->second;
    if (std::string text = unequal(name, count, rows.filtered_by_reason[facts.reason]);
        !text.empty())
      return text;
  }
  return unequal("rows counted", expected.counted, rows.counted) +
         unequal("rows rounded", expected.rounded, rows.rounded);
}

std::string extra_difference(const ReportSet& reports, ReportKind kind,
                             const twin::Options& options, const twin::Result& expected) {
  if (kind == ReportKind::customer_report) {
    std::string expected_text;
    for (const auto& [currency, sum] : expected.unconverted)
      expected_text += currency + ' ' + std::to_string(sum.rows) + ' ' + sum.amount + '\n';
    std::string text;
    for (const auto& sum : reports.get<CustomerReport>()->unconverted)
      text += sum.currency + ' ' + std::to_string(sum.rows) + ' ' + exact_text(sum.amount) + '\n';
    text = unequal("unconverted", expected_text, text);
    if (options.distinct_events)
      text += unequal("duplicates", expected.duplicates,
                      reports.get<CustomerReport>()->duplicate_events) +
              unequal("conflicts", expected.conflicts,
                      reports.get<CustomerReport>()->conflicting_events);
    return text;
  }
  if (kind == ReportKind::user_activity)
    return unequal("duplicates", expected.duplicates,
                   reports.get<UserActivityReport>()->duplicate_events) +
           unequal("conflicts", expected.conflicts,
                   reports.get<UserActivityReport>()->conflicting_events);
  return {};
}

std::string escaped(const std::string& bytes) {
  std::string out;
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    constexpr std::string_view hex = "0123456789abcdef";
    if (c == '\n')
      out += "\\n\n    ";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\\')
      out += "\\\\";
    else if (byte < 0x20 || byte >= 0x7f)
      out += std::string("\\x") + hex[byte >> 4] + hex[byte & 15];
    else
      out += c;
  }
  return out;
}

std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  std::string line;
  for (char c : bytes) {
    line += c;
    if (c != '\n') continue;
    lines.push_back(line);
    line.clear();
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

}  // namespace

Workshop::Workshop() {
  QTemporaryDir folder;
  folder.setAutoRemove(false);
  folder_ = folder.path().toStdString();
}
Workshop::~Workshop() { std::filesystem::remove_all(folder_); }

std::vector<twin::Input> Workshop::write(const std::vector<std::string>& files) const {
  std::vector<twin::Input> inputs;
  for (std::size_t i = 0; i < files.size(); ++i) {
    inputs.push_back({folder_ + "/in" + std::to_string(i), files[i]});
    std::ofstream(inputs.back().path, std::ios::binary) << files[i];
  }
  return inputs;
}

AnalysisOptions engine_options(const twin::Options& options) {
  AnalysisOptions engine;
  switch (options.format) {
    case twin::Format::csv:
      engine.input.format = InputFormat::csv;
      break;
    case twin::Format::ndjson:
      engine.input.format = InputFormat::ndjson;
      break;
    case twin::Format::access_log:
      engine.input.format = InputFormat::access_log;
      break;
  }
  engine.input.encoding = "UTF-8";  // the twin keeps what is no UTF-8
  if (options.format == twin::Format::csv) engine.input.delimiter = options.delimiter;
  engine.input.header = options.header ? HeaderMode::yes : HeaderMode::no;
  for (const auto& [role, column] : options.columns) engine.input.columns[role] = column;
  ReportOptions& report = engine.report;
  report.kinds = ReportKinds(kind_of(options.report));
  report.kinds_required = true;
  report.zone = *TimeZone::load(options.zone, "zone");
  report.step = options.step == "week"  ? Step::week
                : options.step == "day" ? Step::day
                                        : Step::hour;
  report.source_zone = *TimeZone::load(options.source_zone, "source zone");
  report.visitor = options.host_only ? VisitorKey::host : VisitorKey::host_and_agent;
  report.now = options.now;
  if (options.event_types)
    report.event_types.emplace(options.event_types->begin(), options.event_types->end());
  for (const auto& [currency, rate] : options.rates)
    report.rates[currency] = parse_number(rate).value;
  report.shards = options.shards;
  report.distinct_events = options.distinct_events;
  report.top = options.top;
  if (options.from) engine.filter.from = parse_time_bound(*options.from);
  if (options.to) engine.filter.to = parse_time_bound(*options.to);
  engine.filter[FilterField::page].assign(options.pages.begin(), options.pages.end());
  engine.filter[FilterField::customer].assign(options.customers.begin(), options.customers.end());
  engine.filter[FilterField::campaign].assign(options.campaigns.begin(), options.campaigns.end());
  engine.filter[FilterField::user].assign(options.users.begin(), options.users.end());
  for (const twin::Where& one : options.where) {
    Condition condition;
    const std::string text = one.field + ' ' + one.match + ' ' + one.value;
    if (parse_condition(text, condition) != ConditionFault::none)
      throw std::runtime_error("no condition: " + text);
    engine.filter.conditions.push_back(std::move(condition));
  }
  engine.filter = with_names_listed(std::move(engine.filter));
  return engine;
}

std::string difference(const twin::Options& options, const ReportSet& reports,
                       const twin::Result& expected, const std::vector<twin::Input>& inputs) {
  const ReportKind kind = kind_of(options.report);
  if (!reports.has(kind)) return "no report";
  std::string text = count_difference(reports.load_of(kind).rows, expected);
  if (text.empty()) text = reject_difference(reports.load_of(kind), inputs, expected);
  if (text.empty()) text = file_difference(reports, kind, expected);
  if (text.empty()) text = extra_difference(reports, kind, options, expected);
  return text;
}

std::string difference(const twin::Options& options, const std::vector<twin::Input>& inputs,
                       const twin::Result& expected, const Work& work) {
  AnalysisOptions engine = engine_options(options);
  engine.run.threads = work.threads;
  engine.run.chunk_bytes = work.chunk_bytes;
  std::vector<std::string> paths;
  for (const twin::Input& input : inputs) paths.push_back(input.path);
  std::string all_rejects(kRejectsHeader);
  AnalysisEvents events;
  events.on_rejects = [&](std::span<const Reject> rejects) {
    for (const Reject& reject : rejects) append_csv_reject(all_rejects, reject, paths[reject.file]);
  };
  const Outcome outcome = Analysis(paths, engine).run({}, events);
  if (outcome.kind != Outcome::Kind::done)
    return expected.failed
               ? ""
               : "the run failed: " +
                     (outcome.error ? outcome.error->where + " " + outcome.error->found : "");
  if (expected.failed) return "the run should fail: " + *expected.failed;
  std::string text = difference(options, *outcome.reports, expected, inputs);
  if (text.empty()) text = unequal("all rejects", twin::rejects_csv(expected, inputs), all_rejects);
  return text;
}

std::string minimized(std::vector<std::string> files,
                      const std::function<bool(const std::vector<std::string>&)>& fails) {
  for (std::size_t file = 0; file < files.size(); ++file) {
    std::vector<std::string> lines = lines_of(files[file]);
    const auto joined = [&](const std::vector<std::string>& list) {
      std::string bytes;
      for (const std::string& line : list) bytes += line;
      return bytes;
    };
    for (std::size_t step = std::max<std::size_t>(lines.size() / 2, 1);;
         step = step > 1 ? step / 2 : 0) {
      if (step == 0) break;
      for (std::size_t at = 0; at < lines.size();) {
        std::vector<std::string> fewer = lines;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at),
                    fewer.begin() + static_cast<std::ptrdiff_t>(std::min(at + step, fewer.size())));
        std::vector<std::string> candidate = files;
        candidate[file] = joined(fewer);
        if (fails(candidate)) {
          lines = fewer;
          files = candidate;
        } else {
          at += step;
        }
      }
    }
  }
  std::string out;
  for (const std::string& bytes : files) out += "  file:\n    " + escaped(bytes) + "\n";
  return out;
}

}  // namespace footfall::testing
