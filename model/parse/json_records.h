#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "model/input/chunk.h"
#include "model/parse/field.h"
#include "model/parse/json_nesting.h"
#include "model/parse/json_scanner.h"
#include "model/report/read_over.h"

namespace footfall {

/// Hands the records of a text to a sink, wherever in it they stand: each `{...}` is one, and what
/// else stands there is a malformed row. `parser`: JsonRowParser, or one with the same functions.
template <class Parser, class Sink>
class JsonRecords {
 public:
  JsonRecords(Parser& parser, std::size_t record_limit, bool utf8, Sink& sink)
      : parser_(parser), record_limit_(record_limit), utf8_(utf8), sink_(sink) {}

  /// `text`, the form that json_scanner.h takes, is as_json_line() of the bytes `written`, which
  /// stand in the chunk at `place`.
  void read(std::string_view text, std::string_view written, RecordPlace place) {
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const std::size_t first = place.offset;
    std::size_t counted = 0;  // bytes whose line ends are in place.line
    for (const char* p = begin;;) {
      const char* const behind = p;
      p = skip_between_records(p, end);
      if (has_marks({behind, p})) [[unlikely]]
        tell_read_over(sink_, ReadOver::marks);
      if (p == end) return;
      const std::size_t at = static_cast<std::size_t>(p - begin);
      // The end of an array.
      if (*p == ']' || *p == '}') {
        ++p;
        continue;
      }
      const char* stop = *p == '{' ? parser_.parse(p) : nullptr;
      const bool good = stop != nullptr;
      // As the cutter finds it, in the bytes themselves.
      if (!good) stop = p + extent_of(written.substr(at));
      place.line +=
          static_cast<std::size_t>(std::count(written.data() + counted, written.data() + at, '\n'));
      counted = at;
      place.offset = first + at;
      place.record = written.substr(at, static_cast<std::size_t>(stop - p));
      if (place.record.size() > record_limit_) {
        place.record = place.record.substr(0, record_limit_);
        sink_.reject(RejectReason::record_too_long, place);
      } else if (!good || (!utf8_ && !json::valid_utf8(place.record))) {
        sink_.reject(RejectReason::malformed_row, place);
      } else {
        sink_.row(parser_.fields(), place);
      }
      p = stop;
    }
  }

 private:
  static bool has_marks(std::string_view between) {
    return between.find_first_of(std::string_view("\0\xEF", 2)) != std::string_view::npos;
  }
  static std::size_t extent_of(std::string_view written) {
    const char* p = written.data();
    const char* const end = p + written.size();
    if (*p == '{' || *p == '[') {
      const std::size_t size = json_extent(written);
      return size == std::string_view::npos ? written.size() : size;
    }
    return static_cast<std::size_t>(JsonStray().scan(p, end) - p);
  }

  Parser& parser_;
  std::size_t record_limit_;
  bool utf8_;
  Sink& sink_;
};

/// The records of a chunk cut by JsonCutter, as parse_ndjson() gives those of lines.
template <RecordSink Sink, class Layout, class Scratch>
std::size_t parse_json_records(const Chunk& chunk, const Layout& layout, Scratch& scratch,
                               Sink& sink) {
  scratch.parser.begin(layout.keys);
  std::string& text = scratch.tail;
  // Line ends become blanks of another kind: the parser takes no line end but the last.
  text.resize(chunk.bytes.size());
  std::ranges::transform(chunk.bytes, text.begin(), [](char c) { return c == '\n' ? '\r' : c; });
  text += '\n';
  text.append(kChunkPadding, '\0');
  JsonRecords records(scratch.parser, layout.record_limit, json::valid_utf8(chunk.bytes), sink);
  records.read(std::string_view(text).substr(0, chunk.bytes.size()), chunk.bytes, {});
  const std::size_t line_ends =
      static_cast<std::size_t>(std::count(chunk.bytes.begin(), chunk.bytes.end(), '\n'));
  return line_ends + (chunk.at_end && !chunk.bytes.ends_with('\n') ? 1 : 0);
}

}  // namespace footfall
