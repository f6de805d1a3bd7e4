#pragma once

#include <optional>
#include <string>
#include <utility>

#include "model/aggregate/aggregate.h"
#include "model/parse/csv_parser.h"
#include "model/parse/ndjson_parser.h"
#include "model/parse/roles.h"
#include "model/parse/row_fault.h"
#include "model/pipeline/report_stage.h"

namespace footfall {

/// The reader of plain rows (csv_parser.h) of those readers that have one.
template <class Reader>
struct PlainRowsOf {};
template <class Reader>
requires requires { typename Reader::PlainRows; }
struct PlainRowsOf<Reader> {
  using PlainRows = typename Reader::PlainRows;
};

/// Turns parsed records into rows of one aggregate and keeps the books: counted, filtered,
/// rejected.
template <class Reader, class RowFilter, class Aggregate>
class RowSink : public PlainRowsOf<Reader> {
 public:
  static constexpr std::size_t kRoles = role_count(Aggregate::kKind);

  RowSink(Reader& reader, const RowFilter& filter, Aggregate& aggregate, RowCounts& counts)
      : reader_(reader), filter_(filter), aggregate_(aggregate), counts_(counts) {}

  /// Where the next chunk's rejects go.
  void begin_chunk(const Chunk& chunk, bool details, ChunkRejects& rejects) {
    offset_ = chunk.offset;
    input_ = chunk.input;
    details_ = details;
    rejects_ = &rejects;
  }

  // Inlined so that a field's way from the text to its number is one stretch of registers.
  [[gnu::always_inline]] void row(const Field* fields, const RecordPlace& place) {
    typename Reader::Row row;
    RowFault fault;
    bool rounded = false;
    if (!reader_.read(fields, row, fault, rounded)) [[unlikely]]
      return note(fault.reason, fault.column, place);
    counts_.rounded += rounded ? 1 : 0;
    typed_row(row);
  }

  /// A row that needs no more checking.
  [[gnu::always_inline]] void typed_row(const typename Reader::Row& row) {
    if (!filter_.keep(row)) [[unlikely]] {
      ++counts_.filtered;
      return;
    }
    aggregate_.add(row);
    ++counts_.counted;
  }

  void reject(RejectReason reason, const RecordPlace& place) { note(reason, kNoColumn, place); }

 private:
  [[gnu::noinline]] void note(RejectReason reason, std::size_t column, const RecordPlace& place) {
    ++counts_.rejected_by_reason[static_cast<std::size_t>(reason)];
    if (!details_) return;
    Reject& reject = rejects_->rejects.emplace_back();
    reject.file = input_;
    reject.line = place.line;
    reject.offset = offset_ + place.offset;
    reject.reason = reason;
    if (column != kNoColumn) reject.column = roles_of(Aggregate::kKind)[column].name;
    reject.excerpt = place.record.substr(0, kExcerptBytes);
  }

  Reader& reader_;
  const RowFilter& filter_;
  Aggregate& aggregate_;
  RowCounts& counts_;
  ChunkRejects* rejects_ = nullptr;
  std::uint64_t offset_ = 0;
  std::uint32_t input_ = 0;
  bool details_ = true;
};

/// The options rows are filtered with while reading: where slices are kept, what a slice can answer
/// later is left in.
inline ReportOptions reading_options(const AnalysisOptions& options) {
  ReportOptions result = options.report;
  if (options.run.keep_slices) result.event_types.reset();
  return result;
}

template <class Reader, class RowFilter, class Aggregate>
class TypedWorker : public ReportWorker {
 public:
  TypedWorker(const AnalysisOptions& options, Reader reader)
      : reader_(std::move(reader)),
        filter_(reading_options(options), options.filter),
        aggregate_(
            AggregateOptions{options.report, options.run.keep_slices, options.run.abandoned}) {}

