#pragma once

#include <string_view>

// The words by which exports of advertising accounts name a line that sums up the others.
namespace footfall {

/// The text is a total word, in any case, or begins with `Total:`.
[[nodiscard]] bool is_total_name(std::string_view text);

/// The text begins with a total word, blanks before it aside, and no letter or digit follows.
[[nodiscard]] bool begins_with_total_word(std::string_view text);

}  // namespace footfall
