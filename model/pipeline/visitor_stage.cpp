#include "model/aggregate/hourly_visitors.h"
#include "model/aggregate/visit_filter.h"
#include "model/parse/access_log_parser.h"
#include "model/parse/visit_reader.h"
#include "model/pipeline/typed_stage.h"

namespace footfall {
namespace {

class VisitWorker final : public TypedWorker<VisitReader, VisitFilter, HourlyVisitors> {
 public:
  explicit VisitWorker(const AnalysisOptions& options)
      : TypedWorker(options, VisitReader(options.report)), log_reader_(options.report) {}

 private:
  void consume_log(const ChunkPiece& piece, const InputLayout& layout, bool details,
                   ChunkRejects& rejects) override {
    RowSink<LogVisitReader, VisitFilter, HourlyVisitors> sink(log_reader_, filter_, aggregate_,
                                                              counts_[piece.chunk.input]);
    sink.begin_chunk(piece.chunk, details, rejects);
    rejects.lines =
        parse_access_log(piece.chunk, {layout.dialect.record_limit}, log_scratch_, sink);
  }

  LogVisitReader log_reader_;
  AccessLogScratch log_scratch_;
};

}  // namespace

std::unique_ptr<ReportStage> make_visitor_stage(const AnalysisOptions& options) {
  return std::make_unique<TypedStage<VisitWorker, HourlyVisitors>>(options);
}

}  // namespace footfall
