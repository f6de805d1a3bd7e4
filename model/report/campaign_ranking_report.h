#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/core/decimal.h"
#include "model/core/spill_vector.h"
#include "model/core/text_pool.h"
#include "model/report/report.h"

namespace footfall {

/// Sum of whole numbers up to 10^18 each: 128 bits hold 10^20 rows.
using CountSum = UInt128;

/// Totals of every campaign and the two rankings; all quotients are compared exactly.
struct CampaignRankingReport final : Report {
  static constexpr ReportKind kKind = ReportKind::campaign_ranking;
  [[nodiscard]] ReportKind kind() const override { return kKind; }
  [[nodiscard]] std::vector<TablePtr> tables(const ReportPtr& self) const override;
  [[nodiscard]] bool empty() const override { return campaigns.empty(); }
  [[nodiscard]] std::uint64_t listed() const override { return campaigns.size(); }
  [[nodiscard]] std::size_t choices(FilterField field) const override;
  [[nodiscard]] std::string_view choice(FilterField field, std::size_t index) const override;
  [[nodiscard]] std::optional<TimeExtent> time_extent() const override { return dates; }
  [[nodiscard]] std::vector<Remark> remarks() const override;
  void release() const override;

  std::shared_ptr<const TextPool> names;  ///< campaign ids; may hold more than the report lists

  struct Campaign {
    TextId name = 0;
    CountSum impressions = 0;
    CountSum clicks = 0;
    DecimalSum conversions;  ///< may be shared between campaigns, so fractions
    DecimalSum spend;
  };
  SpillVector<Campaign> campaigns;     ///< ascending bytes of the id
  std::size_t top = 10;                ///< N of the rankings
  std::vector<std::uint32_t> top_ctr;  ///< indexes into campaigns, best first, at most `top`
  std::vector<std::uint32_t> top_cpa;  ///< only campaigns with conversions
  std::optional<TimeExtent> dates;     ///< of their rows; none where dates were not kept

  CountSum impressions = 0;
  CountSum clicks = 0;
  DecimalSum conversions;
  DecimalSum spend;
  std::vector<std::string> totals_counted;  ///< campaigns that a total word names, as they count
  std::vector<std::string> sums_of_others;  ///< campaigns that may be total lines by their figures
};

using CampaignRankingPtr = std::shared_ptr<const CampaignRankingReport>;

/// Adds the figures of a campaign, a report or some rows to those of another.
template <class Sum, class Figures>
void add_figures(Sum& sum, const Figures& of) {
  sum.impressions += of.impressions;
  sum.clicks += of.clicks;
  sum.conversions += of.conversions;
  sum.spend += of.spend;
}

/// Campaigns over time: reports whose campaigns are dates (YYYY-MM-DD, which is their order), with
/// what the rows of a date add up to. A date without a row is not there.
using CampaignDays = std::vector<CampaignRankingPtr>;

/// The same report with rankings of another length.
[[nodiscard]] CampaignRankingPtr with_top(const CampaignRankingPtr& report, std::size_t top);

/// Fills top_ctr and top_cpa from campaigns and top.
void rank_campaigns(CampaignRankingReport& report);

/// Fills sums_of_others: the one campaign each of whose figures is the sum of those of all others,
/// or several of the same figures that all are the sum of the rest; two others at least, and not
/// those of totals_counted.
void find_sums_of_others(CampaignRankingReport& report);

/// Click-through rate and cost per acquisition as numbers for charts; NaN where there is none.
[[nodiscard]] double click_through_rate(const CampaignRankingReport::Campaign& campaign);
[[nodiscard]] double cost_per_acquisition(const CampaignRankingReport::Campaign& campaign);

/// The columns of all three tables.
[[nodiscard]] std::span<const Column> campaign_columns();
/// All three: campaign_id, total_impressions, total_clicks, total_spend, total_conversions, CTR,
/// CPA. `top<N>_ctr`
[[nodiscard]] TablePtr top_ctr_table(CampaignRankingPtr report);
/// `top<N>_cpa`
[[nodiscard]] TablePtr top_cpa_table(CampaignRankingPtr report);
/// `campaigns`
[[nodiscard]] TablePtr campaigns_table(CampaignRankingPtr report);

}  // namespace footfall
