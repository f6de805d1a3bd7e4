#pragma once

#include <string>

#include "model/core/error.h"

namespace footfall {

/// What the exception that is being handled means; to be called in a catch block. `where` becomes
/// the Error's. Whoever runs a thread's work catches everything and asks this: memory that ran out
/// and threads that cannot be had are errors like others.
[[nodiscard]] Error current_failure(std::string where = {}) noexcept;

}  // namespace footfall
