#pragma once

// The plain twin: what the reports must be, computed in the slowest and most obvious way from
// the contract alone: whole inputs in memory, one byte at a time, ordered maps and sets, decimal
// digits in vectors, its own calendar, its own reader of the tz database and its own JSON reader.
// It shares no code with the engine, so that one misreading cannot hide in both. Tests compare
// bytes.
//
// Where the contract leaves room, the twin reads it like this:
//   blanks       "blanks" to be trimmed are spaces and tabs, as in blank lines
//   one CR       a CR before the LF is dropped in every format before a line is judged blank
//   offsets      count the bytes of a byte-order mark
//   excerpt      the first 160 bytes of the record without its line end; for a syntax error, of its
//                first physical line
//   same column  no number, then out of range, then negative, then not whole (a bad number too);
//   out of
//                range is judged before rounding, negative and whole after it
//   ts           a number below 0 is as many seconds before 1970, whatever its size
//   instants     a timestamp whose instant in UTC leaves the years 0001 to 9999 is bad
//   offset part  +HH to 23, MM to 59
//   hour order   by the first instant that belongs to the hour; as JSON keys by bytes
//   log lines    one space between host, ident, user, [time] and "request"; the user may hold
//   spaces;
//                a backslash takes the next byte with it; the agent is the second part behind the
//                request that a quote behind a space opens; a bad time comes before a missing
//                target
//   too long     known at the first byte behind the limit, unless something else is wrong before
//   it;
//                reading goes on behind the first line end at or behind the limit
//   fraction     follows seconds only, not HH:MM
//   epoch        rounded to 18 decimals like every number, then cut
//   time range   a bound without offset is a reading in the report zone, and is compared with the
//   first
//                instant of the hour
//   status       what is no whole number from 200 to 599 is another answer, a reject never
//   users        every user named in the filter is listed, with zeros where unknown
//   JSON arrays  laid out like objects: `[`, one line per element, `]`

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace footfall::twin {

enum class Report { hourly_visitors, customer_report, campaign_ranking, user_activity, requests };
enum class Format { csv, ndjson, access_log };

/// `FIELD MATCH VALUE` in the contract's words.
struct Where {
  std::string field;
  std::string match;
  std::string value;
};

struct Options {
  Report report = Report::hourly_visitors;
  Format format = Format::csv;
  char delimiter = ',';
  bool header = true;
  std::map<std::string, std::string> columns;  ///< role → column name, or number from 1 (CSV)
  std::size_t quote_limit = 64 * 1024;
  std::size_t record_limit = 16 * 1024 * 1024;

  std::string zone = "UTC";
  std::string source_zone = "UTC";
  std::string step = "hour";  ///< or day, week
  bool host_only = false;
  std::int64_t now = 4102444800;
  std::optional<std::set<std::string>> event_types;
  std::map<std::string, std::string> rates;  ///< decimal numbers as text
  unsigned shards = 64;
  bool distinct_events = false;
  std::size_t top = 10;

  std::optional<std::string> from;  ///< a date or a timestamp
  std::optional<std::string> to;
  std::set<std::string> pages;
  std::set<std::string> customers;
  std::set<std::string> campaigns;
  std::set<std::string> users;
  std::vector<Where> where;  ///< all hold
};

struct Input {
  std::string path;
  std::string bytes;
};

struct Reject {
  std::size_t file = 0;
  std::uint64_t line = 0;
  std::uint64_t offset = 0;
  std::string reason;
  std::string column;
  std::string excerpt;
};

struct Unconverted {
  std::uint64_t rows = 0;
  std::string amount;  ///< sum as written, exact, no trailing zeros
};

struct Result {
  std::optional<std::string> failed;         ///< the run fails: why
  std::map<std::string, std::string> files;  ///< name → bytes
  std::uint64_t counted = 0;
  std::map<std::string, std::uint64_t> filtered;  ///< by reason
  std::uint64_t rounded = 0;  ///< counted or filtered rows with digits behind the 18th decimal
  std::map<std::string, std::uint64_t> rejected;
  std::vector<Reject> rejects;  ///< all, by file and line
  std::map<std::string, Unconverted> unconverted;
  std::uint64_t duplicates = 0;  ///< rows that repeat an event
  std::uint64_t conflicts = 0;   ///< distinct events that share their id with another one
};

[[nodiscard]] Result run(const Options& options, const std::vector<Input>& inputs);

/// The rejects as `--rejects FILE` writes them.
[[nodiscard]] std::string rejects_csv(const Result& result, const std::vector<Input>& inputs);

}  // namespace footfall::twin
