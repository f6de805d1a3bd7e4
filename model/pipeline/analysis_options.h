#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/core/decimal.h"
#include "model/core/report_kind.h"
#include "model/core/time_zone.h"
#include "model/report/filter.h"

namespace footfall {

enum class InputFormat : std::uint8_t { detect, csv, ndjson, access_log };
enum class HeaderMode : std::uint8_t { detect, yes, no };
enum class VisitorKey : std::uint8_t { host_and_agent, host };

/// How to read the inputs.
struct InputOptions {
  InputFormat format = InputFormat::detect;
  std::optional<char> delimiter;  ///< empty: detected from the header
  std::string encoding;           ///< empty: UTF-8, or what a byte-order mark says
  HeaderMode header = HeaderMode::detect;
  /// Role → column name, or column number from 1. A role is the contract's column name.
  std::map<std::string, std::string, std::less<>> columns;
};

/// USD per unit of a currency, each > 0.
using Rates = std::map<std::string, Decimal, std::less<>>;

/// What the reports compute.
struct ReportOptions {
  ReportKinds kinds = ReportKinds::all();
  /// Every report in `kinds` must be fed by every input, else the run fails (command line). Otherwise
  /// each input feeds those that fit it, and it is an error only if none does (window).
  bool kinds_required = false;

  TimeZone zone;         ///< report zone
  TimeZone source_zone;  ///< of timestamps without an offset
  VisitorKey visitor = VisitorKey::host_and_agent;

  std::int64_t now = 0;  ///< epoch seconds; later customer events are filtered
  std::optional<std::vector<std::string>> event_types;  ///< allowed event types; empty: all
  Rates rates;
  std::uint32_t shards = 64;
  bool distinct_events = false;
  std::size_t top = 10;
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
