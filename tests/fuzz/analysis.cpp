// Any bytes as a file of any format: a run on one thread with large chunks, one on two threads with
// tiny chunks that keeps slices, and one that reads a pipe give the same files, counts, rejects and
// errors (but for zip archives, which need a file), and the counts reconcile.
//
// Letters: h k m u w which report (hourly visitors, customers, campaigns, user activity, requests;
// several: all are tried together), C N L the format (CSV, NDJSON, log; else found out), n no
// header, d distinct events, z a zone with changes of offset, v visitors by host, q and r small
// limits of quoted fields and records, f a filter.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>

#include "model/export/csv.h"
#include "model/export/json.h"
#include "model/pipeline/analysis.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/user_activity_report.h"
#include "tests/fuzz/fuzz.h"

namespace footfall::fuzz {
namespace {

/// A file without a name, or a pipe, that holds the bytes and can be opened by its path.
class Medium {
 public:
  Medium(std::string_view bytes, bool pipe) {
    std::array<int, 2> ends{};
    if (pipe) {
      if (::pipe2(ends.data(), O_CLOEXEC) != 0) std::abort();
    } else {
      ends.fill(::memfd_create("fuzz", MFD_CLOEXEC));
    }
    // A pipe takes kMostBytes without a reader.
    if (::write(ends[1], bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
      std::abort();
    if (pipe) ::close(ends[1]);
    descriptor_ = ends[0];
  }
  ~Medium() { ::close(descriptor_); }
  Medium(const Medium&) = delete;
  Medium& operator=(const Medium&) = delete;
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  static constexpr std::size_t kMostBytes = std::size_t{60} << 10;

 private:
  int descriptor_;
};

TimeZone zone(const char* name) {
  Result<TimeZone> loaded = TimeZone::load(name, "--zone");
  return loaded ? *loaded : TimeZone();
}

AnalysisOptions options_of(const Input& input) {
  static const TimeZone berlin = zone("Europe/Berlin");
  static const TimeZone kolkata = zone("Asia/Kolkata");
  AnalysisOptions options;
  options.report.kinds = {};
  constexpr std::string_view letters = "hkmuw";
  for (std::size_t i = 0; i < kAllReports.size(); ++i)
    if (input.says(letters[i])) options.report.kinds.insert(kAllReports[i]);
  if (options.report.kinds.empty()) options.report.kinds = ReportKinds::all();
  if (input.says('C')) options.input.format = InputFormat::csv;
  if (input.says('N')) options.input.format = InputFormat::ndjson;
  if (input.says('L')) options.input.format = InputFormat::access_log;
  if (input.says('n')) options.input.header = HeaderMode::no;
  if (input.says('q')) options.input.quoted_limit = 9;
  if (input.says('r')) options.input.record_limit = 40;
  if (input.says('z')) options.report.zone = options.report.source_zone = berlin;
  if (input.says('Z')) options.report.zone = kolkata;
  if (input.says('v')) options.report.visitor = VisitorKey::host;
  options.report.distinct_events = input.says('d');
  options.report.now = 4102444800;
  options.report.rates = {{"EUR", Decimal{Decimal::kOne + 1}}, {"USD", Decimal{Decimal::kOne}}};
  options.report.shards = 4;
  if (input.says('f')) {
    options.filter[FilterField::customer] = {"c1"};
    options.filter[FilterField::user] = {"u1"};
    options.filter[FilterField::campaign] = {"a"};
    options.filter[FilterField::page] = {"/"};
  }
  return options;
}

std::string files_of(const ReportSet& reports) {
  std::string out;
  for (const ReportKind kind : kAllReports) {
    if (!reports.has(kind)) continue;
    std::vector<Document> documents = json_documents(reports, kind);
    for (const TablePtr& table : reports.tables(kind)) documents.push_back(csv_document(table));
    for (const Document& document : documents) {
      out += document.name + '\n' + document.head;
      document.append(out, 0, document.items);
      out += document.tail;
    }
  }
  return out;
}

void add_counts(std::string& out, const RowCounts& rows) {
  out += std::to_string(rows.counted) + ' ' + std::to_string(rows.filtered()) + ' ' +
         std::to_string(rows.rounded);
  for (const std::uint64_t count : rows.rejected_by_reason) out += ' ' + std::to_string(count);
  out += '\n';
}

std::string load_of(const LoadReport& load) {
  std::string out;
  add_counts(out, load.rows);
  RowCounts sum;
  for (const SourceCounts& source : load.sources) {
    out += source.format + ' ' + std::to_string(source.bytes) + ' ';
    add_counts(out, source.rows);
    sum += source.rows;
  }
  if (sum.read() != load.rows.read()) finding("the sources do not add up to the load");
  if (load.rejects.size() != std::min<std::uint64_t>(load.rows.rejected(), kKeptRejects))
    finding("kept rejects are not those counted");
  for (const Reject& reject : load.rejects)
    out += std::to_string(reject.line) + '@' + std::to_string(reject.offset) + ' ' +
           std::string(reason_name(reject.reason)) + ' ' + reject.column + " {" + reject.excerpt +
           "}\n";
  return out;
}

/// Every counted row is in the report.
void reconcile(const ReportSet& reports) {
  if (reports.get<HourlyVisitorsReport>() &&
      reports.get<HourlyVisitorsReport>()->pageviews !=
          reports.load_of(ReportKind::hourly_visitors).rows.counted)
    finding("page views are not the rows counted");
  if (reports.get<UserActivityReport>() &&
      reports.get<UserActivityReport>()->events +
              reports.get<UserActivityReport>()->duplicate_events !=
          reports.load_of(ReportKind::user_activity).rows.counted)
    finding("events and duplicates are not the rows counted");
}

std::string run(const Medium& medium, const AnalysisOptions& options) {
  Analysis analysis({medium.path()}, options);
  std::atomic<std::uint64_t> rejects = 0;  // several reports tell at the same time
  AnalysisEvents events;
  events.on_rejects = [&](std::span<const Reject> some) { rejects += some.size(); };
  const Outcome outcome = analysis.run({}, events);
  if (outcome.kind == Outcome::Kind::failed) {
    // What failed is the file itself, whatever its path.
    std::string where = outcome.error->where;
    if (where == medium.path()) where = "the file";
    // How much of the text at fault is shown follows what was in hand of it.
    const bool excerpt = outcome.error->kind == ErrorKind::broken_json;
    return "failed " + std::to_string(static_cast<int>(outcome.error->kind)) + ' ' + where + " {" +
           outcome.error->found + "} " + (excerpt ? std::string() : outcome.error->expected);
  }
  std::string out = files_of(*outcome.reports);
  std::uint64_t rows = 0;
  std::uint64_t rejected = 0;
  for (const ReportKind kind : kAllReports) {
    const LoadReport& load = outcome.reports->load_of(kind);
    out += load_of(load);
    rows = std::max(rows, load.rows.read());  // every report reads all of them
    rejected += load.rows.rejected();
  }
  reconcile(*outcome.reports);
  if (rows != outcome.progress.rows) finding("rows read are not those of the progress");
  if (rejects != rejected) finding("rejects told are not those counted");
  if (outcome.slices) {
    if (!outcome.slices->can_report(options.report, options.filter))
      finding("slices cannot give the report they were made for");
    must_equal("the slice without a further filter", files_of(*outcome.reports),
               files_of(*outcome.slices->report(options.report, options.filter)));
  }
  return out;
}

}  // namespace
}  // namespace footfall::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace footfall::fuzz;
  const Input input(data, size);
  if (input.rest.size() > Medium::kMostBytes) return 0;
  footfall::AnalysisOptions options = options_of(input);
  const Medium file(input.rest, false);
  options.run.threads = 1;
  options.run.chunk_bytes = std::size_t{1} << 16;
  const std::string expected = run(file, options);
  const Medium pipe(input.rest, true);
  options.run.chunk_bytes = 7;
  const std::string piped = run(pipe, options);
  // A zip archive needs a file, and says so.
  if (piped.find("a zip archive or .xlsx workbook") == std::string::npos)
    must_equal("a pipe in tiny chunks", expected, piped);
  options.run.threads = 2;
  options.run.chunk_bytes = 1 + size % 90;
  options.run.keep_slices = true;
  must_equal("two threads that keep slices", expected, run(file, options));
  return 0;
}
