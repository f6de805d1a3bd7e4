#pragma once

#include "model/report/report.h"
#include "ui/frame/pick_popup.h"

namespace footfall {

/// Finds texts that a filter by the field can pick from a report, those that contain what is wanted
/// in any case; null has none.
[[nodiscard]] NameSearch name_search(ReportPtr report, FilterField field);
/// Finds those that a condition would leave.
[[nodiscard]] NameSearch name_search(ReportPtr report, FilterField field, Match match);

}  // namespace footfall
