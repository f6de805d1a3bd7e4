#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/sql/connection_settings.h"

namespace footfall {

/// The values that a statement works out for every row of a table, step by step: an expression of a
/// step may use the names of earlier steps.
///
/// PostgreSQL gets one nested SELECT per step, with OFFSET '0' so that the planner does not paste
/// an expression into each place that uses its name (as 0 without quotes it would also keep
/// parallel workers out). A name that nothing above uses is left out: each column of each step is
/// copied for each row. ClickHouse gets one flat SELECT with the expressions as aliases: where
/// the table is distributed, all of it then runs on the shards.
class RowLayers {
 public:
  /// `prewhere` lets ClickHouse look at the condition's columns before all others, which not every
  /// kind of table can.
  RowLayers(SqlEngine engine, std::string table, bool prewhere)
      : engine_(engine), table_(std::move(table)), prewhere_(prewhere) {}

  void add(int step, std::string name, std::string expression) {
    steps_[step].emplace_back(std::move(name), std::move(expression));
  }
  /// Rows that no statement needs to look at; in terms of the table's columns.
  void add_condition(const std::string& condition);

  /// `SELECT list FROM ... [WHERE condition] [GROUP BY group]`.
  [[nodiscard]] std::string select(const std::string& list, const std::string& condition,
                                   const std::string& group) const;

 private:
  using Values = std::vector<std::pair<std::string, std::string>>;  // names and expressions

  [[nodiscard]] std::string clickhouse_select(const std::string& list, const std::string& condition,
                                              const std::string& group_by) const;
  [[nodiscard]] std::string postgres_select(const std::string& list, const std::string& condition,
                                            const std::string& group_by) const;

  SqlEngine engine_;
  std::string table_;
  bool prewhere_;
  std::string early_;
  std::map<int, Values> steps_;
};

}  // namespace footfall
