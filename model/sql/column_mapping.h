#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/core/report_kind.h"
#include "model/report/reading_note.h"
#include "model/sql/schema.h"

namespace footfall {

/// How a role's value is read and checked.
enum class RoleUse : std::uint8_t {
  id,
  optional_id,
  trimmed_id,
  count,
  amount,
  optional_amount,
  time,
  epoch,
  date
};

/// A value that a report reads from each row of a table, in the contract's order.
struct SqlRole {
  std::string_view name;
  RoleUse use;
  bool column_required;
  std::string_view json_column;  ///< where no column of the name is mapped: a key of this one
};
[[nodiscard]] std::span<const SqlRole> sql_roles(EventType events);

/// Where a role's value stands: a column, or a key path inside a JSON column.
struct ColumnSource {
  ColumnInfo column;
  std::vector<std::string> path;
};

/// One entry for each of sql_roles(events); nothing where an optional column is not there.
using ColumnMapping = std::vector<std::optional<ColumnSource>>;

/// Finds the columns of an event type: those the caller names (role, then a column name or a JSON
/// path such as metadata->>'price'), else those called like the role, in any case. Errors:
/// no_such_column, unfit_column.
[[nodiscard]] SqlResult<ColumnMapping> map_columns(
    EventType events, SqlEngine engine, const std::vector<ColumnInfo>& columns,
    std::span<const std::pair<std::string, std::string>> named);

/// The rows of a table that tell what its columns hold.
struct TableSample {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

/// As map_columns(); what it does not find is sought by the synonyms of files (match_roles()),
/// which count where the sampled values fit. `sample` is called at most once, where values decide;
/// its error is that of the whole. `notes` gets what was found so.
[[nodiscard]] SqlResult<ColumnMapping> map_columns_by_values(
    EventType events, SqlEngine engine, const std::vector<ColumnInfo>& columns,
    std::span<const std::pair<std::string, std::string>> named,
    const std::function<SqlResult<TableSample>()>& sample, std::vector<ReadingNote>& notes);

/// The same for one role; `named` is empty where the caller names nothing.
[[nodiscard]] SqlResult<std::optional<ColumnSource>> map_column(
    const SqlRole& role, SqlEngine engine, const std::vector<ColumnInfo>& columns,
    std::string_view named);

/// The reports whose required columns are all there.
[[nodiscard]] ReportKinds reports_of(SqlEngine engine, const std::vector<ColumnInfo>& columns);

}  // namespace footfall
