#pragma once

#include <cstdint>
#include <string_view>

#include "model/core/event_type.h"
#include "model/report/condition.h"
#include "model/report/filter_reason.h"

namespace footfall {

/// What rows can be filtered by beside their time: a text that is one of those asked for.
enum class FilterField : std::uint8_t { page, customer, campaign, user, end };
inline constexpr auto kFilterFields = all_kinds<FilterField>();

struct FilterFieldFacts {
  FilterField field{};
  std::string_view name;  ///< "page"
  EventTypes events;      ///< whose rows have it
  FilterReason reason{};  ///< of rows that it leaves out
  ConditionField same{};  ///< as a condition
};
inline constexpr auto kFilterFieldTable = kind_table<&FilterFieldFacts::field, FilterFieldFacts>({
    {FilterField::page, "page", kLoggedEvents, FilterReason::page, ConditionField::page},
    {FilterField::customer, "customer", EventType::payment, FilterReason::customer,
     ConditionField::customer},
    {FilterField::campaign, "campaign", EventType::campaign_figures, FilterReason::campaign,
     ConditionField::campaign},
    {FilterField::user, "user", EventType::user_event, FilterReason::user, ConditionField::user},
});

}  // namespace footfall
