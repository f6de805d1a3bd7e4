#pragma once

#include "model/aggregate/text_choice.h"
#include "model/parse/rows.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// Which activity rows a filter keeps: by user and type; they have no time.
class ActivityFilter {
 public:
  ActivityFilter(const ReportOptions& /*options*/, const Filter& filter)
      : users_(filter, ConditionField::user), types_(filter, ConditionField::event_type) {}

  [[nodiscard]] bool keep(const ActivityRow& row) const {
    return users_.admits(row.user) && types_.admits(row.type);
  }
  /// Why a row is not kept.
  [[nodiscard]] FilterReason reason(const ActivityRow& row) const {
    return types_.admits(row.type) ? reason_of(ConditionField::user) : FilterReason::event_type;
  }

 private:
  TextChoice users_;
  TextChoice types_;
};

}  // namespace footfall
