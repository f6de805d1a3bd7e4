#include "model/report/reject_summary.h"

#include <algorithm>

namespace footfall {
namespace {

constexpr std::uint64_t kNotable = 100;  // one row in so many

RejectSummary summary_of(const LoadReport& load, const RowCounts& rows,
                         std::optional<std::size_t> input) {
  RejectSummary summary;
  summary.input = input;
  summary.read = rows.read();
  summary.rejected = rows.rejected();
  const auto commonest =
      std::max_element(rows.rejected_by_reason.begin(), rows.rejected_by_reason.end());
  summary.reason = static_cast<RejectReason>(commonest - rows.rejected_by_reason.begin());
  summary.for_that = *commonest;
  const auto first =
      std::find_if(load.first_rejects.begin(), load.first_rejects.end(), [&](const Reject& reject) {
        return reject.reason == summary.reason && (!input || reject.file == *input);
      });
  if (first != load.first_rejects.end()) summary.first = *first;
  return summary;
}

}  // namespace

bool rejects_all(const RowCounts& rows) {
  const std::uint64_t no_data = rows.filtered_by_reason[FilterReason::repeated_header] +
                                rows.filtered_by_reason[FilterReason::total_line];
  return rows.rejected() > 0 && rows.rejected() + no_data == rows.read();
}

bool is_notable(const RowCounts& rows) {
  return rows.rejected() > 0 && rows.rejected() >= (rows.read() + kNotable - 1) / kNotable;
}

std::optional<RejectSummary> summarize_rejects(const LoadReport& load) {
  if (load.rows.rejected() == 0) return std::nullopt;
  return summary_of(load, load.rows, std::nullopt);
}

std::vector<RejectSummary> notable_rejects(const LoadReport& load) {
  std::vector<RejectSummary> notable;
  for (std::size_t input = 0; input < load.sources.size(); ++input) {
    const RowCounts& rows = load.sources[input].rows;
    if (is_notable(rows)) notable.push_back(summary_of(load, rows, input));
  }
  return notable;
}

}  // namespace footfall
