#include "model/aggregate/activity_filter.h"
#include "model/aggregate/user_activity.h"
#include "model/parse/row_reader.h"
#include "model/pipeline/typed_stage.h"

namespace footfall {

std::unique_ptr<ReportStage> make_activity_stage(const AnalysisOptions& options) {
  return std::make_unique<TypedStage<ActivityReader, ActivityFilter, UserActivity>>(options);
}

}  // namespace footfall
