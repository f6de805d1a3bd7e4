#pragma once

// Random inputs for comparing the engine with the plain twin: clean ones, whose values sit close
// together so that rows meet in the same cells, and dirty ones with everything that can be wrong.

#include <array>
#include <string>
#include <vector>

#include "tests/bench/random.h"
#include "tests/support/twin.h"

namespace footfall::testing {

using bench::Random;

struct RandomInput {
  twin::Options options;  ///< report, format and how the files are laid out are set
  std::vector<std::string> files;
};

[[nodiscard]] RandomInput random_input(Random& random, twin::Report report, twin::Format format,
                                       bool dirty);

inline constexpr std::array<twin::Report, 5> kAllTwinReports = {
    twin::Report::hourly_visitors, twin::Report::customer_report, twin::Report::campaign_ranking,
    twin::Report::user_activity, twin::Report::requests};

/// Files (CSV with header, or NDJSON) that feed all reports.
[[nodiscard]] RandomInput random_input_for_all(Random& random, twin::Format format, bool dirty);

/// Sets what the report computes and, where asked for, a filter.
void randomize_report(Random& random, twin::Options& options);
void randomize_filter(Random& random, twin::Options& options);

}  // namespace footfall::testing
