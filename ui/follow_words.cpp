#include "ui/follow_words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct FollowWords {
  Q_DECLARE_TR_FUNCTIONS(footfall::FollowWords)
};

}  // namespace

bool may_lack_rows(const FollowNote& note) {
  return note.kind == FollowNoteKind::cut || note.kind == FollowNoteKind::rewritten ||
         note.kind == FollowNoteKind::left_out || note.kind == FollowNoteKind::other_reading;
}

QString follow_words(const FollowNote& note) {
  const QString other = visible_text(QFileInfo(to_text(note.other)).fileName());
  switch (note.kind) {
    case FollowNoteKind::read_once:
      return FollowWords::tr("Read once: plain files alone are followed.");
    case FollowNoteKind::folder:
      return FollowWords::tr(
          "The files that are in it now are followed; others that come into it are not read.");
    case FollowNoteKind::waiting:
      return FollowWords::tr("Nothing in it can be read yet; it is waited for.");
    case FollowNoteKind::gone:
      return FollowWords::tr("The file is gone; one that takes its name is read.");
    case FollowNoteKind::replaced:
      return FollowWords::tr(
          "Another file took its name: the old one is read to its end, the new one from its "
          "beginning.");
    case FollowNoteKind::cut:
      return FollowWords::tr(
          "It was cut, and no copy stands beside it: lines written just before may be missing.");
    case FollowNoteKind::cut_copied:
      return FollowWords::tr("It was cut; the rest was read from its copy %1.").arg(other);
    case FollowNoteKind::rewritten:
      return FollowWords::tr(
          "It holds something else by now: lines written just before may be missing.");
    case FollowNoteKind::known:
      return FollowWords::tr("It is what %1 was, which was read; it is not read again.").arg(other);
    case FollowNoteKind::left_out:
      return FollowWords::tr("A file that took its name could not be read and was left out.");
    case FollowNoteKind::other_reading:
      return FollowWords::tr(
          "Its first rows should be read otherwise than they were, and are not there any more: "
          "reload.");
  }
  return {};
}

}  // namespace footfall
