#pragma once

#include <string>

#include "model/core/error.h"
#include "model/input/byte_source.h"

namespace footfall {

/// Opens a file ("-": standard input) and decodes it to UTF-8 bytes: decompression by what the
/// first bytes say, then the character set. `encoding` empty: UTF-8, or what a byte-order mark
/// says. `decoding`, where given, gets in words what had to be done ("gzip", "zstd, UTF-16LE").
[[nodiscard]] Result<ByteSourcePtr> open_input(const std::string& path, const std::string& encoding,
                                               std::string* decoding = nullptr);

/// The same for a source that is open already; `path` is named in errors.
[[nodiscard]] Result<ByteSourcePtr> decode_input(ByteSourcePtr file, const std::string& path,
                                                 const std::string& encoding,
                                                 std::string* decoding = nullptr);

}  // namespace footfall
