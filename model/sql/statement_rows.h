#pragma once

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "model/report/load_report.h"
#include "model/sql/report_statements.h"
#include "model/sql/row_condition.h"
#include "model/sql/value_expressions.h"

namespace footfall {

// The rows of a table as the report sees them: layers that end with `state`, and the names of the
// values.
struct ReportStatements::Rows {
  explicit Rows(const ReportStatements& of)
      : dialect(of.dialect_),
        layers(std::make_unique<RowLayers>(
            dialect, of.table_text(),
            of.request_.sample == 0 ? in_parentheses(of.request_.where) : std::string(),
            of.request_.prewhere && of.request_.sample == 0)),
        write(dialect.values(*layers, of.prefix_, of.request_.plain)) {}

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
    state = write->define(RowStep::states, "state",
                          all.empty() ? std::to_string(kCountedState)
                                      : fmt::format("CASE{} ELSE {} END", all, kCountedState));
    rounded = write->define(
        RowStep::states, "rounded",
        rounding.empty() ? "0" : fmt::format("CASE WHEN {} THEN 1 ELSE 0 END", rounding));
  }
  void add_case(const std::string& condition, RejectReason reason, std::size_t role) {
    cases += fmt::format(" WHEN {} THEN {}", condition, static_cast<int>(reason));
    blamed += fmt::format(" WHEN {} THEN {}", condition,
                          static_cast<int>(role) * kBlamedRole + static_cast<int>(reason));
  }
  /// The role to blame with the reason; of other rows what `others`, more cases, say.
  std::string blame(const std::string& others = {}) {
    const std::string all = blamed + others;
    return write->define(RowStep::states, "blame",
                         all.empty() ? std::to_string(-kCountedState)
                                     : fmt::format("CASE{} ELSE {} END", all, -kCountedState));
  }
  void skip(const std::string& condition) {
    skipped += (skipped.empty() ? "" : " OR ") + condition;
  }
  /// An item of a list of columns that statements around it know by the name.
  std::string named(const std::string& name, const std::string& expression) {
    return dialect.named(*layers, name, expression);
  }
  /// The condition of counted rows.
  [[nodiscard]] std::string counted() const {
    return dialect.wanted(fmt::format("{} = {}", state, kCountedState), skipped);
  }

  const SqlDialect& dialect;
  std::unique_ptr<RowLayers> layers;
  std::unique_ptr<ValueExpressions> write;
  std::string cases;
  std::string blamed;   // the same with the role
  std::string skipped;  // the rows that are not counted
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
