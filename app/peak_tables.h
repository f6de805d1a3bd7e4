#pragma once

#include <string_view>
#include <vector>

#include "app/cli_options.h"
#include "model/pipeline/slices.h"

// The tables of --peaks, which stand beside those of the report.
namespace footfall {

/// Their names; none without --peaks. Who came can be told of files alone.
[[nodiscard]] std::vector<std::string_view> peak_table_names(const CliOptions& options);

/// Visitors must be kept for them.
[[nodiscard]] bool needs_kept_visitors(const CliOptions& options);

/// The tables, the peaks first; `slices` where visitors are kept.
[[nodiscard]] std::vector<TablePtr> peak_tables(const CliOptions& options, const ReportSet& reports,
                                                const SlicesPtr& slices);

}  // namespace footfall
