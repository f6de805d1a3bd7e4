#include "model/input/chunk_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace footfall {
namespace {

constexpr std::size_t kLongestLineEnd = 3;  // CR CR LF

std::uint64_t count_line_ends(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

void ChunkBuffer::clear(std::size_t capacity) {
  begin_ = kFrontRoom;
  reserve(capacity, 0);
}

void ChunkBuffer::reserve(std::size_t capacity, std::size_t used) {
  if (begin_ + capacity <= size_) return;
  auto bytes = std::make_unique_for_overwrite<char[]>(begin_ + capacity + kChunkPadding);
  if (used > 0) std::memcpy(bytes.get() + begin_, data(), used);
  bytes_ = std::move(bytes);
  size_ = begin_ + capacity;
}

void ChunkBuffer::prepend(std::string_view front, std::size_t used) {
  if (front.size() <= begin_) {
    begin_ -= front.size();
  } else {
    reserve(front.size() + used, used);
    std::memmove(data() + front.size(), data(), used);
  }
  std::memcpy(data(), front.data(), front.size());
}

Result<std::string_view> ChunkReader::peek(std::size_t bytes) {
  std::size_t size = head_.size();
  while (size - head_used_ < bytes && !source_ended_) {
    head_.resize(head_used_ + bytes);
    Result<std::size_t> got = source_->read(head_.data() + size, head_.size() - size);
    if (!got) return got.error();
    source_ended_ = *got == 0;
    size += *got;
    head_.resize(size);
  }
  return std::string_view(head_).substr(head_used_);
}

void ChunkReader::skip(std::size_t bytes) {
  after_crlf_ = std::string_view(head_).substr(head_used_, bytes).ends_with("\r\n");
  head_used_ += bytes;
  offset_ += bytes;
}

Result<std::size_t> ChunkReader::fill(char* out, std::size_t bytes) {
  std::size_t filled = std::min(bytes, head_.size() - head_used_);
  if (filled > 0) {
    std::memcpy(out, head_.data() + head_used_, filled);
    head_used_ += filled;
    if (head_used_ == head_.size()) {
      head_ = {};
      head_used_ = 0;
    }
  }
  if (filled < bytes && read_ != nullptr) {
    source_->go_on_behind(*read_);
    std::exchange(read_, nullptr)->others_void = true;
  }
  while (filled < bytes && !source_ended_) {
    Result<std::size_t> got = source_->read(out + filled, bytes - filled);
    if (!got) return got;
    source_ended_ = *got == 0;
    filled += *got;
  }
  return filled;
}

std::optional<Stretch> ChunkReader::set_aside(std::size_t chunk_bytes) {
  if (head_used_ < head_.size() || source_ended_ || overlong_) return std::nullopt;
  return source_->set_aside(chunk_bytes);
}

Result<bool> ChunkReader::next(RecordCutter& cutter, std::size_t chunk_bytes, ChunkBuffer& buffer,
                               ChunkPiece& piece, ReadStretch* read) {
  piece = {};
  read_ = read;
  if (overlong_) [[unlikely]] {
    Overlong record = std::move(*overlong_);
    overlong_.reset();
    buffer.clear(record.front.size());
    std::memcpy(buffer.data(), record.front.data(), record.front.size());
    piece.chunk.bytes = {buffer.data(), record.front.size()};
    return drop_overlong(cutter, chunk_bytes, {}, record, piece);
  }
  std::size_t size = 0;
  std::size_t wanted = chunk_bytes;
  if (read == nullptr) {
    buffer.clear(wanted);
  } else {
    if (read->error) return *read->error;
    size = read->got;
    wanted -= std::min(wanted, size);
  }
  std::size_t cut = 0;
  for (;;) {
    buffer.reserve(size + wanted, size);
    Result<std::size_t> got = fill(buffer.data() + size, wanted);
    if (!got) return got.error();
    size += *got;
    if (!carry_.empty()) {
      buffer.prepend(carry_, size);
      size += carry_.size();
      carry_.clear();
    }
    std::memset(buffer.data() + size, 0, kChunkPadding);
    const bool waits = *got < wanted && source_->may_grow();
    const bool ended = *got < wanted && !waits;
    if (waits && size == 0) {
      source_ended_ = false;
      return false;
    }
    const Result<Cut> found = cutter.cut({buffer.data(), size}, offset_, ended);
    if (!found) return found.error();
    if (size == 0) {
      // What was peeked at may be all there is, and was read long ago.
      if (Status same = source_->check_unchanged(); !same) return same.error();
      return false;
    }
    cut = found->end;
    if (cut > 0) {
      piece.chunk.at_end = ended && cut == size;
      piece.between = !found->records;
      break;
    }
    if (size > cutter.record_limit() + kLongestLineEnd)
      return skip_overlong(cutter, chunk_bytes, size, buffer, piece);
    if (waits) {
      carry_.assign(buffer.data(), size);
      source_ended_ = false;
      return false;
    }
    wanted = std::max(chunk_bytes, size);
  }
  carry_.assign(buffer.data() + cut, size - cut);
  piece.chunk.bytes = {buffer.data(), cut};
  piece.chunk.following = size - cut;
  piece.chunk.offset = offset_;
  piece.chunk.after_crlf = std::exchange(after_crlf_, piece.chunk.bytes.ends_with("\r\n"));
  if (piece.between) piece.skipped_lines = count_line_ends(piece.chunk.bytes);
  offset_ += cut;
  return true;
}

// The buffer holds the front of a record over the limit: keeps its first bytes, up to the limit, as
// the piece and drops the rest up to its end.
Result<bool> ChunkReader::skip_overlong(RecordCutter& cutter, std::size_t chunk_bytes,
                                        std::size_t size, ChunkBuffer& buffer, ChunkPiece& piece) {
  const std::size_t limit = cutter.record_limit();
  char* const data = buffer.data();
  piece.chunk.bytes = {data, limit};
  Overlong record{{}, limit, count_line_ends(piece.chunk.bytes), data[limit - 1]};
  cutter.begin_overlong(piece.chunk.bytes);
  return drop_overlong(cutter, chunk_bytes, {data + limit, size - limit}, record, piece);
}

// False where the end has not come yet.
Result<bool> ChunkReader::drop_overlong(RecordCutter& cutter, std::size_t chunk_bytes,
                                        std::string_view rest, Overlong& record,
                                        ChunkPiece& piece) {
  piece.overlong = true;
  piece.chunk.offset = offset_;
  std::string block(std::max(chunk_bytes, std::size_t{4096}) + kChunkPadding, '\0');
  for (;;) {
    const std::size_t end = rest.empty() ? std::string_view::npos : cutter.overlong_end(rest);
    const std::string_view dropped = rest.substr(0, end);
    record.line_ends += count_line_ends(dropped);
    record.taken += dropped.size();
    if (end != std::string_view::npos) {
      after_crlf_ = dropped.ends_with("\r\n") || (dropped == "\n" && record.before == '\r');
      carry_.assign(rest.substr(end));
      break;
    }
    record.before = rest.empty() ? record.before : rest.back();
    Result<std::size_t> got = fill(block.data(), block.size() - kChunkPadding);
    if (!got) return got.error();
    if (*got == 0 && source_->may_grow()) {
      source_ended_ = false;
      record.front = piece.chunk.bytes;
      overlong_ = std::move(record);
      return false;
    }
    if (*got == 0) {
      ++record.line_ends;  // the last line has no end
      piece.chunk.at_end = true;
      break;
    }
    rest = std::string_view(block).substr(0, *got);
  }
  piece.skipped_lines = record.line_ends;
  offset_ += record.taken;
  return true;
}

}  // namespace footfall
