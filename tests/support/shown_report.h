#pragma once

#include <QByteArray>

#include <string>

#include "model/parse/input_options.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"
#include "model/report/report_set.h"

// Reports as text, for comparing those of a file with those of a database.
namespace footfall_test {

/// All tables of the report as CSV, each below its name.
[[nodiscard]] std::string exports_of(const footfall::ReportSet& reports, footfall::ReportKind kind);

/// Everything a run shows: the tables, the counts, and what the report says beside its rows.
[[nodiscard]] std::string shown(const footfall::ReportSet& reports, footfall::ReportKind kind);

/// The first line in which two texts differ.
[[nodiscard]] QByteArray difference(const std::string& wanted, const std::string& got);

/// What the file gives with these options and on one thread; ends the program where that fails.
[[nodiscard]] footfall::ReportSetPtr reports_of_file(const std::string& path,
                                                     const footfall::ReportOptions& options,
                                                     const footfall::Filter& filter = {},
                                                     const footfall::InputOptions& input = {});

}  // namespace footfall_test
