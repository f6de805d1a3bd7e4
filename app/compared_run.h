#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli_options.h"
#include "model/pipeline/analysis.h"
#include "model/report/comparison.h"

// A run with --compare: the report of one period beside that of another, out of one reading.
namespace footfall {

/// How the inputs are read for it.
[[nodiscard]] AnalysisOptions options_for_comparison(const CliOptions& options);

/// The rows that are kept do not tell where the data begin and end: some are left out by what they
/// are while they are read.
[[nodiscard]] bool reads_only_some(const CliOptions& options);

struct ComparedRun {
  ReportSetPtr now;                      ///< the report of the period itself
  std::optional<Comparison> comparison;  ///< none where the periods are not known: no data
  std::vector<TablePtr> tables;
  std::uint64_t rows_before = 0;  ///< counted in the other period
  /// What keeps the periods from being alike, as names for programs and sentences for people.
  struct Note {
    std::string_view name;
    std::string sentence;
  };
  std::vector<Note> notes;
};
/// `outcome` is done, and made with options_for_comparison(); its whole reports are given back.
[[nodiscard]] ComparedRun compared_run(const CliOptions& options, Outcome outcome);

/// Lines for people and, beginning with a comma, members of the statistics as JSON.
[[nodiscard]] std::string comparison_lines(const ComparedRun& run);
[[nodiscard]] std::string comparison_json(const ComparedRun& run);

/// What the compared tables will be called; none without --compare.
[[nodiscard]] std::vector<std::string> compared_table_names(const CliOptions& options);

}  // namespace footfall
