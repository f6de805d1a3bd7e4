// footfall-stages: the speed of each step from bytes to files, so that a slower step shows by name.
// Every benchmark runs on one thread, over inputs made by the generator's shapes.
#include <benchmark/benchmark.h>
#include <fcntl.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "model/aggregate/campaign_ranking.h"
#include "model/aggregate/hourly_visitors.h"
#include "model/core/text_interner.h"
#include "model/core/timestamp.h"
#include "model/export/csv.h"
#include "model/input/byte_source.h"
#include "model/input/chunk_reader.h"
#include "model/parse/campaign_reader.h"
#include "model/parse/csv_cutter.h"
#include "model/parse/csv_parser.h"
#include "model/parse/log_parser.h"
#include "model/parse/ndjson_parser.h"
#include "model/parse/visit_reader.h"
#include "tests/bench/shape.h"
#include "tests/support/log_layout.h"

namespace {

using namespace footfall;

constexpr std::uint64_t kRows = 200'000;

std::string generate(std::unique_ptr<bench::Shape> (*make)(const bench::Settings&)) {
  bench::Settings settings;
  settings.rows = kRows;
  settings.ordered = false;
  const auto shape = make(settings);
  bench::Random random(7);
  std::string text;
  for (std::uint64_t i = 0; i < kRows; ++i) shape->row(text, i, random);
  return text + std::string(kChunkPadding, '\0');
}
Chunk chunk_of(const std::string& padded) {
  Chunk chunk;
  chunk.bytes = std::string_view(padded).substr(0, padded.size() - kChunkPadding);
  chunk.at_end = true;
  return chunk;
}
const std::string& campaigns() {
  static const std::string text = generate(bench::make_campaigns);
  return text;
}
const std::string& pageviews() {
  static const std::string text = generate(
      [](const bench::Settings& settings) { return bench::make_pageviews(settings, false); });
  return text;
}
const std::string& pageviews_ndjson() {
  static const std::string text = generate(
      [](const bench::Settings& settings) { return bench::make_pageviews(settings, true); });
  return text;
}
const std::string& access_log() {
  static const std::string text = generate(bench::make_access_log);
  return text;
}

void report_speed(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kRows));
}

/// Takes fields and forgets them.
template <std::size_t Roles>
struct FieldSink {
  static constexpr std::size_t kRoles = Roles;
  void row(const Field* fields, const RecordPlace&) {
    benchmark::DoNotOptimize(fields[Roles - 1].text.data());
  }
  void reject(RejectReason, const RecordPlace&) {}
};
/// Takes typed rows, those of the fast lane too.
struct CampaignSink {
  static constexpr std::size_t kRoles = 6;
  using PlainRows = PlainCampaignRows;
  CampaignRanking& ranking;
  CampaignReader reader = {};
  void typed_row(const CampaignRow& row) { ranking.add(row); }
  void row(const Field* fields, const RecordPlace&) {
    CampaignRow row;
    RowFault fault;
    bool rounded = false;
    if (reader.read(fields, row, fault, rounded)) ranking.add(row);
  }
  void reject(RejectReason, const RecordPlace&) {}
};
struct VisitSink {
  static constexpr std::size_t kRoles = 3;
  HourlyVisitors& visitors;
  VisitReader reader{ReportOptions{}};
  void row(const Field* fields, const RecordPlace&) {
    VisitRow row;
    RowFault fault;
    bool rounded = false;
    if (reader.read(fields, row, fault, rounded)) visitors.add(row);
  }
  void reject(RejectReason, const RecordPlace&) {}
};

CsvLayout layout_of(std::size_t width, VectorPath path) {
  CsvLayout layout;
  layout.width = width;
  for (std::size_t i = 0; i < width; ++i) layout.columns.push_back(i);
  layout.path = path;
  return layout;
}
VectorPath path_of(const benchmark::State& state) {
  return state.range(0) == 0 ? VectorPath::portable : best_vector_path();
}

void read_and_cut(benchmark::State& state) {
  const std::string path = std::filesystem::temp_directory_path() / "footfall-stages.csv";
  std::ofstream(path)
      << std::string_view(pageviews()).substr(0, pageviews().size() - kChunkPadding);
  for (auto _ : state) {
    Result<ByteSourcePtr> file = open_file(path);
    ChunkReader reader(std::move(*file));
    CsvCutter cutter(CsvDialect{});
    ChunkBuffer buffer;
    ChunkPiece piece;
    for (Result<bool> more = true; more && *more;)
      more = reader.next(cutter, std::size_t{192} << 10, buffer, piece);
    benchmark::DoNotOptimize(piece);
  }
  std::filesystem::remove(path);
  report_speed(state, pageviews());
}
BENCHMARK(read_and_cut);

void csv_index(benchmark::State& state) {
  CsvIndex index;
  for (auto _ : state) index.build(chunk_of(campaigns()).bytes, CsvDialect{}, path_of(state));
  report_speed(state, campaigns());
}
BENCHMARK(csv_index)->ArgName("vectors")->Arg(0)->Arg(1);

