#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "model/session/database_report.h"
#include "model/session/disposer.h"
#include "model/session/found_cause.h"
#include "model/session/found_pages.h"
#include "model/session/latest_answer.h"
#include "model/session/load_group.h"
#include "model/session/remembered_readings.h"
#include "model/session/source.h"
#include "model/session/task_thread.h"

namespace footfall {

/// What reports were made of, beside what stands in them.
struct ReportOrigin {
  ReportOptions options;
  SourceOriginsPtr files;                       ///< null while they are read, and of a table
  std::shared_ptr<const DatabaseSource> table;  ///< null of files
};

/// What a window works with: opened files and tables, the options and the filter, and the reports
/// that follow from them. All reading, asking and slicing happens on threads of its own; no
/// function here blocks but the destructor, which stops them and joins. Files that feed a common
/// report are read together, one that is opened later after them; they are read again when one of
/// them changes or is closed. So are tables whose rows are read here (DatabaseSource::fetched). Of
/// another table its database makes the report, which it feeds alone: what fed it before is
/// shown until the table's first answer is there, then put away; so is a table for files, once they
/// are read to their end. Where neither comes to that, what was shown stays. A table is asked again
/// for every filter; until the answer is there, and where none comes, its last good answer stays.
/// Results of a load or question that is no longer wanted are dropped.
class AnalysisSession : public QObject {
  Q_OBJECT
 public:
  enum class State : std::uint8_t {
    idle,
    loading,
    stopped,  ///< some files are read in part, or a question was stopped; resume() goes on
  };

  explicit AnalysisSession(LoadEngine engine, QObject* parent = nullptr);
  ~AnalysisSession() override;

  /// Before the process ends: stops everything and cancels what databases do, but waits for them
  /// alone, and frees nothing large. Nothing is done or told any more; not even destroying it.
  void leave();

  /// A path that is open already is read again instead.
  void add_sources(const std::vector<std::string>& paths);
  /// The same table for the same report is asked again instead. The password is kept in memory.
  void open_database(const DatabaseSource& table, const std::string& password);
  /// What was open at an earlier time, before anything else is: files are looked at one by one, so
  /// that none waits for what is behind it; tables stand there until open_database().
  void reopen(const std::vector<std::string>& paths, const std::vector<DatabaseSource>& tables);
  void remove_source(const std::string& path);
  void remove_all_sources();
  void reload_source(const std::string& path);

  /// Choices are kept in that file, and files of a known shape are read as they were chosen for it.
  void remember_readings_in(const std::string& file);
  /// Reads a file so, whatever it says itself. Where choices are kept: `plan` (plan_json()) is, and
  /// open files of the same shape that nobody chose for are read so, too. The error: it could not
  /// be kept beyond this run.
  [[nodiscard]] Status read_with(const std::string& path, const InputOptions& reading,
                                 const std::string& plan);
  /// Reads a file as it says itself, and forgets what is kept for its shape.
  [[nodiscard]] Status forget_reading(const std::string& path);
  void reload_all();
  /// From now on the table is asked again on its own, so long after it answered or failed; 0: only
  /// when somebody asks. Not before it was asked once, nor while it is.
  void ask_every(const std::string& path, std::chrono::seconds interval);
  [[nodiscard]] const std::vector<Source>& sources() const { return sources_; }

  /// `kinds` and `now` are the session's own affair: the clock when a load begins.
  void set_options(const ReportOptions& options);
  [[nodiscard]] const ReportOptions& options() const { return options_; }
  /// Its cleaning holds for files that are access logs alone.
  void set_filter(const Filter& filter);
  [[nodiscard]] const Filter& filter() const { return filter_; }
  /// What the period of the filter is compared with; nothing: with none.
  void set_compared_with(const std::optional<ComparedWith>& with);
  [[nodiscard]] const std::optional<ComparedWith>& compared_with() const { return compared_with_; }

  /// Goes on with files that grow, are rotated or cut (Analysis::look()). Files are read again when
  /// it begins; when it ends, last lines without an end count. Not for tables.
  void set_following(bool following);
  [[nodiscard]] bool following() const { return following_; }
  /// Files that the page of `kind` shows are followed.
  [[nodiscard]] bool follows(ReportKind kind) const;

