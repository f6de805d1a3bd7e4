#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

#include "model/input/chunk.h"
#include "model/parse/field.h"

namespace footfall {

/// Calls take(line, place, ended) for each line of a chunk that is not blank: its bytes without
/// line end, and whether it has one. LF ends a line, one CR before it is dropped, and behind lines
/// in CR LF a last CR alone. Returns the number of line ends, as a parser does.
template <class Take>
std::size_t each_log_line(const Chunk& chunk, Take&& take) {
  const char* const begin = chunk.bytes.data();
  const char* const end = begin + chunk.bytes.size();
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
    if (line.find_first_not_of(" \t") != std::string_view::npos) take(place, found != nullptr);
  }
  return count;
}

}  // namespace footfall
