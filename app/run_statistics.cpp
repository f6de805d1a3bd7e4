#include "app/run_statistics.h"

#include <fmt/format.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "app/error_text.h"
#include "model/export/json.h"

namespace footfall {
namespace {

using Member = std::pair<std::string_view, std::string>;

const Report* report_of(const RunStatistics& statistics) {
  return statistics.reports.reports[statistics.kind].get();
}

Member listed(const RunStatistics& statistics) {
  const Report* report = report_of(statistics);
  return {kReportTable[statistics.kind].listed, std::to_string(report ? report->listed() : 0)};
}

std::vector<Member> counts(const RunStatistics& statistics) {
  const LoadReport& load = statistics.reports.load_of(statistics.kind);
  const RowCounts& rows = load.rows;
  std::vector<Member> members{
      {"rows_read", std::to_string(rows.read())},
      {"rows_counted", std::to_string(rows.counted)},
      {"rows_skipped", std::to_string(rows.rejected() + rows.filtered())},
      {"rows_rejected", std::to_string(rows.rejected())},
      {"rows_filtered", std::to_string(rows.filtered())},
      {"parse_errors", std::to_string(rows.parse_errors())},
      listed(statistics),
      {"bytes_read", std::to_string(load.bytes)},
      {"elapsed_seconds", fmt::format("{:.3f}", statistics.elapsed_seconds)},
  };
  if (statistics.hash_seconds)
    members.emplace_back("hash_seconds", fmt::format("{:.3f}", *statistics.hash_seconds));
  return members;
}

// Of what comes in kinds, those that there are.
template <class Table, class Counts>
std::vector<Member> by_name(const Table& table, const Counts& counts) {
  std::vector<Member> members;
  for (std::size_t i = 0; i < table.size(); ++i)
    if (counts.at(i) > 0) members.emplace_back(table.at(i).name, std::to_string(counts.at(i)));
  return members;
}

std::vector<Member> filtered(const RunStatistics& statistics) {
  return by_name(kFilterReasonTable,
                 statistics.reports.load_of(statistics.kind).rows.filtered_by_reason);
}

std::uint64_t lines_left_out(const RunStatistics& statistics) {
  return statistics.reports.load_of(statistics.kind).rows.lines_left_out;
}

std::vector<Member> read_over(const RunStatistics& statistics) {
  return by_name(kReadOverTable, statistics.reports.load_of(statistics.kind).rows.read_over);
}

std::vector<Member> rejects(const RunStatistics& statistics) {
  const RowCounts& rows = statistics.reports.load_of(statistics.kind).rows;
  std::vector<Member> members;
  for (std::size_t i = 0; i < kRejectReasons; ++i) {
    if (rows.rejected_by_reason[i] > 0)
      members.emplace_back(reason_name(static_cast<RejectReason>(i)),
                           std::to_string(rows.rejected_by_reason[i]));
  }
  return members;
}

// What the reader must know beside the counts; mostly worth a line only when it happened.
std::vector<Member> findings(const RunStatistics& statistics) {
  std::vector<Member> members;
  if (const std::uint64_t rounded = statistics.reports.load_of(statistics.kind).rows.rounded)
    members.emplace_back("rows_rounded", std::to_string(rounded));
  if (const Report* report = report_of(statistics))
    for (const Finding& finding : report->findings())
      members.emplace_back(finding.name, std::to_string(finding.count));
  return members;
}

// The words that stood for missing values.
std::vector<Member> null_words(const RunStatistics& statistics) {
  const RowCounts& rows = statistics.reports.load_of(statistics.kind).rows;
  std::vector<Member> members;
  for (std::size_t i = 0; i < kNullWords.size(); ++i)
    if (rows.null_words[i] > 0)
      members.emplace_back(kNullWords[i], std::to_string(rows.null_words[i]));
  return members;
}

std::span<const UnconvertedCurrency> unconverted(const RunStatistics& statistics) {
  const Report* report = report_of(statistics);
  return report ? report->unconverted_currencies() : std::span<const UnconvertedCurrency>();
}

void append_json_members(std::string& out, const std::vector<Member>& members) {
  for (const Member& member : members) {
    if (out.back() != '{') out += ',';
    append_json_string(out, member.first);
    out += ':' + member.second;
  }
}

std::string inputs_json(const RunStatistics& statistics) {
  std::string out;
  for (const SourceCounts& source : statistics.reports.load_of(statistics.kind).sources) {
    if (source.plan.empty()) continue;
    out += out.empty() ? "\n{\"file\":" : ",\n{\"file\":";
    append_json_string(out, source.path);
    out += ",\"plan\":" + source.plan + '}';
  }
  return out;
}

std::string left_out_json(const RunStatistics& statistics) {
  std::string out;
  for (const LeftOutInput& input : statistics.reports.load_of(statistics.kind).left_out) {
    out += out.empty() ? "\n{\"file\":" : ",\n{\"file\":";
    append_json_string(out, input.path);
    out += ",\"why\":";
    append_json_string(out, error_text(input.why));
    out += '}';
  }
  return out;
}

}  // namespace

std::string statistics_lines(const RunStatistics& statistics) {
  std::string out;
  for (const auto& part :
       {counts(statistics), rejects(statistics), filtered(statistics), findings(statistics)})
    for (const Member& member : part) out += fmt::format("{}: {}\n", member.first, member.second);
  if (const std::uint64_t lines = lines_left_out(statistics))
    out += fmt::format("lines_left_out: {}\n", lines);
  for (const Member& member : read_over(statistics))
    out += fmt::format("{}: {}\n", member.first, member.second);
  for (const Member& word : null_words(statistics))
    out += fmt::format("null_word {}: {}\n", word.first, word.second);
  for (const UnconvertedCurrency& entry : unconverted(statistics)) {
    std::string amount;
    append_exact(amount, entry.amount, Decimal::kDigits, 2);
    out += fmt::format("unconverted_currency {}: {} rows, sum {}\n",
                       quoted_for_message(entry.currency), entry.rows, amount);
  }
  if (statistics.compared != nullptr) out += comparison_lines(*statistics.compared);
  return out;
}

std::string statistics_json(const RunStatistics& statistics) {
  std::string out = "{\n";
  for (const Member& member : counts(statistics)) {
    append_json_string(out, member.first);
    out += ':' + member.second + ",\n";
  }
  out += "\"rejects\":{";
  append_json_members(out, rejects(statistics));
  out += "},\n\"filtered\":{";
  append_json_members(out, filtered(statistics));
  out += fmt::format("}},\n\"lines_left_out\":{}", lines_left_out(statistics));
  for (const Member& member : read_over(statistics))
    out += fmt::format(",\n\"{}\":{}", member.first, member.second);
  for (const Member& member : findings(statistics)) {
    out += ",\n";
    append_json_string(out, member.first);
    out += ':' + member.second;
  }
  if (const auto words = null_words(statistics); !words.empty()) {
    out += ",\n\"null_words\":{";
    append_json_members(out, words);
    out += '}';
  }
  if (const auto currencies = unconverted(statistics); !currencies.empty()) {
    out += ",\n\"unconverted_currencies\":{";
    for (const UnconvertedCurrency& entry : currencies) {
      if (out.back() != '{') out += ',';
      append_json_string(out, entry.currency);
      out += fmt::format(":{{\"rows\":{},\"amount\":", entry.rows);
      std::string amount;
      append_exact(amount, entry.amount, Decimal::kDigits, 1);
      append_json_decimal(out, amount);
      out += '}';
    }
    out += '}';
  }
  if (statistics.compared != nullptr) out += comparison_json(*statistics.compared);
  if (std::string inputs = inputs_json(statistics); !inputs.empty())
    out += ",\n\"inputs\":[" + inputs + ']';
  if (std::string left_out = left_out_json(statistics); !left_out.empty())
    out += ",\n\"left_out\":[" + left_out + ']';
  return out + "\n}\n";
}

}  // namespace footfall
