#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "model/core/error.h"

namespace footfall {

/// A regular file that is open, read at any place by any thread; closes it at its end.
class OpenFile {
 public:
  OpenFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile();

  /// Up to `bytes` bytes from `offset` on; 0 only at the end.
  [[nodiscard]] Result<std::size_t> read(char* buffer, std::size_t bytes,
                                         std::uint64_t offset) const;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  std::string path_;
  int descriptor_;
};

/// Bytes of a file that were set aside to be read without waiting for one's turn
/// (ByteSource::set_aside).
struct Stretch {
  std::shared_ptr<const OpenFile> file;
  std::uint64_t begin = 0;
  std::size_t bytes = 0;
};

/// What was read of a stretch, on its way to ChunkReader::next().
struct ReadStretch {
  Stretch stretch;
  std::size_t got = 0;         ///< fewer than asked for: the file has become shorter
  std::optional<Error> error;  ///< of reading
  /// More was read behind the stretch: others that were set aside there are of no use.
  bool others_void = false;
};

}  // namespace footfall
