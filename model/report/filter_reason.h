#pragma once

#include <cstdint>
#include <string_view>

#include "model/core/kinds.h"
#include "model/report/cleaning.h"

namespace footfall {

/// Why a row does not count though nothing is wrong with it. A row has one reason: the first that
/// holds, in this order.
enum class FilterReason : std::uint8_t {
  repeated_header,
  total_line,
  not_after_1970,
  in_the_future,
  event_type,
  method,
  status,
  static_file,
  bot,
  before_the_range,
  after_the_range,
  no_date,
  page,
  customer,
  campaign,
  user,
  currency,
  hour_of_day,
  weekday,
  end
};
inline constexpr auto kFilterReasons = all_kinds<FilterReason>();

struct FilterReasonFacts {
  FilterReason reason{};
  std::string_view name;  ///< the contract's words, also used in files
};
inline constexpr auto kFilterReasonTable =
    kind_table<&FilterReasonFacts::reason, FilterReasonFacts>({
        {FilterReason::repeated_header, "repeated header"},
        {FilterReason::total_line, "total line"},
        {FilterReason::not_after_1970, "not after 1970"},
        {FilterReason::in_the_future, "in the future"},
        {FilterReason::event_type, "event type"},
        {FilterReason::method, "method"},
        {FilterReason::status, "status"},
        {FilterReason::static_file, "static file"},
        {FilterReason::bot, "bot"},
        {FilterReason::before_the_range, "before the range"},
        {FilterReason::after_the_range, "after the range"},
        {FilterReason::no_date, "no date"},
        {FilterReason::page, "page"},
        {FilterReason::customer, "customer"},
        {FilterReason::campaign, "campaign"},
        {FilterReason::user, "user"},
        {FilterReason::currency, "currency"},
        {FilterReason::hour_of_day, "hour of day"},
        {FilterReason::weekday, "weekday"},
    });

/// Of rows that a cleaning leaves out.
[[nodiscard]] constexpr FilterReason reason_of(LogPart part) {
  switch (part) {
    case LogPart::methods:
      return FilterReason::method;
    case LogPart::errors:
    case LogPart::redirects:
      return FilterReason::status;
    case LogPart::static_files:
      return FilterReason::static_file;
    default:
      return FilterReason::bot;
  }
}

}  // namespace footfall
