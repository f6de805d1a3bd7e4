#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/error.h"
#include "model/input/byte_source.h"
#include "model/input/chunk.h"
#include "model/input/record_cutter.h"

namespace footfall {

/// The memory a chunk lives in; reused from chunk to chunk.
class ChunkBuffer {
 public:
  /// Where its text begins.
  [[nodiscard]] char* data() { return bytes_.get() + begin_; }
  /// Forgets the text and makes room for one of `capacity` bytes, the padding behind it and
  /// something in front.
  void clear(std::size_t capacity);
  /// Makes room for a text of `capacity` bytes and the padding, keeping the first `used`.
  void reserve(std::size_t capacity, std::size_t used);
  /// Puts `front` before the `used` bytes of text.
  void prepend(std::string_view front, std::size_t used);

 private:
  // More than the rest of a usual record, so that what was read stays where it is.
  static constexpr std::size_t kFrontRoom = std::size_t{16} << 10;

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;   // of bytes_, without the padding
  std::size_t begin_ = 0;  // of the text
};

/// A chunk, or in place of it one record over the limit, of which only the front was kept, or a
/// stretch without records, of which only the lines count.
struct ChunkPiece {
  Chunk chunk;
  bool overlong = false;
  bool between = false;
  std::uint64_t skipped_lines = 0;  ///< line ends in what is not handed out as a chunk
};

/// Reads one input from front to back and cuts it into chunks at record ends. Not thread-safe:
/// callers take turns. Of a source that may grow it hands out what certainly ends, says that this
/// is the end, and goes on when it is asked again.
class ChunkReader {
 public:
  explicit ChunkReader(ByteSourcePtr source) : source_(std::move(source)) {}

  /// The first bytes of what is not yet read: at least `bytes` of them unless the input ends
  /// before.
  [[nodiscard]] Result<std::string_view> peek(std::size_t bytes);
  /// Drops bytes seen by peek(): a byte-order mark, a header.
  void skip(std::size_t bytes);

  /// Fills `buffer` with the next chunk of about `chunk_bytes` bytes; false at the end. `read`:
  /// what set_aside() gave in this one's turn, read into a cleared `buffer` with room for as much.
  [[nodiscard]] Result<bool> next(RecordCutter& cutter, std::size_t chunk_bytes,
                                  ChunkBuffer& buffer, ChunkPiece& piece,
                                  ReadStretch* read = nullptr);
  /// Sets aside what the next turn reads, where that can be done out of turn
  /// (ByteSource::set_aside): callers read it as they like, and call next() in the order in which
  /// they were given it, unless ReadStretch::others_void says that it is no longer theirs.
  [[nodiscard]] std::optional<Stretch> set_aside(std::size_t chunk_bytes);

  /// Decoded bytes handed out or skipped.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  [[nodiscard]] const ByteSource& source() const { return *source_; }

 private:
  [[nodiscard]] Result<std::size_t> fill(char* out, std::size_t bytes);
  /// A record over the limit, of which `taken` bytes are dropped; `before` is the last of them.
  struct Overlong {
    std::string front;  // its first bytes, where it has to wait for others
    std::uint64_t taken = 0;
    std::uint64_t line_ends = 0;
    char before = 0;
  };
  [[nodiscard]] Result<bool> skip_overlong(RecordCutter& cutter, std::size_t chunk_bytes,
                                           std::size_t size, ChunkBuffer& buffer,
                                           ChunkPiece& piece);
  [[nodiscard]] Result<bool> drop_overlong(RecordCutter& cutter, std::size_t chunk_bytes,
                                           std::string_view rest, Overlong& record,
                                           ChunkPiece& piece);

  ByteSourcePtr source_;
  std::string carry_;  // the beginning of a record whose end was not in the last chunk
  std::string head_;   // bytes peeked at
  std::size_t head_used_ = 0;
  bool source_ended_ = false;
  std::optional<Overlong> overlong_;  // whose end has not come yet
  ReadStretch* read_ = nullptr;       // of the turn, as long as nothing behind it is read
  bool after_crlf_ = false;           // what was handed out or skipped last ends in CR LF
  std::uint64_t offset_ = 0;
};

}  // namespace footfall
