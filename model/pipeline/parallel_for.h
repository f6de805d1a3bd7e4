#pragma once

#include "model/core/parallel.h"

namespace footfall {

/// Runs tasks on up to `threads` threads (0: one per processor), the caller's among them; tasks are
/// taken one by one in order.
/// Threads live for one call. What a task throws comes out of the call when all threads have
/// ended; tasks that have not begun then are left out.
[[nodiscard]] ParallelFor parallel_for(unsigned threads);

}  // namespace footfall
