#pragma once

#include <optional>

#include "model/aggregate/text_choice.h"
#include "model/core/calendar.h"
#include "model/report/filter.h"
#include "model/report/filter_reason.h"
#include "model/report/report_options.h"

namespace footfall {

/// Which campaigns, whole dates and weekdays a filter keeps. What has no date is outside every
/// range.
class CampaignFilter {
 public:
  CampaignFilter(const ReportOptions& /*options*/, const Filter& filter)
      : campaigns_(filter, ConditionField::campaign),
        from_(filter.from),
        to_(filter.to),
        weekdays_(weekdays_in(filter.conditions)),
        by_date_(needs_dates(filter)) {}

  /// True where a filter looks at dates: what has none is filtered then.
  [[nodiscard]] static bool needs_dates(const Filter& filter) {
    return filter.from || filter.to ||
           !conditions_on(ConditionField::weekday, filter.conditions).empty();
  }

  [[nodiscard]] bool admits(std::string_view campaign) const { return campaigns_.admits(campaign); }
  [[nodiscard]] bool by_date() const { return by_date_; }
  /// Why a day is not in the range; none where it is.
  [[nodiscard]] std::optional<FilterReason> against(Day day) const {
    const std::int64_t begin = day * kSecondsPerDay;
    if (from_ && begin < from_->civil) return FilterReason::before_the_range;
    if (to_ && begin >= to_->civil) return FilterReason::after_the_range;
    return std::nullopt;
  }
  [[nodiscard]] bool on_weekday(Day day) const { return (weekdays_ >> weekday_of(day) & 1U) != 0; }

 private:
  TextChoice campaigns_;
  std::optional<TimeBound> from_;
  std::optional<TimeBound> to_;
  std::uint32_t weekdays_;
  bool by_date_;
};

}  // namespace footfall
