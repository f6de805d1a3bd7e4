#pragma once

#include <QString>
#include <cstdint>
#include <string>
#include <vector>

#include "model/report/campaign_ranking_report.h"
#include "model/session/found_cause.h"

// What the charts of campaigns show.
namespace footfall {

class CampaignLines;
class CampaignPoints;
class HorizontalBars;

// Columns of campaigns_table().
inline constexpr std::size_t kSpendColumn = 3;
inline constexpr std::size_t kCtrColumn = 5;
inline constexpr std::size_t kCpaColumn = 6;

/// A ranking's rows as bars of a column, CTR or CPA.
void show_ranking(HorizontalBars& chart, const Table& table, std::size_t column,
                  std::size_t colour);
/// Campaigns of a report, biggest_spenders(), as points.
void fill_points(CampaignPoints& chart, const CampaignRankingPtr& report,
                 const std::vector<std::uint32_t>& spenders);

/// What lines over dates were asked for.
struct AskedLines {
  std::vector<std::string> names;  ///< of campaigns; empty: all together
  std::size_t selected = 0;        ///< rows of the table, which may be more
  std::size_t column = 0;          ///< of campaigns_table()
  QString measure;                 ///< the same in words
  bool small_left_out = false;     ///< elsewhere, but not of the sums of all
};
/// The lines, or in the caption why there are none.
void show_lines(CampaignLines& chart, const FoundDays& found, const AskedLines& asked);

}  // namespace footfall
