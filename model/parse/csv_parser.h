#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "model/core/scratch_text.h"
#include "model/input/chunk.h"
#include "model/parse/csv_index.h"
#include "model/parse/csv_layout.h"
#include "model/parse/csv_record.h"
#include "model/parse/field.h"

namespace footfall {

/// Memory a thread reuses from chunk to chunk.
struct CsvScratch {
  CsvIndex index;
  ScratchText text;
  std::vector<CsvSpan> spans;
};

namespace csv_detail {

/// The text of a field with quotes in it.
inline std::string_view unescape(std::string_view raw, const CsvDialect& dialect,
                                 ScratchText& scratch) {
  char* const begin = scratch.allocate(raw.size());
  char* const end = unescape_quotes(raw, dialect, begin);
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// Sinks may want to know of what is no record.
template <class Sink>
void leave_out(Sink& sink, const RecordPlace& place) {
  if constexpr (requires { sink.left_out(place); }) sink.left_out(place);
}

inline std::size_t count_line_ends(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Sinks may name a reader of plain rows: PlainRows(layout) with usable() and read().
template <bool kQuoted, class Sink>
inline constexpr bool kHasPlainRows = !kQuoted && requires {
  typename Sink::PlainRows;
};
struct NoPlainRows {};
template <bool kQuoted, class Sink>
auto plain_rows(const CsvLayout& layout) {
  if constexpr (kHasPlainRows<kQuoted, Sink>)
    return typename Sink::PlainRows(layout);
  else
    return NoPlainRows{};
}
inline constexpr std::size_t kLongestPause = 64;

/// One field per role, or per column of the layout where the sink does not know their number.
template <class Sink>
auto field_store(const CsvLayout& layout) {
  if constexpr (requires { Sink::kRoles; })
    return std::array<Field, Sink::kRoles>();
  else
    return std::vector<Field>(layout.columns.size());
}

/// Their columns.
template <class Sink>
auto column_store(const CsvLayout& layout) {
  if constexpr (requires { Sink::kRoles; }) {
    std::array<std::size_t, Sink::kRoles> columns;
    std::copy_n(layout.columns.begin(), Sink::kRoles, columns.begin());
    return columns;
  } else {
    return layout.columns;
  }
}

/// Rows of a regular chunk, straight from the index.
template <bool kQuoted, class Sink>
std::size_t parse_indexed(const Chunk& chunk, const CsvLayout& layout, CsvScratch& scratch,
                          Sink& sink) {
  const std::string_view text = chunk.bytes;
  const CsvIndex& index = scratch.index;
  const std::uint32_t* const separators = index.separators();
  // Local and, where the sink knows their number, of fixed size, so that fields stay in registers
  // on their way to the reader.
  auto fields = field_store<Sink>(layout);
  auto columns = column_store<Sink>(layout);
  const std::size_t roles = fields.size();

  std::size_t start = 0;
  std::size_t first = 0;
  std::size_t physical_line = 0;
  const bool open_end = index.last_line_end() != text.size();
  const std::size_t lines = index.lines() + (open_end ? 1 : 0);
  const bool half_end = open_end && ends_in_half_line_end(chunk, index.last_line_end());
  auto plain = plain_rows<kQuoted, Sink>(layout);
  std::size_t pause = 0;  // rows until the fast lane is tried again
  std::size_t next_pause = 0;
  for (std::size_t line = 0; line < lines; ++line) {
    if constexpr (kHasPlainRows<kQuoted, Sink>) {
      if (pause > 0) {
        --pause;
      } else if (plain.usable()) {
        const std::size_t taken =
            plain.read(text, index, first, [&](const auto& row) { sink.typed_row(row); });
        pause = taken > 0 ? 0 : next_pause;
        next_pause = taken > 0 ? 0 : std::min(2 * next_pause + 1, kLongestPause);
        line += taken;
        first += taken * layout.width;
        start = static_cast<std::uint32_t>((separators - 1)[first] + 1);
        if (line == lines) break;
      }
    }
    const bool ended = line < index.lines();
    const std::size_t last =
        ended ? first + index.separators_of_line(first) - 1 : index.separator_count();
    const std::size_t line_end = ended ? separators[last] : text.size();
    const bool carriage_return = line_end > start && text[line_end - 1] == '\r';
    std::size_t content_end = carriage_return && (ended || half_end) ? line_end - 1 : line_end;
    if (carriage_return && ended && content_end > start && text[content_end - 1] == '\r')
        [[unlikely]]
      --content_end;
    const std::size_t count = last - first + 1;
    // Made where it stays: copied as a whole right after its halves are written, it would wait for
    // them to leave the processor's store buffer.
    const RecordPlace place{
        start, kQuoted ? physical_line : line, {text.data() + start, content_end - start}};
    const std::string_view& record = place.record;

    const auto span = [&](std::size_t column) -> std::string_view {
      const std::size_t begin = column == 0 ? start : separators[first + column - 1] + 1;
      const std::size_t end = column + 1 == count ? content_end : separators[first + column];
      if (kQuoted && begin < end && text[begin] == '"')
        return {text.data() + begin + 1, end - begin - 2};
      return {text.data() + begin, end - begin};
    };
    const auto surplus = [&] {
      for (std::size_t column = layout.width; column < count; ++column)
        if (!span(column).empty()) return true;
      return false;
    };

    const bool maybe_blank = record.empty() || record[0] == ' ' || record[0] == '\t';
    if (record.size() > layout.dialect.record_limit) {
      sink.reject(RejectReason::record_too_long,
                  {place.offset, place.line, record.substr(0, layout.dialect.record_limit)});
    } else if (maybe_blank && is_blank_line(record)) {
      leave_out(sink, place);
    } else if (count > layout.width && surplus()) {
      sink.reject(RejectReason::too_many_fields, place);
    } else {
#pragma GCC unroll 8
      for (std::size_t role = 0; role < roles; ++role) {
        const std::size_t column = columns[role];
        if (column >= count) {
          fields[role] = {};
          continue;
        }
        const std::size_t begin = column == 0 ? start : separators[first + column - 1] + 1;
        const std::size_t end = column + 1 == count ? content_end : separators[first + column];
        std::string_view value(text.data() + begin, end - begin);
        if (kQuoted && begin < end && text[begin] == '"') {
          value = value.substr(1, value.size() - 2);
          if (value.find('"') != std::string_view::npos)
            value = unescape(value, layout.dialect, scratch.text);
        }
        fields[role] = {value, FieldKind::text};
      }
      sink.row(fields.data(), place);
    }
    if (kQuoted) physical_line += count_line_ends(text.substr(start, line_end - start)) + 1;
    first = last + 1;
    start = line_end + 1;
  }
  return kQuoted ? physical_line : lines;
}

/// Rows of an irregular chunk, record by record. What is wrong with a record may show only in the
/// text behind the chunk, so the scan looks at that too.
template <class Sink>
std::size_t parse_exact(const Chunk& chunk, const CsvLayout& layout, CsvScratch& scratch,
                        Sink& sink) {
  const std::string_view whole(chunk.bytes.data(), chunk.bytes.size() + chunk.following);
  std::vector<CsvSpan>& spans = scratch.spans;
  auto fields = field_store<Sink>(layout);
  std::size_t line = 0;
  for (std::size_t at = 0; at < chunk.bytes.size();) {
    // A CR that is all of a last line end is no part of the record that reaches it.
    const bool half_end = chunk.at_end && ends_in_half_line_end(chunk, at);
    const std::string_view text = whole.substr(0, whole.size() - (half_end ? 1 : 0));
    CsvRecordScan scan = scan_csv_record(text, at, chunk.at_end, layout.dialect, &spans);
    if (half_end && scan.next == text.size() && (scan.next == at || text.back() != '\n'))
      scan.next = whole.size();
    const RecordPlace place{at, line, text.substr(at, scan.content_end - at)};
    const auto surplus = [&] {
      return std::any_of(spans.begin() + static_cast<std::ptrdiff_t>(layout.width), spans.end(),
                         [](const CsvSpan& field) { return field.begin != field.end; });
    };
    if (scan.status == CsvScan::malformed) {
      sink.reject(RejectReason::malformed_row, place);
    } else if (scan.status == CsvScan::unclosed_quote) {
      sink.reject(RejectReason::unclosed_quote, place);
    } else if (scan.status == CsvScan::too_long) {
      sink.reject(RejectReason::record_too_long, place);
    } else if (is_blank_line(place.record)) {
      leave_out(sink, place);
    } else if (spans.size() > layout.width && surplus()) {
      sink.reject(RejectReason::too_many_fields, place);
    } else {
      for (std::size_t role = 0; role < fields.size(); ++role) {
        const std::size_t column = layout.columns[role];
        if (column >= spans.size()) {
          fields[role] = {};
          continue;
        }
        const CsvSpan span = spans[column];
        std::string_view value = text.substr(span.begin, span.end - span.begin);
        if (span.escaped) value = unescape(value, layout.dialect, scratch.text);
        fields[role] = {value, FieldKind::text};
      }
      sink.row(fields.data(), place);
    }
    const std::string_view taken = chunk.bytes.substr(at, scan.next - at);
    line += count_line_ends(taken) + (taken.back() == '\n' ? 0 : 1);
    at = scan.next;
  }
  return line;
}

}  // namespace csv_detail

/// parse_csv() of a chunk whose index is in the scratch already.
template <class Sink>
std::size_t parse_indexed_csv(const Chunk& chunk, const CsvLayout& layout, CsvScratch& scratch,
                              Sink& sink) {
  scratch.text.reset();
  if (layout.dialect.indexable() && scratch.index.regular() && !scratch.index.ends_in_quotes()) {
    if (scratch.index.quoted())
      return csv_detail::parse_indexed<true>(chunk, layout, scratch, sink);
    return csv_detail::parse_indexed<false>(chunk, layout, scratch, sink);
  }
  return csv_detail::parse_exact(chunk, layout, scratch, sink);
}

/// Parses a chunk of CSV records (the header is not among them); see parse/field.h for the sink,
/// which may have kRoles, the number of roles; without it, rows have one field per column of the
/// layout.
template <RecordSink Sink>
std::size_t parse_csv(const Chunk& chunk, const CsvLayout& layout, CsvScratch& scratch,
                      Sink& sink) {
  if (layout.dialect.indexable()) scratch.index.build(chunk.bytes, layout.dialect, layout.path);
  return parse_indexed_csv(chunk, layout, scratch, sink);
}

}  // namespace footfall