  /// Keeps what was counted so far; the outcome follows as soon as the running chunks are done.
  void stop();
  void resume();
  [[nodiscard]] State state() const;
  [[nodiscard]] bool stopping() const { return stopping_; }
  /// Reports for the latest filter or options are being computed.
  [[nodiscard]] bool slicing() const;
  /// Of the loads under way or stopped, else of the last ones.
  [[nodiscard]] LoadProgress progress() const;

  /// The reports to show on the page of `kind`: the slice of the filter; null before there are any.
  [[nodiscard]] ReportSetPtr reports(ReportKind kind) const;
  /// The same beside that of the other period, or why it is not; null where no comparison is wanted
  /// or it is not there yet. It comes with the reports and speaks of them.
  [[nodiscard]] ReportComparisonPtr comparison(ReportKind kind) const;
  /// What those shown were made of.
  [[nodiscard]] ReportOrigin origin(ReportKind kind) const;
  /// The same without the filter.
  [[nodiscard]] ReportSetPtr whole(ReportKind kind) const;
  /// Those shown are an earlier answer of a database that failed, or was stopped, since; or
  /// slice_error() says why files have no answer.
  [[nodiscard]] bool outdated(ReportKind kind) const;
  /// When the database gave those shown; nothing for files.
  [[nodiscard]] std::optional<DatabaseAnswer> answered(ReportKind kind) const;
  /// What is under way was asked by nobody.
  [[nodiscard]] bool unbidden() const;
  /// Access logs are among the files that the page of `kind` shows.
  [[nodiscard]] bool shows_logs(ReportKind kind) const;
  /// Counts on a thread what cleanings could leave of them; `take` gets it here, unless the files
  /// are read again or another count is asked for meanwhile.
  void count_cleaning(ReportKind kind, std::function<void(const CleaningCounts&)> take);
  /// Finds on a thread what made a span of time in the visitors that are shown; `take` gets it
  /// here, unless another is asked for meanwhile.
  void find_peak_cause(const TimeSpan& span, std::function<void(const FoundCause&)> take);
  /// Counts on a thread the pages of the visitors that are shown over their whole time, compared as
  /// they are; `take` gets it here, unless they are asked for again meanwhile.
  void find_pages(std::function<void(const FoundPages&)> take);
  /// Finds on a thread what is shown of campaigns by date (Slices::campaign_days()); `take` gets it
  /// here, unless others are asked for meanwhile.
  void find_campaign_days(const std::vector<std::string>& names,
                          std::function<void(const FoundDays&)> take);
  /// Why the reports of files do not follow the filter and options; nothing where they do.
  [[nodiscard]] std::optional<Error> slice_error(ReportKind kind) const;

 signals:
  void sources_changed();
  void filter_changed();         ///< before the reports follow
  void compared_with_changed();  ///< the same
  void reports_changed(footfall::ReportKinds kinds);
  void state_changed();
  void progress_changed();  ///< ten times a second while loading

 private:
  struct Found {
    std::string path;
    std::uint64_t bytes = 0;
    Result<Detection> detection;
    Source::ReadBy read_by = Source::ReadBy::itself;
    InputOptions reading = {};
    std::vector<std::string> shapes = {};
  };

  void detect(std::vector<std::string> paths);
  [[nodiscard]] Found look_at(const std::string& path, const std::optional<InputOptions>& chosen,
                              const RememberedReadings::Plans* plans) const;
  [[nodiscard]] InputOptionsByPath readings_of(const std::vector<std::string>& paths) const;
  void take_found(const std::vector<Found>& found, std::uint64_t generation);
  void regroup(const std::set<std::string>& changed);
  void restart(LoadGroup& group, const Filter& filter);
  void start_next();
  void take_partial(std::uint64_t id, LoadResult result);
  void take_outcome(std::uint64_t id, Outcome outcome);
  void slice(LoadGroup& group, const ReportSetPtr& now, const ReportOptions& options,
             const Filter& filter);
  [[nodiscard]] ReportKinds kinds_to_compare(LoadGroup& group, ReportComparisons& refused) const;
  void take_slice(std::uint64_t id, std::uint64_t query, std::uint64_t version,
                  ReportSetPtr reports, ReportComparisons compared);
  void take_slice_fault(std::uint64_t id, std::uint64_t query, std::uint64_t version,
                        const Error& error);
  void take_result(LoadGroup& group, LoadResult result);
  void fail(LoadGroup& group, const Error& error);
  void ask_again();
  void slice_again();
  void show(LoadGroup& group);
  void set_shown(LoadGroup& group, ReportSetPtr reports, ReportComparisons compared);
  void abandon(LoadGroup& group);
  void update();
  void count_rows(const LoadGroup& group);
  void discard(LoadResult result);

