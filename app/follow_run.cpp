#include "app/follow_run.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <utility>
#include <vector>

#include "app/closing_words.h"
#include "app/error_text.h"
#include "app/follow_text.h"
#include "app/output_checks.h"
#include "app/peak_tables.h"
#include "app/reject_text.h"
#include "app/rejects_spool.h"
#include "app/run_statistics.h"
#include "model/export/export_report.h"
#include "model/pipeline/analysis.h"
#include "model/pipeline/parallel_for.h"

namespace footfall {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kNotDone = 1;
constexpr int kUsageFault = 2;
constexpr std::chrono::milliseconds kShortest{800};
constexpr std::chrono::milliseconds kLook{1000};  // where the system does not tell of changes
constexpr std::chrono::milliseconds kBreath{50};  // between looks that find nothing
constexpr int kShare = 10;                        // of the time is spent on replacing

void put_on_errors(std::string_view text) {
  static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
}

// A device, a pipe or a stream takes what comes: it gets the last state alone.
bool is_replaceable(const std::string& path) {
  struct stat status {};
  return !StagedFiles::is_stream(path) &&
         (::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode));
}

class Following {
 public:
  Following(const CliOptions& options, const std::string& warnings, TemporaryFiles& temporary,
            ProgressLine& progress, FollowStop& stop)
      : options_(options),
        warnings_(warnings),
        temporary_(temporary),
        progress_(progress),
        stop_(stop),
        spool_(temporary),
        analysis_(options.inputs, options.analysis) {}

  FollowEnd run() {
    if (Status prepared = prepare(); !prepared) return fail(prepared.error());
    stop_.begin();
    Outcome outcome = read(true);
    bool ending = false;
    for (;;) {
      if (outcome.kind != Outcome::Kind::done) return fail(error_of(outcome));
      if (ending) return finish(*outcome.reports);
      if (Status put = publish(*outcome.reports, false); !put) return fail(put.error());
      outcome = {};
      const Clock::time_point next =
          std::max(begin_ + kShortest, Clock::now() + (kShare - 1) * (Clock::now() - begin_));
      ending = wait_for_more(next);
      if (look_error_) return fail(*look_error_);
      outcome = read(false);
    }
  }

 private:
  Status prepare() {
    StagedFiles files(temporary_);
    if (Status made = files.make_folder(options_.output); !made) return made;
    for (const std::string& path : report_paths(options_))
      if (Status free = StagedFiles::check(path); !free) return free;
    for (const std::string& path : {options_.rejects_file, options_.stats_file})
      if (Status free = path.empty() ? Status(Done{}) : StagedFiles::check(path); !free)
        return free;
    // The folder stays.
    if (const auto kept = files.commit(); !kept) return kept.error();
    return options_.rejects_file.empty() ? Status(Done{}) : spool_.open(options_.output);
  }

