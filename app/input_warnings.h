#pragma once

#include <string>

#include "app/cli_options.h"

namespace footfall {

/// Lines about what was asked for: files given twice, ends of a time range that lie within an hour
/// or day, and what an earlier export left beside the output. Looks at the files.
[[nodiscard]] std::string input_warnings(const CliOptions& options);

}  // namespace footfall
