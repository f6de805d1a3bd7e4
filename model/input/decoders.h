#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/error.h"
#include "model/input/byte_source.h"

// Byte sources over another source. Each reads its source in pieces of a fixed size, whatever the
// length of the input, and reports the source's position and length. `path` is named in errors.
namespace footfall {

/// A source whose first bytes were looked at; read() gives them again.
class PeekedSource final : public ByteSource {
 public:
  explicit PeekedSource(ByteSourcePtr source) : source_(std::move(source)) {}

  /// The first `bytes` bytes, fewer only where the input is shorter, or cannot be read further:
  /// read() tells of that behind them. To be called before read().
  [[nodiscard]] Result<std::string_view> peek(std::size_t bytes);

  [[nodiscard]] Result<std::size_t> read(char* buffer, std::size_t capacity) override;
  [[nodiscard]] Status check_unchanged() const override { return source_->check_unchanged(); }
  [[nodiscard]] std::uint64_t position() const override { return source_->position(); }
  [[nodiscard]] std::optional<std::uint64_t> length() const override { return source_->length(); }

 private:
  ByteSourcePtr source_;
  std::string head_;
  std::size_t used_ = 0;  // of head_
  std::optional<Error> fault_;
};

enum class Compression : std::uint8_t { none, gzip, zstd };

/// What the first bytes of a file say. bzip2, xz and zip are recognized only to be told by name.
struct SniffedCompression {
  Compression compression = Compression::none;
  std::string_view unsupported;  ///< in words; empty where there is none
};
inline constexpr std::size_t kCompressionBytes = 10;
[[nodiscard]] SniffedCompression sniff_compression(std::string_view first_bytes);

/// Unpacks gzip (RFC 1952): any number of members, and zero bytes as padding behind the last.
/// Anything else behind it, damage, and an end before the checksum are
/// ErrorKind::damaged_compression.
[[nodiscard]] ByteSourcePtr gunzip(ByteSourcePtr source, const std::string& path);

/// Unpacks zstd (RFC 8878): any number of frames, skippable ones among them; errors as in gunzip(),
/// and ErrorKind::large_window for a window over 128 MiB.
[[nodiscard]] ByteSourcePtr unpack_zstd(ByteSourcePtr source, const std::string& path);

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
