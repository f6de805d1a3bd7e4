#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/parse/input_formats.h"
#include "model/report/load_report.h"
#include "model/sql/canonical_values.h"
#include "model/sql/event_file.h"
#include "model/sql/schema.h"

namespace footfall {

/// How the values of a column are written for a table.
struct RowColumn {
  EventColumn event;
  bool nullable = true;  ///< else an empty text stands for a missing value
  bool jsonb = false;    ///< PostgreSQL parses it
};

/// Turns the records of an event file into rows of text (row_text.h), a chunk at a time.
///
/// What a report would say about a value is left to the report: it says the same on the table,
/// where values that feed it are written in the forms it reads there (CanonicalValues). A row is
/// rejected only where no table could show the report what the file holds:
///  - records that are none (the reasons of files: malformed row, unclosed quote, too many fields,
///    record too long);
///  - wrong type: true, false, an array or an object under a key that a report reads as text or
///    number, since the column would hold it as text;
///  - PostgreSQL alone, with the column's name: malformed row, a text with a NUL or with bytes that
///    are no UTF-8; out of range, JSON that jsonb does not hold (unfit_for_jsonb()).
/// A record that repeats the header of its table is left out: filtered. Comments and records of
/// empty fields are left out, too.
/// An empty CSV field is an empty text, a field that is not there is NULL; so is a JSON key that is
/// missing or null.
class EventRows {
 public:
  EventRows(EventFile& file, std::vector<RowColumn> columns, SqlEngine engine, std::uint32_t input,
            const TimeZone& source_zone);

  /// Appends the rows of the next chunk; false at the end of the file.
  /// Errors: those of reading; unsupported for a key without a column; contradicted_guess;
  /// missing_key at the end of a first file.
  [[nodiscard]] Result<bool> next(std::size_t chunk_bytes, std::string& rows);

  [[nodiscard]] const RowCounts& counts() const { return counts_; }
  /// Of the last chunk.
  [[nodiscard]] std::span<const Reject> rejects() const { return rejects_; }

  // As sink of the tables' parsers.
  void row(const Field* fields, const RecordPlace& place);
  void reject(RejectReason reason, const RecordPlace& place);
  [[nodiscard]] bool refuses(const std::string& key, const RecordPlace& place);

 private:
  void note(RejectReason reason, const RecordPlace& place, const std::string& column);
  [[nodiscard]] bool is_left_out(std::string_view record) const;
  void contradict(const RecordPlace& place);
  [[nodiscard]] std::optional<RejectReason> fault_of(const Field& field, const RowColumn& column);
  std::size_t parse(const ChunkPiece& piece);
  [[nodiscard]] Result<bool> end_of_file() const;

  EventFile& file_;
  std::vector<RowColumn> columns_;
  bool postgres_;
  bool escapes_;
  std::uint32_t input_;
  CanonicalValues canonical_;
  std::vector<Field> fields_;
  std::string* rows_ = nullptr;
  bool plain_ = false;  // the chunk holds valid UTF-8 and no NUL
  std::uint64_t chunk_offset_ = 0;
  std::uint64_t line_;  // of the chunk's first line
  RowCounts counts_;
  std::vector<Reject> rejects_;
  std::optional<Error> fault_;
  ChunkBuffer buffer_;
  template <class Format>
  struct ParserOf {
    typename Format::TableParser parser;
  };
  ForEachFormat<ParserOf> parsers_;
};

}  // namespace footfall
