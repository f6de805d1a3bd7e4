// Long, for the threads of a load share one state, which is guarded in this file alone.
#include "model/pipeline/analysis.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <exception>
#include <map>
#include <numeric>
#include <set>
#include <thread>
#include <utility>

#include "model/core/failure.h"
#include "model/input/folder.h"
#include "model/input/input_members.h"
#include "model/parse/input_formats.h"
#include "model/parse/opened_input.h"
#include "model/parse/plan_basis.h"
#include "model/parse/saved_plan.h"
#include "model/pipeline/helper_threads.h"
#include "model/pipeline/input_queue.h"
#include "model/pipeline/kept_cells.h"
#include "model/pipeline/parallel_for.h"
#include "model/pipeline/report_stage.h"

namespace footfall {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kFirstPartial{60};
constexpr int kPartialShare = 10;  // a partial result may cost one part in ten of the load

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

// A path as it was given: within a column of JSON its name is in front.
std::string shown_place(const InputLayout& layout, const RoleSource& source) {
  JsonPath path = source.keys;
  if (!path.empty() && source.column < layout.header.size())
    path.insert(path.begin(), layout.header[source.column]);
  return shown_path(path);
}

// Where all that was opened since can be read again from.
struct Base {
  InputQueue::Place place;
  std::vector<std::shared_ptr<const void>> states;  // by stage
  std::vector<RejectLog::State> logs;
  std::vector<std::vector<RowCounts>> counts;
  std::uint64_t rows = 0;
};

}  // namespace

class Analysis::Impl {
 public:
  Impl(std::vector<std::string> inputs, AnalysisOptions options)
      : options_(std::move(options)), queue_(std::move(inputs), options_) {
    threads_ = options_.run.threads != 0 ? options_.run.threads
                                         : std::max(1U, std::thread::hardware_concurrency());
    for (ReportKind kind : kAllReports) {
      if (!options_.report.kinds.contains(kind)) continue;
      std::unique_ptr<ReportStage> stage = make_stage(kind, options_);
      if (!stage) continue;
      stages_.push_back(std::move(stage));
      logs_.push_back(std::make_unique<RejectLog>());
      counts_.emplace_back();
    }
  }

  void add_inputs(std::vector<std::string> inputs, InputOptionsByPath own_input) {
    options_.own_input.insert(own_input.begin(), own_input.end());
    queue_.add_inputs(std::move(inputs), std::move(own_input));
  }

  std::vector<std::string> followed_paths() const { return queue_.followed_paths(); }

