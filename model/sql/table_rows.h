#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "model/parse/input_stream.h"
#include "model/sql/sql_report.h"

namespace footfall {

/// The rows of a table as an input beside files: what one report reads of each, a JSON object a
/// line with its roles as keys. Counted here, by the rules for files, where run_sql_report() leaves
/// that to the server. Texts that are no UTF-8 (ClickHouse) are rejected as those of JSON are.
class TableRows {
 public:
  /// Finds the columns; no row travels yet. Of the question, the report, the table, its condition,
  /// its columns and its numbers matter. `stop` cancels on the server, also once rows travel.
  /// `on_progress`: of what is done here. Errors: those of run_sql_report() about tables.
  [[nodiscard]] static SqlResult<TableRows> find(SqlConnectionPtr connection, SqlQuestion question,
                                                 std::stop_token stop);
  TableRows(TableRows&&) noexcept;
  TableRows& operator=(TableRows&&) noexcept;
  ~TableRows();

  /// To be opened once, and read by one thread at a time. A thread of its own reads the rows while
  /// the stream is there, a few MiB ahead. May outlive this object.
  [[nodiscard]] InputStream stream() const;
  /// The server is being asked.
  [[nodiscard]] bool at_work() const;
  /// Why the stream ended with ErrorKind::failed_stream.
  [[nodiscard]] std::optional<SqlError> fault() const;

 private:
  class Rows;
  explicit TableRows(std::shared_ptr<Rows> rows);
  std::shared_ptr<Rows> rows_;
};

}  // namespace footfall
