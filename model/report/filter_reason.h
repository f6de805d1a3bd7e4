#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "model/core/kinds.h"
#include "model/report/cleaning.h"
#include "model/report/condition.h"

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
  field,  ///< and behind it one a field of conditions; that of event types is above
  end = field + kKinds<ConditionField> - 1
};
inline constexpr auto kFilterReasons = all_kinds<FilterReason>();

/// Of rows that a field leaves out, whether it lists names or has conditions.
[[nodiscard]] constexpr FilterReason reason_of(ConditionField field) {
  if (field == ConditionField::event_type) return FilterReason::event_type;
  const int place = static_cast<int>(field) - (field > ConditionField::event_type ? 1 : 0);
  return static_cast<FilterReason>(static_cast<int>(FilterReason::field) + place);
}

struct FilterReasonFacts {
  FilterReason reason{};
  std::string_view name;  ///< the contract's words, also used in files
};
inline constexpr auto kFilterReasonTable = [] {
  ByKind<FilterReason, FilterReasonFacts> table{};
  for (const FilterReasonFacts& facts : {
           FilterReasonFacts{FilterReason::repeated_header, "repeated header"},
           {FilterReason::total_line, "total line"},
           {FilterReason::not_after_1970, "not after 1970"},
           {FilterReason::in_the_future, "in the future"},
           {FilterReason::method, "method"},
           {FilterReason::status, "status"},
           {FilterReason::static_file, "static file"},
           {FilterReason::bot, "bot"},
           {FilterReason::before_the_range, "before the range"},
           {FilterReason::after_the_range, "after the range"},
           {FilterReason::no_date, "no date"},
       })
    table[facts.reason] = facts;
  for (const ConditionFieldFacts& of : kConditionFieldTable)
    table[reason_of(of.field)] = {reason_of(of.field), of.name};
  return table;
}();
static_assert(std::ranges::none_of(kFilterReasonTable, &std::string_view::empty,
                                   &FilterReasonFacts::name),
              "a reason has no row");

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
