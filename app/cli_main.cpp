#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <ctime>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/cli_options.h"
#include "app/closing_words.h"
#include "app/compared_run.h"
#include "app/database_input.h"
#include "app/error_text.h"
#include "app/follow_run.h"
#include "app/input_warnings.h"
#include "app/inspect_command.h"
#include "app/interrupt.h"
#include "app/large_pages.h"
#include "app/load_command.h"
#include "app/output_checks.h"
#include "app/peak_tables.h"
#include "app/progress_line.h"
#include "app/reject_text.h"
#include "app/run_statistics.h"
#include "app/side_files.h"
#include "app/sql_error_text.h"
#include "app/version.h"
#include "model/core/failure.h"
#include "model/export/export_report.h"
#include "model/export/meta_file.h"
#include "model/pipeline/analysis.h"
#include "model/pipeline/parallel_for.h"
#include "model/pipeline/source_hashes.h"

namespace footfall {
namespace {

enum ExitStatus { kDone = 0, kFailed = 1, kWrongUsage = 2 };

void say(std::string_view text) {
  // Nothing can be done where standard error is closed.
  static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
}

int complain(std::string_view sentence, int status) {
  say(fmt::format("footfall-cli: {}\n", sentence));
  return status;
}

int print(std::string_view text) {
  OutputFile output = OutputFile::standard_output();
  const Status written = output.write(text);
  if (written || written.error().kind == ErrorKind::broken_pipe) return kDone;
  return complain(error_text(written.error()), kFailed);
}

// What the exception being handled means, in one line. To be called when everything was unwound:
// its memory is free again and its temporary files are gone.
int give_up() {
  const Error error = current_failure();
  try {
    return complain(error_text(error), kFailed);
  } catch (...) {
    say("footfall-cli: not enough memory\n");
    return kFailed;
  }
}

// Ends without destructors: freeing millions of entries would only delay the exit, and the thread
// that waits for signals still uses static objects.
[[noreturn]] void end_process(int status) { ::_exit(status); }

// One run from options to files. All files, the rejects and the statistics among them, appear
// together.
class Run {
 public:
  Run(CliOptions options, TemporaryFiles& temporary, ProgressLine& progress,
      DatabaseInput& database, FollowStop& follow)
      : options_(std::move(options)),
        temporary_(temporary),
        files_(temporary),
        progress_(progress),
        database_(database),
        follow_(follow) {}

  /// Returns the exit status of a run that failed; ends the process after one that did not.
  int execute() {
    if (options_.explain) return explain();
    if (const std::string sentence = find_output_conflict(options_); !sentence.empty())
      return complain(sentence, kWrongUsage);
    if (options_.follow) return follow();
    if (Status prepared = prepare(); !prepared) return fail(prepared.error());
    if (options_.database) {
      if (!options_.quiet) warnings_ = input_warnings(options_);
      const auto reports = database_.read(options_, progress_);
      progress_.clear();
      if (!reports) return complain(sql_error_text(reports.error()), kFailed);
      return finish(**reports, nullptr);
    }
    if (!options_.quiet) warnings_ = input_warnings(options_);
    // Tables come first: what a server has to say is known before hours of reading.
    auto inputs = database_.add_tables(options_, options_.analysis, progress_);
    if (!inputs) {
      progress_.clear();
      return complain(sql_error_text(inputs.error()), kFailed);
    }
    inputs->insert(inputs->end(), options_.inputs.begin(), options_.inputs.end());
    Analysis analysis(std::move(*inputs),
                      options_.compare ? options_for_comparison(options_) : options_.analysis);
    AnalysisEvents events;
    events.on_progress = [this](const Progress& progress) { progress_.show(progress); };
    std::stop_source stop;
    if (RejectsFile* const file = side_.rejects()) {
      events.on_input = [file](std::uint32_t input, const std::string& name) {
        file->name_input(input, name);
      };
      events.on_rejects = [file, &stop](std::span<const Reject> rejects) {
        if (!file->append(rejects)) stop.request_stop();
      };
    }
    Outcome outcome = analysis.run(stop.get_token(), events);
    progress_.clear();
    if (!options_.tables.empty()) database_.wait_if_interrupted();
    if (outcome.kind == Outcome::Kind::stopped) return fail(side_.rejects()->close().error());
    if (outcome.error && outcome.error->kind == ErrorKind::failed_stream)
      if (const auto fault = database_.fault_of(outcome.error->where))
        return complain(sql_error_text(*fault), kFailed);
    if (outcome.kind != Outcome::Kind::done) return fail(*outcome.error);
    origins_ = outcome.origins;
    if (!options_.compare) return finish(*outcome.reports, outcome.slices);
    compared_ = compared_run(options_, std::move(outcome));
    return finish(*compared_->now, nullptr);
  }

