#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/csv_text.h"
#include "model/core/error.h"
#include "model/core/parallel.h"
#include "model/core/step.h"
#include "model/export/output_file.h"
#include "model/export/staged_files.h"
#include "model/report/report_set.h"

namespace footfall {

enum class ExportFormat : std::uint8_t { csv, json, xlsx, end };

struct ExportFormatFacts {
  ExportFormat format{};
  std::string_view name;          ///< on the command line; files end with a dot and it
  std::string_view display_name;  ///< for people
  bool workbook = false;  ///< one file, named after the main table, with a sheet for each table
};
inline constexpr auto kExportFormatTable =
    kind_table<&ExportFormatFacts::format, ExportFormatFacts>({
        {ExportFormat::csv, "csv", "CSV", false},
        {ExportFormat::json, "json", "JSON", false},
        {ExportFormat::xlsx, "xlsx", "Excel", true},
    });
/// What files are written as: export_report(reports, kind, ExportFormat::json, ...) is enough.
struct ExportForm {
  ExportForm(ExportFormat as, CsvStyle style = {}) : format(as), csv(style) {}
  ExportFormat format;
  CsvStyle csv;  ///< of CSV alone
};

/// ".csv"
[[nodiscard]] std::string ending_of(ExportFormat format);

/// Names of the files a report is exported as, the main one first.
[[nodiscard]] std::vector<std::string> export_file_names(ReportKind kind, ExportFormat format,
                                                         std::size_t top, Step step = Step::hour);

/// The same of a report that is there.
[[nodiscard]] std::vector<std::string> export_file_names(const ReportSet& reports, ReportKind kind,
                                                         ExportFormat format);

/// Writes a report's files into `folder` (made if missing): all are complete under temporary names
/// before the first is renamed into place. Returns the paths written. `parallel` formats large
/// tables. What it throws comes through, and no file is left.
[[nodiscard]] Result<std::vector<std::string>> export_report(
    const ReportSet& reports, ReportKind kind, const ExportForm& form, const std::string& folder,
    const ParallelFor& parallel = run_in_sequence);

/// The same, but leaves it to the caller to commit the files, together with others. `beside`:
/// tables that get files of their own, or sheets of the workbook; as JSON arrays of objects.
[[nodiscard]] Status stage_report(StagedFiles& files, const ReportSet& reports, ReportKind kind,
                                  const ExportForm& form, const std::string& folder,
                                  const ParallelFor& parallel,
                                  const std::vector<TablePtr>& beside = {});

/// Writes the report's main file to an open stream. Not for a workbook, which is no stream.
[[nodiscard]] Status write_main_table(OutputFile& file, const ReportSet& reports, ReportKind kind,
                                      const ExportForm& form, const ParallelFor& parallel);

/// Writes a table to an open stream. Not as a workbook.
[[nodiscard]] Status write_table(OutputFile& file, const TablePtr& table, const ExportForm& form,
                                 const ParallelFor& parallel);

/// One file with what it holds: one table, or the sheets of a workbook.
struct TableFile {
  std::string name;  ///< with its ending
  std::vector<TablePtr> tables;
};

/// Writes tables into `folder` (made if missing), and leaves it to the caller to commit the files;
/// as JSON a table is an array of objects.
[[nodiscard]] Status stage_tables(StagedFiles& files, const std::vector<TableFile>& tables,
                                  const ExportForm& form, const std::string& folder,
                                  const ParallelFor& parallel);

/// Writes one table as one CSV file, in the same all-or-nothing way.
[[nodiscard]] Status export_table(const Table& table, const std::string& path);

/// Writes the kept rejects: file, line, offset, reason, column, excerpt.
[[nodiscard]] Status export_rejects(const LoadReport& load, const std::string& path);

/// The header line of a file of rejects.
inline constexpr std::string_view kRejectsHeader = "file,line,offset,reason,column,excerpt\n";
/// Appends one reject; `file` is the path of its input.
void append_csv_reject(std::string& out, const Reject& reject, std::string_view file);

/// Appends rows [begin, end) of a table as CSV without the header.
void append_csv_rows(std::string& out, const Table& table, std::size_t begin, std::size_t end,
                     bool escape_formulas = false);
/// Appends a CSV field, quoted only where it holds a comma, a quote, CR or LF.
void append_csv_field(std::string& out, std::string_view field);

}  // namespace footfall
