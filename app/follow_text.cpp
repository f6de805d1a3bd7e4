#include "app/follow_text.h"

#include <fmt/format.h>

#include "app/error_text.h"

namespace footfall {

std::string follow_line(const FollowNote& note) {
  const std::string path =
      note.path == "-" ? std::string("standard input") : quoted_for_message(note.path);
  switch (note.kind) {
    case FollowNoteKind::read_once:
      return fmt::format("note: {} is read once, to its end: plain files alone are followed\n",
                         path);
    case FollowNoteKind::folder:
      return fmt::format(
          "note: {}: the files that are in it now are followed; others that come into it are not "
          "read\n",
          path);
    case FollowNoteKind::waiting:
      if (note.why.where.empty())
        return fmt::format("note: {} holds no whole line yet, and is waited for\n", path);
      return fmt::format("note: {} is waited for, since it cannot be read yet: {}\n", path,
                         error_text(note.why));
    case FollowNoteKind::gone:
      return fmt::format("note: {} is gone; a file that takes its name is read\n", path);
    case FollowNoteKind::replaced:
      return fmt::format(
          "note: {} is another file now; the old one is read to its end, {} bytes so far, and the "
          "new one from its beginning\n",
          path, note.bytes);
    case FollowNoteKind::cut:
      return fmt::format(
          "warning: {} was cut after {} bytes of it were read, and no copy of it stands beside it: "
          "lines written just before that may be missing; it is read from its beginning\n",
          path, note.bytes);
    case FollowNoteKind::cut_copied:
      return fmt::format(
          "note: {} was cut after {} bytes of it were read; the rest was read from its copy {}, "
          "and it is read from its beginning\n",
          path, note.bytes, quoted_for_message(note.other));
    case FollowNoteKind::rewritten:
      return fmt::format(
          "warning: {} holds something else than the {} bytes that were read of it: lines written "
          "just before that may be missing; it is read from its beginning\n",
          path, note.bytes);
    case FollowNoteKind::known:
      return fmt::format("note: {} is what {} was, which was read; it is not read again\n", path,
                         quoted_for_message(note.other));
    case FollowNoteKind::left_out:
      return fmt::format("warning: {} was left out: {}\n", path, error_text(note.why));
    case FollowNoteKind::other_reading:
      return fmt::format(
          "warning: by the first MiB of {} its rows should be read in another way than they were, "
          "and what was before is not there any more to be read again; run once more over all "
          "files\n",
          path);
  }
  return {};
}

}  // namespace footfall
