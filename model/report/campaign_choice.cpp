#include "model/report/campaign_choice.h"

#include "model/report/compared_tables.h"

namespace footfall {

CampaignRankingPtr total_of(const CampaignRankingReport& report,
                            const std::vector<std::uint32_t>& campaigns, StopCheck& check) {
  CampaignRankingReport::Campaign sum;
  for (const std::uint32_t index : campaigns) {
    check();
    const CampaignRankingReport::Campaign& campaign = report.campaigns[index];
    sum.impressions += campaign.impressions;
    sum.clicks += campaign.clicks;
    sum.conversions += campaign.conversions;
    sum.spend += campaign.spend;
  }
  auto total = std::make_shared<CampaignRankingReport>();
  auto names = std::make_shared<TextPool>();
  (void)names->append({});
  total->names = std::move(names);
  if (!campaigns.empty()) total->campaigns.push_back(sum);
  return total;
}

TablePtr total_table(const CampaignRows& of, const Table& table,
                     const std::vector<std::uint32_t>& rows, StopCheck& check) {
  const auto campaign = [&](std::uint32_t row) {
    return of.ranking != nullptr ? (*of.ranking)[row] : row;
  };
  const auto* const compared = dynamic_cast<const ComparedTable*>(&table);
  std::vector<std::uint32_t> now, before;
  for (const std::uint32_t row : rows) {
    if (compared == nullptr) {
      now.push_back(campaign(row));
      continue;
    }
    // What a ranking's rows were is a row of the main table.
    const MatchedRow matched = compared->matched(row);
    if (matched.now != kNoRow) now.push_back(campaign(matched.now));
    if (matched.before != kNoRow) before.push_back(matched.before);
  }
  const TablePtr total = campaigns_table(total_of(*of.report, now, check));
  if (compared == nullptr) return total;
  return compared_tables({total}, {campaigns_table(total_of(*of.before, before, check))},
                         *of.comparison, check)
      .front();
}

}  // namespace footfall
