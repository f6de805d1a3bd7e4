#pragma once

#include "model/aggregate/text_set.h"
#include "model/parse/rows.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// Which activity rows a filter keeps: by user; they have no time.
class ActivityFilter {
 public:
  ActivityFilter(const ReportOptions& /*options*/, const Filter& filter)
      : users_(filter[FilterField::user]) {}

  [[nodiscard]] bool keep(const ActivityRow& row) const { return users_.admits(row.user); }
  /// Why a row is not kept.
  [[nodiscard]] FilterReason reason(const ActivityRow& /*row*/) const { return FilterReason::user; }

 private:
  TextSet users_;
};

}  // namespace footfall
