#pragma once

#include <vector>

#include "model/report/campaign_ranking_report.h"
#include "ui/pages/figures_row.h"

namespace footfall {

/// The figures of a report of campaigns; with those of another period, how they changed.
/// `spend_name`: what spend is called.
[[nodiscard]] std::vector<FiguresRow::Figure> campaign_figures(const CampaignRankingReport& now,
                                                               const CampaignRankingReport* before,
                                                               const QString& spend_name);

}  // namespace footfall
