#pragma once

#include "model/report/table.h"
#include "model/session/found_cause.h"

namespace footfall {

/// The pages over the whole time, as far as they can be told: a PageTotalsTable, or a compared one
/// of such.
struct FoundPages {
  TablePtr table;  ///< null: nothing can be told
  CauseGap gap = CauseGap::none;
};

}  // namespace footfall
