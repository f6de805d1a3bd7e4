#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/report/load_report.h"
#include "model/sql/sql_report.h"

// What can be known of a table before a report is made of it.
namespace footfall {

/// What is wrong with the values of a role.
struct ColumnFault {
  std::size_t role = 0;  ///< of sql_roles()
  RejectReason reason{};
  std::uint64_t rows = 0;
  std::string example;  ///< the beginning of one such value; empty where it is missing
};

/// How the first rows of a table would fare in a report.
struct ColumnCheck {
  static constexpr std::size_t kRows = 10'000;  ///< so many are looked at

  std::uint64_t rows = 0;
  std::uint64_t counted = 0;
  std::uint64_t filtered = 0;         ///< the rest is rejected
  std::vector<std::uint64_t> filled;  ///< for each role, rows that have a value
  std::vector<ColumnFault> faults;    ///< each row's first one; the commonest in front
};

/// The first and the last time of the rows that the report counts without a filter: readings of a
/// clock of the report's zone, in seconds (customers: UTC; campaigns: the first second of a day).
struct ClockSpan {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// All three block, and ask as run_sql_report() does; the filter of the question matters to the
/// rows alone.
[[nodiscard]] SqlResult<ColumnCheck> check_columns(SqlConnection& connection,
                                                   const SqlQuestion& question,
                                                   const QueryControl& control);
/// Nothing where no row has a time, or the report knows none. Looks at the whole table.
[[nodiscard]] SqlResult<std::optional<ClockSpan>> find_time_span(SqlConnection& connection,
                                                                 const SqlQuestion& question,
                                                                 const QueryControl& control);
/// The first `rows` rows that the report would count.
[[nodiscard]] SqlResult<SqlPreview> preview_counted(SqlConnection& connection,
                                                    const SqlQuestion& question, std::size_t rows,
                                                    const QueryControl& control);

}  // namespace footfall
