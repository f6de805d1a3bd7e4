#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "model/report/report_set.h"
#include "model/sql/column_mapping.h"
#include "model/sql/report_statements.h"
#include "model/sql/sql_connection.h"

namespace footfall {

/// What is wanted of a database, before its columns are known.
struct SqlQuestion {
  ReportKind kind{};
  TableName table;
  /// A condition of one's own in the server's SQL: other rows are none of the source's.
  std::string where = {};
  /// Role and column, for columns that are not called like their role.
  std::vector<std::pair<std::string, std::string>> columns;
  ReportOptions options;
  Filter filter;
  NumberReading numbers;
  bool counts = true;  ///< count every row by its state, duplicates and conflicts
  /// Hourly visitors: count the distinct ones over everything too, by one more statement.
  bool all_visitors = false;
  /// Once the rows are counted: whether examples of the rejected ones are wanted, by one more
  /// statement. Not called where none is. Null: never.
  std::function<bool(const RowCounts&)> wants_examples = {};
  /// Its rows are to be counted here (table_rows.h), which is what explain_sql_report() tells of.
  bool fetched = false;
  std::string display;  ///< how the source is called in the load report
};

/// Computes one report in the database: only rows of the result travel. The same immutable report
/// set as files give, with the counts of the contract (without `counts`: of counted rows alone,
/// where an event that repeats is one). Blocks; cancels on the server when a stop is requested.
/// Statements of one call see one state of the table (PostgreSQL); elsewhere a change between two
/// statements that can be seen is an error.
[[nodiscard]] SqlResult<ReportSetPtr> run_sql_report(SqlConnection& connection,
                                                     const SqlQuestion& question,
                                                     const QueryControl& control);

/// What a statement of a report is for.
enum class SqlPurpose : std::uint8_t {
  zones,
  counts,
  visitor_cells,
  visitor_totals,
  all_visitors,
  customer_days,
  top_types,
  conflicts,
  campaigns,
  all_campaigns,
  users,
  request_hours,
  request_pages,
  rejected_rows,
  role_values,
};
struct ExplainedStatement {
  SqlPurpose purpose{};
  std::string text;
};

/// The statements that run_sql_report() would run, in their order; that of all campaigns where
/// total lines come through a filter, that of rejected rows where examples are wanted. Only the
/// columns are looked up, in the catalog. For zones other than UTC the statements know the clock
/// changes of recent decades; a run asks the table first, by the first statement, which ones it
/// needs.
[[nodiscard]] SqlResult<std::vector<ExplainedStatement>> explain_sql_report(
    SqlConnection& connection, const SqlQuestion& question, const QueryControl& control);

/// The first rows of a table as text, with the names of its columns.
using SqlPreview = TableSample;
[[nodiscard]] SqlResult<SqlPreview> preview_table(SqlConnection& connection, const TableName& table,
                                                  std::size_t rows, const QueryControl& control);

}  // namespace footfall
