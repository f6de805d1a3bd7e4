#include "model/input/decoding_source.h"

#include <cstring>

namespace footfall {

Result<std::size_t> DecodingSource::read(char* buffer, std::size_t capacity) {
  Result<std::size_t> got = decode(buffer, capacity);
  if (got) {
    written_ += *got;
    return got;
  }
  // What looks damaged may be half an old and half a new file.
  if (Status same = source_->check_unchanged(); !same) return same.error();
  Error error = got.error();
  if (error.kind == ErrorKind::damaged_compression && error.expected.empty())
    error.expected = std::to_string(written_);
  return error;
}

Result<std::size_t> DecodingSource::decode(char* buffer, std::size_t capacity) {
  if (piece_ == nullptr) piece_ = std::make_unique_for_overwrite<char[]>(kPieceBytes);
  for (;;) {
    if (begin_ == end_ && ended_) return finish({}, buffer, capacity);
    if (begin_ == end_) {
      const Result<bool> filled = refill();
      if (!filled) return filled.error();
      if (!*filled) return std::size_t{0};
      continue;
    }
    Result<Step> done = step({piece_.get() + begin_, end_ - begin_}, buffer, capacity);
    if (!done) return done.error();
    begin_ += done->taken;
    if (done->written > 0) return done->written;
    if (!done->starved) continue;
    if (ended_) return finish({piece_.get() + begin_, end_ - begin_}, buffer, capacity);
    const Result<bool> filled = refill();
    if (!filled) return filled.error();
    if (!*filled) return std::size_t{0};
  }
}

// Appends to what is left of the piece, which no decoder lets grow beyond a few bytes. False where
// there is nothing more as yet.
Result<bool> DecodingSource::refill() {
  std::memmove(piece_.get(), piece_.get() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  Result<std::size_t> got = source_->read(piece_.get() + end_, kPieceBytes - end_);
  if (!got) return got.error();
  ended_ = *got == 0 && !source_->may_grow();
  end_ += *got;
  return *got > 0 || ended_;
}

}  // namespace footfall