void csv_fields(benchmark::State& state) {
  const CsvLayout layout = layout_of(3, path_of(state));
  CsvScratch scratch;
  FieldSink<3> sink;
  for (auto _ : state)
    benchmark::DoNotOptimize(parse_csv(chunk_of(pageviews()), layout, scratch, sink));
  report_speed(state, pageviews());
}
BENCHMARK(csv_fields)->ArgName("vectors")->Arg(0)->Arg(1);

void ndjson_fields(benchmark::State& state) {
  const NdjsonLayout layout{JsonLayout({{"timestamp"}, {"page_url"}, {"visitor_id"}})};
  NdjsonScratch scratch;
  FieldSink<3> sink;
  for (auto _ : state)
    benchmark::DoNotOptimize(parse_ndjson(chunk_of(pageviews_ndjson()), layout, scratch, sink));
  report_speed(state, pageviews_ndjson());
}
BENCHMARK(ndjson_fields);

void access_log_fields(benchmark::State& state) {
  LogParser parser(testing::log_layout("combined"), false);
  FieldSink<3> sink;
  for (auto _ : state) benchmark::DoNotOptimize(parser.parse(chunk_of(access_log()), sink));
  report_speed(state, access_log());
}
BENCHMARK(access_log_fields);

void timestamps(benchmark::State& state) {
  TimestampParser parser{TimeZone()};
  const std::string text = "2025-01-06T13:12:07Z" + std::string(kChunkPadding, '\0');
  Instant instant;
  for (auto _ : state)
    benchmark::DoNotOptimize(parser.parse(std::string_view(text).substr(0, 20), instant));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(timestamps);

void intern_texts(benchmark::State& state) {
  const auto distinct = static_cast<std::size_t>(state.range(0));
  std::vector<std::string> texts;
  std::vector<std::string_view> views;
  for (std::size_t i = 0; i < distinct; ++i)
    texts.push_back("visitor" + std::to_string(1'000'000'000 + i));
  bench::Random random(3);
  for (std::size_t i = 0; i < kRows; ++i) views.push_back(texts[random.below(distinct)]);
  std::vector<TextId> ids(kRows);
  TextInterner interner;
  for (auto _ : state) interner.intern_all(views, ids.data());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kRows));
}
BENCHMARK(intern_texts)->ArgName("distinct")->Arg(1000)->Arg(1'000'000);

void aggregate_campaigns(benchmark::State& state) {
  const CsvLayout layout = layout_of(6, path_of(state));
  CsvScratch scratch;
  for (auto _ : state) {
    CampaignRanking ranking(AggregateOptions{});
    CampaignSink sink{ranking};
    benchmark::DoNotOptimize(parse_csv(chunk_of(campaigns()), layout, scratch, sink));
    ranking.finish(run_in_sequence);
  }
  report_speed(state, campaigns());
}
BENCHMARK(aggregate_campaigns)->ArgName("vectors")->Arg(0)->Arg(1);

HourlyVisitors visitors_of(const std::string& text) {
  HourlyVisitors visitors(AggregateOptions{});
  VisitSink sink{visitors};
  CsvScratch scratch;
  (void)parse_csv(chunk_of(text), layout_of(3, best_vector_path()), scratch, sink);
  visitors.end_chunk();
  return visitors;
}
void aggregate_visitors(benchmark::State& state) {
  for (auto _ : state) {
    HourlyVisitors visitors = visitors_of(pageviews());
    visitors.finish(run_in_sequence);
    benchmark::DoNotOptimize(visitors.memory());
  }
  report_speed(state, pageviews());
}
BENCHMARK(aggregate_visitors);

void merge_visitors(benchmark::State& state) {
  // Merging numbers the rows that wait; here it is to unite what is numbered.
  HourlyVisitors one(AggregateOptions{});
  one.merge(std::vector<HourlyVisitors>(1, visitors_of(pageviews())), run_in_sequence);
  for (auto _ : state) {
    state.PauseTiming();
    HourlyVisitors sum = one;
    std::vector<HourlyVisitors> others(1, one);
    state.ResumeTiming();
    sum.merge(std::move(others), run_in_sequence);
  }
  report_speed(state, pageviews());
}
BENCHMARK(merge_visitors);

void export_csv(benchmark::State& state) {
  HourlyVisitors visitors = visitors_of(pageviews());
  visitors.finish(run_in_sequence);
  const Document document =
      csv_document(hourly_visitors_table(visitors.report({}, {}, run_in_sequence)));
  OutputFile nowhere(::open("/dev/null", O_WRONLY), "/dev/null", true);
  for (auto _ : state)
    if (!write_document(document, nowhere, run_in_sequence)) state.SkipWithError("cannot write");
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * document.items));
}
BENCHMARK(export_csv);

}  // namespace

BENCHMARK_MAIN();
