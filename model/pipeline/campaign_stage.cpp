#include "model/aggregate/campaign_filter.h"
#include "model/aggregate/campaign_ranking.h"
#include "model/parse/campaign_reader.h"
#include "model/pipeline/typed_stage.h"

namespace footfall {

std::unique_ptr<ReportStage> make_campaign_stage(const AnalysisOptions& options) {
  return std::make_unique<TypedStage<CampaignReader, CampaignFilter, CampaignRanking>>(options);
}

}  // namespace footfall
