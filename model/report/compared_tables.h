#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/parallel.h"
#include "model/report/comparison.h"
#include "model/report/row_matching.h"
#include "model/report/table.h"

namespace footfall {

/// How names of compared tables end.
inline constexpr std::string_view kComparedEnding = "_compared";

/// A table beside the same of another period, as one.
class ComparedTable : public Table {
 public:
  enum class Part : std::uint8_t { now, before, change, percent };
  /// What a column shows of which column of the present period's table.
  struct Cell {
    std::size_t source = 0;
    Part part{};
    friend auto operator<=>(const Cell&, const Cell&) = default;
  };
  [[nodiscard]] virtual Cell cell(std::size_t column) const = 0;
  /// The present period's table.
  [[nodiscard]] virtual const Table& present() const = 0;
  /// The rows of both tables that a row stands for.
  [[nodiscard]] virtual MatchedRow matched(std::size_t row) const = 0;
  /// Of a table whose rows have a time: where it stands in the present period.
  [[nodiscard]] virtual const MatchedTime& time(std::size_t row) const = 0;
};

/// The tables of a report beside those of the same report of another period, each as one table
/// `..._compared`. `now` and `before` are Report::tables() of both.
///
/// A row is matched by the columns in front of its first number: texts are equal, hours have the
/// same clock reading behind the beginning of their periods (in a fold first with first, second
/// with second), days and weeks the same distance. Rows of one table alone stand where their place
/// is; an hour that its clocks do not show has no label there. Behind an hour, day or week stands
/// the one it is compared with (`hour_before`), behind a measure what it was (`..._before`), their
/// difference (`..._change`) and that in percent of the size it had (`..._change_percent`). Without
/// a row sums are 0 and rates absent; there is no change of an absent rate, and no percent of
/// nothing. Differences and quotients are exact and rounded once, half to even: as many decimals as
/// the measure has, two of a percentage.
///
/// A ranking, whose columns are those of the main table, keeps its rows, and only these; what they
/// were is sought in the main table.
[[nodiscard]] std::vector<TablePtr> compared_tables(const std::vector<TablePtr>& now,
                                                    const std::vector<TablePtr>& before,
                                                    const Comparison& comparison,
                                                    StopCheck check = {});

/// The change from one number to another in percent of the size it had, as in such a table; empty
/// where it was nothing.
[[nodiscard]] std::string change_percent(const ExactNumber& now, const ExactNumber& before);

}  // namespace footfall
