#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/error.h"
#include "model/input/byte_source.h"
#include "model/input/container_kind.h"

// Byte sources over another source. Each reads its source in pieces of a fixed size, whatever the
// length of the input, and reports the source's position and length. `path` is named in errors.
namespace footfall {

/// A source whose first bytes were looked at; read() gives them again.
class PeekedSource final : public ByteSource {
 public:
  explicit PeekedSource(ByteSourcePtr source) : source_(std::move(source)) {}

  /// The first `bytes` bytes, fewer only where the input is shorter, or cannot be read further:
  /// read() tells of that behind them. kChunkPadding readable bytes follow. To be called before
  /// read().
  [[nodiscard]] Result<std::string_view> peek(std::size_t bytes);

  [[nodiscard]] Result<std::size_t> read(char* buffer, std::size_t capacity) override;
  [[nodiscard]] Status check_unchanged() const override { return source_->check_unchanged(); }
  [[nodiscard]] bool may_grow() const override { return source_->may_grow(); }
  [[nodiscard]] std::optional<Stretch> set_aside(std::size_t bytes) override {
    return used_ == size_ && !fault_ ? source_->set_aside(bytes) : std::nullopt;
  }
  void go_on_behind(const ReadStretch& read) override { source_->go_on_behind(read); }
  [[nodiscard]] std::uint64_t position() const override { return source_->position(); }
  [[nodiscard]] std::optional<std::uint64_t> length() const override { return source_->length(); }

 private:
  ByteSourcePtr source_;
  std::unique_ptr<char[]> head_;  // with padding; not filled with zeros first, as a string would be
  std::size_t room_ = 0;
  std::size_t size_ = 0;
  std::size_t used_ = 0;
  std::optional<Error> fault_;
};

// Decoders of packed streams: any number of members or frames, one behind the other. Damage,
// anything else behind the last, and an end before the last checksum are
// ErrorKind::damaged_compression.

/// gzip (RFC 1952), BGZF among it; zero bytes may stand as padding behind the last member.
[[nodiscard]] ByteSourcePtr gunzip(ByteSourcePtr source, const std::string& path);
/// zlib (RFC 1950): one stream.
[[nodiscard]] ByteSourcePtr unpack_zlib(ByteSourcePtr source, const std::string& path);
/// zstd (RFC 8878), skippable frames among it; a window over 128 MiB is ErrorKind::large_window.
[[nodiscard]] ByteSourcePtr unpack_zstd(ByteSourcePtr source, const std::string& path);
[[nodiscard]] ByteSourcePtr unpack_xz(ByteSourcePtr source, const std::string& path);
[[nodiscard]] ByteSourcePtr unpack_bzip2(ByteSourcePtr source, const std::string& path);
[[nodiscard]] ByteSourcePtr unpack_lz4(ByteSourcePtr source, const std::string& path);

/// One of them; archives and plain files are handed back as they are.
[[nodiscard]] ByteSourcePtr unpack(ContainerKind kind, ByteSourcePtr source,
                                   const std::string& path);

/// Encoding named by a byte-order mark of UTF-16 or UTF-32 (which the conversion turns into that of
/// UTF-8); empty where there is none.
inline constexpr std::size_t kByteOrderMarkBytes = 4;
[[nodiscard]] std::string_view encoding_of_mark(std::string_view first_bytes);

/// UTF-16 without a mark, by the zeros of its first characters; empty where it is none.
inline constexpr std::size_t kUtf16Bytes = 256;
[[nodiscard]] std::string_view encoding_of_zeros(std::string_view first_bytes);

/// True for the names of UTF-8, whose bytes are handed on as they are.
[[nodiscard]] bool is_utf8_name(std::string_view encoding);

/// Converts from a character set the C library's iconv knows to UTF-8. An unknown name is
/// ErrorKind::bad_encoding; bytes that are no text in it, a character cut off at the end included,
/// are ErrorKind::binary_input with the offset of the first such byte in the unpacked file.
[[nodiscard]] Result<ByteSourcePtr> convert_to_utf8(ByteSourcePtr source, const std::string& path,
                                                    const std::string& encoding);

/// Lines that end in CR alone end in LF; a CR within quotes stays.
[[nodiscard]] ByteSourcePtr carriage_returns_to_line_feeds(ByteSourcePtr source, char quote);

}  // namespace footfall
