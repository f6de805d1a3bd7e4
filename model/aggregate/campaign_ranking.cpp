#include "model/aggregate/campaign_ranking.h"

#include <algorithm>

#include "model/aggregate/campaign_filter.h"
#include "model/report/campaign_order.h"

namespace footfall {

void CampaignRanking::Cell::add(std::uint64_t more_impressions, std::uint64_t more_clicks,
                                std::uint64_t more_conversions, Decimal more_spend) {
  impressions += more_impressions;
  clicks += more_clicks;
  conversions += more_conversions;
  spend += more_spend.units;
  ++rows;
}

void CampaignRanking::Cell::settle() {
  impressions += pending.impressions;
  clicks += pending.clicks;
  conversions += pending.conversions;
  spend += pending.spend;
  rows += pending.rows;
  pending = {};
}

TextId CampaignRanking::learn(std::string_view campaign) {
  const TextId id = intern(campaign);
  recent_.remember(RecentTexts::key_of(campaign), id);
  return id;
}

TextId CampaignRanking::intern(std::string_view campaign) {
  const TextId id = names_.intern(campaign);
  if (!by_date_ && id == cells_.size()) cells_.emplace_back().campaign = id;
  if (by_date_ && id >= last_dates_.size()) last_dates_.resize(id + 1);
  return id;
}

CampaignRanking::Cell& CampaignRanking::dated_cell(TextId campaign, std::string_view date) {
  Cell& cell = dated_cell(campaign, day_of(date));
  if (date.size() == LastDate::kSize) {
    LastDate& last = last_dates_[campaign];
    std::memcpy(last.text.data(), date.data(), LastDate::kSize);
    last.size = LastDate::kSize;
    last.cell = static_cast<std::uint32_t>(&cell - cells_.data());
  }
  return cell;
}

Day CampaignRanking::day_of(std::string_view date) {
  if (date.size() != LastDate::kSize) return kNoDay;
  const RecentTexts::Key key = RecentTexts::key_of(date);
  const std::uint32_t known = recent_days_.find(key);
  if (known != RecentTexts::kUnknown) [[likely]]
    return static_cast<Day>(known);
  Day day = kNoDay;
  if (!parse_date(date, day)) day = kNoDay;
  recent_days_.remember(key, static_cast<std::uint32_t>(day));
  return day;
}

CampaignRanking::Cell& CampaignRanking::dated_cell(TextId campaign, Day day) {
  bool fresh = false;
  const std::uint32_t number = dated_.insert(
      static_cast<std::uint64_t>(campaign) << 32 | static_cast<std::uint32_t>(day), fresh);
  if (fresh) {
    Cell& cell = cells_.emplace_back();
    cell.campaign = campaign;
    cell.day = day;
  }
  return cells_[number];
}

void CampaignRanking::merge(std::vector<CampaignRanking>&& others, const ParallelFor& parallel) {
  StopCheck check = parallel.stop_check();
  for (CampaignRanking& other : others) {
    const std::vector<TextId> campaigns = names_.merge(other.names_, check);
    for (Cell& theirs : other.cells_) {
      check();
      theirs.settle();
      const TextId campaign = campaigns[theirs.campaign];
      Cell* cell = nullptr;
      if (by_date_) {
        cell = &dated_cell(campaign, theirs.day);
      } else {
        for (std::size_t next = cells_.size(); next <= campaign; ++next)
          cells_.emplace_back().campaign = static_cast<TextId>(next);
        cell = &cells_[campaign];
      }
      cell->impressions += theirs.impressions;
      cell->clicks += theirs.clicks;
      cell->conversions += theirs.conversions;
      cell->spend += theirs.spend;
      cell->rows += theirs.rows;
    }
  }
  others.clear();
}

void CampaignRanking::finish(const ParallelFor& parallel) {
  StopCheck check = parallel.stop_check();
  const std::vector<TextId> new_ids = names_.sort_ids(check);
  recent_.clear();
  last_dates_.clear();
  for (Cell& cell : cells_) cell.settle();
  if (by_date_) {
    std::vector<Cell> cells;
    cells.swap(cells_);
    dated_.clear();
    for (Cell& cell : cells) {
      check();
      Cell& moved = dated_cell(new_ids[cell.campaign], cell.day);
      const TextId campaign = moved.campaign;
      moved = cell;
      moved.campaign = campaign;
    }
  } else {
    std::vector<Cell> cells(cells_.size());
    for (Cell& cell : cells_) {
      check();
      const TextId campaign = new_ids[cell.campaign];
      cells[campaign] = cell;
      cells[campaign].campaign = campaign;
    }
    cells_.swap(cells);
  }
  published_ = std::make_shared<const TextPool>(names_.pool());
}

std::shared_ptr<const CampaignRankingReport> CampaignRanking::report(
    const ReportOptions& options, const Filter& filter, const ParallelFor& parallel) const {
  const CampaignFilter keep(options, filter);
  StopCheck check = parallel.stop_check();
  std::vector<CampaignRankingReport::Campaign> totals(names_.size());
  std::vector<bool> seen(names_.size());
  Day first = std::numeric_limits<Day>::max();
  Day last = kNoDay;
  for (const Cell& cell : cells_) {
    check();
    if (keep.ranged() && (cell.day == kNoDay || !keep.in_range(cell.day))) continue;
    if (cell.day != kNoDay && keep.admits(names_[cell.campaign])) {
      first = std::min(first, cell.day);
      last = std::max(last, cell.day);
    }
    CampaignRankingReport::Campaign& campaign = totals[cell.campaign];
    seen[cell.campaign] = true;
    campaign.name = cell.campaign;
    campaign.impressions += cell.impressions;
    campaign.clicks += cell.clicks;
    campaign.conversions += cell.conversions;
    campaign.spend += cell.spend;
  }
  auto report = std::make_shared<CampaignRankingReport>();
  report->names = published_;
  report->top = options.top;
  if (last != kNoDay)
    report->dates = {first * kSecondsPerDay, (last + std::int64_t{1}) * kSecondsPerDay};
  for (TextId id = 0; id < totals.size(); ++id) {
    check();
    if (!seen[id] || !keep.admits(names_[id])) continue;
    const CampaignRankingReport::Campaign& campaign = totals[id];
    report->impressions += campaign.impressions;
    report->clicks += campaign.clicks;
    report->conversions += campaign.conversions;
    report->spend += campaign.spend;
    report->campaigns.push_back(campaign);
  }
  rank_campaigns(*report, check);
  return report;
}

std::uint64_t CampaignRanking::rows(const ReportOptions& options, const Filter& filter,
                                    const ParallelFor& parallel) const {
  const CampaignFilter keep(options, filter);
  StopCheck check = parallel.stop_check();
  std::uint64_t rows = 0;
  for (const Cell& cell : cells_) {
    check();
    if (keep.admits(names_[cell.campaign]) &&
        (!keep.ranged() || (cell.day != kNoDay && keep.in_range(cell.day))))
      rows += cell.rows;
  }
  return rows;
}

std::size_t CampaignRanking::memory() const {
  return names_.memory() + cells_.capacity() * sizeof(Cell) + dated_.memory();
}

}  // namespace footfall
