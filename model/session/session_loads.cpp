// The session's loads: which files are read together, one group after the other, and what comes of
// it.
#include "model/session/analysis_session.h"

#include <QDateTime>
#include <algorithm>

namespace footfall {
void AnalysisSession::regroup(const std::set<std::string>& changed) {
  std::vector<std::unique_ptr<LoadGroup>> old = std::move(groups_);
  groups_.clear();
  ReportKinds touched;
  for (const LoadPlan& plan : plan_loads(sources_)) {
    const auto same = std::find_if(old.begin(), old.end(), [&](const auto& group) {
      return group && group->kinds == plan.kinds;
    });
    const bool reread =
        std::any_of(plan.inputs.begin(), plan.inputs.end(),
                    [&](const std::string& path) { return changed.contains(path); });
    if (same != old.end() && (*same)->inputs == plan.inputs && !reread) {
      groups_.push_back(std::move(*same));
      continue;
    }
    // Tables come into a load when it begins.
    const bool table_added =
        same != old.end() &&
        std::any_of(plan.inputs.begin(), plan.inputs.end(), [&](const auto& path) {
          return passwords_.contains(path) &&
                 std::ranges::find((*same)->inputs, path) == (*same)->inputs.end();
        });
    if (same != old.end() && !table_added && (*same)->can_take(plan.inputs, changed)) {
      LoadGroup& group = **same;
      group.inputs = plan.inputs;
      group.bytes_total = plan.bytes;
      // A run goes on with them at its next chunk.
      if (group.state == LoadState::running)
        group.stop.request_stop();
      else
        group.stop = {};
      group.state.on(LoadEvent::add);
      groups_.push_back(std::move(*same));
      continue;
    }
    auto group = std::make_unique<LoadGroup>();
    group->id = next_id_++;
    group->kinds = plan.kinds;
    group->inputs = plan.inputs;
    group->bytes_total = plan.bytes;
    if (same != old.end()) {
      group->result = (*same)->result;
      group->shown = (*same)->shown;
      group->compared = (*same)->compared;
    }
    groups_.push_back(std::move(group));
  }
  for (const auto& group : old) {
    if (!group) continue;
    abandon(*group);
    for (const ReportKind kind : kAllReports)
      if (group->kinds.contains(kind)) touched.insert(kind);
  }
  for (const auto& group : groups_)
    if (!group->begun) show(*group);
  if (!touched.empty()) emit reports_changed(touched);
  for (const auto& group : old) {
    if (!group) continue;
    chores_.dispose(std::move(group->shown));
    discard(std::move(group->result));
  }
  start_next();
}

void AnalysisSession::abandon(LoadGroup& group) {
  // In this order: a load that sees the stop alone would make a result of what it has.
  group.abandoned.request_stop();
  group.stop.request_stop();
  group.tables->stop();
  if (running_ == group.id) running_ = 0;
  group.slice_wanted->store(UINT64_MAX);
  group.slice_stop.request_stop();
  // The load may be in use on the load thread; it goes there when that is done.
  loader_.dispose(std::move(group.load));
}

void AnalysisSession::restart(LoadGroup& group, const Filter& filter) {
  abandon(group);
  group.id = next_id_++;
  group.state.on(LoadEvent::restart);
  group.load = std::make_shared<std::unique_ptr<Load>>();
  group.progress = std::make_shared<ProgressBox>();
  group.stop = {};
  group.abandoned = {};
  group.begun = false;
  group.handed = group.whole = 0;
  group.own_result = false;
  group.growing = group.looking = group.ending = group.ended = false;
  group.rests_until = 0;
  group.read_once.clear();
  group.slice_wanted = std::make_shared<std::atomic<std::uint64_t>>(0);
  group.slice_shown = 0;
  group.slice_stop = {};
  group.options.filter = filter;
  start_next();
}

void AnalysisSession::start_next() {
  if (running_ == 0) {
    const auto next = std::find_if(groups_.begin(), groups_.end(), [](const auto& group) {
      return group->state == LoadState::waiting;
    });
    if (next != groups_.end()) {
      LoadGroup& group = **next;
      running_ = group.id;
      group.state.on(LoadEvent::begin);
      group.sliced->store(compared_with_ || wanted_filter(group) != group.options.filter);
      if (!std::exchange(group.begun, true)) {
        group.options.report = options_;
        group.options.report.kinds = group.kinds;
        group.options.report.now = QDateTime::currentSecsSinceEpoch();
        group.options.run.keep_slices = true;
        group.options.run.keep_visits = asks_for(filter_, ConditionField::visitor);
        group.options.run.partial_results = true;
        group.options.run.follow = group.options.run.clock_moves = following_;
        group.options.run.abandoned = group.abandoned.get_token();
        group.options.own_input = readings_of(group.inputs);
        group.tables = std::make_shared<FetchedTables>();
        group.options.streams = streams_of(group);
      }
      const std::vector<std::string> added(
          group.inputs.begin() + static_cast<std::ptrdiff_t>(group.handed), group.inputs.end());
      group.handed = group.inputs.size();
      const bool last = group.ending && !group.ended;
      group.ended = group.ended || last;
      const auto run = [this, last, growing = group.growing, id = group.id, load = group.load,
                        inputs = group.inputs, added, own_input = readings_of(added),
                        options = group.options, box = group.progress, sliced = group.sliced,
                        stop = group.stop.get_token()](const std::stop_token&) {
        if (!*load) {
          *load = engine_.make_load(inputs, options);
        } else {
          (*load)->add_inputs(added, own_input);
        }
        AnalysisEvents events;
        events.on_progress = [box](const Progress& progress) {
          const std::lock_guard lock(box->mutex);
          box->latest = progress;
        };
        if (!growing)
          events.on_partial = [this, id, &options, &sliced](ReportSetPtr reports,
                                                            SlicesPtr slices) {
            // Kept slices cost the engine a copy, so they are kept only while they are asked for.
            if (!sliced->load()) slices.reset();
            LoadResult result{disposer_.guard(reports), std::move(slices), options.report,
                              options.filter};
            QMetaObject::invokeMethod(
                this,
                [this, id, result = std::move(result)]() mutable {
                  take_partial(id, std::move(result));
                },
                Qt::QueuedConnection);
          };
        const Result<FollowLook> looked = last ? (*load)->end_following() : FollowLook{};
        Outcome outcome;
        if (looked) {
          outcome = (*load)->run(stop, events);
        } else {
          outcome.kind = Outcome::Kind::failed;
          outcome.error = looked.error();
        }
        if (outcome.kind == Outcome::Kind::failed) load->reset();
        outcome.reports = disposer_.guard(outcome.reports);
        QMetaObject::invokeMethod(
            this,
            [this, id, outcome = std::move(outcome)]() mutable {
              take_outcome(id, std::move(outcome));
            },
            Qt::QueuedConnection);
      };
      loader_.post(run, [this, id = group.id, load = group.load](const Error& error) {
        load->reset();
        Outcome outcome;
        outcome.kind = Outcome::Kind::failed;
        outcome.error = error;
        QMetaObject::invokeMethod(
            this, [this, id, outcome]() { take_outcome(id, outcome); }, Qt::QueuedConnection);
      });
    }
  }
  if (!std::exchange(working_, any_active())) {
    for (const auto& group : groups_) group->counted = group->active();
    base_bytes_ = base_rows_ = 0;
    clock_.invalidate();
    const LoadProgress begin = progress();
    base_bytes_ = begin.bytes_done;
    base_rows_ = begin.rows;
    clock_.start();
  }
  for (const auto& group : groups_) group->counted = group->counted || group->active();
  update();
}

void AnalysisSession::take_partial(std::uint64_t id, LoadResult result) {
  LoadGroup* group = find_group(id);
  if (!group || group->state != LoadState::running) {
    discard(std::move(result));
    return;
  }
  take_result(*group, std::move(result));
  update();
}

void AnalysisSession::take_outcome(std::uint64_t id, Outcome outcome) {
  LoadGroup* group = find_group(id);
  LoadResult result{
      std::move(outcome.reports), std::move(outcome.slices), {}, {}, std::move(outcome.origins)};
  if (!group) {
    discard(std::move(result));
    return;
  }
  running_ = 0;
  const bool grown = group->growing;
  end_growing(*group);
  {
    const std::lock_guard lock(group->progress->mutex);
    group->progress->latest = outcome.progress;
  }
  const std::size_t was_whole = group->whole;
  result.options = group->options.report;
  result.filter = group->options.filter;
  if (outcome.kind == Outcome::Kind::failed)
    return fail(*group, outcome.error.value_or(Error{ErrorKind::read_failed, {}, {}, {}}));
  const bool whole = outcome.kind == Outcome::Kind::done;
  if (whole) group->whole = group->handed;
  const bool added_to = !grown && whole && was_whole > 0;
  const bool more = group->handed < group->inputs.size();
  if (more) group->stop = {};
  group->state.on(more    ? stopping_ ? LoadEvent::halt : LoadEvent::pass
                  : whole ? LoadEvent::finish
                          : LoadEvent::halt);
  take_result(*group, std::move(result));
  // What of a table was not read is not to be had later: a load with one begins anew.
  if (!whole && has_tables(*group)) {
    loader_.dispose(std::exchange(group->load, std::make_shared<std::unique_ptr<Load>>()));
    group->begun = false;
    group->handed = group->whole = 0;
  }
  if (group->state == LoadState::done && !grown) replace_tables(group->kinds, true);
  // Following was ended while this ran.
  if (group->state == LoadState::done && group->follows() && group->ending) {
    group->growing = true;
    group->began = 0;
    group->state.on(LoadEvent::grow);
  }
  // What was left out by an older clock might count by now.
  if (added_to && group->depends_on_clock()) return restart(*group, group->options.filter);
  start_next();
}

void AnalysisSession::fail(LoadGroup& group, const Error& error) {
  // The other files of the group are read without the broken one.
  const auto is_of = [&](const std::string& path) {
    return error.where == path || error.where.starts_with(path + '/');
  };
  const bool one = std::any_of(group.inputs.begin(), group.inputs.end(), is_of);
  for (const std::string& path : group.inputs) {
    if (one && !is_of(path)) continue;
    Source* const source = find_source(path);
    if (!source) continue;
    source->error = error;
    source->sql_error = group.tables->fault_of(path);
  }
  group.state.on(LoadEvent::fail);
  regroup({});
}

void AnalysisSession::take_result(LoadGroup& group, LoadResult result) {
  if (!result.whole) return;
  std::swap(group.result, result);
  group.own_result = true;
  count_rows(group);
  show(group);
  discard(std::move(result));
}

void AnalysisSession::discard(LoadResult result) {
  chores_.dispose(std::move(result.whole));
  chores_.dispose(std::move(result.slices));
}

void AnalysisSession::stop() {
  for (const auto& group : groups_) {
    if (group->growing) continue;
    if (group->state == LoadState::running) {
      stopping_ = true;
      group->stop.request_stop();
      group->tables->stop();  // which may have nothing to say for long
    }
    group->state.on(LoadEvent::stop);
  }
  for (const auto& report : databases_) {
    if (report->state != QuestionState::running) continue;
    stopping_ = true;
    report->thread->stop();
  }
  update();
}

void AnalysisSession::resume() {
  for (const auto& group : groups_) {
    if (group->state != LoadState::stopped) continue;
    group->state.on(LoadEvent::resume);
    group->stop = {};
  }
  for (const auto& report : databases_)
    if (report->state == QuestionState::stopped) ask(*report);
  start_next();
}

}  // namespace footfall
