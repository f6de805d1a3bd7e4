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
/// What is true of it is true of it as a condition.
consteval FilterFieldFacts filter_field(FilterField field, ConditionField same) {
  const ConditionFieldFacts& facts = kConditionFieldTable[same];
  return {field, facts.name, facts.events, facts.reason, same};
}
inline constexpr auto kFilterFieldTable = kind_table<&FilterFieldFacts::field, FilterFieldFacts>({
    filter_field(FilterField::page, ConditionField::page),
    filter_field(FilterField::customer, ConditionField::customer),
    filter_field(FilterField::campaign, ConditionField::campaign),
    filter_field(FilterField::user, ConditionField::user),
});

}  // namespace footfall
