#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/input/chunk_reader.h"
#include "model/parse/csv_layout.h"
#include "model/parse/input_layout.h"
#include "model/sql/member_parser.h"

namespace footfall {

/// A column that a file brings to a table.
struct EventColumn {
  std::string name;
  bool json = false;    ///< its values are JSON texts
  bool scalar = false;  ///< a report reads it: only text or a number may be there
};

/// An opened event file, seen as a table with everything that the file has:
///  - CSV: its columns, named as in the header (trimmed); one without a name is "column_N".
///  - NDJSON: the keys at the top of its objects, in the order they first occur; those of the
///    reports it feeds are there in any case, so that a report finds the same columns whatever the
///    rows hold. Files are read through once for their keys; of a pipe only the first MiB is looked
///    at. A key whose values are arrays or objects, and `metadata` for user activity, is a column
///    of JSON.
///  - access log: timestamp (rewritten as YYYY-MM-DDTHH:MM:SS+ZZZZ; one that is no log time keeps
///    its brackets), page_url, visitor_id (host, a blank, user agent), host, user_agent and line,
///    the whole line as written.
class EventFile {
 public:
  /// `columns` names the columns to keep (CSV, NDJSON), or all of a CSV file without header; empty:
  /// all. CSV must feed a report unless the format is given.
  /// A stop ends the reading of keys and the waiting for standard input with an error.
  /// Errors: those of opening; unknown_format, missing_column, doubled_column, bad_option.
  [[nodiscard]] static Result<EventFile> open(const std::string& path, const InputOptions& options,
                                              const std::vector<std::string>& columns,
                                              std::stop_token stop = {});

  [[nodiscard]] const std::vector<EventColumn>& columns() const { return columns_; }
  [[nodiscard]] const InputLayout& layout() const { return layout_; }
  [[nodiscard]] const CsvLayout& csv() const { return csv_; }
  /// True where keys without a column may be left out.
  [[nodiscard]] bool chosen() const { return chosen_; }

  /// The next piece of the file, in `buffer`; false at the end.
  [[nodiscard]] Result<bool> next(std::size_t chunk_bytes, ChunkBuffer& buffer, ChunkPiece& piece);
  [[nodiscard]] const ChunkReader& reader() const { return *reader_; }

 private:
  [[nodiscard]] Status read_front(const std::string& path, const InputOptions& options,
                                  const std::vector<std::string>& columns);
  [[nodiscard]] Status name_csv_columns(const std::string& path, std::vector<std::string> names,
                                        const std::vector<std::string>& columns);
  [[nodiscard]] Status name_members(const std::string& path, const InputOptions& options,
                                    std::string_view head, const std::vector<std::string>& columns);
  void name_log_columns();

  std::unique_ptr<ChunkReader> reader_;
  std::unique_ptr<RecordCutter> cutter_;
  InputLayout layout_;
  CsvLayout csv_;
  std::vector<EventColumn> columns_;
  bool chosen_ = false;
  std::stop_token stop_;
};

/// True for a file that can be read twice.
[[nodiscard]] bool is_regular_file(const std::string& path);

}  // namespace footfall
