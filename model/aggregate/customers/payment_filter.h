#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "model/aggregate/text_choice.h"
#include "model/core/calendar.h"
#include "model/core/currency.h"
#include "model/parse/rows.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// Which payment rows count, and which of them a filter keeps: past events (0 < ts <= now) of
/// allowed types; by customer, type and currency; by whole UTC days and weekdays. A day is in the
/// range when its first second is. Days end with the year 9999, so a `now` behind that filters what
/// comes later all the same.
class PaymentFilter {
 public:
  PaymentFilter(const ReportOptions& options, const Filter& filter)
      : customers_(filter, ConditionField::customer),
        chosen_types_(filter, ConditionField::event_type),
        currencies_(filter, ConditionField::currency),
        weekdays_(weekdays_in(filter.conditions)),
        types_(options.event_types.value_or(std::vector<std::string>())),
        all_types_(!options.event_types),
        everything_(customers_.everything() && chosen_types_.everything() &&
                    currencies_.everything() && weekdays_ == kAllWeekdays) {
    if (filter.from) first_day_ = first_day_from(*filter.from);
    if (filter.to) end_day_ = first_day_from(*filter.to);
    last_second_ = std::min(options.now, kLastInstant.seconds);
    first_second_ = std::max<std::int64_t>(1, first_day_ * kSecondsPerDay);
    end_second_ = std::min(last_second_ + 1, end_day_ * kSecondsPerDay);
  }

  [[nodiscard, gnu::always_inline]] bool keep(const PaymentRow& row) const {
    return row.ts >= first_second_ && row.ts < end_second_ && admits_type(row.event_type) &&
           (everything_ || meets(row));
  }
  /// Why a row is not kept.
  [[nodiscard]] FilterReason reason(const PaymentRow& row) const {
    if (row.ts <= 0) return FilterReason::not_after_1970;
    if (row.ts > last_second_) return FilterReason::in_the_future;
    if (!admits_type(row.event_type) || !chosen_types_.admits(row.event_type))
      return FilterReason::event_type;
    if (row.ts < first_second_) return FilterReason::before_the_range;
    if (row.ts >= end_second_) return FilterReason::after_the_range;
    if (!customers_.admits(row.customer)) return reason_of(ConditionField::customer);
    return admits_currency(row.currency) ? reason_of(ConditionField::weekday)
                                         : reason_of(ConditionField::currency);
  }
  [[nodiscard]] bool in_range(Day day) const { return day >= first_day_ && day < end_day_; }
  [[nodiscard]] bool admits_type(std::string_view type) const {
    return all_types_ || admits_given_type(type);
  }

 private:
  [[nodiscard, gnu::noinline]] bool admits_given_type(std::string_view type) const {
    return !types_.everything() && types_.admits(type);
  }
  // Apart from keep(), which is to be little where nothing is asked.
  [[nodiscard, gnu::noinline]] bool meets(const PaymentRow& row) const {
    const auto day = static_cast<Day>(floor_divide(row.ts, kSecondsPerDay));
    return customers_.admits(row.customer) && chosen_types_.admits(row.event_type) &&
           admits_currency(row.currency) && (weekdays_ >> weekday_of(day) & 1U) != 0;
  }
  [[nodiscard]] bool admits_currency(std::string_view currency) const {
    if (currencies_.everything()) return true;
    std::string buffer;
    return currencies_.admits(canonical_currency(currency, buffer));
  }
  // The first day that begins at the bound or behind it.
  static std::int64_t first_day_from(const TimeBound& bound) {
    const std::int64_t instant = bound.instant.value_or(bound.civil);
    return floor_divide(instant + kSecondsPerDay - 1, kSecondsPerDay);
  }

  TextChoice customers_;
  TextChoice chosen_types_;
  TextChoice currencies_;
  std::uint32_t weekdays_;
  TextSet types_;  // those allowed
  bool all_types_;
  bool everything_;
  std::int64_t first_day_ = 0;
  std::int64_t end_day_ = kLastInstant.seconds / kSecondsPerDay + 1;
  std::int64_t first_second_ = 1;
  std::int64_t end_second_ = 0;
  std::int64_t last_second_ = 0;
};

}  // namespace footfall
