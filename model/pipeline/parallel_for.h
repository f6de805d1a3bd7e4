#pragma once

#include "model/core/parallel.h"

namespace footfall {

/// Runs tasks on up to `threads` threads (0: one per processor), the caller's among them; tasks are
/// taken one by one in order.
/// Threads live for one call. A task that throws ends the program: engine tasks do not throw but
/// for lack of memory.
[[nodiscard]] ParallelFor parallel_for(unsigned threads);

}  // namespace footfall
