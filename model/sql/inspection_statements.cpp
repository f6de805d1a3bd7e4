#include <fmt/format.h>

#include <algorithm>

#include "model/sql/statement_rows.h"

// The statements that look at the rows of a table as they stand there: before a report is made of
// it, and at those that it rejects.
namespace footfall {
namespace {

constexpr int kLongestExample = 160;

}  // namespace

std::string ReportStatements::column_check() const {
  Rows found = rows(true);
  ValueExpressions& write = *found.write;
  const std::string filtered =
      found.kept.empty() ? "" : fmt::format(" WHEN NOT ({}) THEN {}", found.kept, -kFilteredState);
  const std::string blame = found.blame(filtered);
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

// One scan that keeps little: rows fall into groups by what is to blame, by the value there and by
// the whole row, and of each group the first by its bytes is the example.
std::string ReportStatements::rejected_rows() const {
  Rows found = rows(true);
  ValueExpressions& write = *found.write;
  const std::string blame = found.blame();
  std::string values;
  std::vector<std::string> row;
  for (std::size_t role = 0; role < request_.columns.size(); ++role) {
    const auto& source = column(role);
    if (!source) continue;
    const TextSql text = write.text("shown" + std::to_string(role), source);
    const std::string none =
        source->path.empty() ? dialect_.identifier(source->column.name) + " IS NULL" : text.missing;
    const std::string missing = write.define(
        source->path.empty() ? RowStep::columns : RowStep::texts, "none" + std::to_string(role),
        fmt::format("CASE WHEN {} THEN 1 ELSE 0 END", none));
    const int first = static_cast<int>(role) * kBlamedRole;
    values += fmt::format(" WHEN {} BETWEEN {} AND {} THEN {}", blame, first,
                          first + kBlamedRole - 1, text.text);
    row.push_back(fmt::format("CASE WHEN {} = 1 THEN 'NULL' ELSE {} END", missing,
                              dialect_.in_quotes(dialect_.slice(text.text, 1, kLongestExample))));
  }
  const std::string whole = dialect_.joined(row);
  const std::string of_value =
      found.named(prefix_ + "of_value", dialect_.spread(fmt::format("CASE{} ELSE '' END", values)));
  const std::string of_row = found.named(prefix_ + "of_row", dialect_.spread(whole));
  return found.layers->select(
      fmt::format("{}, {}, {}, count(*), min({})", blame, of_value, of_row, whole),
      fmt::format("{} >= 0", blame), fmt::format("{0}, {1}of_value, {1}of_row", blame, prefix_));
}

std::string ReportStatements::role_values() const {
  Rows all(*this);
  std::string list;
  for (std::size_t role = 0; role < request_.columns.size(); ++role) {
    if (!column(role)) continue;
    const ValueExpressions::WrittenSql value =
        all.write->written("role" + std::to_string(role), *column(role));
    list += fmt::format(
        "{}{}, {}, {}", list.empty() ? "" : ", ", value.text,
        value.wrong == kNever ? "0" : fmt::format("CASE WHEN {} THEN 1 ELSE 0 END", value.wrong),
        value.seconds);
  }
  return all.layers->select(list, {}, {});
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
