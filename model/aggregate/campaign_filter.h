#pragma once

#include <optional>

#include "model/aggregate/text_set.h"
#include "model/core/calendar.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// Which campaigns and whole dates a filter keeps. What has no date is outside every range.
class CampaignFilter {
 public:
  CampaignFilter(const ReportOptions& /*options*/, const Filter& filter)
      : campaigns_(filter[FilterField::campaign]), from_(filter.from), to_(filter.to) {}

  [[nodiscard]] bool admits(std::string_view campaign) const { return campaigns_.admits(campaign); }
  [[nodiscard]] bool ranged() const { return from_ || to_; }
  /// Why a day is not in the range; none where it is.
  [[nodiscard]] std::optional<FilterReason> against(Day day) const {
    const std::int64_t begin = day * kSecondsPerDay;
    if (from_ && begin < from_->civil) return FilterReason::before_the_range;
    if (to_ && begin >= to_->civil) return FilterReason::after_the_range;
    return std::nullopt;
  }

 private:
  TextSet campaigns_;
  std::optional<TimeBound> from_;
  std::optional<TimeBound> to_;
};

}  // namespace footfall
