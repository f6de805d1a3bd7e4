#pragma once

#include <optional>
#include <string>

#include "app/compared_run.h"
#include "model/report/report_set.h"

namespace footfall {

/// What a run says of itself at its end.
struct RunStatistics {
  const ReportSet& reports;
  ReportKind kind;
  double elapsed_seconds;
  const ComparedRun* compared = nullptr;
  std::optional<double> hash_seconds = {};  ///< that the hashes of the sources took beside that
};

/// `key: value` lines: the contract's keys in its order, then the rejects by reason, then what else
/// the reader must know (rounded digits, currencies without a rate, events that share an id).
[[nodiscard]] std::string statistics_lines(const RunStatistics& statistics);

/// The same as one JSON object; reasons under "rejects".
[[nodiscard]] std::string statistics_json(const RunStatistics& statistics);

}  // namespace footfall
