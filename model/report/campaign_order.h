#pragma once

#include "model/core/parallel.h"
#include "model/report/campaign_ranking_report.h"

namespace footfall {

/// rank_campaigns() that can be stopped: of many campaigns it takes long.
void rank_campaigns(CampaignRankingReport& report, StopCheck check);

}  // namespace footfall
