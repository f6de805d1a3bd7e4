#include "app/run_statistics.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "app/error_text.h"
#include "model/export/json.h"

namespace footfall {
namespace {

using Member = std::pair<std::string_view, std::string>;

Member distinct_names(const ReportSet& reports, ReportKind kind) {
  switch (kind) {
    case ReportKind::hourly_visitors:
      return {"unique_pages",
              std::to_string(reports.visitors ? reports.visitors->unique_pages : 0)};
    case ReportKind::customer_report:
      return {"unique_customers",
              std::to_string(reports.customers ? reports.customers->customers.size() : 0)};
    case ReportKind::campaign_ranking:
      return {"unique_campaigns",
              std::to_string(reports.campaigns ? reports.campaigns->campaigns.size() : 0)};
    case ReportKind::user_activity:
      return {"unique_users",
              std::to_string(reports.activity ? reports.activity->users.size() : 0)};
  }
  return {};
}

std::vector<Member> counts(const RunStatistics& statistics) {
  const LoadReport& load = statistics.reports.load_of(statistics.kind);
  const RowCounts& rows = load.rows;
  return {
      {"rows_read", std::to_string(rows.read())},
      {"rows_counted", std::to_string(rows.counted)},
      {"rows_skipped", std::to_string(rows.rejected() + rows.filtered)},
      {"rows_rejected", std::to_string(rows.rejected())},
      {"rows_filtered", std::to_string(rows.filtered)},
      {"parse_errors", std::to_string(rows.parse_errors())},
      distinct_names(statistics.reports, statistics.kind),
      {"bytes_read", std::to_string(load.bytes)},
      {"elapsed_seconds", fmt::format("{:.3f}", statistics.elapsed_seconds)},
  };
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
  const auto add = [&](std::string_view key, std::uint64_t count) {
    if (count > 0) members.emplace_back(key, std::to_string(count));
  };
  add("rows_rounded", statistics.reports.load_of(statistics.kind).rows.rounded);
  if (statistics.kind == ReportKind::customer_report && statistics.reports.customers) {
    add("duplicate_events", statistics.reports.customers->duplicate_events);
    add("conflicting_events", statistics.reports.customers->conflicting_events);
  }
  if (statistics.kind == ReportKind::user_activity && statistics.reports.activity) {
    members.emplace_back("duplicate_events",
                         std::to_string(statistics.reports.activity->duplicate_events));
    members.emplace_back("conflicting_events",
                         std::to_string(statistics.reports.activity->conflicting_events));
  }
  return members;
}

using Currencies = std::vector<CustomerReport::UnconvertedCurrency>;
const Currencies* unconverted(const RunStatistics& statistics) {
  if (statistics.kind != ReportKind::customer_report || !statistics.reports.customers)
    return nullptr;
  const Currencies& currencies = statistics.reports.customers->unconverted;
  return currencies.empty() ? nullptr : &currencies;
}

void append_json_members(std::string& out, const std::vector<Member>& members) {
  for (const Member& member : members) {
    if (out.back() != '{') out += ',';
    append_json_string(out, member.first);
    out += ':' + member.second;
  }
}

}  // namespace

std::string statistics_lines(const RunStatistics& statistics) {
  std::string out;
  for (const auto& part : {counts(statistics), rejects(statistics), findings(statistics)})
    for (const Member& member : part) out += fmt::format("{}: {}\n", member.first, member.second);
  if (const Currencies* currencies = unconverted(statistics)) {
    for (const auto& entry : *currencies) {
      std::string amount;
      append_exact(amount, entry.amount, Decimal::kDigits, 2);
      out += fmt::format("unconverted_currency {}: {} rows, sum {}\n",
                         quoted_for_message(entry.currency), entry.rows, amount);
    }
  }
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
  out += '}';
  for (const Member& member : findings(statistics)) {
    out += ",\n";
    append_json_string(out, member.first);
    out += ':' + member.second;
  }
  if (const Currencies* currencies = unconverted(statistics)) {
    out += ",\n\"unconverted_currencies\":{";
    for (const auto& entry : *currencies) {
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
  return out + "\n}\n";
}

}  // namespace footfall
