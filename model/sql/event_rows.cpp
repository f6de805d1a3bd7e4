#include "model/sql/event_rows.h"

#include <algorithm>

#include "model/parse/json_scanner.h"
#include "model/parse/table_lines.h"
#include "model/sql/row_text.h"
#include "model/sql/sql_dialect.h"

namespace footfall {
namespace {

std::vector<EventColumn> all_columns(const EventFile& file) {
  std::vector<EventColumn> all = file.columns();
  all.insert(all.end(), file.sources().begin(), file.sources().end());
  return all;
}

}  // namespace

EventRows::EventRows(EventFile& file, std::vector<RowColumn> columns, SqlEngine engine,
                     std::uint32_t input, const TimeZone& source_zone)
    : file_(file),
      columns_(std::move(columns)),
      postgres_(dialect_of(engine).checks_values()),
      escapes_(format_row(file.layout().format).json_values),
      input_(input),
      canonical_(file.layout(), all_columns(file), source_zone),
      fields_(columns_.size() + file.sources().size()),
      line_(1 + file.layout().header_lines) {
  std::vector<EventColumn> events;
  for (const RowColumn& column : columns_) events.push_back(column.event);
  events.insert(events.end(), file.sources().begin(), file.sources().end());
  visit_format(file.layout().format, [&]<class Format>(std::type_identity<Format>) {
    std::get<ParserOf<Format>>(parsers_).parser.follow(file.layout(), events);
  });
}

Result<bool> EventRows::next(std::size_t chunk_bytes, std::string& rows) {
  rejects_.clear();
  ChunkPiece piece;
  const Result<bool> more = file_.input().next(chunk_bytes, buffer_, piece);
  if (!more) return more;
  if (!*more) return end_of_file();
  rows_ = &rows;
  chunk_offset_ = piece.chunk.offset;
  plain_ =
      piece.chunk.bytes.find('\0') == std::string_view::npos && json::valid_utf8(piece.chunk.bytes);
  canonical_.begin_chunk(piece.chunk);
  const std::uint64_t first_line = line_;
  if (piece.overlong || piece.between) {
    if (piece.overlong) reject(RejectReason::record_too_long, {0, 0, piece.chunk.bytes});
    line_ = first_line + piece.skipped_lines;
  } else {
    const std::size_t lines = parse(piece);
    line_ = first_line + lines;
  }
  if (fault_) return *fault_;
  return true;
}

// The first file must have what was asked for by name: it may be misspelled.
Result<bool> EventRows::end_of_file() const {
  const std::uint64_t malformed =
      counts_.rejected_by_reason[static_cast<std::size_t>(RejectReason::malformed_row)];
  const std::string key = input_ == 0 && counts_.read() > malformed ? canonical_.unseen_key() : "";
  if (key.empty()) return false;
  return Error{
      ErrorKind::missing_key, {}, listed(file_.layout().header).substr(0, kShownHeader), key};
}

std::size_t EventRows::parse(const ChunkPiece& piece) {
  std::size_t lines = 0;
  visit_format(file_.layout().format, [&]<class Format>(std::type_identity<Format>) {
    lines = std::get<ParserOf<Format>>(parsers_).parser.parse(piece.chunk, *this);
  });
  return lines;
}

std::optional<RejectReason> EventRows::fault_of(const Field& field, const RowColumn& column) {
  // Only what a text was to be read as makes it one of a wrong type.
  if (field.kind == FieldKind::wrong_type && (column.event.scalar || !escapes_))
    return RejectReason::wrong_type;
  if (!postgres_) return std::nullopt;
  if (field.kind == FieldKind::wrong_type)
    return column.jsonb && unfit_for_jsonb(field.text) ? std::optional(RejectReason::out_of_range)
                                                       : std::nullopt;
  // Escapes of JSON can make a NUL where the chunk has none.
  if ((!plain_ || escapes_) && field.text.find('\0') != std::string_view::npos)
    return RejectReason::malformed_row;
  if (!plain_ && !json::valid_utf8(field.text)) return RejectReason::malformed_row;
  return std::nullopt;
}

bool EventRows::refuses(const std::string& key, const RecordPlace& place) {
  if (file_.chosen()) return false;
  fault_ = Error{ErrorKind::unsupported, "line " + std::to_string(line_ + place.line),
                 "its key " + key + ", which the lines before did not show,",
                 "a file in place of a pipe, or --columns A,B,... to name all keys to load"};
  return true;
}

bool EventRows::is_left_out(std::string_view record) const {
  return file_.layout().width > 0 && footfall::is_left_out(record, file_.layout());
}

void EventRows::reject(RejectReason reason, const RecordPlace& place) {
  if (is_left_out(place.record))
    ++counts_.lines_left_out;
  else
    note(reason, place, {});
}

// Another reading than the one that was guessed.
void EventRows::contradict(const RecordPlace& place) {
  const CanonicalValues::Contradiction& found = *canonical_.contradiction();
  const std::string_view role = roles_of(found.type)[found.role].name;
  const GuessOptions options = guess_options(file_.layout().forms[found.type], found.type, role);
  fault_ = Error{ErrorKind::contradicted_guess, {}, found.value, options.against};
  fault_->column = role;
  fault_->line = line_ + place.line;
  fault_->other = options.with;
}

void EventRows::row(const Field* fields, const RecordPlace& place) {
  if (repeats_header(place.record, file_.layout())) {
    ++counts_.filtered_by_reason[FilterReason::repeated_header];
    return;
  }
  const auto is_blank = [](const Field& field) {
    return field.kind != FieldKind::wrong_type && trim_blanks(field.text).empty();
  };
  const bool blank = std::all_of(fields, fields + fields_.size(), is_blank);
  if ((blank || begins_as_comment(place.record)) && is_left_out(place.record)) {
    ++counts_.lines_left_out;
    return;
  }
  fields_.assign(fields, fields + fields_.size());
  canonical_.rewrite(fields_, place);
  if (canonical_.contradiction() && !fault_) contradict(place);
  const std::size_t begin = rows_->size();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Field& field = fields_[i];
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
  rejects_.push_back({input_,
                      line_ + place.line,
                      chunk_offset_ + place.offset,
                      reason,
                      column,
                      std::string(place.record.substr(0, kExcerptBytes)),
                      {}});
}

static_assert(RecordSink<EventRows>);

}  // namespace footfall
