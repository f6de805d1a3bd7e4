#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "model/input/chunk.h"
#include "model/parse/field.h"
#include "model/parse/input_layout.h"

// The records of an input's front, as the parsers of its format give them.
namespace footfall {

/// Plans are made from so many bytes of decoded text, whatever an input is packed or piped in.
inline constexpr std::size_t kSampleBytes = std::size_t{1} << 20;

/// Takes a record: its fields in the order of roles, and the line ends before it in the text.
using TakeRecord = std::function<void(const Field* fields, std::size_t line)>;

/// All records of a chunk that are ones; of an event type that the layout feeds.
void read_records(const InputLayout& layout, EventType type, const Chunk& chunk,
                  const TakeRecord& take);

/// The same of those that end in `front`, which begins behind the header and has kChunkPadding
/// readable bytes behind it; `is_all`: the input ends with it.
void sample_records(const InputLayout& layout, EventType type, std::string_view front, bool is_all,
                    const TakeRecord& take);

}  // namespace footfall
