#include <fmt/format.h>

#include <algorithm>

#include "model/sql/statement_rows.h"

// The statements that look at a table before a report is made of it.
namespace footfall {
namespace {

constexpr int kLongestExample = 160;

}  // namespace

std::string ReportStatements::column_check() const {
  Rows found = rows(true);
  ValueExpressions& write = *found.write;
  const std::string filtered =
      found.kept.empty() ? "" : fmt::format(" WHEN NOT ({}) THEN {}", found.kept, -kFilteredState);
  const std::string cases = found.blamed + filtered;
  const std::string blame =
      write.define(RowStep::states, "blame",
                   cases.empty() ? std::to_string(-kCountedState)
                                 : fmt::format("CASE{} ELSE {} END", cases, -kCountedState));
  std::string examples;
  std::string filled;
  for (std::size_t role = 0; role < request_.columns.size(); ++role) {
    if (!column(role)) {
      filled += ", 0";
      continue;
    }
    const std::string text = write.text("shown" + std::to_string(role), column(role)).text;
    const int first = static_cast<int>(role) * kBlamedRole;
    examples += fmt::format(" WHEN {} BETWEEN {} AND {} THEN {}", blame, first,
                            first + kBlamedRole - 1, text);
    filled += fmt::format(", sum(CASE WHEN {} = '' THEN 0 ELSE 1 END)", text);
  }
  const std::string example =
      write.define(RowStep::results, "example",
                   dialect_.slice(fmt::format("CASE{} ELSE '' END", examples), 1, kLongestExample));
  return found.layers->select(fmt::format("{}, count(*), min({}){}", blame, example, filled), {},
                              blame);
}

std::string ReportStatements::time_span() const {
  Rows found = rows(true);
  std::string value = found.seconds;
  std::string condition = found.counted();
  if (events_of(request_.kind) == EventType::campaign_figures) {
    value = found.texts[1];
    condition += (condition.empty() ? "" : " AND ") + found.write->date("span", value).possible;
  }
  return found.layers->select(
      fmt::format("count(*), min({value}), max({value})", fmt::arg("value", value)), condition, {});
}

std::string ReportStatements::counted_rows(const std::vector<ColumnInfo>& columns,
                                           std::size_t limit) const {
  Rows found = rows(false);
  std::string list;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string name = dialect_.passed_on(
        *found.layers, fmt::format("{}column{}", prefix_, i), dialect_.identifier(columns[i].name));
    list += (list.empty() ? "" : ", ") + name;
  }
  return found.layers->select(list, found.counted(), {}) + " LIMIT " + std::to_string(limit);
}

}  // namespace footfall
