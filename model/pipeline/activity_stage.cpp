#include "model/aggregate/activity_filter.h"
#include "model/aggregate/user_activity.h"
#include "model/parse/row_reader.h"
#include "model/pipeline/typed_stage.h"

namespace footfall {
namespace {

class ActivityWorker final : public TypedWorker<ActivityReader, ActivityFilter, UserActivity> {
 public:
  explicit ActivityWorker(const AnalysisOptions& options)
      : TypedWorker(options, ActivityReader()) {}
};

}  // namespace

std::unique_ptr<ReportStage> make_activity_stage(const AnalysisOptions& options) {
  return std::make_unique<TypedStage<ActivityWorker, UserActivity>>(options);
}

}  // namespace footfall
