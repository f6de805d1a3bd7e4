#pragma once

#include <QString>
#include <cstdint>

namespace footfall {

/// "12.5 %" of all: what is not nothing is never shown as nothing, what is not all never as all.
[[nodiscard]] QString share_words(std::uint64_t part, std::uint64_t all);

}  // namespace footfall
