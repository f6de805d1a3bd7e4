#pragma once

#include <string>
#include <string_view>

#include "model/core/step.h"
#include "model/report/table.h"

// What the tables over hours, days and weeks have in common.
namespace footfall {

/// All of them are labels of the report zone in the order of instants; ColumnKind::day is for UTC.
constexpr Column step_column(Step step) { return {kStepTable[step].name, ColumnKind::hour}; }

/// `daily_visitors`.
inline std::string step_name(Step step, std::string_view what) {
  return std::string(kStepTable[step].frequency).append(what);
}

}  // namespace footfall
