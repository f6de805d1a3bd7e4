#include "model/report/filter.h"

#include <algorithm>
#include <iterator>

#include "model/core/decimal.h"
#include "model/core/timestamp.h"

namespace footfall {

std::optional<TimeBound> parse_time_bound(std::string_view text) {
  text = trim_blanks(text);
  Day day = 0;
  if (parse_date(text, day)) return TimeBound{day * kSecondsPerDay, {}};
  TimestampParser parser{TimeZone()};
  Instant instant;
  if (!parser.parse(text, instant)) return std::nullopt;
  // `YYYY-MM-DDTHH:MM` is as short as a reading gets, and its date holds the only other minus
  // signs.
  constexpr std::size_t kShortest = 16;
  const bool reading = text.size() >= kShortest && text[4] == '-';
  if (!reading) return TimeBound{instant.seconds, instant.seconds};
  const std::size_t offset = text.find_first_of("Zz+-", kShortest);
  if (offset == std::string_view::npos) return TimeBound{instant.seconds, {}};
  Instant civil;
  if (!parser.parse(text.substr(0, offset), civil)) return std::nullopt;
  return TimeBound{civil.seconds, instant.seconds};
}

Filter with_names_listed(Filter filter) {
  for (const FilterField field : kFilterFields) {
    if (!filter[field].empty()) continue;
    const auto names_it = [&](const Condition& one) {
      return one.field == field && one.match == Match::is;
    };
    const auto first = std::ranges::find_if(filter.conditions, names_it);
    if (first == filter.conditions.end()) continue;
    const std::string name = first->value;
    // Nothing is two of them at once.
    if (std::ranges::any_of(filter.conditions, [&](const Condition& one) {
          return names_it(one) && one.value != name;
        }))
      continue;
    filter[field] = {name};
    std::erase_if(filter.conditions, names_it);
  }
  return filter;
}

bool asks_for(const Filter& filter, ConditionField field) {
  return !filter[field].empty() || !conditions_on(field, filter.conditions).empty();
}

Filter without_field(Filter filter, ConditionField field) {
  filter[field].clear();
  std::erase_if(filter.conditions, [field](const Condition& one) { return one.field == field; });
  return filter;
}

Filter answered_by(EventType events, const Filter& filter) {
  Filter kept;
  if (kEventTypeTable[events].timed) {
    kept.from = filter.from;
    kept.to = filter.to;
  }
  if (kLoggedEvents.contains(events)) kept.cleaning = filter.cleaning;
  for (const FilterField field : kFilterFields)
    if (kConditionFieldTable[field].events.contains(events)) kept[field] = filter[field];
  std::ranges::copy_if(filter.conditions, std::back_inserter(kept.conditions),
                       [events](const Condition& condition) {
                         return kConditionFieldTable[condition.field].events.contains(events);
                       });
  return kept;
}

std::vector<std::string_view> ignored_filters(EventType events, const Filter& filter) {
  const Filter kept = answered_by(events, filter);
  std::vector<std::string_view> ignored;
  if (filter.from != kept.from) ignored.emplace_back("from");
  if (filter.to != kept.to) ignored.emplace_back("to");
  for (const FilterField field : kFilterFields)
    if (filter[field] != kept[field]) ignored.push_back(kConditionFieldTable[field].name);
  for (const ConditionFieldFacts& field : kConditionFieldTable)
    if (!field.events.contains(events) && !conditions_on(field.field, filter.conditions).empty() &&
        std::ranges::find(ignored, field.name) == ignored.end())
      ignored.push_back(field.name);
  return ignored;
}

}  // namespace footfall
