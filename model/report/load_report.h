#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/core/null_words.h"
#include "model/report/filter_reason.h"
#include "model/report/read_over.h"
#include "model/report/reading_note.h"

namespace footfall {

/// Why a row was rejected: the contract's fixed set, in its order.
enum class RejectReason : std::uint8_t {
  malformed_row,
  unclosed_quote,
  too_many_fields,
  record_too_long,
  wrong_type,
  missing_value,
  bad_timestamp,
  bad_number,
  negative_number,
  out_of_range,
  no_request_target,
};
inline constexpr std::size_t kRejectReasons = 11;

/// "malformed row", "unclosed quote", ...: the contract's words, also used in files.
[[nodiscard]] std::string_view reason_name(RejectReason reason);

/// One rejected row.
struct Reject {
  std::uint32_t file = 0;    ///< index of the input
  std::uint64_t line = 0;    ///< from 1; 0 in a table of a database
  std::uint64_t offset = 0;  ///< byte offset of the row, from 0 (in the decoded text)
  RejectReason reason{};
  std::string column;  ///< its role; empty where none is to blame
  /// First bytes of the row, at most 160; of a table's `column='value'` of what feeds the report,
  /// the column to blame in front.
  std::string excerpt;
  std::string value{};         ///< first bytes of what stands in the column
  std::string table_column{};  ///< of a table: what the column is called there
};
inline constexpr std::size_t kExcerptBytes = 160;
inline constexpr std::size_t kKeptRejects = 10'000;

/// rows_read = counted + rejected + filtered, always.
struct RowCounts {
  std::uint64_t counted = 0;
  std::uint64_t lines_left_out = 0;  ///< no rows: titles above a header, blank lines of a table
  ByKind<FilterReason, std::uint64_t> filtered_by_reason{};
  ByKind<ReadOver, std::uint64_t> read_over{};  ///< lines
  std::uint64_t rounded = 0;  ///< counted or filtered rows with digits after the 18th decimal
  std::array<std::uint64_t, kRejectReasons> rejected_by_reason{};
  std::uint64_t found_places = 0;  ///< bit i: a record had place i (RoleSource::must_occur)
  NullWordCounts null_words{};     ///< values that a word stood for, of rows of every kind

  [[nodiscard]] std::uint64_t filtered() const;
  [[nodiscard]] std::uint64_t rejected() const;
  [[nodiscard]] std::uint64_t read() const { return counted + filtered() + rejected(); }
  /// Rejects of every reason except missing value and no request target.
  [[nodiscard]] std::uint64_t parse_errors() const;
  RowCounts& operator+=(const RowCounts& other);
};

/// What one input gave to one report: a file, or one of those in a folder or archive.
struct SourceCounts {
  std::string path;    ///< "week.zip/monday.csv" for a member of an archive
  std::string format;  ///< "CSV", "NDJSON", "access log", with delimiter or compression in words
  RowCounts rows;
  std::uint64_t bytes = 0;           ///< bytes read so far
  std::string plan{};                ///< how it is read, as JSON; empty before it was opened
  std::vector<ReadingNote> notes{};  ///< what its way to be read rests on
  std::string given{};               ///< the path that it was given by
  bool is_log = false;               ///< an access log, of any format
  bool decimal_comma = false;        ///< its numbers have one
  bool keyed = false;                ///< its values are found by keys, not in columns
};

/// A file of a folder, or a member of an archive, that feeds no report asked for.
struct LeftOutInput {
  std::string path;
  Error why;
};

/// How a report was loaded.
struct LoadReport {
  std::vector<SourceCounts> sources;     ///< in the order given; Reject::file counts them
  std::vector<LeftOutInput> left_out{};  ///< in the order given
  RowCounts rows;                        ///< sum over sources
  std::vector<Reject> rejects;           ///< the first kKeptRejects by file and line; of a table
                                         ///< examples, by reason
  std::vector<Reject> first_rejects;     ///< the first of each reason in each source
  std::uint64_t bytes = 0;
  double seconds = 0;
  /// Filters that this report's rows cannot answer (user activity has no time, ...)
  std::vector<std::string_view> ignored_filters;
};

}  // namespace footfall
