#pragma once

namespace footfall {

/// Runs the window until it is closed; arguments are files to open. Returns the exit status: 0, or
/// 2 for wrong usage.
[[nodiscard]] int run_window(int argc, char** argv);

}  // namespace footfall
