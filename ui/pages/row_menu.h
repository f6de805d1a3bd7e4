#pragma once

#include <QMenu>
#include <functional>
#include <string>
#include <vector>

#include "model/report/filter.h"
#include "model/report/table.h"

// Entries of menus that make the filter of what a row, a bar or a cell stands for.
namespace footfall {

/// What entries change, and what becomes of the changed filter.
struct FilterAsk {
  EventType events{};  ///< of the report in front
  Filter filter;
  std::function<void(const Filter&)> take;
};

/// "Only this page", "Without these 3 pages".
void add_name_entries(QMenu& menu, FilterField field, std::vector<std::string> names,
                      const FilterAsk& ask);
/// "Only this hour", "Only Thursdays", "Only 14:00 on all days"; of a day the first two, of days.
void add_hour_entries(QMenu& menu, const TimeBound& hour, const FilterAsk& ask);
/// The latter two, of a weekday from 0, Monday.
void add_week_hour_entries(QMenu& menu, unsigned weekday, unsigned clock, const FilterAsk& ask);
void add_day_entries(QMenu& menu, const TimeBound& midnight, const FilterAsk& ask);
/// What the names in rows of a table stand for.
void add_named_entries(QMenu& menu, const Table& table, const std::vector<std::size_t>& rows,
                       const FilterAsk& ask);
/// All that rows of a table stand for; of a single row its hour or day, too.
void add_row_entries(QMenu& menu, const Table& table, const std::vector<std::size_t>& rows,
                     const FilterAsk& ask);

}  // namespace footfall
