#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "model/report/load_report.h"
#include "model/sql/report_statements.h"
#include "model/sql/sql_text.h"
#include "model/sql/value_expressions.h"

namespace footfall {

// The rows of a table as the report sees them: layers that end with `state`, and the names of the
// values.
struct ReportStatements::Rows {
  static constexpr int kStateStep = 9;

  explicit Rows(const ReportStatements& of)
      : layers(of.engine_, of.table_text(), of.request_.prewhere && of.request_.sample == 0),
        write(of.engine_, layers, of.prefix_, of.request_.plain),
        clickhouse(of.engine_ == SqlEngine::clickhouse) {}

  /// The first condition that holds is the reason.
  void reject(const std::string& condition, RejectReason reason, std::size_t role) {
    if (condition == kNever) return;
    add_case(condition, reason, role);
    skip(condition);
  }
  void check(const NumberSql& number, std::size_t role) {
    if (number.wrong != kNever) add_case(number.wrong, RejectReason::wrong_type, role);
    if (number.bad != kNever) add_case(number.bad, RejectReason::bad_number, role);
    reject(number.out, RejectReason::out_of_range, role);
    note_rounding(number.rounded);
  }
  void note_rounding(const std::string& condition) {
    if (condition != kNever) rounding += (rounding.empty() ? "" : " OR ") + condition;
  }
  /// Of the rows that are not rejected, the first of these that a row does not meet is the reason
  /// why it is filtered.
  void keep(const std::string& condition, FilterReason reason) {
    kept += (kept.empty() ? "" : " AND ") + condition;
    filtered +=
        fmt::format(" WHEN NOT ({}) THEN {}", condition, kFilteredState + static_cast<int>(reason));
  }
  void finish() {
    if (!kept.empty()) skip(fmt::format("NOT ({})", kept));
    const std::string all = cases + filtered;
    state = write.define(kStateStep, "state",
                         all.empty() ? std::to_string(kCountedState)
                                     : fmt::format("CASE{} ELSE {} END", all, kCountedState));
    rounded = write.define(
        kStateStep, "rounded",
        rounding.empty() ? "0" : fmt::format("CASE WHEN {} THEN 1 ELSE 0 END", rounding));
  }
  void add_case(const std::string& condition, RejectReason reason, std::size_t role) {
    cases += fmt::format(" WHEN {} THEN {}", condition, static_cast<int>(reason));
    blamed += fmt::format(" WHEN {} THEN {}", condition,
                          static_cast<int>(role) * kBlamedRole + static_cast<int>(reason));
  }
  void skip(const std::string& condition) {
    skipped += (skipped.empty() ? "" : " OR ") + condition;
  }
  /// An item of a list of columns. ClickHouse forgets such names on the way to the shards unless
  /// they are aliases of a WITH.
  std::string named(const std::string& name, const std::string& expression) {
    if (!clickhouse) return expression + " AS " + name;
    layers.add(kStateStep + 1, name, expression);
    return name;
  }
  /// The condition of counted rows. PostgreSQL is faster without the state.
  [[nodiscard]] std::string counted() const {
    if (clickhouse) return fmt::format("{} = {}", state, kCountedState);
    return skipped.empty() ? "" : fmt::format("({}) IS NOT TRUE", skipped);
  }

  RowLayers layers;
  ValueExpressions write;
  bool clickhouse;
  std::string cases;
  std::string blamed;   // the same with the role
  std::string skipped;  // PostgreSQL: the rows that are not counted
  std::string rounding;
  std::string kept;
  std::string filtered;
  std::string state;
  std::string rounded;
  std::string stretch;
  std::vector<std::string> texts;  // ids and the like, by the report's own order
  std::vector<NumberSql> numbers;
  std::string seconds;
};

}  // namespace footfall