 private:
  using Clock = std::chrono::steady_clock;

  int follow() {
    if (!options_.quiet) warnings_ = input_warnings(options_);
    const FollowEnd end = run_following(options_, warnings_, temporary_, progress_, follow_);
    if (end.status != kDone) return complain(end.complaint, end.status);
    say(end.words);
    end_process(kDone);
  }

  int finish(const ReportSet& reports, const SlicesPtr& slices) {
    const LoadReport& load = reports.load_of(options_.report);
    if (const std::string sentence = find_too_many_rejects(options_, load); !sentence.empty())
      return complain(sentence, kFailed);
    if (Status written = write(reports, slices); !written) return fail(written.error());
    say(closing_words_);
    end_process(kDone);
  }

  int explain() {
    const auto statements = database_.explain(options_);
    if (!statements) return complain(sql_error_text(statements.error()), kFailed);
    std::string text;
    for (const std::string& statement : *statements) text += statement + ";\n\n";
    text.pop_back();
    return print(text);
  }

  // What can go wrong with the output is found before hours of reading.
  Status prepare() {
    if (!options_.output.empty()) {
      if (Status made = files_.make_folder(options_.output); !made) return made;
      for (const std::string& path : report_paths(options_))
        if (Status free = StagedFiles::check(path); !free) return free;
    }
    return side_.open(options_, files_);
  }

  Status write(const ReportSet& reports, const SlicesPtr& slices) {
    const ParallelFor parallel = parallel_for(options_.analysis.run.threads);
    const std::vector<TablePtr> beside =
        compared_ ? compared_->tables : peak_tables(options_, reports, slices);
    if (!options_.output.empty()) {
      if (Status staged = stage_report(files_, reports, options_.report, options_.form,
                                       options_.output, parallel, beside);
          !staged)
        return staged;
    }
    elapsed_seconds_ = std::chrono::duration<double>(Clock::now() - begin_).count();
    if (options_.meta) {
      if (Status told = write_meta(reports); !told) return told;
    }
    const auto as_json = [&] { return statistics_json(statistics(reports)); };
    if (Status finished = side_.finish(as_json); !finished) return finished;
    if (options_.output.empty()) {
      OutputFile output = OutputFile::standard_output();
      const Status written =
          beside.empty()
              ? write_main_table(output, reports, options_.report, options_.form, parallel)
              : write_table(output, beside.front(), options_.form, parallel);
      // A reader that has seen enough is no failure.
      if (!written && written.error().kind != ErrorKind::broken_pipe) return written;
    }
    // Nothing may fail any more when the files are in their places.
    closing_words_ = closing_words(options_, warnings_, statistics(reports));
    const auto committed = files_.commit();
    if (!committed) return committed.error();
    return Done{};
  }

