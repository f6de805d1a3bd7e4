#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "model/input/chunk.h"
#include "model/parse/access_log_line.h"
#include "model/parse/field.h"

namespace footfall {

struct AccessLogLayout {
  std::size_t record_limit =
      std::size_t{16} * 1024 * 1024;  ///< bytes of a line without its line end
};

struct AccessLogScratch {};  ///< fields are views into the chunk

/// Common and Combined access logs, as field.h describes; a row has kLogFields fields. LF ends a
/// line, one CR before it is dropped, and behind lines in CR LF a last CR alone; bytes are taken as
/// they are. A line over the limit is "record too long", one that read_access_log_line() refuses a
/// malformed row.
template <RecordSink Sink>
std::size_t parse_access_log(const Chunk& chunk, const AccessLogLayout& layout, AccessLogScratch&,
                             Sink& sink) {
  const char* const begin = chunk.bytes.data();
  const char* const end = begin + chunk.bytes.size();
  std::array<Field, kLogFields> fields;
  std::size_t count = 0;
  for (const char* p = begin; p < end; ++count) {
    const void* const found = std::memchr(p, '\n', static_cast<std::size_t>(end - p));
    const char* const stop = found == nullptr ? end : static_cast<const char*>(found);
    std::string_view line(p, static_cast<std::size_t>(stop - p));
    if (line.ends_with('\r') &&
        (found != nullptr || ends_in_half_line_end(chunk, static_cast<std::size_t>(p - begin))))
      line.remove_suffix(1);
    const RecordPlace place{static_cast<std::size_t>(p - begin), count, line};
    p = found == nullptr ? end : stop + 1;
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    if (line.size() > layout.record_limit) {
      sink.reject(RejectReason::record_too_long,
                  {place.offset, place.line, line.substr(0, layout.record_limit)});
    } else if (!read_access_log_line(line, fields)) {
      sink.reject(RejectReason::malformed_row, place);
    } else {
      sink.row(fields.data(), place);
    }
  }
  return count;
}

}  // namespace footfall
