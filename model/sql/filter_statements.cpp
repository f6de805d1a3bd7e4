#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "model/sql/statement_rows.h"

// What a filter asks of the rows of a table.
namespace footfall {

std::string ReportStatements::one_of(const std::string& text,
                                     const std::vector<std::string>& names) const {
  std::vector<std::string> possible;
  std::ranges::copy_if(names, std::back_inserter(possible),
                       [&](const std::string& name) { return dialect_.can_hold(name); });
  return possible.empty() ? kNever : dialect_.is_one_of(text, possible);
}

// Other rows than those wanted need not be looked at; their state is checked all the same.
void ReportStatements::skip_others(Rows& rows, std::size_t role,
                                   const std::vector<std::string>& names) const {
  const auto& source = column(role);
  if (names.empty() || !source->path.empty() || source->column.kind != ColumnClass::text) return;
  if (const auto looked_up = dialect_.looked_up(source->column))
    rows.layers->add_condition(one_of(*looked_up, names));
}

bool ReportStatements::asks_for(ConditionField field) const {
  return !conditions_on(field, request_.filter.conditions).empty();
}

// To be one of the names that are listed, and to meet all conditions.
void ReportStatements::keep_texts(Rows& rows, ConditionField field, const std::string& text) const {
  std::string all;
  const auto ask = [&](const std::string& one) { all += (all.empty() ? "" : " AND ") + one; };
  if (!request_.filter[field].empty()) ask(one_of(text, request_.filter[field]));
  for (const Condition& condition : conditions_on(field, request_.filter.conditions))
    ask(dialect_.meets(text, condition));
  if (!all.empty()) rows.keep(all, reason_of(field));
}

void ReportStatements::keep_range(Rows& rows, const std::string& hour) const {
  const auto instant = [&](const TimeBound& bound) {
    return bound.instant ? *bound.instant : request_.options.zone.from_local(bound.civil);
  };
  if (const auto& from = request_.filter.from)
    rows.keep(fmt::format("{} >= {}", hour, instant(*from)), FilterReason::before_the_range);
  if (const auto& to = request_.filter.to)
    rows.keep(fmt::format("{} < {}", hour, instant(*to)), FilterReason::after_the_range);
}

// Of visits and requests, whose page is their second role.
void ReportStatements::keep_pages(Rows& rows, const std::string& page, bool all_rows) const {
  keep_texts(rows, ConditionField::page, page);
  const std::vector<std::string>& pages = request_.filter[FilterField::page];
  // A missing page is the empty one.
  const bool named = std::ranges::find(pages, std::string()) == pages.end();
  if (!all_rows && column(1) && named) skip_others(rows, 1, pages);
}

namespace {

// The numbers of the bits that are set.
std::string list_of(std::uint32_t set) {
  std::string list;
  for (unsigned bit = 0; set >> bit != 0; ++bit)
    if ((set >> bit & 1U) != 0) list += (list.empty() ? "" : ", ") + std::to_string(bit);
  return list;
}

std::string is_in(const std::string& number, std::uint32_t set) {
  return set == 0 ? kNever : fmt::format("{} IN ({})", number, list_of(set));
}

}  // namespace

void ReportStatements::keep_clock(Rows& rows, const std::string& seconds,
                                  const ZoneTable* zone) const {
  const std::uint32_t hours = hours_of_day_in(request_.filter.conditions);
  if (hours == kAllHoursOfDay && !asks_for(ConditionField::weekday)) return;
  const std::string clock = rows.write->clock(seconds, zone);
  if (hours != kAllHoursOfDay)
    rows.keep(is_in(rows.write->hour_of_day(clock), hours), reason_of(ConditionField::hour_of_day));
  keep_weekdays(rows, rows.write->days(clock));
}

void ReportStatements::keep_weekdays(Rows& rows, const std::string& days) const {
  const std::uint32_t weekdays = weekdays_in(request_.filter.conditions);
  if (weekdays != kAllWeekdays)
    rows.keep(is_in(ValueExpressions::weekday(days), weekdays), reason_of(ConditionField::weekday));
}

}  // namespace footfall