  void consume(const ChunkPiece& piece, const InputLayout& layout, bool details,
               ChunkRejects& rejects) override {
    const std::size_t kind = static_cast<std::size_t>(Aggregate::kKind);
    if (counts_.size() <= piece.chunk.input) counts_.resize(piece.chunk.input + 1);
    if (layout_of_ != &layout) {
      layout_of_ = &layout;
      csv_.dialect = layout.dialect;
      csv_.width = layout.width;
      csv_.columns = layout.columns[kind];
      if (layout.format == InputFormat::ndjson)
        ndjson_.emplace(NdjsonLayout{JsonLayout(layout.paths[kind]), layout.dialect.record_limit});
    }
    RowSink<Reader, RowFilter, Aggregate> sink(reader_, filter_, aggregate_,
                                               counts_[piece.chunk.input]);
    sink.begin_chunk(piece.chunk, details, rejects);
    if (piece.overlong) {
      sink.reject(RejectReason::record_too_long, {0, 0, piece.chunk.bytes});
      rejects.lines = piece.overlong_lines;
    } else if (layout.format == InputFormat::csv) {
      rejects.lines = parse_csv(piece.chunk, csv_, csv_scratch_, sink);
    } else if (layout.format == InputFormat::ndjson) {
      rejects.lines = parse_ndjson(piece.chunk, *ndjson_, ndjson_scratch_, sink);
    } else {
      consume_log(piece, layout, details, rejects);
    }
    aggregate_.end_chunk();
  }
  const std::vector<RowCounts>& counts() const override { return counts_; }
  [[nodiscard]] Aggregate take_aggregate() { return std::move(aggregate_); }

 protected:
  /// Only visits come from access logs.
  virtual void consume_log(const ChunkPiece& /*piece*/, const InputLayout& /*layout*/,
                           bool /*details*/, ChunkRejects& /*rejects*/) {}

  Reader reader_;
  RowFilter filter_;
  Aggregate aggregate_;
  std::vector<RowCounts> counts_;

 private:
  const InputLayout* layout_of_ = nullptr;
  CsvLayout csv_;
  CsvScratch csv_scratch_;
  std::optional<NdjsonLayout> ndjson_;
  NdjsonScratch ndjson_scratch_;
};

template <class Aggregate>
class TypedCells final : public ReportCells {
 public:
  explicit TypedCells(std::shared_ptr<const Aggregate> aggregate)
      : aggregate_(std::move(aggregate)) {}
  void report(ReportSet& reports, const ReportOptions& options, const Filter& filter,
              const ParallelFor& parallel) const override {
    auto report = aggregate_->report(options, filter, parallel);
    if constexpr (Aggregate::kKind == ReportKind::hourly_visitors)
      reports.visitors = std::move(report);
    if constexpr (Aggregate::kKind == ReportKind::customer_report)
      reports.customers = std::move(report);
    if constexpr (Aggregate::kKind == ReportKind::campaign_ranking)
      reports.campaigns = std::move(report);
    if constexpr (Aggregate::kKind == ReportKind::user_activity)
      reports.activity = std::move(report);
  }
  bool can_report(const ReportOptions& options, const Filter& filter) const override {
    return aggregate_->can_report(options, filter);
  }
  std::uint64_t rows(const ReportOptions& options, const Filter& filter,
                     const ParallelFor& parallel) const override {
    return aggregate_->rows(options, filter, parallel);
  }
  std::size_t memory() const override { return aggregate_->memory(); }

 private:
  std::shared_ptr<const Aggregate> aggregate_;
};

/// Worker must be constructible from AnalysisOptions and derive from TypedWorker<..., Aggregate>.
template <class Worker, class Aggregate>
class TypedStage final : public ReportStage {
 public:
  explicit TypedStage(const AnalysisOptions& options)
      : options_(options),
        gathered_(std::make_shared<Aggregate>(
            AggregateOptions{options.report, options.run.keep_slices, options.run.abandoned})) {}
  ReportKind kind() const override { return Aggregate::kKind; }
  std::unique_ptr<ReportWorker> make_worker() const override {
    return std::make_unique<Worker>(options_);
  }
  void gather(std::vector<std::unique_ptr<ReportWorker>>&& workers,
              const ParallelFor& parallel) override {
    std::vector<Aggregate> states;
    for (auto& worker : workers) states.push_back(static_cast<Worker&>(*worker).take_aggregate());
    workers.clear();
    // Slices made of the state so far keep it; a copy goes on.
    if (gathered_.use_count() > 1) gathered_ = std::make_shared<Aggregate>(*gathered_);
    gathered_->merge(std::move(states), parallel);
    gathered_->finish(parallel);
  }
  std::shared_ptr<const ReportCells> cells() const override {
    return std::make_shared<TypedCells<Aggregate>>(gathered_);
  }

 private:
  AnalysisOptions options_;
  std::shared_ptr<Aggregate> gathered_;
};

}  // namespace footfall
