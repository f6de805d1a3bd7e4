#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/core/error.h"
#include "model/core/report_kind.h"
#include "model/report/load_report.h"

namespace footfall {

/// A file the user opened, and how far it is.
struct Source {
  enum class State : std::uint8_t {
    detecting,  ///< its first lines are being looked at
    waiting,    ///< for other loads
    loading,
    stopped,    ///< read in part
    ready,
    failed,     ///< `error` says why; it is in no report
  };

  std::string path;
  State state = State::detecting;
  ReportKinds kinds;           ///< the reports it feeds
  std::string format;          ///< in words
  std::uint64_t bytes = 0;     ///< size on disk
  RowCounts rows;              ///< so far
  std::optional<Error> error;
};

/// How far the loads under way are, taken together.
struct LoadProgress {
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;
  std::uint64_t rows = 0;
  double rows_per_second = 0;
  std::optional<double> seconds_left;  ///< unknown in the first moments

  /// 0 to 1.
  [[nodiscard]] double fraction() const {
    if (bytes_total == 0) return 0;
    return bytes_done >= bytes_total ? 1 : static_cast<double>(bytes_done) / static_cast<double>(bytes_total);
  }
};

}  // namespace footfall
