#pragma once

#include <string>

#include "model/core/error.h"
#include "model/input/byte_source.h"

namespace footfall {

/// Opens a file ("-": standard input) and decodes it to UTF-8 bytes: decompression by what the first
/// bytes say, then the character set. `encoding` empty: UTF-8, or what a byte-order mark says.
[[nodiscard]] Result<ByteSourcePtr> open_input(const std::string& path, const std::string& encoding);

}  // namespace footfall
