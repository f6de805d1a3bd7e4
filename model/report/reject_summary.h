#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/report/load_report.h"

namespace footfall {

/// What to say first of rejected rows.
struct RejectSummary {
  std::optional<std::size_t> input;  ///< of which input; of none: of all
  std::uint64_t read = 0;
  std::uint64_t rejected = 0;
  RejectReason reason{};        ///< the commonest; of equals the first of the fixed set
  std::uint64_t for_that = 0;   ///< rows rejected for it
  std::optional<Reject> first;  ///< with that reason
};

/// True where rows were read and each was rejected, but for what is no row of data.
[[nodiscard]] bool rejects_all(const RowCounts& rows);

/// At least one row in a hundred was rejected.
[[nodiscard]] bool is_notable(const RowCounts& rows);

/// Of all inputs; none where nothing was rejected.
[[nodiscard]] std::optional<RejectSummary> summarize_rejects(const LoadReport& load);

/// Of each input where they are.
[[nodiscard]] std::vector<RejectSummary> notable_rejects(const LoadReport& load);

}  // namespace footfall
