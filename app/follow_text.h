#pragma once

#include <string>

#include "model/pipeline/follow_note.h"

namespace footfall {

/// What happened to a file that is followed: a line for standard error, with its end.
[[nodiscard]] std::string follow_line(const FollowNote& note);

}  // namespace footfall
