#pragma once

#include <string>

#include "app/cli_options.h"
#include "model/export/temporary_files.h"

namespace footfall {

struct InspectEnd {
  int status = 0;
  std::string complaint;  ///< one sentence where the status is not 0
};

/// Prints how the inputs would be read: for people, as plans in JSON, or the records themselves.
[[nodiscard]] InspectEnd run_inspect(const CliOptions& options, TemporaryFiles& temporary);

}  // namespace footfall
