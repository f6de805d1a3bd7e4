#include "model/aggregate/hourly_visitors.h"
#include "model/aggregate/visit_filter.h"
#include "model/parse/visit_reader.h"
#include "model/pipeline/typed_stage.h"

namespace footfall {

std::unique_ptr<ReportStage> make_visitor_stage(const AnalysisOptions& options) {
  return std::make_unique<TypedStage<VisitReader, VisitFilter, HourlyVisitors>>(options);
}

}  // namespace footfall
