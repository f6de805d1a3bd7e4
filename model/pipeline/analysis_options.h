#pragma once

#include <cstddef>
#include <stop_token>

#include "model/parse/input_options.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// How the work is done; no influence on the result.
struct RunOptions {
  unsigned threads = 0;          ///< 0: one per core
  std::size_t chunk_bytes = 0;   ///< 0: the engine's choice
  bool keep_slices = false;      ///< keep what Slices needs (the window)
  bool partial_results = false;  ///< deliver reports while loading (the window); needs keep_slices
  /// Requested when nobody wants a result any more: a run ends at its next look, also amid a merge.
  std::stop_token abandoned;
};

struct AnalysisOptions {
  InputOptions input;
  ReportOptions report;
  RunOptions run;
  Filter filter;  ///< rows that do not match are filtered while reading
};

}  // namespace footfall
