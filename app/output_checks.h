#pragma once

#include <string>

#include "app/cli_options.h"

namespace footfall {

/// What speaks against writing the output, seen before any input is read: a file of the output that
/// is one of the inputs. One sentence, or empty.
[[nodiscard]] std::string find_overwritten_input(const CliOptions& options);

}  // namespace footfall
