#include "model/sql/event_rows.h"

#include "model/parse/ndjson_parser.h"
#include "model/sql/log_columns.h"
#include "model/sql/row_text.h"

namespace footfall {
namespace {

// Access-log lines as rows with the columns of a table.
struct LogSink {
  EventRows& rows;
  LogColumns columns;
  void row(const Field* fields, const RecordPlace& place) {
    rows.row(columns.read(fields, place.record).data(), place);
  }
  void reject(RejectReason reason, const RecordPlace& place) { rows.reject(reason, place); }
};

}  // namespace

EventRows::EventRows(EventFile& file, std::vector<RowColumn> columns, SqlEngine engine,
                     std::uint32_t input)
    : file_(file),
      columns_(std::move(columns)),
      postgres_(engine == SqlEngine::postgresql),
      input_(input),
      line_(1 + file.layout().header_lines) {
  for (const RowColumn& column : columns_)
    members_.keys.columns.push_back({column.event.name, column.event.json});
  members_.record_limit = file.layout().dialect.record_limit;
}

Result<bool> EventRows::next(std::size_t chunk_bytes, std::string& rows) {
  rejects_.clear();
  ChunkPiece piece;
  const Result<bool> more = file_.next(chunk_bytes, buffer_, piece);
  if (!more || !*more) return more;
  rows_ = &rows;
  chunk_offset_ = piece.chunk.offset;
  plain_ =
      piece.chunk.bytes.find('\0') == std::string_view::npos && json::valid_utf8(piece.chunk.bytes);
  const std::uint64_t first_line = line_;
  if (piece.overlong) {
    reject(RejectReason::record_too_long, {0, 0, piece.chunk.bytes});
    line_ = first_line + piece.overlong_lines;
  } else {
    const std::size_t lines = parse(piece);
    line_ = first_line + lines;
  }
  if (fault_) return *fault_;
  return true;
}

std::size_t EventRows::parse(const ChunkPiece& piece) {
  const InputLayout& layout = file_.layout();
  if (layout.format == InputFormat::csv)
    return parse_csv(piece.chunk, file_.csv(), csv_scratch_, *this);
  if (layout.format == InputFormat::ndjson)
    return parse_ndjson(piece.chunk, members_, member_scratch_, *this);
  LogSink sink{*this, {}};
  AccessLogScratch scratch;
  return parse_access_log(piece.chunk, {layout.dialect.record_limit}, scratch, sink);
}

std::optional<RejectReason> EventRows::fault_of(const Field& field, const RowColumn& column) {
  if (field.kind == FieldKind::wrong_type && column.event.scalar) return RejectReason::wrong_type;
  if (!postgres_) return std::nullopt;
  if (field.kind == FieldKind::wrong_type)
    return column.jsonb && unfit_for_jsonb(field.text) ? std::optional(RejectReason::out_of_range)
                                                       : std::nullopt;
  // Escapes of JSON can make a NUL where the chunk has none.
  const bool escapes = file_.layout().format == InputFormat::ndjson;
  if ((!plain_ || escapes) && field.text.find('\0') != std::string_view::npos)
    return RejectReason::malformed_row;
  if (!plain_ && !json::valid_utf8(field.text)) return RejectReason::malformed_row;
  return std::nullopt;
}

void EventRows::row(const Field* fields, const RecordPlace& place) {
  const std::string& unknown = member_scratch_.parser.unknown_key();
  if (!unknown.empty() && !file_.chosen()) {
    fault_ = Error{ErrorKind::unsupported, "line " + std::to_string(line_ + place.line),
                   "its key " + unknown + ", which the lines before did not show,",
                   "a file in place of a pipe, or --columns A,B,... to name all keys to load"};
    return;
  }
  const std::size_t begin = rows_->size();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Field& field = fields[i];
    if (i > 0) *rows_ += '\t';
    if (field.kind == FieldKind::missing) {
      if (columns_[i].nullable) *rows_ += kNullText;
      continue;
    }
    if (const auto fault = fault_of(field, columns_[i])) {
      rows_->resize(begin);
      note(*fault, place, columns_[i].event.name);
      return;
    }
    append_row_value(*rows_, field.text);
  }
  *rows_ += '\n';
  ++counts_.counted;
}

void EventRows::note(RejectReason reason, const RecordPlace& place, const std::string& column) {
  ++counts_.rejected_by_reason[static_cast<std::size_t>(reason)];
  rejects_.push_back({input_, line_ + place.line, chunk_offset_ + place.offset, reason, column,
                      std::string(place.record.substr(0, kExcerptBytes))});
}

}  // namespace footfall