  std::vector<std::uint32_t> inputs_in_order() const {
    const std::vector<InputQueue::Opened> opened = queue_.opened();
    std::vector<std::uint32_t> order(opened.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::ranges::stable_sort(order, {}, [&](std::uint32_t input) {
      return std::pair(opened[input].file, opened[input].turn);
    });
    return order;
  }

  Result<FollowLook> look(bool last) {
    const Result<FollowedInputs::Look> look = last ? queue_.end_following() : queue_.look();
    if (!look) return look.error();
    ending_ = ending_ || last;
    FollowLook found{look->more || queue_.any_unopened(), look->open, queue_.take_notes()};
    if (look->reread) {
      if (base_ && queue_.can_go_back_to(base_->place)) {
        go_back();
        found.more = true;
      } else if (!std::exchange(told_other_reading_, true)) {
        found.notes.push_back({FollowNoteKind::other_reading, queue_.input_in_turn(), {}, 0, {}});
      }
    } else if (base_ && queue_.settled_since(base_->place)) {
      base_.reset();
    }
    if (!base_ && look->fresh && found.more) set_base();
    constexpr std::uint64_t kMostKept = std::uint64_t{256} << 20;
    const std::optional<InputQueue::Place> place =
        base_ ? std::optional(base_->place) : std::nullopt;
    if (queue_.release_before(place) > kMostKept) {
      base_.reset();
      queue_.release_before(std::nullopt);
    }
    return found;
  }

  Outcome run(std::stop_token stop, const AnalysisEvents& events) try {
    return load(std::move(stop), events);
  } catch (const Stopped&) {
    crews_.clear();
    handed_.clear();
    return abandoned();
  } catch (...) {
    crews_.clear();  // what was counted is of no use, and memory may be what is missing
    handed_.clear();
    return failed(current_failure(queue_.input_in_turn()));
  }

 private:
  using Workers = std::vector<std::unique_ptr<ReportWorker>>;  // one per stage

  // What one thread is working with.
  struct Crew {
    Workers workers;
    ChunkScratch scratch;
    unsigned handed_over = 0;  // partial results it has given its state to
  };

  void set_base() {
    Base& base = base_.emplace();
    base.place = queue_.place();
    base.counts = counts_;
    base.rows = rows_;
    for (const auto& stage : stages_) base.states.push_back(stage->state());
    for (const auto& log : logs_) base.logs.push_back(log->state());
  }

  void go_back() {
    queue_.go_back_to(base_->place);
    counts_ = base_->counts;
    rows_ = base_->rows;
    for (std::size_t i = 0; i < stages_.size(); ++i) {
      stages_[i]->go_back_to(base_->states[i]);
      logs_[i]->go_back_to(base_->logs[i]);
    }
    read_again_ = static_cast<std::uint32_t>(base_->place.opened);
  }

  Outcome load(std::stop_token stop, const AnalysisEvents& events) {
    // Without kept slices the states were emptied into the reports.
    if (ran_ && !options_.run.keep_slices)
      return failed({ErrorKind::unsupported, "continue", "a load without kept slices", {}});
    if (options_.run.abandoned.stop_requested()) throw Stopped{};
    if (options_.run.follow && !base_ && queue_.any_unopened()) set_base();
    if (options_.run.clock_moves)
      for (const auto& stage : stages_) stage->set_clock(std::time(nullptr));
    if (const auto first = std::exchange(read_again_, std::nullopt); first && events.on_read_again)
      events.on_read_again(*first);
    ran_ = true;
    begin_ = Clock::now();
    stop_ = std::move(stop);
    events_ = &events;
    error_.reset();
    stopping_ = false;
    next_partial_ = begin_ + kFirstPartial;
    for (auto& log : logs_) log->set_listener(events.on_rejects);
    queue_.set_listener(events.on_input);
    if (Status status = queue_.check_inputs(); !status) return failed(status.error());
    // A file of one chunk is not worth a thread.
    const std::optional<std::uint64_t> total = queue_.bytes_ahead();
    const unsigned threads =
        total && *total < (std::uint64_t{256} << 10) && options_.run.chunk_bytes == 0 ? 1
                                                                                      : threads_;
    crews_.clear();
    crews_.resize(threads);
    read_on(threads);
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    // A stream that was cancelled for the stop is none that failed.
    if (error_ && !(error_->kind == ErrorKind::failed_stream && stop_.stop_requested()))
      return failed(*error_);
    if (!stopping_)
      if (const std::optional<Error> error = contradicted_guess()) return failed(*error);
    if (options_.run.abandoned.stop_requested()) throw Stopped{};
    const ParallelFor parallel = stoppable(parallel_for(threads), options_.run.abandoned);
    gather(take_all(), parallel);
    // A key may come as long as rows do.
    const bool all_read = !stopping_ && (!options_.run.follow || ending_);
    if (const auto missing = all_read ? missing_key() : std::nullopt) return failed(*missing);
    Outcome outcome;
    outcome.kind = stopping_ ? Outcome::Kind::stopped : Outcome::Kind::done;
    outcome.progress = progress();
    auto [reports, slices] = publish(outcome.kind == Outcome::Kind::stopped, parallel);
    seconds_before_ += seconds_since(begin_);
    outcome.reports = std::move(reports);
    outcome.slices = std::move(slices);
    outcome.origins = origins();
    return outcome;
  }

  // A value that only another reading takes than the one that was guessed.
  std::optional<Error> contradicted_guess() const {
    for (std::size_t i = 0; i < stages_.size(); ++i) {
      const std::optional<Reject> found = logs_[i]->contradiction();
      if (!found) continue;
      const EventType type = events_of(stages_[i]->kind());
      const InputQueue::Opened input = queue_.opened()[found->file];
      const ValueForms& forms = input.layout->forms[type];
      const GuessOptions options = guess_options(forms, type, found->column);
      Error error{ErrorKind::contradicted_guess, input.name, found->excerpt, options.against};
      error.column = found->column;
      error.line = found->line;
      error.other = options.with;
      return error;
    }
    return std::nullopt;
  }

  Outcome abandoned() const {
    Outcome outcome;
    outcome.kind = Outcome::Kind::stopped;
    outcome.progress = progress();
    return outcome;
  }

  Outcome failed(const Error& error) {
    Outcome outcome;
    outcome.kind = Outcome::Kind::failed;
    outcome.error = error;
    outcome.progress = progress();
    return outcome;
  }

  Workers make_workers() const {
    Workers workers;
    for (const auto& stage : stages_) workers.push_back(stage->make_worker());
    return workers;
  }

  // All threads read to the end of the inputs, or until one of them meets an error.
  void read_on(unsigned threads) {
    const auto work = [this](unsigned self) noexcept {
      try {
        read_chunks(crews_[self]);
      } catch (...) {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
        stopping_ = true;
      }
      const std::lock_guard lock(mutex_);
      ++finished_threads_;
    };
    std::unique_lock lock(mutex_);
    const HelperThreads helpers(threads - 1, work);
    // Nobody waits for the state of a thread that could not be made.
    finished_threads_ += threads - 1 - helpers.size();
    lock.unlock();
    work(0);
  }

  // One thread's loop: take a chunk, add it to every report it feeds, commit its rejects.
  void read_chunks(Crew& crew) {
    crew.workers = make_workers();
    ChunkBuffer buffer;
    while (!stopping_.load(std::memory_order_relaxed)) {
      if (stop_.stop_requested() || options_.run.abandoned.stop_requested()) {
        stopping_ = true;
        break;
      }
      Result<std::optional<InputQueue::Piece>> taken = queue_.take(buffer, logs_);
      if (!taken) {
        const std::lock_guard lock(mutex_);
        if (!error_) error_ = taken.error();
        stopping_ = true;
        break;
      }
      if (!*taken) break;
      const InputQueue::Piece& piece = **taken;
      std::uint64_t rows = 0;
      for (std::size_t i = 0; i < stages_.size(); ++i) {
        ChunkRejects rejects;
        rejects.chunk = piece.piece.chunk.index;
        rejects.input = piece.piece.chunk.input;
        if (piece.layout->feeds.contains(events_of(stages_[i]->kind()))) {
          ReportWorker& worker = *crew.workers[i];
          const std::uint64_t before = rows_in(worker, rejects.input);
          worker.consume(piece.piece, *piece.layout, crew.scratch, logs_[i]->wants_details(),
                         rejects);
          rows = std::max(rows, rows_in(worker, rejects.input) - before);
        }
        logs_[i]->commit(std::move(rejects));
      }
      rows_ += rows;
      if (events_->on_progress) {
        const std::lock_guard lock(event_mutex_);
        events_->on_progress(progress());
      }
      if (options_.run.partial_results && events_->on_partial) hand_over(crew);
    }
  }

  static std::uint64_t rows_in(const ReportWorker& worker, std::uint32_t input) {
    return input < worker.counts().size() ? worker.counts()[input].read() : 0;
  }

  // When a partial result is due, every thread gives its state away at its next chunk boundary and
  // goes on with a fresh one; the last to give merges them all.
  void hand_over(Crew& crew) {
    std::vector<Workers> states;
    {
      const std::lock_guard lock(mutex_);
      if (!merging_ && crew.handed_over == partials_ && Clock::now() >= next_partial_) {
        ++partials_;
        merging_ = true;
      }
      if (crew.handed_over == partials_) return;
      crew.handed_over = partials_;
      handed_.push_back(std::exchange(crew.workers, make_workers()));
      if (handed_.size() + finished_threads_ < crews_.size()) return;
      states.swap(handed_);
    }
    const Clock::time_point begin = Clock::now();
    const ParallelFor here = stoppable(run_in_sequence, options_.run.abandoned);
    gather(std::move(states), here);
    // A stop is answered with a result of its own.
    if (stop_.stop_requested()) return;
    auto [reports, slices] = publish(true, here);
    {
      const std::lock_guard lock(event_mutex_);
      events_->on_partial(std::move(reports), std::move(slices));
    }
    const std::lock_guard lock(mutex_);
    merging_ = false;
    next_partial_ =
        Clock::now() + kPartialShare * static_cast<int>(crews_.size()) * (Clock::now() - begin);
    // Showing a result has its price too, and a growing share of the rows changes ever less.
    next_partial_ = std::max(
        next_partial_, begin + std::max<Clock::duration>(2 * kFirstPartial, (begin - begin_) / 2));
  }

  std::vector<Workers> take_all() {
    std::vector<Workers> states = std::move(handed_);
    handed_.clear();
    for (Crew& crew : crews_)
      if (!crew.workers.empty()) states.push_back(std::move(crew.workers));
    crews_.clear();
    finished_threads_ = 0;
    merging_ = false;
    partials_ = 0;
    return states;
  }

  // Merges states of all threads into the stages' gathered ones, counts included.
  void gather(std::vector<Workers> states, const ParallelFor& parallel) {
    for (std::size_t i = 0; i < stages_.size(); ++i) {
      Workers workers;
      for (Workers& state : states) {
        const std::vector<RowCounts>& counts = state[i]->counts();
        if (counts_[i].size() < counts.size()) counts_[i].resize(counts.size());
        for (std::size_t input = 0; input < counts.size(); ++input)
          counts_[i][input] += counts[input];
        workers.push_back(std::move(state[i]));
      }
      stages_[i]->gather(std::move(workers), parallel);
    }
  }

  // A key that was asked for by name and that no row of any input has.
  std::optional<Error> missing_key() const {
    std::set<std::string> found;
    std::map<std::string, Error> missing;
    const std::vector<InputQueue::Opened> opened = queue_.opened();
    for (std::size_t stage = 0; stage < stages_.size(); ++stage) {
      const EventType type = events_of(stages_[stage]->kind());
      for (std::size_t input = 0; input < counts_[stage].size(); ++input) {
        const auto& layout = opened[input].layout;
        if (!layout->feeds.contains(type)) continue;
        const RowCounts& rows = counts_[stage][input];
        const bool any =
            rows.read() >
            rows.rejected_by_reason[static_cast<std::size_t>(RejectReason::malformed_row)];
        for (std::size_t place = 0; place < layout->roles[type].size(); ++place) {
          const RoleSource& source = layout->roles[type][place];
          std::string key = shown_place(*layout, source);
          if (!source.must_occur || (rows.found_places >> place & 1) != 0)
            found.insert(std::move(key));
          else if (any)
            missing.emplace(key, Error{ErrorKind::missing_key, opened[input].name,
                                       listed(layout->header).substr(0, kShownHeader), key});
        }
      }
    }
    for (const auto& [key, error] : missing)
      if (!found.contains(key)) return error;
    return std::nullopt;
  }

  std::pair<ReportSetPtr, SlicesPtr> publish(bool partial, const ParallelFor& parallel) const {
    KeptCells::Base base;
    base.options = options_.report;
    base.slices = options_.run.keep_slices;
    base.partial = partial;
    base.threads = threads_;
    for (std::size_t i = 0; i < stages_.size(); ++i) {
      const ReportKind kind = stages_[i]->kind();
      // A report nobody asked for by name exists only where an input feeds it.
      if (!options_.report.kinds_required && !queue_.feeds(events_of(kind))) continue;
      base.cells[kind] = stages_[i]->cells();
      base.load[kind] = load_report(i);
    }
    auto kept = std::make_shared<const KeptCells>(std::move(base));
    ReportSetPtr reports = kept->whole(options_.filter, parallel);
    return {std::move(reports),
            options_.run.keep_slices ? SlicesPtr(std::move(kept)) : SlicesPtr()};
  }

  LoadReport load_report(std::size_t stage) const {
    LoadReport load;
    const std::vector<InputQueue::Opened> opened = queue_.opened();
    const std::vector<std::uint32_t> order = inputs_in_order();
    for (const std::uint32_t input : order) {
      const InputLayout& layout = opened[input].told ? *opened[input].told : *opened[input].layout;
      SourceCounts source;
      source.path = opened[input].name;
      source.given = opened[input].given;
      source.format = layout.description();
      if (!opened[input].stream.empty()) source.format = opened[input].stream;
      source.notes = opened[input].notes;
      source.bytes = opened[input].bytes;
      source.plan = plan_json(layout, opened[input].options, options_.report.source_zone);
      source.notes.insert(source.notes.end(), layout.notes.begin(), layout.notes.end());
      source.is_log = layout.log != nullptr;
      source.keyed = format_row(layout.format).fields == FieldsBy::key;
      source.decimal_comma =
          layout.forms[events_of(stages_[stage]->kind())].mark == DecimalMark::comma;
      const auto& more = layout.matches[events_of(stages_[stage]->kind())].notes;
      source.notes.insert(source.notes.end(), more.begin(), more.end());
      if (input < counts_[stage].size()) source.rows = counts_[stage][input];
      source.rows.lines_left_out += layout.lines_left_out;
      load.rows += source.rows;
      load.bytes += source.bytes;
      load.sources.push_back(std::move(source));
    }
    for (const std::string& path : queue_.waiting()) {
      SourceCounts& source = load.sources.emplace_back();
      source.path = path;
      source.given = path;
    }
    load.left_out = queue_.left_out();
    load.rejects = logs_[stage]->kept();
    load.first_rejects = logs_[stage]->first();
    // Of what is followed a later input may be opened before an earlier one.
    if (!std::ranges::is_sorted(order)) {
      std::vector<std::uint32_t> places(order.size());
      for (std::uint32_t place = 0; place < order.size(); ++place) places[order[place]] = place;
      for (std::vector<Reject>* rejects : {&load.rejects, &load.first_rejects}) {
        for (Reject& reject : *rejects) reject.file = places[reject.file];
      }
    }
    if (options_.run.follow)
      for (std::vector<Reject>* rejects : {&load.rejects, &load.first_rejects})
        std::ranges::stable_sort(*rejects, {}, &Reject::file);
    load.seconds = seconds_before_ + seconds_since(begin_);
    return load;
  }

  SourceOriginsPtr origins() const {
    auto origins = std::make_shared<SourceOrigins>();
    const std::vector<InputQueue::Opened> opened = queue_.opened();
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> places;  // of files
    for (const std::uint32_t input : inputs_in_order()) {
      const InputQueue::Opened& one = opened[input];
      const auto [place, first] = places.try_emplace({one.file, one.turn}, origins->files.size());
      if (first) origins->files.push_back(queue_.read_file(one));
      origins->inputs.push_back(
          {place->second, plan_basis_json(one.told ? *one.told : *one.layout, one.options)});
    }
    return origins;
  }

  Progress progress() const {
    return {queue_.bytes_done(), queue_.bytes_total(), rows_.load(), seconds_since(begin_)};
  }

  AnalysisOptions options_;
  InputQueue queue_;
  unsigned threads_ = 1;
  std::vector<std::unique_ptr<ReportStage>> stages_;
  std::vector<std::unique_ptr<RejectLog>> logs_;  // by stage
  std::vector<std::vector<RowCounts>> counts_;    // by stage and input, of gathered states
  std::atomic<std::uint64_t> rows_ = 0;
  double seconds_before_ = 0;  // of earlier runs

  std::optional<Base> base_;                 // of what is followed
  std::optional<std::uint32_t> read_again_;  // from which input on, with the next run
  bool ending_ = false;
  bool told_other_reading_ = false;

  bool ran_ = false;
  std::stop_token stop_;
  const AnalysisEvents* events_ = nullptr;
  Clock::time_point begin_;
  std::atomic<bool> stopping_ = false;
  std::mutex event_mutex_;

  mutable std::mutex mutex_;  // guards what follows
  std::vector<Crew> crews_;
  std::optional<Error> error_;
  std::exception_ptr failure_;
  std::vector<Workers> handed_;
  unsigned partials_ = 0;
  unsigned finished_threads_ = 0;
  bool merging_ = false;
  Clock::time_point next_partial_;
};

Analysis::Analysis(std::vector<std::string> inputs, AnalysisOptions options)
    : impl_(std::make_unique<Impl>(std::move(inputs), std::move(options))) {}
Analysis::~Analysis() = default;
Outcome Analysis::run(std::stop_token stop, const AnalysisEvents& events) {
  return impl_->run(std::move(stop), events);
}

void Analysis::add_inputs(std::vector<std::string> inputs, InputOptionsByPath own_input) {
  impl_->add_inputs(std::move(inputs), std::move(own_input));
}

Result<FollowLook> Analysis::look() { return impl_->look(false); }
Result<FollowLook> Analysis::end_following() { return impl_->look(true); }
std::vector<std::uint32_t> Analysis::inputs_in_order() const { return impl_->inputs_in_order(); }
std::vector<std::string> Analysis::followed_paths() const { return impl_->followed_paths(); }

}  // namespace footfall
