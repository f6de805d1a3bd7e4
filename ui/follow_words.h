#pragma once

#include <QString>

#include "model/pipeline/follow_note.h"

namespace footfall {

/// What happened to a file while it was followed, in one sentence.
[[nodiscard]] QString follow_words(const FollowNote& note);
/// Rows may be missing for that, or are read otherwise than they should.
[[nodiscard]] bool may_lack_rows(const FollowNote& note);

}  // namespace footfall
