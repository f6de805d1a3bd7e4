#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/report/report_set.h"

namespace footfall {

enum class ExportFormat : std::uint8_t { csv, json, xlsx };

/// Writes a report's files into `folder` (made if missing): all are complete under temporary names
/// before the first is renamed into place. Returns the paths written.
[[nodiscard]] Result<std::vector<std::string>> export_report(const ReportSet& reports, ReportKind kind,
                                                             ExportFormat format, const std::string& folder);

/// Writes one table as one CSV file, in the same all-or-nothing way.
[[nodiscard]] Status export_table(const Table& table, const std::string& path);

/// Writes the kept rejects: file, line, offset, reason, column, excerpt.
[[nodiscard]] Status export_rejects(const LoadReport& load, const std::string& path);

/// Appends rows [begin, end) of a table as CSV without the header.
void append_csv_rows(std::string& out, const Table& table, std::size_t begin, std::size_t end);
/// Appends a CSV field, quoted only where it holds a comma, a quote, CR or LF.
void append_csv_field(std::string& out, std::string_view field);

}  // namespace footfall
