#include "model/report/campaign_choice.h"

#include <algorithm>

#include "model/report/campaign_order.h"
#include "model/report/compared_tables.h"

namespace footfall {

CampaignRankingPtr with_least(const CampaignRankingPtr& report, const CampaignLeast& least,
                              StopCheck check) {
  if (least.none()) return report;
  auto chosen = std::make_shared<CampaignRankingReport>();
  chosen->names = report->names;
  chosen->top = report->top;
  chosen->dates = report->dates;
  const DecimalSum conversions(Decimal::kOne * static_cast<Int128>(least.conversions));
  for (const CampaignRankingReport::Campaign& campaign : report->campaigns) {
    check();
    if (campaign.impressions < least.impressions || campaign.conversions < conversions) continue;
    add_figures(*chosen, campaign);
    chosen->campaigns.push_back(campaign);
  }
  rank_campaigns(*chosen, check);
  return chosen;
}

std::vector<std::uint32_t> biggest_spenders(const CampaignRankingReport& report, std::size_t most,
                                            StopCheck check) {
  std::vector<std::uint32_t> with;
  for (std::uint32_t i = 0; i < report.campaigns.size(); ++i) {
    check();
    if (!report.campaigns[i].conversions.zero()) with.push_back(i);
  }
  const std::size_t kept = std::min(most, with.size());
  std::partial_sort(with.begin(), with.begin() + static_cast<std::ptrdiff_t>(kept), with.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      check();
                      const DecimalSum &x = report.campaigns[a].spend,
                                       &y = report.campaigns[b].spend;
                      return x != y ? x > y : a < b;
                    });
  with.resize(kept);
  return with;
}

CampaignRankingPtr total_of(const CampaignRankingReport& report,
                            const std::vector<std::uint32_t>& campaigns, StopCheck& check) {
  CampaignRankingReport::Campaign sum;
  for (const std::uint32_t index : campaigns) {
    check();
    add_figures(sum, report.campaigns[index]);
  }
  auto total = std::make_shared<CampaignRankingReport>();
  auto names = std::make_shared<TextPool>();
  (void)names->append({});
  total->names = std::move(names);
  if (!campaigns.empty()) total->campaigns.push_back(sum);
  return total;
}

std::array<TablePtr, 3> tables_of(const CampaignRows& chosen, StopCheck check) {
  const std::array<TablePtr, 3> now = {campaigns_table(chosen.report), top_ctr_table(chosen.report),
                                       top_cpa_table(chosen.report)};
  if (!chosen.before) return now;
  // As rankings are: what is in the other period alone was not chosen.
  auto none = std::make_shared<CampaignRankingReport>();
  none->names = chosen.report->names;
  const auto compared =
      compared_tables({campaigns_table(none), now[0], now[1], now[2]},
                      {campaigns_table(chosen.before)}, *chosen.comparison, std::move(check));
  return {compared[1], compared[2], compared[3]};
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
