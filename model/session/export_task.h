#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "model/pipeline/source_hashes.h"
#include "model/session/report_comparison.h"

namespace footfall {

/// An export as a window asks for it.
struct ExportTask {
  ReportSetPtr reports;
  ReportKind kind{};
  ExportForm form = ExportFormat::csv;
  std::string folder;
  std::vector<TableFile> tables = {};  ///< empty: all files of the report
  /// With a report's files those that compare it with another period; null: none.
  ReportComparisonPtr compared = nullptr;
  /// What is to stand in the file about it, but for names and hashes; none: no such file.
  std::optional<MetaFile> meta = {};
};

/// The names of its files, the main one first, that about it last.
[[nodiscard]] std::vector<std::string> file_names(const ExportTask& task);

struct Exported {
  std::vector<std::string> paths;
  std::optional<std::string> earlier_meta = {};  ///< that stays, and is of an earlier export
  std::size_t without_hash = 0;                  ///< sources
  double hash_seconds = 0;
};

/// Writes all of them or none. Blocking; throws Stopped when a stop is requested, and no file is
/// left.
[[nodiscard]] Result<Exported> run_export(const ExportTask& task, const HashProgress& progress,
                                          const std::stop_token& stop);

}  // namespace footfall
