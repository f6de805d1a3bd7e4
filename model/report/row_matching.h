#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "model/core/parallel.h"
#include "model/report/comparison.h"
#include "model/report/table.h"

// Which row of one period's table is which of another's: compared_tables.h says the rule.
namespace footfall {

/// An hour by its clock reading, `later` where clocks were set back to it; a day by its number.
/// Both as they stand in the present period.
struct Place {
  std::int64_t reading = 0;
  bool later = false;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// Where the times of a table stand in the present period.
class Places {
 public:
  /// `before`: of the table of the other period.
  Places(const Comparison& of, bool before);
  [[nodiscard]] Place of(const Table& table, std::size_t row, std::size_t column);
  /// What the table calls a place, also where it has no row there; empty where its clocks never
  /// showed the hour, or not twice.
  [[nodiscard]] std::string label(ColumnKind kind, const Place& place);

 private:
  TimeZone zone_;
  ZoneCursor cursor_;
  Step step_;
  std::int64_t hours_;
  Day days_;
  std::int64_t last_start_ = std::numeric_limits<std::int64_t>::min();
  Place last_;
};

inline constexpr std::uint32_t kNoRow = ~std::uint32_t{0};
struct MatchedRow {
  std::uint32_t now = kNoRow;
  std::uint32_t before = kNoRow;
  std::uint32_t time = 0;  ///< of tables that have one
};
/// A time of rows, and what it is called in both tables.
struct MatchedTime {
  Place place;
  std::string now;
  std::string before;
};
struct MatchedRows {
  std::vector<MatchedRow> rows;
  std::vector<MatchedTime> times;
};

constexpr bool is_number(ColumnKind kind) {
  return kind == ColumnKind::count || kind == ColumnKind::amount;
}
constexpr bool is_time(ColumnKind kind) {
  return kind == ColumnKind::hour || kind == ColumnKind::day;
}
/// The columns in front of the first number, which name a row.
[[nodiscard]] std::size_t keys_of(const Table& table);

/// The rows of both tables in the order of what names them.
[[nodiscard]] MatchedRows matched_rows(const Table& now, const Table& before,
                                       const Comparison& comparison, StopCheck& check);
/// Those of a ranking, in its order; no times name them.
[[nodiscard]] MatchedRows ranked_rows(const Table& ranking, const Table& before,
                                      const Comparison& comparison, StopCheck& check);

}  // namespace footfall
