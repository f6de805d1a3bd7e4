#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "model/export/meta_file.h"

namespace footfall {

/// Told of how many bytes were hashed, of how many.
using HashProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// The hashes of the files that a report was read from, which are read once more for that, one
/// after the other; a file that is not what it was when it was read has none. Blocking; throws
/// Stopped when a stop is requested.
[[nodiscard]] std::vector<SourceHash> hash_sources(const SourceOrigins& origins,
                                                   const HashProgress& progress,
                                                   const std::stop_token& stop);

}  // namespace footfall
