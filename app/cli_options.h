#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/core/decimal.h"
#include "model/export/export_report.h"
#include "model/pipeline/analysis_options.h"
#include "model/report/comparison.h"
#include "model/report/peaks.h"
#include "model/sql/connection_settings.h"

namespace footfall {

/// How many rejected rows a run may have.
struct RejectLimit {
  bool percent = false;
  Decimal most;      ///< rows, or hundredths of the rows read
  std::string text;  ///< as given
};

/// What one call of footfall-cli asks for.
struct CliOptions {
  bool load = false;      ///< copy the inputs into `database` instead of computing a report
  bool inspect = false;   ///< tell how the inputs would be read
  bool records = false;   ///< inspect: print their records
  std::string plan_file;  ///< inspect: where the plan is to be written; empty: nowhere
  bool create = false;    ///< load: make the table where there is none
  std::vector<std::string> columns;  ///< load: those to keep; empty: all
  ReportKind report = ReportKind::hourly_visitors;
  std::vector<std::string> inputs;      ///< "-" is standard input
  std::optional<DatabaseUrl> database;  ///< in place of inputs; load: the target
  std::vector<DatabaseUrl> tables;      ///< whose rows are read beside the inputs
  bool explain = false;                 ///< print the SQL, run nothing
  AnalysisOptions analysis;             ///< without rejects_file, which is staged first
  std::optional<ComparedWith> compare;  ///< what the report is compared with
  ExportForm form = ExportFormat::csv;
  std::string output;        ///< folder; empty: the main table goes to standard output
  bool meta = false;         ///< a NAME.meta.json beside the files
  bool follow = false;       ///< go on reading what is written later
  bool now_given = false;    ///< else the clock, which moves on while files are followed
  std::string rejects_file;  ///< empty: none
  std::string stats_file;    ///< empty: none
  std::size_t peaks = 0;     ///< how many of the highest hours are listed
  std::optional<PeakOrder> peaks_by;
  bool allow_none = false;  ///< a report is made even where every row was rejected
  std::optional<RejectLimit> max_rejects;
  std::uint64_t progress_every = 0;
  bool quiet = false;
  std::vector<std::string> notes;  ///< given options that do nothing for this report
};

struct ParsedCommand {
  enum class Action : std::uint8_t { run, help, version, fail };
  Action action = Action::run;
  CliOptions options;
  std::string complaint;  ///< fail: one sentence
  int status = 0;         ///< fail: exit status
};

/// Reads the arguments behind the program's name; `now` is the clock.
/// - `--option value` and `--option=value` mean the same; `--` ends the options.
/// - Of an option given twice the last one counts, unless it is one that adds up: --input, --map,
///   --rates, --event-types and the filters.
[[nodiscard]] ParsedCommand parse_command(std::span<const char* const> arguments, std::int64_t now);

/// What --help prints.
[[nodiscard]] std::string help_text();

}  // namespace footfall
