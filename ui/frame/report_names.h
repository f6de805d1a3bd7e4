#pragma once

#include <optional>

#include "model/report/report_set.h"
#include "ui/frame/pick_popup.h"
#include "ui/frame/time_range_popup.h"

namespace footfall {

/// Finds names in a report: pages, customers, campaigns or users. Null reports have none.
[[nodiscard]] NameSearch name_search(const ReportSetPtr& reports, ReportKind kind);

/// From the first to the last hour or day of a report; none where it has no rows or does not keep
/// them by time.
[[nodiscard]] std::optional<TimeExtent> time_extent(const ReportSetPtr& reports, ReportKind kind);

}  // namespace footfall
