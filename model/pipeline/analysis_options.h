#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

enum class InputFormat : std::uint8_t { detect, csv, ndjson, access_log };
enum class HeaderMode : std::uint8_t { detect, yes, no };

/// How to read the inputs.
struct InputOptions {
  InputFormat format = InputFormat::detect;
  std::optional<char> delimiter;  ///< empty: detected from the header
  std::string encoding;           ///< empty: UTF-8, or what a byte-order mark says
  HeaderMode header = HeaderMode::detect;
  /// Role → column name, or column number from 1. A role is the contract's column name.
  std::map<std::string, std::string, std::less<>> columns;
};

/// How the work is done; no influence on the result.
struct RunOptions {
  unsigned threads = 0;            ///< 0: one per core
  std::size_t chunk_bytes = 0;     ///< 0: the engine's choice
  bool keep_slices = false;        ///< keep what Slices needs (the window)
  bool partial_results = false;    ///< deliver reports while loading (the window)
  std::string rejects_file;        ///< write every reject there as CSV; empty: nowhere
};

struct AnalysisOptions {
  InputOptions input;
  ReportOptions report;
  RunOptions run;
  Filter filter;  ///< rows that do not match are filtered while reading
};

}  // namespace footfall
