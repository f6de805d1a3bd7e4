#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/core/parallel.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/comparison.h"

// Some of a report's campaigns, as reports of their own.
namespace footfall {

/// How large a campaign has to be to be shown; 0: as small as it likes.
struct CampaignLeast {
  std::uint64_t impressions = 0;
  std::uint64_t conversions = 0;
  [[nodiscard]] bool none() const { return impressions == 0 && conversions == 0; }
  friend bool operator==(const CampaignLeast&, const CampaignLeast&) = default;
};
/// The campaigns of a report that are that large, ranked anew; itself where nothing is asked.
[[nodiscard]] CampaignRankingPtr with_least(const CampaignRankingPtr& report,
                                            const CampaignLeast& least, StopCheck check = {});

/// The campaigns that have a CPA, by their spend, the highest first; at most so many.
[[nodiscard]] std::vector<std::uint32_t> biggest_spenders(const CampaignRankingReport& report,
                                                          std::size_t most, StopCheck check = {});

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
/// The tables of all campaigns, the highest CTR and the lowest CPA that show the rows of `chosen`:
/// of the report's own campaigns, or of some of them, then beside what these were before.
[[nodiscard]] std::array<TablePtr, 3> tables_of(const CampaignRows& chosen, StopCheck check = {});
/// The sums of some rows of such a table, in its columns: one row, or none where there are no rows.
[[nodiscard]] TablePtr total_table(const CampaignRows& of, const Table& table,
                                   const std::vector<std::uint32_t>& rows, StopCheck& check);

}  // namespace footfall
