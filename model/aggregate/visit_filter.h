#pragma once

#include <cstdint>
#include <limits>

#include "model/aggregate/text_choice.h"
#include "model/aggregate/visitor_choice.h"
#include "model/core/time_zone.h"
#include "model/parse/rows.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// Which visits or requests a filter keeps: by page, visits by visitor, by whole hours of the
/// report zone, and by its hours of day and weekdays.
class VisitFilter {
 public:
  VisitFilter(const ReportOptions& options, const Filter& filter)
      : pages_(filter, ConditionField::page),
        visitors_(filter),
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
    everything_ = pages_.everything() && visitors_.everything() && !by_hour_;
  }

  template <class Row>
  [[nodiscard, gnu::always_inline]] bool keep(const Row& row) const {
    return everything_ || admits(row);
  }
  /// Why a row is not kept.
  template <class Row>
  [[nodiscard]] FilterReason reason(const Row& row) const {
    if (by_hour_) {
      const Hour hour = zone_.hour_at(row.time.seconds);
      if (hour.start < from_) return FilterReason::before_the_range;
      if (hour.start >= to_) return FilterReason::after_the_range;
    }
    if (!pages_.admits(row.page)) return reason_of(ConditionField::page);
    if (!admits_visitor(row)) return reason_of(ConditionField::visitor);
    return reason_of(is_in(hours_of_day_, clock_hour(zone_.hour_at(row.time.seconds)))
                         ? ConditionField::weekday
                         : ConditionField::hour_of_day);
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
    return pages_.admits(row.page) && admits_visitor(row) &&
           (!by_hour_ || in_range(zone_.hour_at(row.time.seconds)));
  }
  template <class Row>
  [[nodiscard]] bool admits_visitor(const Row& row) const {
    if constexpr (requires { row.visitor; })
      return visitors_.everything() || visitors_.admits(row.visitor, row.agent);
    return true;
  }
  template <class Number>
  [[nodiscard]] static bool is_in(std::uint32_t set, Number number) {
    return (set >> static_cast<unsigned>(number) & 1U) != 0;
  }
  TextChoice pages_;
  VisitorChoice visitors_;
  mutable ZoneCursor zone_;  // a filter belongs to one thread
  std::int64_t from_ = std::numeric_limits<std::int64_t>::min();
  std::int64_t to_ = std::numeric_limits<std::int64_t>::max();
  std::uint32_t hours_of_day_;
  std::uint32_t weekdays_;
  bool by_hour_ = false;
  bool everything_ = true;
};

}  // namespace footfall
