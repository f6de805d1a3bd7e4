#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/calendar.h"
#include "model/report/cleaning.h"
#include "model/report/condition.h"
#include "model/report/filter_field.h"

namespace footfall {

/// One end of a time range as a person writes it: a date with or without a time, with or without an
/// offset. Without an offset it is read in the report zone for visitors, in UTC for customers and
/// as plain date for campaigns.
struct TimeBound {
  std::int64_t civil = 0;               ///< the reading as seconds, as if it were UTC
  std::optional<std::int64_t> instant;  ///< where an offset was given
  friend bool operator==(const TimeBound&, const TimeBound&) = default;
};

/// `YYYY-MM-DD` or any timestamp of the contract; no value where it is neither.
[[nodiscard]] std::optional<TimeBound> parse_time_bound(std::string_view text);

/// What a slice keeps. An empty list keeps everything; several entries of a list are alternatives;
/// different lists must all match, and every condition holds. An hour, day or date is in the range
/// when its beginning is.
struct Filter {
  std::optional<TimeBound> from;                        ///< inclusive
  std::optional<TimeBound> to;                          ///< exclusive
  ByKind<FilterField, std::vector<std::string>> names;  ///< of kFilterFields
  /// Comes before the rest: pages are named as it calls them, and what it leaves out is its.
  Cleaning cleaning = {};
  std::vector<Condition> conditions;

  [[nodiscard]] std::vector<std::string>& operator[](FilterField field) { return names[field]; }
  [[nodiscard]] const std::vector<std::string>& operator[](FilterField field) const {
    return names[field];
  }
  [[nodiscard]] bool empty() const { return *this == Filter{}; }
  friend bool operator==(const Filter&, const Filter&) = default;
};

/// Conditions that ask for one name, and for no other beside it, as the list of it, where there is
/// no list yet: both mean the same.
[[nodiscard]] Filter with_names_listed(Filter filter);

/// Whether it says anything of a field, and what is left without that.
[[nodiscard]] bool asks_for(const Filter& filter, ConditionField field);
[[nodiscard]] Filter without_field(Filter filter, ConditionField field);

/// What of a filter rows of an event type have a value for.
[[nodiscard]] Filter answered_by(EventType events, const Filter& filter);

/// The parts of a filter that they have no value for: "from", "to", then names of fields, each
/// once.
[[nodiscard]] std::vector<std::string_view> ignored_filters(EventType events, const Filter& filter);

}  // namespace footfall
