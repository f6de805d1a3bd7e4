#pragma once

#include <cstdint>
#include <limits>

#include "model/aggregate/text_choice.h"
#include "model/core/time_zone.h"
#include "model/parse/rows.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// Which visits or requests a filter keeps: by page, by whole hours of the
/// report zone, and by its hours of day and weekdays.
class VisitFilter {
 public:
  VisitFilter(const ReportOptions& options, const Filter& filter)
      : pages_(filter, FilterField::page, ConditionField::page),
        zone_(options.zone),
        hours_of_day_(hours_of_day_in(filter.conditions)),
        weekdays_(weekdays_in(filter.conditions)) {
    const auto instant_of = [&](const TimeBound& bound) {
      return bound.instant ? *bound.instant : options.zone.from_local(bound.civil);
    };
    if (filter.from) from_ = instant_of(*filter.from);
    if (filter.to) to_ = instant_of(*filter.to);
    by_hour_ = from_ != std::numeric_limits<std::int64_t>::min() ||
               to_ != std::numeric_limits<std::int64_t>::max() || hours_of_day_ != kAllHoursOfDay ||
               weekdays_ != kAllWeekdays;
    everything_ = pages_.everything() && !by_hour_;
  }

  template <class Row>
  [[nodiscard, gnu::always_inline]] bool keep(const Row& row) const {
    return everything_ || admits(row);
  }
  /// Why a row is not kept.
  template <class Row>
  [[nodiscard]] FilterReason reason(const Row& row) const {
    if (!by_hour_) return FilterReason::page;
    const Hour hour = zone_.hour_at(row.time.seconds);
    if (hour.start < from_) return FilterReason::before_the_range;
    if (hour.start >= to_) return FilterReason::after_the_range;
    if (!pages_.admits(row.page)) return FilterReason::page;
    return is_in(hours_of_day_, clock_hour(hour)) ? FilterReason::weekday
                                                  : FilterReason::hour_of_day;
  }
  [[nodiscard]] bool everything() const { return everything_; }
  [[nodiscard]] bool every_hour() const { return !by_hour_; }
  [[nodiscard]] bool every_page() const { return pages_.everything(); }
  [[nodiscard]] bool admits(std::string_view page) const { return pages_.admits(page); }
  [[nodiscard]] bool in_range(Hour hour) const {
    return hour.start >= from_ && hour.start < to_ && is_in(hours_of_day_, clock_hour(hour)) &&
           is_in(weekdays_, weekday_of(local_day(hour)));
  }

 private:
  // Apart from keep(), which is to be nothing where nothing is asked.
  template <class Row>
  [[nodiscard, gnu::noinline]] bool admits(const Row& row) const {
    return pages_.admits(row.page) && (!by_hour_ || in_range(zone_.hour_at(row.time.seconds)));
  }
  template <class Number>
  [[nodiscard]] static bool is_in(std::uint32_t set, Number number) {
    return (set >> static_cast<unsigned>(number) & 1U) != 0;
  }
  TextChoice pages_;
  mutable ZoneCursor zone_;  // a filter belongs to one thread
  std::int64_t from_ = std::numeric_limits<std::int64_t>::min();
  std::int64_t to_ = std::numeric_limits<std::int64_t>::max();
  std::uint32_t hours_of_day_;
  std::uint32_t weekdays_;
  bool by_hour_ = false;
  bool everything_ = true;
};

}  // namespace footfall
