#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace footfall {

/// Readable bytes behind the end of every chunk, so that parsers may load whole vectors.
inline constexpr std::size_t kChunkPadding = 64;

/// A piece of one input, cut at record ends: it begins with a record's first byte and ends behind a
/// record's line end, or at the end of the input.
struct Chunk {
  std::string_view bytes;     ///< kChunkPadding readable bytes follow
  std::size_t following = 0;  ///< bytes of the input behind `bytes` that may be looked at
  std::uint32_t input = 0;    ///< index of the input
  std::uint64_t index = 0;    ///< 0, 1, 2, ... over all inputs
  std::uint64_t offset = 0;   ///< of the first byte in the decoded input
  bool at_end = false;        ///< the input ends with this chunk
  bool after_crlf = false;    ///< the record in front of it, or the header, ends in CR LF
};

/// True where a last line without line feed, which begins at `start`, ends in a CR that is half of
/// a line end: the line in front of it ends in CR LF.
[[nodiscard]] inline bool ends_in_half_line_end(const Chunk& chunk, std::size_t start) {
  if (!chunk.bytes.ends_with('\r') || start >= chunk.bytes.size()) return false;
  return start == 0 ? chunk.after_crlf : chunk.bytes.substr(0, start).ends_with("\r\n");
}

}  // namespace footfall
