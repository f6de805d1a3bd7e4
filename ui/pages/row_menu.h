#pragma once

#include <QMenu>
#include <functional>
#include <optional>
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
  bool by_key = false;  ///< the Delete key leaves out what is named
};

/// What rows of a table are called, each name once; none where no column names them.
struct RowNames {
  FilterField field{};
  std::vector<std::string> names;
  std::vector<std::string> hosts;  ///< of visitors whose names are more than their hosts
};
[[nodiscard]] RowNames names_of(const Table& table, const std::vector<std::size_t>& rows);
/// Nothing where there are none, or too many.
[[nodiscard]] std::optional<Filter> without_names(const FilterAsk& ask, const RowNames& named);

/// "Only this page", "Without these 3 pages".
void add_name_entries(QMenu& menu, const RowNames& named, const FilterAsk& ask);
/// "Only this hour", "Only Thursdays", "Only 14:00 on all days"; of a day the first two, of days.
void add_hour_entries(QMenu& menu, const TimeBound& hour, const FilterAsk& ask);
/// The latter two, of a weekday from 0, Monday.
void add_week_hour_entries(QMenu& menu, unsigned weekday, unsigned clock, const FilterAsk& ask);
void add_day_entries(QMenu& menu, const TimeBound& midnight, const FilterAsk& ask);
/// All that rows of a table stand for; of a single row its hour or day, too.
void add_row_entries(QMenu& menu, const Table& table, const std::vector<std::size_t>& rows,
                     const FilterAsk& ask);

}  // namespace footfall
