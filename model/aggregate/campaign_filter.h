#pragma once

#include <optional>

#include "model/aggregate/text_set.h"
#include "model/core/calendar.h"
#include "model/parse/rows.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// Which campaign rows a filter keeps: by id and by whole dates. A row without a date is outside
/// every range.
class CampaignFilter {
 public:
  CampaignFilter(const ReportOptions& /*options*/, const Filter& filter)
      : campaigns_(filter[FilterField::campaign]),
        from_(filter.from),
        to_(filter.to),
        everything_(campaigns_.everything() && !from_ && !to_) {}

  [[nodiscard]] bool keep(const CampaignRow& row) const {
    return everything_ || is_chosen(row.campaign, row.date);
  }
  /// Why a row is not kept.
  [[nodiscard, gnu::noinline]] FilterReason reason(const CampaignRow& row) const {
    if (!ranged()) return FilterReason::campaign;
    Day day = 0;
    if (!parse_date(row.date, day)) return FilterReason::no_date;
    if (from_ && day * kSecondsPerDay < from_->civil) return FilterReason::before_the_range;
    return in_range(day) ? FilterReason::campaign : FilterReason::after_the_range;
  }
  [[nodiscard]] bool admits(std::string_view campaign) const { return campaigns_.admits(campaign); }
  [[nodiscard]] bool ranged() const { return from_ || to_; }
  [[nodiscard]] bool in_range(Day day) const {
    const std::int64_t begin = day * kSecondsPerDay;
    return (!from_ || begin >= from_->civil) && (!to_ || begin < to_->civil);
  }

 private:
  [[nodiscard, gnu::noinline]] bool is_chosen(std::string_view campaign,
                                              std::string_view date) const {
    if (!campaigns_.admits(campaign)) return false;
    if (!from_ && !to_) return true;
    Day day = 0;
    return parse_date(date, day) && in_range(day);
  }

  TextSet campaigns_;
  std::optional<TimeBound> from_;
  std::optional<TimeBound> to_;
  bool everything_;
};

}  // namespace footfall
