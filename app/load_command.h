#pragma once

#include <string>
#include <string_view>

#include "app/cli_options.h"
#include "app/database_input.h"
#include "app/progress_line.h"
#include "model/export/temporary_files.h"

namespace footfall {

/// How a load ended.
struct LoadEnd {
  int status = 0;
  std::string complaint;   ///< one sentence where the status is not 0
  std::string statistics;  ///< `key: value` lines else
};

/// Copies the inputs into the table, one after the other, each all or nothing. Ends with the first
/// that cannot be loaded; those before it stay loaded, and the complaint says how many they are.
/// The files of rejects and statistics appear when all inputs are loaded.
[[nodiscard]] LoadEnd run_load(const CliOptions& options, TemporaryFiles& temporary,
                               ProgressLine& progress, DatabaseInput& database);

}  // namespace footfall
