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
  ValueExpressions write(engine_, found.layers, prefix_, request_.plain);
  const std::string filtered =
      found.kept.empty() ? "" : fmt::format(" WHEN NOT ({}) THEN {}", found.kept, -kFilteredState);
  const std::string cases = found.blamed + filtered;
  const std::string blame =
      write.define(Rows::kStateStep, "blame",
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
      write.define(Rows::kStateStep + 1, "example",
                   fmt::format("{}(CASE{} ELSE '' END, 1, {})",
                               engine_ == SqlEngine::postgresql ? "substr" : "substring", examples,
                               kLongestExample));
  return found.layers.select(fmt::format("{}, count(*), min({}){}", blame, example, filled), {},
                             blame);
}

std::string ReportStatements::time_span() const {
  Rows found = rows(true);
  std::string value = found.seconds;
  std::string condition = found.counted();
  if (request_.kind == ReportKind::campaign_ranking) {
    ValueExpressions write(engine_, found.layers, prefix_, request_.plain);
    value = found.texts[1];
    condition += (condition.empty() ? "" : " AND ") + write.is_date("span", value);
  }
  return found.layers.select(fmt::format("count(*), min({0}), max({0})", value), condition, {});
}

std::string ReportStatements::counted_rows(const std::vector<ColumnInfo>& columns,
                                           std::size_t limit) const {
  Rows found = rows(false);
  std::string list;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::string name = quote_identifier(engine_, columns[i].name);
    // What PostgreSQL's layers are to hand outwards needs a name of theirs.
    if (engine_ == SqlEngine::postgresql) {
      const std::string inner = fmt::format("{}column{}", prefix_, i);
      found.layers.add(0, inner, name);
      name = inner;
    }
    list += (list.empty() ? "" : ", ") + name;
  }
  return found.layers.select(list, found.counted(), {}) + " LIMIT " + std::to_string(limit);
}

}  // namespace footfall
