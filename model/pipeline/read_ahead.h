#pragma once

#include "model/input/byte_source.h"

namespace footfall {

/// The same bytes, read by a thread of its own a few blocks ahead: what takes long to unpack is
/// unpacked beside the work on what came before. The thread begins behind the first block, waits
/// while `kAheadBytes` are ready, and ends with the source or when this is destroyed: not for
/// sources that may wait for ever. Without a thread to be had it reads when asked.
inline constexpr std::size_t kAheadBytes = std::size_t{4} << 20;
[[nodiscard]] ByteSourcePtr read_ahead(ByteSourcePtr source);

}  // namespace footfall
