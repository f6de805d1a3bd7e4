#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "model/core/time_zone.h"
#include "model/parse/input_options.h"
#include "model/report/load_report.h"
#include "model/sql/sql_connection.h"

namespace footfall {

/// One event file and the table it is to be copied into.
struct ImportRequest {
  std::string path;  ///< "-" is standard input
  InputOptions input;
  TimeZone source_zone;  ///< of times without an offset whose role takes epoch seconds alone
  std::vector<std::string> columns;  ///< see EventFile; empty: all that the file has
  TableName table;
  bool create = false;          ///< make the table where there is none
  std::size_t chunk_bytes = 0;  ///< 0: the usual size
  std::uint32_t index = 0;      ///< Reject::file of the first input that is opened
};

struct ImportProgress {
  std::uint64_t bytes_done = 0;  ///< of the file as it is on disk
  std::optional<std::uint64_t> bytes_total;
  std::uint64_t rows = 0;  ///< read
  double seconds = 0;
};

struct ImportedFile {
  std::string format;  ///< in words
  RowCounts rows;
  std::uint64_t bytes = 0;  ///< decoded
  bool created = false;     ///< the table was made
  /// Of the folder or archive that was given: what feeds no report.
  std::vector<LeftOutInput> left_out{};
};

/// Called on the thread that imports.
struct ImportEvents {
  /// Every input, before its first reject: its index in Reject::file and its name.
  std::function<void(std::uint32_t input, const std::string& name)> on_input;
  /// Every input that is in the table now.
  std::function<void(const ImportedFile& imported, const std::string& name)> on_imported;
  std::function<void(const ImportProgress&)> on_progress;
  /// Every reject, by line, a few at a time; false ends the import as cancelled. Rejects are handed
  /// over while rows are on their way: of a file that is not imported in the end, too.
  std::function<bool(std::span<const Reject>)> on_rejects;
};

/// What was wrong: with the file, or with the database.
using ImportError = std::variant<Error, SqlError>;

/// Copies an event file into a table. What a folder or an archive holds is copied one by one, that
/// which feeds no report left out; an error ends it there, and what was copied before stays. Of
/// each all that is not rejected (EventRows says what is), or nothing. Memory: a few hundred KiB,
/// whatever the file's size. Blocks. `connection` must be open for writing and in no transaction.
///
/// A new table has the file's columns (EventFile), and those of roles made of several
/// (composed_columns()), as text that may be NULL, JSON as jsonb in
/// PostgreSQL; in ClickHouse it is a MergeTree without a key. An existing one must have the file's
/// columns, of types that read the values' text; names match exactly, else in any case. Its other
/// columns get their defaults.
///
/// PostgreSQL: one transaction with one COPY. Where the connection is lost while it is committed,
/// the error says that the outcome is not known.
///
/// ClickHouse has no transactions. Rows go into a table footfall_load_... beside the target, which
/// is dropped in every outcome but the end of this process or server. When it is complete it
/// becomes the target (RENAME, for a new table) or its parts are attached to the target (MergeTree
/// tables: one step for each partition; materialized views on the target do not see these rows).
/// Tables of other engines, Replicated and Distributed ones among them, get the rows by one INSERT
/// ... SELECT, of which a failing server or shard can leave a part; the error says so. A stop is
/// not looked at during these last steps.
///
/// Errors: those of EventFile and EventRows; no_such_table, no_such_column (where: what the table
/// lacks), unfit_column (a name that the engine cannot hold), cancelled, and those of statements.
[[nodiscard]] Result<ImportedFile, ImportError> import_file(SqlConnection& connection,
                                                            const ImportRequest& request,
                                                            const QueryControl& control,
                                                            const ImportEvents& events);

}  // namespace footfall