  // Returns when there is something to be read, not before `next`; true: it is the last.
  bool wait_for_more(Clock::time_point next) {
    for (;;) {
      const bool last = stop_.wanted() || !open_;
      const Result<FollowLook> look = last ? analysis_.end_following() : analysis_.look();
      if (!look) {
        look_error_ = look.error();
        return true;
      }
      tell(look->notes);
      open_ = look->open;
      if (last) return true;
      if (!open_) continue;
      stop_.watch().set_paths(analysis_.followed_paths());
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now());
      if (left.count() > 0) {
        // A file that takes a name is got hold of before the next one does.
        stop_.watch().rest(left);
      } else if (look->more) {
        return false;
      } else {
        stop_.watch().wait(kLook);
        next = Clock::now() + kBreath;
      }
    }
  }

  Outcome read(bool first) {
    begin_ = Clock::now();
    AnalysisEvents events;
    if (first) events.on_progress = [this](const Progress& now) { progress_.show(now); };
    std::stop_source stop;
    if (!options_.rejects_file.empty()) {
      events.on_input = [this](std::uint32_t input, const std::string& name) {
        spool_.name_input(input, name);
      };
      events.on_rejects = [this, &stop](std::span<const Reject> rejects) {
        if (!spool_.append(rejects)) stop.request_stop();
      };
      events.on_read_again = [this](std::uint32_t input) { spool_.forget_from(input); };
    }
    Outcome outcome = analysis_.run(stop.get_token(), events);
    progress_.clear();
    if (outcome.reports) peaks_ = peak_tables(options_, *outcome.reports, outcome.slices);
    outcome.slices.reset();  // kept, they would make the next run copy what it adds to
    return outcome;
  }

  Error error_of(const Outcome& outcome) {
    if (outcome.error) return *outcome.error;
    return spool_.status() ? Error{ErrorKind::write_failed, options_.rejects_file, {}, {}}
                           : spool_.status().error();
  }

  // Replaces all files by those of a run over what was read, if that is something else than before.
  Status publish(const ReportSet& reports, bool last) {
    const LoadReport& load = reports.load_of(options_.report);
    const std::pair state(load.rows.read() + load.rows.lines_left_out, load.sources.size());
    const bool changed = std::exchange(published_, state) != state;
    if (!changed && !last) return Done{};
    const std::string obstacle = find_too_many_rejects(options_, load);
    if (!obstacle.empty()) {
      if (!last && !std::exchange(obstructed_, true))
        put_on_errors(fmt::format(
            "footfall-cli: {}; the files stay as they are until that changes\n", obstacle));
      return Done{};
    }
    obstructed_ = false;
    StagedFiles files(temporary_);
    if (Status staged =
            stage_report(files, reports, options_.report, options_.form, options_.output,
                         parallel_for(options_.analysis.run.threads), peaks_);
        !staged)
      return staged;
    if (!options_.rejects_file.empty() && (last || is_replaceable(options_.rejects_file))) {
      Result<OutputFile> file = files.create(options_.rejects_file);
      if (!file) return file.error();
      if (Status copied = spool_.copy_to(*file, analysis_.inputs_in_order()); !copied)
        return copied;
      if (Status closed = file->close(); !closed) return closed;
    }
    elapsed_ = std::chrono::duration<double>(Clock::now() - start_).count();
    if (!options_.stats_file.empty() && (last || is_replaceable(options_.stats_file))) {
      Result<OutputFile> file = files.create(options_.stats_file);
      if (!file) return file.error();
      if (Status put = file->write(statistics_json({reports, options_.report, elapsed_})); !put)
        return put;
      if (Status closed = file->close(); !closed) return closed;
    }
    const auto committed = files.commit();
    if (!committed) return committed.error();
    return Done{};
  }

  FollowEnd finish(const ReportSet& reports) {
    if (const std::string sentence =
            find_too_many_rejects(options_, reports.load_of(options_.report));
        !sentence.empty())
      return {kNotDone, sentence, {}};
    if (Status put = publish(reports, true); !put) return fail(put.error());
    return {0, {}, closing_words(options_, warnings_, {reports, options_.report, elapsed_})};
  }

  void tell(const std::vector<FollowNote>& notes) const {
    if (options_.quiet) return;
    std::string lines;
    for (const FollowNote& note : notes) lines += follow_line(note);
    if (!lines.empty()) put_on_errors(lines);
  }

  static FollowEnd fail(const Error& error) {
    const bool usage = error.kind == ErrorKind::bad_encoding || error.where.starts_with("--");
    return {usage ? kUsageFault : kNotDone, error_text(error), {}};
  }

  const CliOptions& options_;
  const std::string& warnings_;
  TemporaryFiles& temporary_;
  ProgressLine& progress_;
  FollowStop& stop_;
  RejectsSpool spool_;
  Analysis analysis_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point begin_;  // of the last reading
  bool open_ = true;         // something may come
  bool obstructed_ = false;
  std::vector<TablePtr> peaks_;  // of the last reading
  std::optional<Error> look_error_;
  std::optional<std::pair<std::uint64_t, std::size_t>> published_;
  double elapsed_ = 0;
};

}  // namespace

bool FollowStop::take(int signal) {
  if (!following_ || signal == SIGHUP || wanted_.exchange(true)) return false;
  watch_.wake();
  return true;
}

FollowEnd run_following(const CliOptions& options, const std::string& warnings,
                        TemporaryFiles& temporary, ProgressLine& progress, FollowStop& stop) {
  return Following(options, warnings, temporary, progress, stop).run();
}

}  // namespace footfall
