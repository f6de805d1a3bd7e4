#pragma once

#include <QString>
#include <QStringList>

#include "model/report/filter_part.h"

namespace footfall {

/// "Page: /a", "2 pages", "Page is not /a", "Page begins with /blog", "Hour 9–17", "Weekday
/// Mon–Fri"
[[nodiscard]] QString part_words(const FilterPart& part);
/// The same with every value, on lines; of very many the first.
[[nodiscard]] QString part_lines(const FilterPart& part);

/// The same in one line with the first values: "Page: /a, /b and 3 more"
[[nodiscard]] QString part_line(const FilterPart& part);

/// "is", "begins with", ...
[[nodiscard]] QString match_words(Match match);
/// One of the values of a field that has few, in short: "9", "Mon"
[[nodiscard]] QString value_words(ConditionField field, const std::string& value);
/// Several of them: "9–17", "Mon–Wed, Fri", "22–5"; they are in their order.
[[nodiscard]] QString values_words(ConditionField field, const std::vector<std::string>& values);

/// All of a filter that rows of an event type have a field for, a line for each part, its time
/// first; `logs`: there is something to clean.
[[nodiscard]] QStringList filter_words(const Filter& filter, EventType events, bool logs);

}  // namespace footfall