  // An interrupt ends the process, also while sources are read once more.
  Status write_meta(const ReportSet& reports) {
    MetaFile meta{"footfall-cli", kVersion, std::time(nullptr), options_.report,
                  options_.analysis.report};
    meta.form = options_.form;
    meta.files = report_files(options_);
    meta.origins = origins_;
    const auto& columns = options_.analysis.input.columns;
    if (const auto& table = options_.database)
      meta.table_basis = table_basis_json(table->where, {columns.begin(), columns.end()});
    const Clock::time_point begin = Clock::now();
    meta.hashes = hash_sources(origins_ ? *origins_ : SourceOrigins{},
                               [&](std::uint64_t done, std::uint64_t total) {
                                 progress_.show_hashing(
                                     done, total,
                                     std::chrono::duration<double>(Clock::now() - begin).count());
                               },
                               {});
    progress_.clear();
    hash_seconds_ = std::chrono::duration<double>(Clock::now() - begin).count();
    if (compared_) meta.more = comparison_json(*compared_);
    if (options_.peaks > 0)
      meta.more += peaks_member(options_.peaks, options_.peaks_by.value_or(PeakOrder::size));
    return stage_meta(files_, meta_path(options_), meta, reports);
  }

  [[nodiscard]] RunStatistics statistics(const ReportSet& reports) const {
    return {reports, options_.report, elapsed_seconds_, compared_ ? &*compared_ : nullptr,
            hash_seconds_};
  }

  static int fail(const Error& error) {
    const bool usage = error.kind == ErrorKind::bad_encoding || error.where.starts_with("--");
    return complain(error_text(error), usage ? kWrongUsage : kFailed);
  }

  CliOptions options_;
  TemporaryFiles& temporary_;
  StagedFiles files_;
  ProgressLine& progress_;
  DatabaseInput& database_;
  FollowStop& follow_;
  SideFiles side_;
  std::optional<ComparedRun> compared_;
  Clock::time_point begin_ = Clock::now();
  double elapsed_seconds_ = 0;
  std::optional<double> hash_seconds_;
  SourceOriginsPtr origins_;  // of files
  std::string warnings_;      // about what was asked for
  std::string closing_words_;
};

[[noreturn]] void run_command(CliOptions options) {
  // A closed pipe and a file over its size limit are errors of write(), not the end of the process.
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);
  static TemporaryFiles temporary;
  static ProgressLine progress(options.progress_every, options.quiet);
  static DatabaseInput database;
  static FollowStop follow;
  static Interrupt interrupt(
      "footfall-cli", Interrupt::Signals::blocked,
      [] {
        database.interrupt([] { return progress.stuck(); });
        return progress.take_clearing();
      },
      [](int signal) { return follow.take(signal); });
  int status = kFailed;
  try {
    if (options.inspect) {
      const InspectEnd end = run_inspect(options, temporary);
      status = end.status != kDone ? complain(end.complaint, end.status) : kDone;
    } else if (options.load) {
      const LoadEnd end = run_load(options, temporary, progress, database);
      status = end.status != kDone ? complain(end.complaint, end.status) : kDone;
      if (status == kDone && !options.quiet) say(end.statistics);
    } else {
      // The run takes its temporary files back before the process ends.
      status = Run(std::move(options), temporary, progress, database, follow).execute();
    }
  } catch (...) {
    progress.clear();
    status = give_up();
  }
  end_process(status);
}

int run_program(int argc, char** argv) {
  const std::span<const char* const> arguments(argv + 1,
                                               static_cast<std::size_t>(argc > 0 ? argc - 1 : 0));
  ParsedCommand command = parse_command(arguments, std::time(nullptr));
  switch (command.action) {
    case ParsedCommand::Action::help:
      return print(help_text());
    case ParsedCommand::Action::version:
      return print(fmt::format("footfall-cli {}\n", kVersion));
    case ParsedCommand::Action::fail:
      return complain(command.complaint, command.status);
    case ParsedCommand::Action::run:
      run_command(std::move(command.options));
  }
  return kFailed;
}

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  try {
    footfall::restart_with_large_pages(argc, argv);
    return footfall::run_program(argc, argv);
  } catch (...) {
    footfall::end_process(footfall::give_up());
  }
}
