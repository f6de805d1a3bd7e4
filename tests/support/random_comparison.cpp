#include <algorithm>
#include <cstdlib>

#include "tests/support/random_inputs.h"
#include "tests/support/twin_compare.h"

namespace footfall::testing {
namespace {

using Files = std::vector<std::string>;

/// What slices follow without a new load.
twin::Options sliced(Random& random, const twin::Options& options) {
  twin::Options slice = options;
  randomize_report(random, slice);
  slice.source_zone = options.source_zone;
  slice.host_only = options.host_only;
  slice.now = options.now;
  slice.distinct_events = options.distinct_events;
  if (random.chance(0.7)) slice.zone = options.zone;
  randomize_filter(random, slice);
  return slice;
}

std::string described(const twin::Options& options) {
  std::string text = "step " + options.step + ", zone " + options.zone + ", source zone " +
                     options.source_zone + ", delimiter '" + std::string(1, options.delimiter) +
                     "', header " + (options.header ? "yes" : "no") + ", now " +
                     std::to_string(options.now) + ", shards " + std::to_string(options.shards) +
                     ", top " + std::to_string(options.top) +
                     (options.host_only ? ", host only" : "") +
                     (options.distinct_events ? ", distinct events" : "");
  const auto list = [&](const std::string& name, const std::set<std::string>& values) {
    for (const std::string& value : values) text += ", " + name + " \"" + value + '"';
  };
  if (options.event_types) text += ", types given", list("type", *options.event_types);
  for (const auto& [currency, rate] : options.rates) text += ", rate " + currency + "=" + rate;
  if (options.from) text += ", from " + *options.from;
  if (options.to) text += ", to " + *options.to;
  list("page", options.pages);
  list("customer", options.customers);
  list("campaign", options.campaigns);
  list("user", options.users);
  for (const twin::Where& one : options.where)
    text += ", where " + one.field + ' ' + one.match + " \"" + one.value + '"';
  return text;
}

Work random_work(Random& random) {
  Work work;
  work.threads = static_cast<unsigned>(1 + random.below(8));
  work.chunk_bytes = 1 + random.below(random.chance(0.5) ? 40 : 3000);
  return work;
}

std::string report_failure(const std::string& what, std::uint64_t seed, const Files& files,
                           const std::function<std::string(const Files&)>& check,
                           const twin::Options& options, const Work& work) {
  Files smallest = files;
  const std::string text = minimized(files, [&](const Files& fewer) {
    if (check(fewer).empty()) return false;
    smallest = fewer;
    return true;
  });
  return what + ", seed " + std::to_string(seed) + ", threads " + std::to_string(work.threads) +
         ", chunk bytes " + std::to_string(work.chunk_bytes) + "\n" + described(options) + "\n" +
         text + check(smallest);
}

}  // namespace

std::string check_load(const Workshop& workshop, const twin::Options& options, const Files& files,
                       const Work& work) {
  const std::vector<twin::Input> inputs = workshop.write(files);
  return difference(options, inputs, twin::run(options, inputs), work);
}

std::string check_slice(const Workshop& workshop, const twin::Options& options,
                        const twin::Options& slice, const Files& files, const Work& work) {
  const std::vector<twin::Input> inputs = workshop.write(files);
  AnalysisOptions engine = engine_options(options);
  engine.run.threads = work.threads;
  engine.run.chunk_bytes = work.chunk_bytes;
  engine.run.keep_slices = true;
  // Without visits slices answer what is asked of visitors where no row is a repeat.
  engine.run.keep_visits = work.chunk_bytes % 4 > 0;
  std::vector<std::string> paths;
  for (const twin::Input& input : inputs) paths.push_back(input.path);
  const Outcome outcome = Analysis(paths, engine).run({});
  const twin::Result expected = twin::run(slice, inputs);
  if (outcome.kind != Outcome::Kind::done) return expected.failed ? "" : "the run failed";
  if (outcome.slices == nullptr) return "no slices";
  const AnalysisOptions wanted = engine_options(slice);
  if (!outcome.slices->can_report(wanted.report, wanted.filter))
    return slice.zone == options.zone && slice.where.empty() ? "the slice needs a new load" : "";
  return difference(slice, *outcome.slices->report(wanted.report, wanted.filter), expected, inputs);
}

std::uint64_t rounds_of(std::uint64_t count) {
  if (const char* rounds = std::getenv("FOOTFALL_RANDOM_ROUNDS"))
    count *= std::strtoull(rounds, nullptr, 10);
  if (const char* divisor = std::getenv("FOOTFALL_RANDOM_DIVISOR"))
    count = std::max<std::uint64_t>(
        1, count / std::max<std::uint64_t>(1, std::strtoull(divisor, nullptr, 10)));
  return count;
}

std::string compare_at_random(twin::Report report, twin::Format format, bool dirty,
                              std::uint64_t first_seed, std::uint64_t count) {
  const Workshop workshop;
  count = rounds_of(count);
  for (std::uint64_t seed = first_seed; seed < first_seed + count; ++seed) {
    Random random(seed);
    RandomInput input = random_input(random, report, format, dirty);
    twin::Options filtered = input.options;
    const twin::Options slice = sliced(random, input.options);
    if (random.chance(0.3)) randomize_filter(random, filtered);

    for (int times = 0; times < 3; ++times) {
      const Work work = random_work(random);
      const auto check = [&](const Files& files) {
        return check_load(workshop, filtered, files, work);
      };
      if (!check(input.files).empty())
        return report_failure("load", seed, input.files, check, filtered, work);
      std::reverse(input.files.begin(), input.files.end());
    }
    const Work work = random_work(random);
    const auto check = [&](const Files& files) {
      return check_slice(workshop, input.options, slice, files, work);
    };
    if (!check(input.files).empty())
      return report_failure("slice of a load with " + described(input.options) + "\n", seed,
                            input.files, check, slice, work);
  }
  return {};
}

std::string compare_together_at_random(twin::Format format, bool dirty, std::uint64_t first_seed,
                                       std::uint64_t count) {
  const Workshop workshop;
  count = rounds_of(count);
  for (std::uint64_t seed = first_seed; seed < first_seed + count; ++seed) {
    Random random(seed);
    const RandomInput input = random_input_for_all(random, format, dirty);
    const Work work = random_work(random);
    const auto check = [&](const Files& files) {
      const std::vector<twin::Input> inputs = workshop.write(files);
      AnalysisOptions engine = engine_options(input.options);
      engine.report.kinds = ReportKinds::all();
      engine.run.threads = work.threads;
      engine.run.chunk_bytes = work.chunk_bytes;
      std::vector<std::string> paths;
      for (const twin::Input& one : inputs) paths.push_back(one.path);
      const Outcome outcome = Analysis(paths, engine).run({});
      for (twin::Report report : kAllTwinReports) {
        twin::Options options = input.options;
        options.report = report;
        const twin::Result expected = twin::run(options, inputs);
        if (expected.failed)
          return std::string(outcome.kind == Outcome::Kind::failed ? "" : "should fail");
        if (outcome.kind != Outcome::Kind::done) return std::string("the run failed");
        if (std::string text = difference(options, *outcome.reports, expected, inputs);
            !text.empty())
          return text;
      }
      return std::string();
    };
    if (!check(input.files).empty())
      return report_failure("all reports at once", seed, input.files, check, input.options, work);
  }
  return {};
}

}  // namespace footfall::testing
