#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <stop_token>
#include <string>

#include "model/parse/input_options.h"
#include "model/parse/input_stream.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// How the work is done; no influence on the result.
struct RunOptions {
  unsigned threads = 0;         ///< 0: one per core
  std::size_t chunk_bytes = 0;  ///< 0: the engine's choice
  bool keep_slices = false;     ///< keep what Slices needs (the window)
  /// With slices: how often each visitor saw a page in an hour, so that they answer conditions on
  /// visitors; 16 bytes where it was more than once.
  bool keep_visits = false;
  bool partial_results = false;  ///< deliver reports while loading (the window); needs keep_slices
  /// Plain files are followed: their ends are no ends (Analysis::look()); needs keep_slices.
  bool follow = false;
  /// ReportOptions::now is the clock when a run begins.
  bool clock_moves = false;
  /// Requested when nobody wants a result any more: a run ends at its next look, also amid a merge.
  std::stop_token abandoned;
};

/// Of single inputs, by their paths as they are given.
using InputOptionsByPath = std::map<std::string, InputOptions, std::less<>>;

struct AnalysisOptions {
  InputOptions input;
  ReportOptions report;
  RunOptions run;
  /// Rows that do not match are filtered while reading. Without a cleaning: what of logs is left
  /// out while reading stands in `input`.
  Filter filter;
  InputOptionsByPath own_input = {};  ///< in place of `input`
  InputStreams streams = {};          ///< the inputs that are no files

  [[nodiscard]] const InputOptions& input_of(const std::string& path) const {
    const auto own = own_input.find(path);
    return own == own_input.end() ? input : own->second;
  }
  /// False for standard input, too.
  [[nodiscard]] bool is_file(const std::string& path) const {
    return path != "-" && !streams.contains(path);
  }
};

}  // namespace footfall
