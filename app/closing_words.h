#pragma once

#include <string>

#include "app/cli_options.h"
#include "app/run_statistics.h"

namespace footfall {

/// What a run says on standard error at its end, line by line: notes, warnings and statistics;
/// nothing with --quiet. `warnings` are those about what was asked for.
[[nodiscard]] std::string closing_words(const CliOptions& options, const std::string& warnings,
                                        const RunStatistics& run);

}  // namespace footfall
