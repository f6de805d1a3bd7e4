#pragma once

#include <cstdint>
#include <string>

#include "tests/support/twin_reports.h"

namespace footfall::twin {

/// A period as clock readings of the report zone, or of UTC, in seconds.
struct Readings {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

/// The files `..._compared.csv` of two periods, out of the CSV files that the twin makes of each:
/// rows in maps by what names them, digits in vectors. `by_hour`: periods of hours, else of days.
/// Money that is a part of a rate has to be whole hundredths.
Files compared_files(const Files& now, const Files& before, const Readings& period,
                     const Readings& period_before, const Options& options, bool by_hour);

}  // namespace footfall::twin
