#pragma once

#include <cstdint>
#include <string_view>

#include "model/core/kinds.h"

namespace footfall {

/// What stands in a file beside its records, is passed over, and said.
enum class ReadOver : std::uint8_t { marks, commas, joined, end };
inline constexpr auto kReadOvers = all_kinds<ReadOver>();

struct ReadOverFacts {
  ReadOver kind{};
  std::string_view name;  ///< what counts them in statistics
};
inline constexpr auto kReadOverTable = kind_table<&ReadOverFacts::kind, ReadOverFacts>({
    {ReadOver::marks, "marks_skipped"},    // lines behind NUL bytes or a byte-order mark
    {ReadOver::commas, "commas_skipped"},  // lines of JSON with a comma behind the object
    {ReadOver::joined, "lines_joined"},    // lines of JSON that hold several objects
});

/// Tells a sink that wants to know.
template <class Sink>
void tell_read_over(Sink& sink, ReadOver kind) {
  if constexpr (requires { sink.read_over(kind, 1); }) sink.read_over(kind, 1);
}

}  // namespace footfall
