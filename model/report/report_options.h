#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/currency.h"
#include "model/core/decimal.h"
#include "model/core/report_kind.h"
#include "model/core/step.h"
#include "model/core/time_zone.h"

namespace footfall {

enum class VisitorKey : std::uint8_t { host_and_agent, host };

/// USD per unit of a currency, each > 0.
using Rates = std::map<std::string, Decimal, CurrencyOrder>;

/// What the reports compute.
struct ReportOptions {
  ReportKinds kinds = ReportKinds::all();
  /// Every report in `kinds` must be fed by every input, else the run fails (command line).
  /// Otherwise each input feeds those that fit it, and it is an error only if none does (window).
  bool kinds_required = false;

  TimeZone zone;           ///< report zone
  Step step = Step::hour;  ///< of visitors and requests
  TimeZone source_zone;    ///< of timestamps without an offset
  VisitorKey visitor = VisitorKey::host_and_agent;

  std::int64_t now = 0;  ///< epoch seconds; later customer events are filtered
  std::optional<std::vector<std::string>> event_types;  ///< allowed event types; empty: all
  /// Types of events that mean another one: `order_completed` → `purchase`. Whatever reads a type
  /// sees the other.
  std::map<std::string, std::string, std::less<>> event_map;
  Rates rates;
  std::uint32_t shards = 64;
  bool distinct_events = false;
  std::size_t top = 10;

  friend bool operator==(const ReportOptions&, const ReportOptions&) = default;
};

/// True where a report is the same with either.
[[nodiscard]] bool same_for(ReportKind kind, const ReportOptions& a, const ReportOptions& b);

}  // namespace footfall
