// The session's way with files that grow: looks at them from time to time, and reads what came.
#include <QDateTime>
#include <algorithm>
#include <utility>

#include "model/session/analysis_session.h"

namespace footfall {
namespace {

constexpr int kGrowthShare = 10;  // of the time is spent on reading and showing what came
constexpr std::size_t kKeptNotes = 5;

std::int64_t milliseconds_now() { return QDateTime::currentMSecsSinceEpoch(); }

}  // namespace

void AnalysisSession::set_following(bool following) {
  if (std::exchange(following_, following) == following) return;
  if (following) {
    look_.start();
    for (const auto& group : groups_)
      if (group->begun && (!group->options.run.follow || group->ended))
        restart(*group, group->options.filter);
  } else {
    look_.stop();
    for (const auto& group : groups_) {
      if (!group->follows()) continue;
      group->ending = true;
      if (group->state != LoadState::done) continue;
      group->growing = true;
      group->state.on(LoadEvent::grow);
    }
  }
  start_next();
}

bool AnalysisSession::follows(ReportKind kind) const {
  const LoadGroup* group = database_of(kind) ? nullptr : group_of(kind);
  return group != nullptr && group->follows() && !group->ending;
}

void AnalysisSession::look_at_growth() {
  for (const auto& group : groups_) {
    if (group->state != LoadState::done || !group->follows() || group->looking ||
        milliseconds_now() < group->rests_until)
      continue;
    group->looking = true;
    const auto tell = [this, id = group->id](Result<FollowLook> look) {
      QMetaObject::invokeMethod(
          this, [this, id, look = std::move(look)] { take_look(id, look); }, Qt::QueuedConnection);
    };
    loader_.post([load = group->load,
                  tell](const std::stop_token&) { tell(*load ? (*load)->look() : FollowLook{}); },
                 [tell](const Error& error) { tell(error); });
  }
}

void AnalysisSession::take_look(std::uint64_t id, const Result<FollowLook>& look) {
  LoadGroup* group = find_group(id);
  if (!group) return;
  group->looking = false;
  if (!look) return fail(*group, look.error());
  take_notes(*group, look->notes);
  if (look->more && group->state == LoadState::done) {
    group->growing = true;
    group->began = milliseconds_now();
    group->state.on(LoadEvent::grow);
    return start_next();
  }
  if (!look->notes.empty()) update();
}

void AnalysisSession::take_notes(LoadGroup& group, const std::vector<FollowNote>& notes) {
  for (const FollowNote& note : notes) {
    if (note.kind == FollowNoteKind::read_once) group.read_once.insert(note.path);
    const auto source = std::find_if(sources_.begin(), sources_.end(), [&](const Source& open) {
      return open.path == note.path || note.path.starts_with(open.path + '/');
    });
    if (source == sources_.end()) continue;
    source->happened.push_back(note);
    if (source->happened.size() > kKeptNotes) source->happened.erase(source->happened.begin());
  }
}

// After a run of the group, whatever came of it.
void AnalysisSession::end_growing(LoadGroup& group) {
  if (!std::exchange(group.growing, false)) return;
  const std::int64_t now = milliseconds_now();
  group.rests_until = now + (kGrowthShare - 1) * std::max<std::int64_t>(now - group.began, 0);
}

}  // namespace footfall
