#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/core/report_kind.h"
#include "model/sql/sql_connection.h"

// Events for comparing a file with database tables: all of it text, with dirt of every kind.
namespace footfall_test {

/// Rows of one report's columns, in the contract's order; NULL where there is no value. The last
/// column of user activity is a JSON text.
struct SqlEvents {
  std::vector<std::string> columns;
  std::vector<std::vector<std::optional<std::string>>> rows;
};

/// `dirt` false: only what typed columns can hold.
[[nodiscard]] SqlEvents make_events(footfall::ReportKind kind, std::uint32_t seed, std::size_t rows,
                                    bool dirt);

/// The same events as a file: NDJSON for user activity, else CSV.
[[nodiscard]] std::string as_file(const SqlEvents& events, footfall::ReportKind kind);

/// Makes the table and fills rows `part`, `part` + `parts`, ... in. `types` are the columns' types;
/// empty: text of the engine (jsonb for PostgreSQL's metadata), NULLs included. The error's text.
std::string fill_table(footfall::SqlConnection& connection, const std::string& table,
                       const SqlEvents& events, const std::vector<std::string>& types,
                       std::size_t part = 0, std::size_t parts = 1);

/// Names that are hard to quote, and attempts to leave a quoted text.
[[nodiscard]] const std::vector<std::string>& hostile_names();

}  // namespace footfall_test
