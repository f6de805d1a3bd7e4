#include "model/aggregate/requests.h"
#include "model/aggregate/visit_filter.h"
#include "model/parse/request_reader.h"
#include "model/pipeline/typed_stage.h"

namespace footfall {

std::unique_ptr<ReportStage> make_request_stage(const AnalysisOptions& options) {
  return std::make_unique<TypedStage<RequestReader, VisitFilter, Requests>>(options);
}

}  // namespace footfall
