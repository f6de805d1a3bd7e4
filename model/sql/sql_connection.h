#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>

#include "model/sql/connection_settings.h"
#include "model/sql/sql_error.h"

namespace footfall {

/// How far a statement is, or the statements of a report taken together (report_progress.h).
struct SqlProgress {
  double seconds = 0;                       ///< since the statement or the report began
  std::uint64_t rows_read = 0;              ///< by the server, where it tells; else 0
  std::optional<std::uint64_t> rows_total;  ///< that the server will read, where it tells
  std::uint64_t result_rows = 0;            ///< received so far from the statement being run
  std::size_t step = 0;                     ///< which statement of a report is run, from 1
  std::size_t steps = 0;                    ///< of how many; 0 where it is no report
};

/// What runs beside a statement.
struct QueryControl {
  std::stop_token stop;  ///< a request cancels the statement on the server within half a second
  std::function<void(const SqlProgress&)>
      on_progress;  ///< a few times a second, on the same thread
};

/// One row of a result; NULL is a view without data. Valid during the call. An error ends the
/// statement.
using RowHandler = std::function<SqlStatus(std::span<const std::string_view>)>;

/// What a statement may answer.
struct AnswerShape {
  static constexpr std::uint64_t kAny = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t columns = 0;  ///< of every row; kAny: as many as the first one has
  std::uint64_t rows = kAny;  ///< at most
};
/// A longer row, and a line that does not end, is no answer: the same limit as for records of
/// files.
inline constexpr std::size_t kLongestRow = std::size_t{16} << 20;

/// Gives rows of text (row_text.h) piece by piece, whole rows in each, valid until the next call.
/// An empty piece is the end; an error ends the statement.
using RowSource = std::function<SqlResult<std::string_view>()>;

/// One connection to a database. Used by one thread at a time; calls block. Needs no event loop.
class SqlConnection {
 public:
  SqlConnection() = default;
  SqlConnection(const SqlConnection&) = delete;
  SqlConnection& operator=(const SqlConnection&) = delete;
  virtual ~SqlConnection() = default;

  /// Runs one statement; rows are handed over as they arrive and are not kept. Rows handed over
  /// before an error are no result. What has not the shape is never handed over: it ends the
  /// statement (unexpected_answer), as a row over kLongestRow does. A statement that is ended early
  /// is cancelled on the server.
  [[nodiscard]] SqlStatus query(const std::string& statement, const AnswerShape& shape,
                                const RowHandler& on_row, const QueryControl& control);
  /// The same for a statement without an answer.
  [[nodiscard]] SqlStatus run(const std::string& statement, const QueryControl& control);

  /// Runs a statement that reads rows (PostgreSQL: COPY ... FROM STDIN, ClickHouse: INSERT ...
  /// FORMAT TabSeparated). Rows are asked for as fast as the server takes them. After an error or a
  /// stop the statement has changed nothing where the engine has transactions (PostgreSQL);
  /// elsewhere it may have written a part.
  [[nodiscard]] virtual SqlStatus send_rows(const std::string& statement, const RowSource& source,
                                            const QueryControl& control) = 0;

  /// From here to end_snapshot() all statements see the table as it is now, where the engine can do
  /// that (PostgreSQL); elsewhere nothing happens.
  [[nodiscard]] virtual SqlStatus begin_snapshot(const QueryControl& control) = 0;
  /// Waits for a server that is slow to answer, but not for long.
  virtual void end_snapshot(const QueryControl& control) = 0;

  [[nodiscard]] virtual const ConnectionSettings& settings() const = 0;
  /// False where the database's encoding is not that of all letters: a statement with one that it
  /// lacks fails.
  [[nodiscard]] virtual bool holds_all_letters() const { return true; }

 protected:
  [[nodiscard]] virtual SqlStatus run_query(const std::string& statement, const RowHandler& on_row,
                                            const QueryControl& control) = 0;
  [[nodiscard]] SqlError unexpected(std::string what) const {
    return {SqlErrorKind::unexpected_answer, settings().place(), std::move(what)};
  }
};

using SqlConnectionPtr = std::unique_ptr<SqlConnection>;

enum class SqlAccess : std::uint8_t { read_only, read_write };

/// Connects. An empty password is looked up in PGPASSWORD and .pgpass by
/// PostgreSQL's library. Loads libpq or libcurl on first use.
[[nodiscard]] SqlResult<SqlConnectionPtr> connect_database(const ConnectionSettings& settings,
                                                           const std::string& password,
                                                           const QueryControl& control,
                                                           SqlAccess access = SqlAccess::read_only);

}  // namespace footfall
