#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

#include "model/aggregate/aggregate.h"
#include "model/core/flat_index.h"
#include "model/core/text_interner.h"
#include "model/parse/rows.h"
#include "model/report/campaign_ranking_report.h"

namespace footfall {

/// Totals per campaign; where slices are kept, per campaign and date. See aggregate.h for the concept.
/// Memory follows the number of distinct campaigns (and dates).
class CampaignRanking {
 public:
  using Row = CampaignRow;
  using Report = CampaignRankingReport;
  static constexpr ReportKind kKind = ReportKind::campaign_ranking;

  explicit CampaignRanking(const AggregateOptions& options) : by_date_(options.keep_slices) {}

  void add(const CampaignRow& row) {
    Cell& cell = cell_of(row);
    cell.impressions += row.impressions;
    cell.clicks += row.clicks;
    cell.conversions += row.conversions;
    cell.spend += row.spend.units;
    ++cell.rows;
  }
  void end_chunk() {}

  void merge(std::vector<CampaignRanking>&& others, const ParallelFor& parallel);
  void finish(const ParallelFor& parallel);

  [[nodiscard]] std::shared_ptr<const Report> report(const ReportOptions& options, const Filter& filter,
                                                     const ParallelFor& parallel) const;
  [[nodiscard]] bool can_report(const ReportOptions& /*options*/, const Filter& /*filter*/) const { return true; }
  [[nodiscard]] std::uint64_t rows(const ReportOptions& options, const Filter& filter) const;
  [[nodiscard]] std::size_t memory() const;

 private:
  static constexpr Day kNoDay = std::numeric_limits<Day>::min();
  struct Cell {
    CountSum impressions = 0;
    CountSum clicks = 0;
    CountSum conversions = 0;
    DecimalSum spend;
    std::uint64_t rows = 0;
    TextId campaign = 0;
    Day day = kNoDay;
  };

  [[nodiscard]] Cell& cell_of(const CampaignRow& row) {
    const TextId campaign = names_.intern(row.campaign);
    if (!by_date_) {
      if (campaign == cells_.size()) cells_.emplace_back().campaign = campaign;
      return cells_[campaign];
    }
    Day day = kNoDay;
    if (!parse_date(row.date, day)) day = kNoDay;
    return dated_cell(campaign, day);
  }
  [[nodiscard]] Cell& dated_cell(TextId campaign, Day day);

  bool by_date_;
  TextInterner names_;
  std::vector<Cell> cells_;  // by campaign id, or in order of first sight of (campaign, date)
  FlatIndex dated_;          // (campaign, date) → cell
  std::shared_ptr<const TextPool> published_;  // names in byte order, made by finish()
};

}  // namespace footfall
