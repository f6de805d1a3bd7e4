#pragma once

#include <optional>

#include "model/report/report_set.h"
#include "ui/frame/pick_popup.h"
#include "ui/frame/time_range_popup.h"

namespace footfall {

/// Finds names in a report: pages, customers, campaigns or users. Null reports have none.
[[nodiscard]] NameSearch name_search(const ReportSetPtr& reports, ReportKind kind);

/// From the first to the last hour or day of the reports that know time; none without one.
[[nodiscard]] std::optional<TimeExtent> time_extent(const ReportSetPtr& visitors,
                                                    const ReportSetPtr& customers);

}  // namespace footfall
