#include "model/session/analysis_session.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "model/core/failure.h"

namespace footfall {
namespace {

// Of the threads that keep the processors busy for long: a little, since on a busy machine more
// would make loads much slower.
constexpr int kNiceness = 2;
constexpr int kProgressMilliseconds = 100;
constexpr int kReleaseMilliseconds = 500;
constexpr int kLookMilliseconds = 500;
constexpr double kSecondsBeforeEstimate = 0.5;

std::string place_of(const std::string& path) {
  std::error_code fault;
  const auto place = std::filesystem::weakly_canonical(path, fault);
  return fault ? path : place.string();
}

}  // namespace

AnalysisSession::AnalysisSession(LoadEngine engine, QObject* parent)
    : QObject(parent), engine_(std::move(engine)), slicer_(kNiceness), loader_(kNiceness) {
  tick_.setInterval(kProgressMilliseconds);
  connect(&tick_, &QTimer::timeout, this, &AnalysisSession::progress_changed);
  look_.setInterval(kLookMilliseconds);
  connect(&look_, &QTimer::timeout, this, &AnalysisSession::look_at_growth);
  due_.setSingleShot(true);
  connect(&due_, &QTimer::timeout, this, &AnalysisSession::ask_those_due);
  release_.setInterval(kReleaseMilliseconds);
  connect(&release_, &QTimer::timeout, this, &AnalysisSession::release_answers);
}

AnalysisSession::~AnalysisSession() {
  for (const auto& group : groups_) {
    group->abandoned.request_stop();
    group->stop.request_stop();
    group->tables->stop();
  }
  for (const auto& report : databases_) report->thread->stop();
  slicer_.request_stop();
  loader_.close();
  slicer_.close();
  databases_.clear();
  farewells_.close();
  chores_.close();
}

void AnalysisSession::leave() {
  disconnect();
  for (const auto& group : groups_) {
    group->abandoned.request_stop();
    group->stop.request_stop();
    group->slice_stop.request_stop();
    group->tables->stop();
  }
  for (const auto& report : databases_) report->thread->stop();
  slicer_.request_stop();
  loader_.request_stop();
  databases_.clear();
  farewells_.close();
}

// Sources

void AnalysisSession::add_sources(const std::vector<std::string>& paths) {
  std::vector<std::string> wanted;
  for (const std::string& path : paths) {
    const auto open = std::find_if(sources_.begin(), sources_.end(), [&](const Source& source) {
      return place_of(source.path) == place_of(path);
    });
    const std::string known = open != sources_.end() ? open->path : path;
    if (open == sources_.end()) {
      Source source;
      source.path = path;
      sources_.push_back(std::move(source));
    }
    if (std::find(wanted.begin(), wanted.end(), known) == wanted.end()) wanted.push_back(known);
  }
  detect(std::move(wanted));
}

void AnalysisSession::reopen(const std::vector<std::string>& paths,
                             const std::vector<DatabaseSource>& tables) {
  for (const DatabaseSource& table : tables) add_table(table);
  for (const std::string& path : paths) {
    Source source;
    source.path = path;
    sources_.push_back(std::move(source));
  }
  for (const std::string& path : paths) detect({path});
  update();
}

void AnalysisSession::remove_source(const std::string& path) {
  chosen_.erase(path);
  passwords_.erase(path);
  std::erase_if(sources_, [&](const Source& source) { return source.path == path; });
  std::erase_if(detecting_, [&](const auto& entry) { return entry.first == path; });
  drop_databases();
  regroup({});
}

void AnalysisSession::remove_all_sources() {
  sources_.clear();
  chosen_.clear();
  passwords_.clear();
  detecting_.clear();
  drop_databases();
  regroup({});
}

void AnalysisSession::reload_source(const std::string& path) {
  DatabaseReport* report = find_database(path);
  const Source* const source = find_source(path);
  if (passwords_.contains(path)) return fetch_again({path});
  if (!report && source && source->database) return;  // it needs a password
  if (!report) return detect({path});
  reload_database(*report);
  update();
}

void AnalysisSession::reload_all() {
  std::vector<std::string> paths;
  for (const Source& source : sources_)
    if (!source.database) paths.push_back(source.path);
  for (const auto& report : databases_) reload_database(*report);
  std::vector<std::string> fetched;
  for (const auto& [id, password] : passwords_) fetched.push_back(id);
  fetch_again(fetched);
  detect(std::move(paths));
  update();
}

void AnalysisSession::detect(std::vector<std::string> paths) {
  if (paths.empty()) return;
  const std::uint64_t generation = next_id_++;
  for (const std::string& path : paths) {
    std::erase_if(detecting_, [&](const auto& entry) { return entry.first == path; });
    detecting_.insert({path, generation});
  }
  const auto tell = [this, generation](std::vector<Found> found) {
    QMetaObject::invokeMethod(
        this, [this, found = std::move(found), generation] { take_found(found, generation); },
        Qt::QueuedConnection);
  };
  const auto look = [this, paths, tell, chosen = chosen_,
                     plans = remembered_ ? remembered_->plans()
                                         : nullptr](const std::stop_token& stop) {
    std::vector<Found> found;
    for (const std::string& path : paths) {
      if (stop.stop_requested()) return;
      std::error_code fault;
      const auto bytes = std::filesystem::file_size(path, fault);
      if (!fault && bytes == 0) {
        found.push_back({path, 0, Detection{{}, "empty file"}});
        continue;
      }
      try {
        const auto own = chosen.find(path);
        found.push_back(look_at(
            path, own == chosen.end() ? std::nullopt : std::optional(own->second), plans.get()));
        found.back().bytes = fault ? 0 : bytes;
      } catch (...) {
        found.push_back({path, bytes, current_failure(path)});
      }
    }
    tell(std::move(found));
  };
  chores_.post(look, [paths, tell](const Error& error) {
    std::vector<Found> found;
    for (const std::string& path : paths)
      found.push_back({path, 0, Error{error.kind, path, error.found, {}}});
    tell(std::move(found));
  });
  update();
}

void AnalysisSession::take_found(const std::vector<Found>& found, std::uint64_t generation) {
  std::set<std::string> changed;
  ReportKinds fed;
  for (const Found& file : found) {
    if (detecting_.erase({file.path, generation}) == 0) continue;
    Source* source = find_source(file.path);
    if (!source) continue;
    source->error.reset();
    source->rows = {};
    source->happened.clear();
    source->bytes = file.bytes;
    source->read_by = file.read_by;
    source->reading = file.reading;
    source->layout.reset();
    if (!file.shapes.empty()) source->shapes = file.shapes;
    if (file.detection) {
      source->layout = file.detection->layout;
      // A file opened just now is wanted on its pages; one that is read again was there before.
      for (const ReportKind kind : kAllReports)
        if (source->kinds.empty() && file.detection->kinds.contains(kind)) fed.insert(kind);
      source->kinds = file.detection->kinds;
      source->format = file.detection->format;
    } else {
      source->kinds = {};
      source->error = file.detection.error();
    }
    changed.insert(file.path);
  }
  replace_tables(fed, false);
  regroup(changed);
}

// State

AnalysisSession::State AnalysisSession::state() const {
  bool stopped = false;
  for (const auto& group : groups_) {
    if (group->active()) return State::loading;
    stopped = stopped || group->state == LoadState::stopped;
  }
  if (!detecting_.empty() || any_database(QuestionState::running)) return State::loading;
  stopped = stopped || any_database(QuestionState::stopped);
  return stopped ? State::stopped : State::idle;
}

bool AnalysisSession::any_active() const {
  return std::any_of(groups_.begin(), groups_.end(),
                     [](const auto& group) { return group->active(); });
}

bool AnalysisSession::slicing() const {
  return std::any_of(
             groups_.begin(), groups_.end(),
             [](const auto& group) { return group->slice_wanted->load() > group->slice_shown; }) ||
         std::any_of(databases_.begin(), databases_.end(), [](const auto& report) {
           return report->shown && report->state == QuestionState::running;
         });
}

LoadProgress AnalysisSession::progress() const {
  if (!any_active() && any_database(QuestionState::running)) return progress_of(databases_);
  LoadProgress sum;
  for (const auto& group : groups_) {
    if (!group->counted) continue;
    const std::lock_guard lock(group->progress->mutex);
    const Progress& latest = group->progress->latest;
    sum.bytes_total += std::max(group->bytes_total, latest.bytes_total.value_or(0));
    sum.bytes_done += latest.bytes_done;
    sum.rows += latest.rows;
  }
  const double seconds = clock_.isValid() ? static_cast<double>(clock_.elapsed()) / 1000.0 : 0;
  if (seconds < kSecondsBeforeEstimate) return sum;
  if (sum.rows > base_rows_)
    sum.rows_per_second = static_cast<double>(sum.rows - base_rows_) / seconds;
  if (sum.bytes_done > base_bytes_ && sum.bytes_total > sum.bytes_done)
    sum.seconds_left = static_cast<double>(sum.bytes_total - sum.bytes_done) * seconds /
                       static_cast<double>(sum.bytes_done - base_bytes_);
  return sum;
}

void AnalysisSession::show_state(Source& source) const {
  using Shown = Source::State;
  const bool detecting = std::any_of(detecting_.begin(), detecting_.end(),
                                     [&](const auto& entry) { return entry.first == source.path; });
  source.followed = false;
  source.state = detecting      ? Shown::detecting
                 : source.error ? Shown::failed
                 : source.database && !source.let_in && !find_database(source.path) ? Shown::unasked
                                                                                    : Shown::ready;
  if (source.state != Shown::ready) return;
  for (const auto& group : groups_) {
    const auto input = std::find(group->inputs.begin(), group->inputs.end(), source.path);
    source.followed = source.followed || (input != group->inputs.end() && group->follows() &&
                                          !group->read_once.contains(source.path));
    // What is read to its end stays so while others follow.
    if (input == group->inputs.end() ||
        input < group->inputs.begin() + static_cast<std::ptrdiff_t>(group->whole))
      continue;
    switch (group->state) {
      case LoadState::waiting:
        source.state = Shown::waiting;
        break;
      case LoadState::running:
        source.state = Shown::loading;
        break;
      case LoadState::stopped:
        source.state = Shown::stopped;
        break;
      case LoadState::done:
        break;
    }
  }
  for (const auto& report : databases_) {
    if (report->id != source.path) continue;
    switch (report->state) {
      case QuestionState::running:
        source.state = report->failed_before ? Shown::failed : Shown::loading;
        break;
      case QuestionState::stopped:
        source.state = Shown::stopped;
        break;
      case QuestionState::failed:
        source.state = Shown::failed;
        break;
      case QuestionState::done:
        break;
    }
  }
}

void AnalysisSession::update() {
  for (Source& source : sources_) show_state(source);
  for (Source& source : sources_) source.leaving = is_leaving(source);
  working_ = any_active();
  if (running_ == 0 && !any_database(QuestionState::running)) stopping_ = false;
  if (state() == State::loading) {
    if (!tick_.isActive()) tick_.start();
  } else {
    tick_.stop();
  }
  wait_for_next_due();
  emit sources_changed();
  emit state_changed();
  emit progress_changed();
}

void AnalysisSession::count_rows(const LoadGroup& group) {
  for (const ReportKind kind : kAllReports) {
    if (!group.kinds.contains(kind)) continue;
    // What a folder or an archive holds counts for that.
    std::set<const Source*> seen;
    for (const SourceCounts& counts : group.result.whole->load_of(kind).sources) {
      Source* source = find_source(counts.given.empty() ? counts.path : counts.given);
      if (!source || !source->kinds.contains(kind)) continue;
      if (seen.insert(source).second) {
        source->rows = counts.rows;
        source->format = counts.format;
      } else {
        source->rows += counts.rows;
      }
    }
  }
}

ReportSetPtr AnalysisSession::reports(ReportKind kind) const {
  if (const DatabaseReport* report = database_of(kind)) return report->shown;
  const LoadGroup* group = group_of(kind);
  return group ? group->shown : nullptr;
}

ReportOrigin AnalysisSession::origin(ReportKind kind) const {
  if (const DatabaseReport* report = database_of(kind))
    return {report->shown_options, nullptr, std::make_shared<DatabaseSource>(report->source)};
  const LoadGroup* group = group_of(kind);
  return group ? ReportOrigin{group->shown_options, group->result.origins, nullptr}
               : ReportOrigin{};
}

ReportSetPtr AnalysisSession::whole(ReportKind kind) const {
  if (const DatabaseReport* report = database_of(kind)) return report->whole;
  const LoadGroup* group = group_of(kind);
  return group ? group->result.whole : nullptr;
}

Source* AnalysisSession::find_source(const std::string& path) {
  const auto found = std::find_if(sources_.begin(), sources_.end(),
                                  [&](const Source& source) { return source.path == path; });
  return found != sources_.end() ? &*found : nullptr;
}

LoadGroup* AnalysisSession::find_group(std::uint64_t id) {
  const auto found = std::find_if(groups_.begin(), groups_.end(),
                                  [&](const auto& group) { return group->id == id; });
  return found != groups_.end() ? found->get() : nullptr;
}

const LoadGroup* AnalysisSession::group_of(ReportKind kind) const {
  const auto found = std::find_if(groups_.begin(), groups_.end(),
                                  [&](const auto& group) { return group->kinds.contains(kind); });
  return found != groups_.end() ? found->get() : nullptr;
}

}  // namespace footfall
