#include "tests/support/fake_engine.h"

#include <algorithm>
#include <new>

#include "model/core/parallel.h"
#include "model/report/campaign_ranking_report.h"

namespace footfall::test {

ReportSetPtr FakeEngine::report(ReportKinds kinds, const std::map<std::string, std::uint64_t>& rows,
                                std::uint64_t divisor, bool partial, const Filter& filter) {
  auto set = std::make_shared<ReportSet>();
  auto visitors = std::make_shared<HourlyVisitorsReport>();
  std::uint64_t total = 0;
  for (const auto& [path, count] : rows) total += count;
  visitors->pageviews = total / divisor;
  auto campaigns = std::make_shared<CampaignRankingReport>();
  campaigns->impressions = total / divisor;
  if (kinds.contains(ReportKind::hourly_visitors)) set->put(visitors);
  if (kinds.contains(ReportKind::campaign_ranking)) set->put(campaigns);
  for (const ReportKind kind : kAllReports) {
    if (!kinds.contains(kind)) continue;
    LoadReport& load = set->load[kind];
    for (const auto& [path, count] : rows) {
      SourceCounts source{path, "CSV", {}, count};
      source.rows.counted = count;
      load.sources.push_back(source);
    }
    load.rows.counted = total / divisor;
    load.rows.filtered_by_reason[FilterReason::before_the_range] = total - total / divisor;
  }
  set->partial = partial;
  set->filter = filter;
  return set;
}

class FakeSlices : public Slices {
 public:
  FakeSlices(FakeEngine& engine, AnalysisOptions options, std::map<std::string, std::uint64_t> rows,
             bool partial)
      : engine_(engine), options_(std::move(options)), rows_(std::move(rows)), partial_(partial) {}
  bool can_report(const ReportOptions& options, const Filter& filter) const override {
    return options.zone == options_.report.zone && filter.conditions.empty();
  }
  ReportSetPtr report(const ReportOptions&, const Filter& filter,
                      const std::stop_token& stop) const override {
    std::unique_lock lock(engine_.mutex_);
    if (!engine_.wake_.wait(lock, stop, [this] { return !engine_.hold_slices_; })) return nullptr;
    if (engine_.fail_slices_) throw std::bad_alloc();
    ++engine_.slices_made_;
    return FakeEngine::report(options_.report.kinds, rows_, filter.empty() ? 1 : 10, partial_,
                              filter);
  }
  CleaningCounts cleaning_counts(ReportKind, const std::stop_token& stop) const override {
    std::unique_lock lock(engine_.mutex_);
    ++engine_.counts_begun_;
    if (!engine_.wake_.wait(lock, stop, [this] { return !engine_.hold_slices_; })) throw Stopped();
    return {};
  }
  std::size_t memory() const override { return 0; }

 private:
  FakeEngine& engine_;
  AnalysisOptions options_;
  std::map<std::string, std::uint64_t> rows_;
  bool partial_;
};

class FakeLoad : public Load {
 public:
  FakeLoad(FakeEngine& engine, std::vector<std::string> inputs, AnalysisOptions options)
      : engine_(engine), inputs_(std::move(inputs)), options_(std::move(options)) {
    for (const std::string& path : inputs_) rows_[path] = 0;
  }

  void add_inputs(std::vector<std::string> inputs, InputOptionsByPath) override {
    for (std::string& path : inputs) {
      rows_[path] = 0;
      inputs_.push_back(std::move(path));
    }
  }

  Outcome run(std::stop_token stop, const AnalysisEvents& events) override {
    for (const std::string& path : inputs_) {
      FakeEngine::File file;
      {
        const std::lock_guard lock(engine_.mutex_);
        file = engine_.files_[path];
      }
      if (file.load_error)
        return {Outcome::Kind::failed, nullptr, nullptr, nullptr, file.load_error, progress()};
      if (file.no_memory) throw std::bad_alloc();
      while (rows_[path] < file.rows) {
        {
          std::unique_lock lock(engine_.mutex_);
          engine_.wake_.wait(lock, stop, [this] { return engine_.given_ < engine_.allowed_; });
          if (!stop.stop_requested()) ++engine_.given_;
        }
        if (stop.stop_requested())
          return {Outcome::Kind::stopped, reports(true), slices(true), nullptr, {}, progress()};
        ++rows_[path];
        if (events.on_progress) events.on_progress(progress());
        if (events.on_partial && rows_[path] % 10 == 0)
          events.on_partial(reports(true), slices(true));
      }
    }
    return {Outcome::Kind::done, reports(false), slices(false), nullptr, {}, progress()};
  }

 private:
  ReportSetPtr reports(bool partial) const {
    return FakeEngine::report(options_.report.kinds, rows_, 1, partial, options_.filter);
  }
  SlicesPtr slices(bool partial) const {
    return std::make_shared<FakeSlices>(engine_, options_, rows_, partial);
  }
  Progress progress() const {
    Progress now;
    for (const auto& [path, rows] : rows_) now.rows += rows;
    now.bytes_done = now.rows;
    std::uint64_t total = 0;
    const std::lock_guard lock(engine_.mutex_);
    for (const std::string& path : inputs_) total += engine_.files_[path].rows;
    now.bytes_total = total;
    return now;
  }

  FakeEngine& engine_;
  std::vector<std::string> inputs_;
  AnalysisOptions options_;
  std::map<std::string, std::uint64_t> rows_;
};

LoadEngine FakeEngine::engine() {
  return {
      [this](std::vector<std::string> inputs, AnalysisOptions options) -> std::unique_ptr<Load> {
        const std::lock_guard lock(mutex_);
        ++loads_made_;
        return std::make_unique<FakeLoad>(*this, std::move(inputs), std::move(options));
      },
      [this](const std::string& path, const InputOptions&) -> Result<Detection> {
        const std::lock_guard lock(mutex_);
        const auto file = files_.find(path);
        if (file == files_.end()) return Error{ErrorKind::not_found, path, {}, {}};
        if (file->second.detect_error) return *file->second.detect_error;
        return Detection{file->second.kinds, "CSV"};
      }};
}

}  // namespace footfall::test
