#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "model/input/chunk.h"
#include "model/parse/field.h"
#include "model/parse/json_records.h"
#include "model/parse/json_row.h"

namespace footfall {

/// Which keys feed which roles.
struct NdjsonLayout {
  JsonLayout keys;  ///< one path per role, in the order of roles
  std::size_t record_limit =
      std::size_t{16} * 1024 * 1024;  ///< bytes of a line without its line end
};

/// Working memory of one thread; usable with any layout, nothing of it outlives a chunk.
struct NdjsonScratch {
  JsonRowParser parser;
  std::string tail;  ///< a last line without line end, with one
};

/// Calls for the lines of one chunk; see parse_ndjson().
template <class Sink, class Layout = NdjsonLayout, class Parser = JsonRowParser>
class NdjsonLines {
 public:
  NdjsonLines(const Layout& layout, Parser& parser, bool utf8, Sink& sink)
      : layout_(layout), parser_(parser), utf8_(utf8), sink_(sink) {}

  /// Handles the line that begins at `text` and returns its line feed, which stands before `limit`.
  /// `place.record` begins where the line stands in the chunk; gets its length. `ended`: the line
  /// feed is the input's own, a CR before it belongs to it.
  const char* line(const char* text, const char* limit, RecordPlace& place, bool ended) {
    const char* const begin = json::skip_blanks(text);
    const char* stop = *begin == '{' ? parser_.parse(begin) : nullptr;
    if (stop != nullptr) stop = json::skip_blanks(stop);
    bool good = stop != nullptr && *stop == '\n';
    if (!good) [[unlikely]] {
      // A comma behind the object.
      if (stop != nullptr && *stop == ',') stop = json::skip_blanks(stop + 1);
      good = stop != nullptr && *stop == '\n';
      if (good)
        tell_read_over(sink_, ReadOver::commas);
      else
        stop = static_cast<const char*>(
            std::memchr(text, '\n', static_cast<std::size_t>(limit - text)));
    }
    const char* const end = ended && stop > text && stop[-1] == '\r' ? stop - 1 : stop;
    const std::size_t length = static_cast<std::size_t>(end - text);
    place.record = {place.record.data(), length};
    if (!good &&
        (place.record.find_first_not_of(" \t") == std::string_view::npos || read_over(text, place)))
      return stop;
    if (length > layout_.record_limit) {
      place.record = place.record.substr(0, layout_.record_limit);
      sink_.reject(RejectReason::record_too_long, place);
    } else if (!good || (!utf8_ && !json::valid_utf8(place.record))) {
      sink_.reject(RejectReason::malformed_row, place);
    } else {
      sink_.row(parser_.fields(), place);
    }
    return stop;
  }

 private:
  // A line with something that is read over, or with joined objects: hands its records on.
  bool read_over(const char* text, RecordPlace place) {
    const std::string_view line(text, place.record.size());
    if (line.size() > layout_.record_limit) return false;
    const char* const end = text + line.size();
    std::size_t objects = 0;
    bool commas = false;
    for (const char* p = text;;) {
      const char* const behind = p;
      p = skip_between_records(p, end);
      const bool comma = std::find(behind, p, ',') != p;
      if (objects == 0 && comma) return false;
      commas |= comma;
      if (p == end) break;
      if (*p != '{') return false;
      const std::size_t size = json_extent({p, static_cast<std::size_t>(end - p)});
      if (size == std::string_view::npos) return false;
      p += size;
      ++objects;
    }
    if (objects == 0) {  // blanks alone are left to the rules of lines
      const bool marks =
          line.find_first_of(std::string_view("\0\xEF", 2)) != std::string_view::npos;
      if (marks) tell_read_over(sink_, ReadOver::marks);
      return marks;
    }
    // One object, with a comma behind it or without, is what the parser has turned down.
    constexpr std::string_view kBlanks = " \t\r";
    std::size_t last = line.find_last_not_of(kBlanks);
    if (line[last] == ',') last = line.find_last_not_of(kBlanks, last - 1);
    if (objects == 1 && line[line.find_first_not_of(kBlanks)] == '{' && line[last] == '}')
      return false;
    if (commas) tell_read_over(sink_, ReadOver::commas);
    if (objects > 1) tell_read_over(sink_, ReadOver::joined);
    // The parser stops at the line's end, which stands behind.
    JsonRecords records(parser_, layout_.record_limit, utf8_, sink_);
    records.read(line, place.record, place);
    return true;
  }

  const Layout& layout_;
  Parser& parser_;
  bool utf8_;
  Sink& sink_;
};

/// One RFC 8259 object per line, as field.h describes. The whole line is checked, ignored keys too:
/// anything else, invalid UTF-8, a lone surrogate escape or nesting over 256 is a malformed row. Of
/// a key that occurs twice the last value counts, nothing of the earlier one. A line over the limit
/// is "record too long". A comma behind the object, NUL bytes and byte-order marks around it are
/// read over; where objects are joined in a line, each is a record. A path step that is null gives
/// missing, any other that is no object wrong_type. Other layouts and scratches bring a row parser
/// of their own, with the same three functions as JsonRowParser.
template <RecordSink Sink, class Layout, class Scratch>
std::size_t parse_ndjson(const Chunk& chunk, const Layout& layout, Scratch& scratch, Sink& sink) {
  scratch.parser.begin(layout.keys);
  NdjsonLines lines(layout, scratch.parser, json::valid_utf8(chunk.bytes), sink);
  const char* const begin = chunk.bytes.data();
  // Up to its last line feed the chunk is read in place: that byte stops every scan.
  const std::size_t last = chunk.bytes.rfind('\n');
  const char* const tail = begin + (last == std::string_view::npos ? 0 : last + 1);
  // One for all lines: a place handed over by value is copied as a whole right after its parts are
  // written, and waits for them to leave the processor's store buffer.
  RecordPlace place;
  const auto set_place = [&](const char* p) {
    place.offset = static_cast<std::size_t>(p - begin);
    place.record = {p, 0};
  };
  for (const char* p = begin; p < tail; ++place.line) {
    set_place(p);
    p = lines.line(p, tail, place, true) + 1;
  }
  const std::size_t rest = static_cast<std::size_t>(begin + chunk.bytes.size() - tail);
  if (rest == 0) return place.line;
  scratch.tail.assign(tail, rest);
  scratch.tail += '\n';
  scratch.tail.append(kChunkPadding, '\0');
  const char* const text = scratch.tail.data();
  set_place(tail);
  lines.line(text, text + rest + 1, place, ends_in_half_line_end(chunk, place.offset));
  return place.line + 1;
}

}  // namespace footfall
