#pragma once

#include <string>

#include "model/core/error.h"
#include "model/input/byte_source.h"

namespace footfall {

/// Converts unpacked bytes to UTF-8. `encoding` empty: UTF-8, or what a byte-order mark or the
/// zeros of UTF-16 say. `converted`, where given, gets the name of the encoding if it is another;
/// `path` is named in errors.
[[nodiscard]] Result<ByteSourcePtr> decode_text(ByteSourcePtr bytes, const std::string& path,
                                                const std::string& encoding,
                                                std::string* converted = nullptr);

/// Takes the first thing that a file holds (InputMembers) and converts it to UTF-8. `decoding`,
/// where given, gets in words what had to be done ("gzip", "zstd, UTF-16LE").
[[nodiscard]] Result<ByteSourcePtr> decode_input(ByteSourcePtr file, const std::string& path,
                                                 const std::string& encoding,
                                                 std::string* decoding = nullptr);

}  // namespace footfall
