#pragma once

#include "model/report/reading_note.h"

namespace footfall {

/// Whether figures may be wrong where a note is true, which is said before all else: by a factor of
/// a thousand or more, by decades, or counting a proxy.
[[nodiscard]] constexpr bool warns(ReadingNoteKind kind) {
  return kind == ReadingNoteKind::open_mark || kind == ReadingNoteKind::client_beside ||
         kind == ReadingNoteKind::clients_shared || kind == ReadingNoteKind::far_times ||
         kind == ReadingNoteKind::currencies || kind == ReadingNoteKind::scale_meant;
}

}  // namespace footfall
