#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/core/report_kind.h"
#include "model/sql/sql_report.h"

namespace footfall {

/// A table that one report is computed from. Holds no password.
struct DatabaseSource {
  ConnectionSettings settings;
  TableName table;
  ReportKind kind{};
  /// Role and column, for columns that are not called like their role.
  std::vector<std::pair<std::string, std::string>> columns;
  std::string where = {};  ///< SqlQuestion::where
  /// Its rows travel and are counted here, together with those of files; else its database makes
  /// the report. It does not tell tables apart.
  bool fetched = false;
  /// So long after an answer it is asked again on its own; 0: only when somebody asks. It does not
  /// tell tables apart.
  std::chrono::seconds ask_every{0};
};

/// `schema.name`, with double quotes around a part that needs them: what parse_table_name() reads.
/// A query as it is.
[[nodiscard]] std::string table_text(const TableName& table);

/// What parse_database_url() reads, with every setting that is not the usual one; no password.
[[nodiscard]] std::string database_url(const DatabaseSource& source);

/// The same without a table, and back; nothing where it is no such text.
[[nodiscard]] std::string connection_url(const ConnectionSettings& settings);
[[nodiscard]] std::optional<ConnectionSettings> parse_connection_url(const std::string& url);

/// `engine://user@host:port`: whose password it is.
[[nodiscard]] std::string account_of(const ConnectionSettings& settings);

/// Tells sources apart: the same table can feed several reports.
[[nodiscard]] std::string source_id(const DatabaseSource& source);

[[nodiscard]] SqlQuestion question_of(const DatabaseSource& source, const ReportOptions& options,
                                      const Filter& filter);

}  // namespace footfall
