#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace footfall {

class SqlDialect;

/// When a value is worked out, by what it is made of: a step may use the names of those before it.
enum class RowStep : std::uint8_t {
  columns,   ///< as the table has them, or as text
  texts,     ///< trimmed; numbers in them
  shapes,    ///< which form a text has; numbers rounded, or times a power of ten
  parts,     ///< year, month, clock; numbers of what the steps before made
  readings,  ///< of a clock; numbers of parts rounded
  instants,
  offsets,  ///< of the zone at an instant
  clocks,   ///< beginnings of hours by the clock
  hours,    ///< beginnings of hours; what an event's type means
  states,   ///< of the row: counted, or why not
  results,  ///< what the statements around it know by name
};

/// The step behind.
[[nodiscard]] constexpr RowStep after(RowStep step) {
  return static_cast<RowStep>(static_cast<int>(step) + 1);
}

/// The values that a statement works out for every row of a table, step by step. How they become
/// one SELECT is the dialect's affair.
class RowLayers {
 public:
  using Values = std::vector<std::pair<std::string, std::string>>;  // names and expressions

  /// `prewhere` lets ClickHouse look at the early condition's columns before all others, which not
  /// every kind of table can.
  /// `condition`, in parentheses or empty, says which rows of the table there are at all.
  RowLayers(const SqlDialect& dialect, std::string table, std::string condition, bool prewhere)
      : dialect_(dialect),
        table_(std::move(table)),
        source_condition_(std::move(condition)),
        prewhere_(prewhere) {}

  void add(RowStep step, std::string name, std::string expression) {
    steps_[step].emplace_back(std::move(name), std::move(expression));
  }
  /// Rows that no statement needs to look at; in terms of the table's columns.
  void add_condition(const std::string& condition);

  /// `SELECT list FROM ... [WHERE condition] [GROUP BY group]`.
  [[nodiscard]] std::string select(const std::string& list, const std::string& condition,
                                   const std::string& group) const;

  [[nodiscard]] const std::string& table() const { return table_; }
  [[nodiscard]] bool prewhere() const { return prewhere_; }
  [[nodiscard]] const std::string& source_condition() const { return source_condition_; }
  [[nodiscard]] const std::string& early_condition() const { return early_; }
  [[nodiscard]] const std::map<RowStep, Values>& steps() const { return steps_; }

 private:
  const SqlDialect& dialect_;
  std::string table_;
  std::string source_condition_;
  bool prewhere_;
  std::string early_;
  std::map<RowStep, Values> steps_;
};

}  // namespace footfall
