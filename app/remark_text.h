#pragma once

#include <string>

#include "model/core/report_kind.h"
#include "model/report/report.h"

namespace footfall {

/// A remark of a report as a sentence without full stop.
[[nodiscard]] std::string remark_text(const Remark& remark, ReportKind report);

}  // namespace footfall
