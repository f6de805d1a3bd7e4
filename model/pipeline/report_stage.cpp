#include "model/pipeline/report_stage.h"

namespace footfall {

namespace {

struct StageMaker {
  ReportKind kind{};
  std::unique_ptr<ReportStage> (*make)(const AnalysisOptions& options) = nullptr;
};
constexpr auto kStages = kind_table<&StageMaker::kind, StageMaker>({
    {ReportKind::hourly_visitors, make_visitor_stage},
    {ReportKind::customer_report, make_customer_stage},
    {ReportKind::campaign_ranking, make_campaign_stage},
    {ReportKind::user_activity, make_activity_stage},
});

}  // namespace

std::unique_ptr<ReportStage> make_stage(ReportKind kind, const AnalysisOptions& options) {
  return kStages[kind].make(options);
}

}  // namespace footfall
