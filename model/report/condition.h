#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/event_type.h"

namespace footfall {

/// What a condition looks at.
enum class ConditionField : std::uint8_t {
  page,
  visitor,
  customer,
  campaign,
  user,
  event_type,
  currency,
  hour_of_day,
  weekday,
  end
};
inline constexpr auto kConditionFields = all_kinds<ConditionField>();

struct ConditionFieldFacts {
  ConditionField field{};
  std::string_view name;  ///< "hour of day"; blanks may be written as - or _
  EventTypes events;      ///< whose rows have it
  /// Of tables, which names its values; empty where none does. Of what is named a filter has lists,
  /// too.
  std::string_view column = {};
};
inline constexpr auto kConditionFieldTable =
    kind_table<&ConditionFieldFacts::field, ConditionFieldFacts>({
        {ConditionField::page, "page", kLoggedEvents, "page_url"},
        {ConditionField::visitor, "visitor", EventType::visit, "visitor_id"},
        {ConditionField::customer, "customer", EventType::payment, "customer_id"},
        {ConditionField::campaign, "campaign", EventType::campaign_figures, "campaign_id"},
        {ConditionField::user, "user", EventType::user_event, "user_id"},
        {ConditionField::event_type, "event type", {EventType::payment, EventType::user_event}},
        {ConditionField::currency, "currency", EventType::payment},
        {ConditionField::hour_of_day, "hour of day", kLoggedEvents},
        {ConditionField::weekday,
         "weekday",
         {EventType::visit, EventType::request, EventType::payment, EventType::campaign_figures}},
    });

/// How a value is compared, byte by byte: with the whole of it, with any part, with its beginning,
/// or with a pattern of the whole in which * stands for anything.
enum class Match : std::uint8_t { is, is_not, contains, begins, like, end };

struct MatchFacts {
  Match match{};
  std::string_view name;
};
inline constexpr auto kMatchTable = kind_table<&MatchFacts::match, MatchFacts>({
    {Match::is, "is"},
    {Match::is_not, "is-not"},
    {Match::contains, "contains"},
    {Match::begins, "begins"},
    {Match::like, "like"},
});

/// One thing that all rows of a slice have in common. A visitor of an access log is compared by its
/// host, and by the host with a blank and its user agent. Currencies are compared without case. An
/// hour of day is 00 to 23, a weekday Monday to Sunday; `is` and `is-not` take 7 for 07, and mon or
/// 1 for Monday too.
struct Condition {
  ConditionField field{};
  Match match = Match::is;
  std::string value;
  [[nodiscard]] bool holds(std::string_view text) const;
  friend bool operator==(const Condition&, const Condition&) = default;
};

/// What is wrong with a condition as a person writes it.
enum class ConditionFault : std::uint8_t { none, field, match, negation, value, hour, weekday };

/// `FIELD MATCH VALUE`, as in "page begins /blog"; the value is what stands behind one blank. An
/// hour or weekday that none can be is a fault.
[[nodiscard]] ConditionFault parse_condition(std::string_view text, Condition& condition);

/// Those of one field.
[[nodiscard]] std::vector<Condition> conditions_on(ConditionField field,
                                                   const std::vector<Condition>& all);

/// The hours of day, or the weekdays from Monday on, that conditions on them leave: a bit each.
inline constexpr std::uint32_t kAllHoursOfDay = (1U << 24) - 1;
inline constexpr std::uint32_t kAllWeekdays = (1U << 7) - 1;
[[nodiscard]] std::uint32_t hours_of_day_in(const std::vector<Condition>& all);
[[nodiscard]] std::uint32_t weekdays_in(const std::vector<Condition>& all);

}  // namespace footfall
