#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "model/core/error.h"
#include "model/input/stretch.h"

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

  /// An Error where the file at the bottom is not what it was when it was opened. A regular file
  /// is asked at its end anyway: read() then gives ErrorKind::input_changed in place of 0.
  [[nodiscard]] virtual Status check_unchanged() const { return Done{}; }

  /// True for a file that is followed (followed_file.h): what read() gave 0 for is no end, and a
  /// later call may give more.
  [[nodiscard]] virtual bool may_grow() const { return false; }

  /// Sets the next `bytes` bytes aside, as if read() had given them; where it does, they are bytes
  /// of a file that may be read by another thread and in any order. No value where the source has
  /// to be read in turn, or may end before.
  [[nodiscard]] virtual std::optional<Stretch> set_aside(std::size_t /*bytes*/) {
    return std::nullopt;
  }
  /// read() goes on behind what was read of a stretch, whatever was set aside behind it.
  virtual void go_on_behind(const ReadStretch& /*read*/) {}

  /// Bytes taken so far from the file or pipe at the bottom, and its length where known: for
  /// progress.
  [[nodiscard]] virtual std::uint64_t position() const = 0;
  [[nodiscard]] virtual std::optional<std::uint64_t> length() const = 0;
};

using ByteSourcePtr = std::unique_ptr<ByteSource>;

/// Opens a file for reading; "-" is standard input. A directory, an absent or unreadable file is an
/// Error whose `where` is the path. A file that grows is read to the end found when it is reached.
[[nodiscard]] Result<ByteSourcePtr> open_file(const std::string& path);

}  // namespace footfall
