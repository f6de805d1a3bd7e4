#pragma once

#include <string>
#include <vector>

#include "app/cli_options.h"

namespace footfall {

/// The names of the report's files, the main one first.
[[nodiscard]] std::vector<std::string> report_files(const CliOptions& options);

/// The file of --meta.
[[nodiscard]] std::string meta_path(const CliOptions& options);

/// The files that the report is written to, with that of --meta; with --output only.
[[nodiscard]] std::vector<std::string> report_paths(const CliOptions& options);

/// What speaks against writing the output, seen before any input is read: a file of the output that
/// is one of the inputs, or two outputs that are one file, however they are spelled. One sentence,
/// or empty.
[[nodiscard]] std::string find_output_conflict(const CliOptions& options);

}  // namespace footfall
