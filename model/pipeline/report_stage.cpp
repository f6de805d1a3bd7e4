#include "model/pipeline/report_stage.h"

namespace footfall {

std::unique_ptr<ReportStage> make_stage(ReportKind kind, const AnalysisOptions& options) {
  switch (kind) {
    case ReportKind::hourly_visitors:
      return make_visitor_stage(options);
    case ReportKind::customer_report:
      return make_customer_stage(options);
    case ReportKind::campaign_ranking:
      return make_campaign_stage(options);
    case ReportKind::user_activity:
      return make_activity_stage(options);
  }
  return nullptr;
}

}  // namespace footfall
