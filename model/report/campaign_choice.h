#pragma once

#include <cstdint>
#include <vector>

#include "model/core/parallel.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/comparison.h"

// Some of a report's campaigns, as reports of their own.
namespace footfall {

/// Campaigns, each counted once, as a report of one campaign without a name that has their sums, so
/// that its CTR and CPA are those of the sums. Without it where there are none.
[[nodiscard]] CampaignRankingPtr total_of(const CampaignRankingReport& report,
                                          const std::vector<std::uint32_t>& campaigns,
                                          StopCheck& check);

/// What tables of campaigns show: a report's campaigns or one of its rankings, maybe compared.
struct CampaignRows {
  CampaignRankingPtr report;
  const std::vector<std::uint32_t>* ranking = nullptr;  ///< inside the report; null: all
  CampaignRankingPtr before = nullptr;                  ///< what they are compared with
  const Comparison* comparison = nullptr;
};
/// The sums of some rows of such a table, in its columns: one row, or none where there are no rows.
[[nodiscard]] TablePtr total_table(const CampaignRows& of, const Table& table,
                                   const std::vector<std::uint32_t>& rows, StopCheck& check);

}  // namespace footfall
