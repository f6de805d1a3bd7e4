// The session's databases: each table is asked on a thread of its own, again for every filter.
#include <QDateTime>
#include <algorithm>

#include "model/session/analysis_session.h"

namespace footfall {

Source& AnalysisSession::add_table(const DatabaseSource& table) {
  const std::string id = source_id(table);
  if (Source* const known = find_source(id)) return *known;
  Source source;
  source.path = id;
  source.kinds = table.kind;
  source.format = kSqlEngineTable[table.settings.engine].name;
  source.database = std::make_shared<const DatabaseSource>(table);
  return sources_.emplace_back(std::move(source));
}

// Its rows are read as those of files are.
void AnalysisSession::fetch_table(const DatabaseSource& table, const std::string& password) {
  const std::string id = source_id(table);
  Source& source = add_table(table);
  source.database = std::make_shared<const DatabaseSource>(table);
  source.let_in = true;
  source.answered.reset();
  passwords_[id] = password;
  if (const DatabaseReport* const report = find_database(id)) {
    farewells_.dispose(std::shared_ptr<DatabaseThread>(std::move(find_database(id)->thread)));
    std::erase_if(databases_, [&](const auto& other) { return other.get() == report; });
  }
  replace_tables(table.kind, false);
  fetch_again({id});
}

void AnalysisSession::fetch_again(const std::vector<std::string>& ids) {
  if (ids.empty()) return;
  for (const std::string& id : ids) {
    Source& source = *find_source(id);
    source.error.reset();
    source.sql_error.reset();
    source.rows = {};
  }
  regroup({ids.begin(), ids.end()});
}

bool AnalysisSession::has_tables(const LoadGroup& group) const {
  return std::ranges::any_of(group.inputs,
                             [this](const std::string& path) { return passwords_.contains(path); });
}

InputStreams AnalysisSession::streams_of(const LoadGroup& group) const {
  InputStreams streams;
  for (const Source& source : sources_) {
    const auto password = passwords_.find(source.path);
    if (!source.database || password == passwords_.end() ||
        std::ranges::find(group.inputs, source.path) == group.inputs.end())
      continue;
    streams.emplace(source.path, table_stream(*source.database, password->second, group.tables));
  }
  return streams;
}

void AnalysisSession::open_database(const DatabaseSource& table, const std::string& password) {
  if (table.fetched) return fetch_table(table, password);
  const std::string id = source_id(table);
  if (passwords_.erase(id) > 0) {
    find_source(id)->let_in = false;
    regroup({});
  }
  std::set<std::string> stay = {id};
  const ReportSetPtr before = reports(table.kind);
  const DatabaseReport* const shown = database_of(table.kind);
  const bool behind = before && !(shown && shown->id == id);
  if (behind)
    for (const Source& source : sources_)
      if (shown ? source.path == shown->id : !source.is_asked()) stay.insert(source.path);
  make_room(table.kind, stay);
  DatabaseSource asked = table;
  if (const Source* const known = find_source(id)) asked.ask_every = known->database->ask_every;
  add_table(asked).database = std::make_shared<const DatabaseSource>(asked);
  DatabaseReport* report = find_database(id);
  if (!report) {
    databases_.push_back(std::make_unique<DatabaseReport>());
    report = databases_.back().get();
    report->id = id;
  } else {
    farewells_.dispose(std::shared_ptr<DatabaseThread>(std::move(report->thread)));
    report->whole_current = false;
  }
  report->behind = behind;
  report->source = asked;
  report->thread = std::make_unique<DatabaseThread>(table.settings, password);
  ask(*report);
  update();
}

// A page shows either files or one table: files cannot be added up with what a database counted.
void AnalysisSession::make_room(ReportKind kind, const std::set<std::string>& except) {
  std::vector<std::string> others;
  for (const Source& source : sources_)
    if (!except.contains(source.path) && source.kinds.contains(kind)) others.push_back(source.path);
  for (const std::string& path : others) remove_source(path);
}

// For files: tables without figures at once, the one that is shown when the files have theirs. A
// table that came after them is no affair of theirs.
void AnalysisSession::replace_tables(ReportKinds kinds, bool shown) {
  const auto goes = [&](const Source& source) {
    if (!source.is_asked() || !kinds.contains(source.database->kind)) return false;
    const DatabaseReport* const report = database_of(source.database->kind);
    return shown == (report && report->id == source.path && report->shown);
  };
  if (std::erase_if(sources_, goes) > 0) drop_databases();
}

bool AnalysisSession::is_leaving(const Source& source) const {
  if (source.state == Source::State::failed) return false;
  if (source.is_asked()) {
    const DatabaseReport* const report = database_of(source.database->kind);
    return report && report->id == source.path && report->shown &&
           std::any_of(sources_.begin(), sources_.end(), [&](const Source& other) {
             return other.path != source.path && other.kinds.contains(source.database->kind) &&
                    other.state != Source::State::failed;
           });
  }
  return std::any_of(databases_.begin(), databases_.end(), [&](const auto& report) {
    return report->behind && report->state != QuestionState::failed &&
           source.kinds.contains(report->source.kind);
  });
}

void AnalysisSession::drop_databases() {
  ReportKinds touched;
  std::vector<std::unique_ptr<DatabaseReport>> kept;
  for (auto& report : databases_) {
    if (find_source(report->id)) {
      kept.push_back(std::move(report));
      continue;
    }
    touched.insert(report->source.kind);
    report->thread->stop();
    farewells_.dispose(std::shared_ptr<DatabaseThread>(std::move(report->thread)));
    chores_.dispose(std::move(report->shown));
    chores_.dispose(std::move(report->whole));
  }
  databases_ = std::move(kept);
  if (!touched.empty()) emit reports_changed(touched);
}

void AnalysisSession::release_answers() {
  for (const auto& report : databases_)
    for (const ReportSetPtr& answer : {report->shown, report->whole})
      if (answer) answer->release();
  if (databases_.empty()) release_.stop();
}

void AnalysisSession::ask(DatabaseReport& report, bool unbidden) {
  release_.start();
  if (!any_database(QuestionState::running))
    for (const auto& other : databases_) other->counted = false;
  report.counted = true;
  report.generation = next_id_++;
  report.unbidden = unbidden;
  report.failed_before = unbidden && report.state == QuestionState::failed;
  report.state.on(QuestionEvent::ask);
  report.asked_at = std::chrono::steady_clock::now();
  report.options = options_;
  report.options.now = QDateTime::currentSecsSinceEpoch();
  report.filter = table_filter();
  report.progress = std::make_shared<DatabaseProgress>();
  if (!report.failed_before) find_source(report.id)->sql_error.reset();
  report.thread->ask(
      [this, id = report.id, generation = report.generation,
       question = question_of(report.source, report.options, report.filter)](
          SqlConnection& connection, const QueryControl& control) -> SqlStatus {
        auto reports = run_sql_report(connection, question, control);
        if (!reports) return reports.error();
        QMetaObject::invokeMethod(
            this,
            [this, id, generation, answer = disposer_.guard(*reports)]() mutable {
              take_answer(id, generation, std::move(answer));
            },
            Qt::QueuedConnection);
        return Done{};
      },
      [box = report.progress](const SqlProgress& progress) {
        const std::lock_guard lock(box->mutex);
        box->latest = progress;
      },
      [this, id = report.id, generation = report.generation](const SqlStatus& status) {
        if (status) return;
        QMetaObject::invokeMethod(
            this,
            [this, id, generation, error = status.error()] { take_fault(id, generation, error); },
            Qt::QueuedConnection);
      });
}

void AnalysisSession::take_answer(const std::string& id, std::uint64_t generation,
                                  ReportSetPtr answer) {
  DatabaseReport* report = find_database(id);
  if (!report || report->generation != generation) {
    chores_.dispose(std::move(answer));
    return;
  }
  report->state.on(QuestionEvent::answer);
  report->failed_before = false;
  report->ended_at = std::chrono::steady_clock::now();
  report->answered = {QDateTime::currentSecsSinceEpoch(),
                      std::chrono::duration<double>(report->ended_at - report->asked_at).count()};
  const ReportKind kind = report->source.kind;
  Filter names = answer->filter;
  names.from.reset();
  names.to.reset();
  const bool fresh = report->whole && report->whole_current &&
                     same_for(kind, report->whole_options, report->options);
  // Of answers to a time range the first is kept, and any without one.
  if (!report->whole || same_filter(kind, answer->filter, Filter{}) ||
      (!fresh && same_filter(kind, names, Filter{}))) {
    chores_.dispose(std::exchange(report->whole, answer));
    report->whole_options = report->options;
    report->whole_answered = report->answered;
    report->whole_current = true;
  }
  Source& source = *find_source(id);
  source.rows = answer->load_of(kind).rows;
  source.answered = report->answered;
  source.sql_error.reset();
  // Meanwhile the filter may have changed where this report has no field.
  const bool replaces = std::exchange(report->behind, false);
  show_answer(*report, relabelled(answer, kind, table_filter()));
  if (replaces) make_room(kind, {id});
  update();
}

void AnalysisSession::take_fault(const std::string& id, std::uint64_t generation,
                                 const SqlError& error) {
  DatabaseReport* report = find_database(id);
  if (!report || report->generation != generation) return;
  const bool stopped = error.kind == SqlErrorKind::cancelled;
  report->state.on(stopped ? QuestionEvent::cancel : QuestionEvent::fail);
  report->failed_before = false;
  report->ended_at = std::chrono::steady_clock::now();
  if (!stopped) find_source(id)->sql_error = error;
  update();
}

void AnalysisSession::ask_databases_again() {
  for (const auto& report : databases_) {
    const ReportKind kind = report->source.kind;
    if (same_for(kind, report->options, options_) &&
        same_filter(kind, report->filter, table_filter())) {
      if (report->state == QuestionState::done)
        show_answer(*report, relabelled(report->shown, kind, table_filter()));
      continue;
    }
    const bool known = report->whole && report->whole_current &&
                       same_for(kind, report->whole_options, options_) &&
                       same_filter(kind, report->whole->filter, table_filter());
    if (!known) {
      ask(*report);
      continue;
    }
    report->thread->stop();
    report->generation = next_id_++;
    report->state.on(QuestionEvent::recall);
    report->failed_before = false;
    report->options = report->whole_options;
    report->answered = report->whole_answered;
    report->filter = table_filter();
    find_source(report->id)->sql_error.reset();
    find_source(report->id)->answered = report->answered;
    show_answer(*report, relabelled(report->whole, kind, table_filter()));
  }
}

void AnalysisSession::show_answer(DatabaseReport& report, ReportSetPtr answer) {
  report.shown_options = report.options;
  if (report.shown == answer) return;
  ReportSetPtr before = std::exchange(report.shown, std::move(answer));
  emit reports_changed(report.source.kind);
  chores_.dispose(std::move(before));
}

void AnalysisSession::ask_every(const std::string& path, std::chrono::seconds interval) {
  Source* const source = find_source(path);
  if (!source || !source->is_asked() || source->database->ask_every == interval) return;
  DatabaseSource changed = *source->database;
  changed.ask_every = interval;
  source->database = std::make_shared<const DatabaseSource>(changed);
  if (DatabaseReport* const report = find_database(path)) report->source = changed;
  update();
}

void AnalysisSession::ask_those_due() {
  const auto now = std::chrono::steady_clock::now();
  for (const auto& report : databases_) {
    const auto due = report->due(find_source(report->id)->sql_error);
    if (!due || *due > now) continue;
    report->whole_current = false;
    ask(*report, true);
  }
  update();
}

void AnalysisSession::wait_for_next_due() {
  std::optional<std::chrono::steady_clock::time_point> next;
  for (const auto& report : databases_) {
    const Source* const source = find_source(report->id);
    const auto due = source ? report->due(source->sql_error) : std::nullopt;
    if (due && (!next || *due < *next)) next = due;
  }
  if (!next) return due_.stop();
  const auto rest =
      std::chrono::ceil<std::chrono::milliseconds>(*next - std::chrono::steady_clock::now());
  due_.start(std::max(rest, std::chrono::milliseconds(0)));
}

bool AnalysisSession::unbidden() const {
  return !any_active() && detecting_.empty() &&
         std::ranges::all_of(databases_, [](const auto& report) {
           return report->state != QuestionState::running || report->unbidden;
         });
}

void AnalysisSession::reload_database(DatabaseReport& report) {
  report.whole_current = false;
  ask(report);
}

bool AnalysisSession::any_database(QuestionState state) const {
  return std::any_of(databases_.begin(), databases_.end(),
                     [state](const auto& report) { return report->state == state; });
}

bool AnalysisSession::outdated(ReportKind kind) const {
  const DatabaseReport* report = database_of(kind);
  return report ? report->outdated() : slice_error(kind).has_value();
}

std::optional<DatabaseAnswer> AnalysisSession::answered(ReportKind kind) const {
  const DatabaseReport* report = database_of(kind);
  return report && report->shown ? std::optional(report->answered) : std::nullopt;
}

DatabaseReport* AnalysisSession::find_database(const std::string& id) const {
  const auto found = std::find_if(databases_.begin(), databases_.end(),
                                  [&](const auto& report) { return report->id == id; });
  return found != databases_.end() ? found->get() : nullptr;
}

const DatabaseReport* AnalysisSession::database_of(ReportKind kind) const {
  const auto found = std::find_if(databases_.begin(), databases_.end(), [kind](const auto& report) {
    return report->source.kind == kind && !report->behind;
  });
  return found != databases_.end() ? found->get() : nullptr;
}

}  // namespace footfall
