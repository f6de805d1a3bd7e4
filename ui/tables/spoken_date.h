#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace footfall {

/// The ways in which the window writes an hour (`2025-01-15 20:00`) or a day (`2025-01-15`) of a
/// table elsewhere, in the locale: "Wed Jan 15, 20:00", "Jan 15, 2025" and so on, one a line. For
/// searching: what stands in a chart is found in the table beside it. Each function returned is for
/// one thread at a time.
[[nodiscard]] std::function<std::string(std::string_view cell)> spoken_dates();

}  // namespace footfall
