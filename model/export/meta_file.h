#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/export/export_report.h"
#include "model/report/comparison_notes.h"
#include "model/report/peaks.h"
#include "model/report/report_options.h"
#include "model/report/source_origins.h"

// What an export was made of and how, as a file of JSON beside it: NAME.meta.json.
namespace footfall {

/// Of one of SourceOrigins::files.
struct SourceHash {
  std::string sha256;  ///< of the file as it lies there, packed or not; empty where `why` says why
  std::string why = {};
};

struct MetaFile {
  std::string_view program;
  std::string_view version;
  std::int64_t written = 0;  ///< the clock, in seconds since 1970
  ReportKind kind{};
  ReportOptions options;  ///< that the report was computed with
  ExportForm form = ExportFormat::csv;
  std::vector<std::string> files = {};  ///< that it stands beside, by their names
  SourceOriginsPtr origins = nullptr;   ///< null for a table of a database
  std::vector<SourceHash> hashes = {};  ///< one for each of their files
  std::string table_basis = {};         ///< table_basis_json() of a table
  /// Where a table was written as it is seen: its columns, and what was searched for in it.
  TablePtr seen = nullptr;
  std::string searched = {};
  /// Further members, each beginning with a comma and a line end.
  std::string more = {};
};

/// How a table of a database was asked: its condition and the columns named for roles.
[[nodiscard]] std::string table_basis_json(
    const std::string& where, const std::vector<std::pair<std::string, std::string>>& columns);

/// "customers.csv" → "customers.meta.json"
[[nodiscard]] std::string meta_file_name(std::string_view main_file);

/// The path of one beside a main file that an earlier export left there; none: there is none.
[[nodiscard]] std::optional<std::string> earlier_meta(const std::string& folder,
                                                      std::string_view main_file);

/// One key a line, ends with a line end. `reports` has a load report of the kind.
[[nodiscard]] std::string meta_json(const MetaFile& meta, const ReportSet& reports);

/// Writes it to a new file among the others, which is complete before any of them appears.
[[nodiscard]] Status stage_meta(StagedFiles& files, const std::string& path, const MetaFile& meta,
                                const ReportSet& reports);

/// The member "comparison", beginning with a comma and a line end. `periods` is null where they are
/// not known.
[[nodiscard]] std::string comparison_member(const Comparison* periods, std::uint64_t rows_before,
                                            const std::vector<std::string_view>& notes);
/// The member "peaks", beginning in the same way.
[[nodiscard]] std::string peaks_member(std::size_t most, PeakOrder by);

}  // namespace footfall
