#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/event_type.h"
#include "model/report/load_report.h"
#include "model/sql/column_mapping.h"
#include "model/sql/field_reader.h"

namespace footfall {

/// Examples of the rows that a report rejects, out of the answer to
/// ReportStatements::rejected_rows().
class RejectedRows {
 public:
  /// At most so many for one role and reason.
  static constexpr std::size_t kMostOfEach = std::size_t{16} * 16;

  RejectedRows(const SqlDialect& dialect, EventType events, const ColumnMapping& columns);
  [[nodiscard]] bool take(ResultRow row);
  /// Puts the examples into `load`, by reason, those that stand for most rows first. False where
  /// they stand for other rows than those that were rejected: the table changed.
  [[nodiscard]] bool finish(LoadReport& load);

 private:
  struct Example {
    Reject reject;
    std::uint64_t rows = 0;
  };
  [[nodiscard]] bool read_values(std::string_view text);

  const SqlDialect& dialect_;
  EventType events_;
  const ColumnMapping& columns_;
  std::vector<std::string> shown_;  // by role: the value as it was sent, `'a''b'` or NULL
  std::vector<Example> examples_;
  std::array<std::uint64_t, kRejectReasons> rows_{};
};

}  // namespace footfall
