#include "model/report/filter_part.h"

#include <algorithm>

namespace footfall {
namespace {

bool has_few_values(ConditionField field) { return value_count(field) > 0; }

// One part has all of them, not one each.
bool stand_together(ConditionField field, Match match) {
  return has_few_values(field) ||
         (has_list(field) && (match == Match::is || match == Match::is_not));
}

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::ranges::find(values, value) != values.end();
}

}  // namespace

std::vector<FilterPart> parts_of(const Filter& filter) {
  std::vector<FilterPart> parts;
  for (const ConditionField field : kConditionFields) {
    const std::vector<Condition> conditions = conditions_on(field, filter.conditions);
    if (has_few_values(field)) {
      if (conditions.empty()) continue;
      FilterPart& left = parts.emplace_back(FilterPart{field, Match::is, {}});
      const std::uint32_t values = values_in(field, conditions);
      for (unsigned i = 0; i < value_count(field); ++i)
        if ((values >> i & 1U) != 0) left.values.push_back(value_of(field, i));
      continue;
    }
    const bool list = has_list(field);
    if (!filter[field].empty()) parts.push_back({field, Match::is, filter[field]});
    FilterPart excluded{field, Match::is_not, {}};
    if (list)
      for (const Condition& one : conditions)
        if (one.match == Match::is_not) excluded.values.push_back(one.value);
    if (!excluded.values.empty()) parts.push_back(std::move(excluded));
    for (const Condition& one : conditions)
      if (!list || one.match != Match::is_not) parts.push_back({field, one.match, {one.value}});
  }
  return parts;
}

FilterPart part_of(const Filter& filter, ConditionField field, Match match) {
  for (FilterPart& part : parts_of(filter))
    if (part.field == field && part.match == match) return std::move(part);
  return {field, match, {}};
}

Filter without_part(Filter filter, const FilterPart& part) {
  if (has_list(part.field) && part.match == Match::is && filter[part.field] == part.values) {
    filter[part.field].clear();
    return filter;
  }
  std::erase_if(filter.conditions, [&](const Condition& one) {
    return one.field == part.field &&
           (has_few_values(one.field) ||
            (one.match == part.match && contains(part.values, one.value)));
  });
  return filter;
}

Filter with_part(Filter filter, const FilterPart& part) {
  if (has_list(part.field) && part.match == Match::is) {
    filter[part.field] = part.values;
    return filter;
  }
  if (stand_together(part.field, part.match) || part.match == Match::is)
    std::erase_if(filter.conditions, [&](const Condition& one) {
      return one.field == part.field && (has_few_values(one.field) || one.match == part.match);
    });
  if (has_few_values(part.field)) {
    std::uint32_t values = 0;
    for (unsigned i = 0; i < value_count(part.field); ++i)
      if (contains(part.values, value_of(part.field, i))) values |= 1U << i;
    if (values != 0)
      std::ranges::copy(conditions_that_leave(part.field, values),
                        std::back_inserter(filter.conditions));
    return filter;
  }
  for (const std::string& value : part.values) {
    const Condition condition{part.field, part.match, value};
    if (std::ranges::find(filter.conditions, condition) == filter.conditions.end())
      filter.conditions.push_back(condition);
  }
  return filter;
}

Filter without_names(Filter filter, FilterField field, const std::vector<std::string>& names) {
  std::vector<std::string>& list = filter[field];
  std::vector<std::string> left;
  std::ranges::copy_if(list, std::back_inserter(left),
                       [&](const std::string& name) { return !contains(names, name); });
  if (!left.empty()) {
    list = std::move(left);
    return filter;
  }
  FilterPart excluded = part_of(filter, field, Match::is_not);
  for (const std::string& name : names)
    if (!contains(excluded.values, name)) excluded.values.push_back(name);
  return with_part(std::move(filter), excluded);
}

}  // namespace footfall
