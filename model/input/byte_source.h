#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "model/core/error.h"

namespace footfall {

/// A stream of bytes read once from front to back: a file, a pipe, or a decoder over another
/// source.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Reads up to `capacity` bytes; 0 only at the end.
  [[nodiscard]] virtual Result<std::size_t> read(char* buffer, std::size_t capacity) = 0;

  /// Bytes taken so far from the file or pipe at the bottom, and its length where known: for
  /// progress.
  [[nodiscard]] virtual std::uint64_t position() const = 0;
  [[nodiscard]] virtual std::optional<std::uint64_t> length() const = 0;
};

using ByteSourcePtr = std::unique_ptr<ByteSource>;

/// Opens a file for reading; "-" is standard input. A directory, an absent or unreadable file is an
/// Error whose `where` is the path.
[[nodiscard]] Result<ByteSourcePtr> open_file(const std::string& path);

}  // namespace footfall
