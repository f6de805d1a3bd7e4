#include <utility>

#include "model/input/decoders.h"

namespace footfall {
namespace {

class CarriageReturnLines final : public ByteSource {
 public:
  CarriageReturnLines(ByteSourcePtr source, char quote)
      : source_(std::move(source)), quote_(quote) {}

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    Result<std::size_t> size = source_->read(buffer, capacity);
    if (!size) return size;
    for (std::size_t i = 0; i < *size; ++i) {
      if (buffer[i] == quote_) quoted_ = !quoted_;
      if (buffer[i] == '\r' && !quoted_) buffer[i] = '\n';
    }
    return size;
  }
  Status check_unchanged() const override { return source_->check_unchanged(); }
  bool may_grow() const override { return source_->may_grow(); }
  std::uint64_t position() const override { return source_->position(); }
  std::optional<std::uint64_t> length() const override { return source_->length(); }

 private:
  ByteSourcePtr source_;
  char quote_;
  bool quoted_ = false;
};

}  // namespace

ByteSourcePtr carriage_returns_to_line_feeds(ByteSourcePtr source, char quote) {
  return std::make_unique<CarriageReturnLines>(std::move(source), quote);
}

}  // namespace footfall
