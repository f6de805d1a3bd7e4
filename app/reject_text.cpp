#include "app/reject_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "app/error_text.h"

namespace footfall {
namespace {

constexpr std::size_t kInputsNamed = 5;  // in warnings

std::string_view expected_words(RejectReason reason, std::string_view column, bool comma) {
  switch (reason) {
    case RejectReason::malformed_row:
      return "a complete record of the input's format";
    case RejectReason::unclosed_quote:
      return "a closing quote within 64 KiB of the opening one";
    case RejectReason::too_many_fields:
      return "no more fields than the header has names";
    case RejectReason::record_too_long:
      return "a record of at most 16 MiB";
    case RejectReason::wrong_type:
      return "text or a number";
    case RejectReason::missing_value:
      return "a value";
    case RejectReason::bad_timestamp:
      return "a time such as 2025-01-06T10:58:58Z, or seconds since 1970,";
    case RejectReason::bad_number:
      return column == "impressions" || column == "clicks" || column == "bytes"
                 ? "a whole number such as 12"
             : comma ? "a number such as 12,50"
                     : "a number such as 12.50";
    case RejectReason::negative_number:
      return "a number that is not negative";
    case RejectReason::out_of_range:
      return "a number of at most 10^18";
    case RejectReason::no_request_target:
      return "a request such as GET /page HTTP/1.1";
  }
  return "something else";
}

bool all_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

// A day number of a spreadsheet.
bool is_day_number(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find('.'));
  return whole.size() == 5 && all_of(text, "0123456789.") && whole >= "20000" && whole <= "80000";
}

// `1/2/2025 ...`: three numbers, the first of them no year.
bool has_day_and_month(std::string_view text) {
  const std::string_view date = text.substr(0, text.find(' '));
  const std::size_t mark = date.find_first_of("/.-");
  return all_of(date, "0123456789/.-") && mark >= 1 && mark <= 2 &&
         std::count(date.begin(), date.end(), date[mark]) == 2;
}

// What to try, as a clause.
std::string help_for(const Reject& reject, bool in_table, bool in_log, bool keyed, bool comma) {
  const std::string_view column = reject.column;
  const bool blank_counts = reject.reason == RejectReason::missing_value &&
                            (column == "impressions" || column == "clicks" || column == "spend" ||
                             column == "conversions");
  // A table takes few of the options of files.
  if (in_table)
    return fmt::format(
        "{}name the right column with --map {}=COLUMN, or leave such rows out with "
        "--sql-where",
        blank_counts ? "--blank zero counts a missing value as 0; " : "", column);
  // The parts of a line have no names.
  if (in_log) return "say what its lines look like with --log-format, in the server's notation";
  const std::string map = keyed ? fmt::format("name the right key with --map {}=PATH", column)
                                : fmt::format("name the right column with --map {}=COLUMN", column);
  switch (reject.reason) {
    case RejectReason::bad_timestamp:
      if (is_day_number(reject.value))
        return "--time-form excel reads the day numbers of a spreadsheet";
      if (has_day_and_month(reject.value))
        return "--date-order dmy or mdy says which number is the day";
      return map;
    case RejectReason::bad_number:
      return reject.value.find(comma ? '.' : ',') != std::string::npos
                 ? "--decimal , or --decimal . says which mark is the decimal one, or " + map
                 : map;
    case RejectReason::missing_value:
      if (blank_counts) return "--blank zero counts a missing value as 0, or " + map;
      if (column == "event_id" || column == "id")
        return fmt::format("--map {}=@row makes every row an event of its own, or {}", column, map);
      return map;
    case RejectReason::wrong_type:
    case RejectReason::negative_number:
    case RejectReason::out_of_range:
      return map;
    case RejectReason::malformed_row:
    case RejectReason::no_request_target:
    case RejectReason::record_too_long:
      return "name the input's format with --input-format";
    case RejectReason::unclosed_quote:
      return "name another quote with --quote";
    case RejectReason::too_many_fields:
      return "name the delimiter with --delimiter";
  }
  return map;
}

}  // namespace

