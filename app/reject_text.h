#pragma once

#include <string>

#include "app/cli_options.h"
#include "model/report/reject_summary.h"

namespace footfall {

/// What a run says of rejected rows: how many, the commonest reason, the first row with it, what
/// was expected there and the option that helps. No line end, no full stop.
[[nodiscard]] std::string reject_text(const RejectSummary& summary, const LoadReport& load);

/// Why a run with these rows fails: none counts, or more were rejected than it may have. Empty
/// where it does not.
[[nodiscard]] std::string find_too_many_rejects(const CliOptions& options, const LoadReport& load);

/// Lines about rows that do not count: where none does, and where one in a hundred was rejected.
[[nodiscard]] std::string row_warnings(const LoadReport& load);

}  // namespace footfall
