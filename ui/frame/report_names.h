#pragma once

#include "model/report/report.h"
#include "ui/frame/pick_popup.h"

namespace footfall {

/// Finds texts that a filter by the field can pick from a report; null has none.
[[nodiscard]] NameSearch name_search(ReportPtr report, FilterField field);

}  // namespace footfall