std::string reject_text(const RejectSummary& summary, const LoadReport& load) {
  const auto name_of = [&](std::size_t input) {
    if (input >= load.sources.size() || load.sources[input].given.empty())
      return std::string("the table");
    const std::string& name = load.sources[input].path;
    return name == "-" ? std::string("standard input") : quoted_for_message(name);
  };
  std::string text;
  if (summary.rejected == summary.read)
    text = summary.read == 1 ? std::string("the only row was rejected")
                             : fmt::format("all {} rows were rejected", summary.read);
  else
    text = fmt::format("{} of {} rows {} rejected", summary.rejected, summary.read,
                       summary.rejected == 1 ? "was" : "were");
  if (summary.input) text = name_of(*summary.input) + ": " + text;
  text +=
      summary.for_that == summary.rejected
          ? fmt::format(" ({})", reason_name(summary.reason))
          : fmt::format(", most of them ({}) as {}", summary.for_that, reason_name(summary.reason));
  if (!summary.first) return text;
  const Reject& first = *summary.first;
  const SourceCounts none;
  const SourceCounts& source = first.file < load.sources.size() ? load.sources[first.file] : none;
  const bool in_table = first.line == 0;
  text += in_table ? std::string(", for example: ")
          : summary.input
              ? fmt::format(", first on line {}: ", first.line)
              : fmt::format(", first in {}, line {}: ", name_of(first.file), first.line);
  if (first.column.empty())
    text += quoted_for_message(first.excerpt);
  else if (first.reason == RejectReason::missing_value)
    text += fmt::format("{} is missing in {}", first.column, quoted_for_message(first.excerpt));
  else if (first.reason == RejectReason::wrong_type && first.value.empty())
    text +=
        fmt::format("{} is something else in {}", first.column, quoted_for_message(first.excerpt));
  else
    text += fmt::format("{} is {}", first.column, quoted_for_message(first.value));
  if (first.reason != RejectReason::missing_value)
    text += fmt::format(", where {} is expected",
                        expected_words(first.reason, first.column, source.decimal_comma));
  return text + "; " +
         help_for(first, in_table, source.is_log,
                  source.keyed || first.reason == RejectReason::wrong_type, source.decimal_comma);
}

std::string find_too_many_rejects(const CliOptions& options, const LoadReport& load) {
  const std::optional<RejectSummary> summary = summarize_rejects(load);
  if (!summary) return {};
  const std::string found = reject_text(*summary, load);
  if (rejects_all(load.rows) && !options.allow_none)
    return "no row counts: " + found + "; or accept an empty report with --allow-none";
  if (!options.max_rejects) return {};
  const RejectLimit& limit = *options.max_rejects;
  const bool within = limit.percent ? Int128{summary->rejected} * 100 * Decimal::kOne <=
                                          limit.most.units * Int128{summary->read}
                                    : Int128{summary->rejected} * Decimal::kOne <= limit.most.units;
  if (within) return {};
  return fmt::format("more rows were rejected than --max-rejects {} allows: {}", limit.text, found);
}

std::string row_warnings(const LoadReport& load) {
  std::string text;
  const RowCounts& rows = load.rows;
  if (rows.counted == 0 && rows.filtered() > 0 && !rejects_all(rows))
    text += fmt::format(
        "warning: no row counts: {} filtered\n",
        rows.filtered() == rows.read()
            ? (rows.read() == 1 ? "the only one is" : fmt::format("all {} are", rows.read()))
            : fmt::format("{} of {} {}", rows.filtered(), rows.read(),
                          rows.filtered() == 1 ? "is" : "are"));
  const std::vector<RejectSummary> notable = notable_rejects(load);
  for (std::size_t i = 0; i < std::min(notable.size(), kInputsNamed); ++i)
    text += fmt::format("warning: {}\n", reject_text(notable[i], load));
  if (notable.size() > kInputsNamed)
    text += fmt::format("warning: so it is in {} more inputs\n", notable.size() - kInputsNamed);
  return text;
}

}  // namespace footfall