  void look_at_growth();
  void take_look(std::uint64_t id, const Result<FollowLook>& look);
  void take_notes(LoadGroup& group, const std::vector<FollowNote>& notes);
  void end_growing(LoadGroup& group);

  Source& add_table(const DatabaseSource& table);
  void fetch_table(const DatabaseSource& table, const std::string& password);
  void fetch_again(const std::vector<std::string>& ids);
  [[nodiscard]] InputStreams streams_of(const LoadGroup& group) const;
  [[nodiscard]] bool has_tables(const LoadGroup& group) const;
  void ask(DatabaseReport& report, bool unbidden = false);
  void take_answer(const std::string& id, std::uint64_t generation, ReportSetPtr answer);
  void take_fault(const std::string& id, std::uint64_t generation, const SqlError& error);
  void ask_databases_again();
  void ask_those_due();
  void wait_for_next_due();
  void show_answer(DatabaseReport& report, ReportSetPtr answer);
  void reload_database(DatabaseReport& report);
  void make_room(ReportKind kind, const std::set<std::string>& except);
  void replace_tables(ReportKinds kinds, bool shown);
  void drop_databases();
  void release_answers();
  void show_state(Source& source) const;
  [[nodiscard]] bool any_database(QuestionState state) const;
  [[nodiscard]] DatabaseReport* find_database(const std::string& id) const;
  /// Whose answers the page shows.
  [[nodiscard]] const DatabaseReport* database_of(ReportKind kind) const;
  [[nodiscard]] bool is_leaving(const Source& source) const;

  [[nodiscard]] Source* find_source(const std::string& path);
  [[nodiscard]] LoadGroup* find_group(std::uint64_t id);
  [[nodiscard]] const LoadGroup* group_of(ReportKind kind) const;
  [[nodiscard]] bool any_active() const;
  [[nodiscard]] CauseGap visitors_gap() const;
  [[nodiscard]] ReportOptions wanted_options(const LoadGroup& group) const;
  [[nodiscard]] Filter wanted_filter(const LoadGroup& group) const;
  [[nodiscard]] Filter table_filter() const;

  LoadEngine engine_;
  std::vector<Source> sources_;
  std::map<std::string, InputOptions> chosen_;    // by path: as a person wants them read
  std::map<std::string, std::string> passwords_;  // of tables whose rows are read here, by path
  std::optional<RememberedReadings> remembered_;
  ReportOptions options_;
  Filter filter_;
  std::optional<ComparedWith> compared_with_;
  std::vector<std::unique_ptr<LoadGroup>> groups_;
  std::vector<std::unique_ptr<DatabaseReport>> databases_;
  std::set<std::pair<std::string, std::uint64_t>> detecting_;  // path, generation
  std::uint64_t next_id_ = 1;                                  // of groups and of detections
  std::uint64_t query_ = 1;                                    // generation of filter and options
  std::uint64_t running_ = 0;                                  // id of the running group
  LatestAnswer counting_{this};                                // count_cleaning()
  LatestAnswer dating_{this};                                  // find_campaign_days()
  LatestAnswer explaining_{this};                              // find_peak_cause()
  LatestAnswer paging_{this};                                  // find_pages()
  bool stopping_ = false;
  bool following_ = false;
  QTimer look_;  // at what is followed
  QTimer tick_;
  QTimer due_;                    // the next table to be asked on its own
  QTimer release_;                // of the memory of databases' answers that were looked at
  QElapsedTimer clock_;           // since the loads under way began
  std::uint64_t base_bytes_ = 0;  // progress at that time
  std::uint64_t base_rows_ = 0;
  bool working_ = false;

  // Last, so that they are joined before anything they could reach is gone.
  Disposer disposer_;
  TaskThread chores_;     // detection, and dropping large results
  TaskThread farewells_;  // joins the threads of databases that are no longer wanted
  TaskThread slicer_;
  TaskThread loader_;
};

}  // namespace footfall
