#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "model/input/byte_source.h"

namespace footfall {

/// What the decoders share: a piece of the source that is used up bit by bit, and the loop around
/// one step of decoding.
class DecodingSource : public ByteSource {
 public:
  DecodingSource(ByteSourcePtr source, std::string path)
      : source_(std::move(source)), path_(std::move(path)) {}

  [[nodiscard]] Result<std::size_t> read(char* buffer, std::size_t capacity) final;
  [[nodiscard]] Status check_unchanged() const final { return source_->check_unchanged(); }
  [[nodiscard]] bool may_grow() const final { return source_->may_grow(); }
  [[nodiscard]] std::uint64_t position() const final { return source_->position(); }
  [[nodiscard]] std::optional<std::uint64_t> length() const final { return source_->length(); }

 protected:
  struct Step {
    std::size_t taken = 0;    ///< bytes of the input used
    std::size_t written = 0;  ///< bytes put into the buffer
    bool starved = false;     ///< nothing more can be done without further input
  };
  /// Decodes from the front of `input` into `out`. Must take or write something unless starved.
  [[nodiscard]] virtual Result<Step> step(std::string_view input, char* out,
                                          std::size_t capacity) = 0;
  /// The source has ended and `rest` of it is left: writes what the decoder still holds; an error
  /// where the end comes too early. Called again until it writes nothing.
  [[nodiscard]] virtual Result<std::size_t> finish(std::string_view rest, char* out,
                                                   std::size_t capacity) = 0;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  static constexpr std::size_t kPieceBytes = 128 * 1024;

  [[nodiscard]] Result<std::size_t> decode(char* buffer, std::size_t capacity);
  [[nodiscard]] Result<bool> refill();

  ByteSourcePtr source_;
  std::string path_;
  std::unique_ptr<char[]> piece_;
  std::size_t begin_ = 0;  // of what is not used yet
  std::size_t end_ = 0;
  bool ended_ = false;
  std::uint64_t written_ = 0;  // bytes handed out
};

}  // namespace footfall
