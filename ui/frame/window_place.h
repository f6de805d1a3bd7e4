#pragma once

#include <QMargins>
#include <QRect>

namespace footfall {

/// The place of a window inside of its frame, so that the frame too lies in what the screen leaves
/// (`available`): where it was wished as far as that goes, else moved, else made smaller.
[[nodiscard]] QRect place_in_screen(QRect wished, const QMargins& frame, const QRect& available);

/// The frame of a window that is not shown yet, so that none is too large at first: rather more
/// than window managers need.
inline constexpr QMargins kLikelyFrame(6, 40, 6, 6);

}  // namespace footfall
