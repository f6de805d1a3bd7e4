#include "model/aggregate/campaign_ranking.h"

#include <algorithm>
#include <map>

#include "model/aggregate/campaign_filter.h"
#include "model/parse/total_words.h"
#include "model/report/campaign_order.h"

namespace footfall {

namespace {

DecimalSum shares(std::uint64_t whole, std::uint64_t part) {
  return DecimalSum(static_cast<Int128>(whole) * Decimal::kOne + static_cast<Int128>(part));
}

}  // namespace

void CampaignRanking::Cell::add(const CampaignRow& row) {
  impressions += row.impressions;
  clicks += row.clicks;
  conversions += shares(row.conversions, row.conversion_part);
  spend += row.spend.units;
  ++rows;
}

void CampaignRanking::Cell::settle() {
  impressions += pending.impressions;
  clicks += pending.clicks;
  conversions += shares(pending.conversions, 0);
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
      add_figures(*cell, theirs);
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
  find_totals(check);
  published_ = std::make_shared<const TextPool>(names_.pool());
}

void CampaignRanking::find_totals(StopCheck& check) {
  totals_.clear();
  totals_match_ = false;
  for (TextId id = 0; id < names_.size(); ++id) {
    check();
    if (is_total_name(names_[id])) totals_.push_back(id);
  }
  if (totals_.empty() || totals_.size() == names_.size()) return;
  struct Sum {
    CountSum impressions = 0;
    CountSum clicks = 0;
    bool operator==(const Sum&) const = default;
  };
  Sum others;
  std::vector<Sum> totals(totals_.size());
  for (const Cell& cell : cells_) {
    check();
    const auto total = std::lower_bound(totals_.begin(), totals_.end(), cell.campaign);
    Sum& sum = total != totals_.end() && *total == cell.campaign
                   ? totals[static_cast<std::size_t>(total - totals_.begin())]
                   : others;
    sum.impressions += cell.impressions;
    sum.clicks += cell.clicks;
  }
  totals_match_ = std::find(totals.begin(), totals.end(), others) != totals.end();
}

// What a report makes of the cells.
class CampaignRanking::Choice {
 public:
  Choice(const CampaignRanking& of, const ReportOptions& options, const Filter& filter)
      : keep_(options, filter), names_(of.names_.size(), kCounts) {
    for (TextId id = 0; id < names_.size(); ++id)
      if (!keep_.admits(of.names_[id])) names_[id] = kOther;
    // A total that was asked for by name counts.
    for (const TextId id : of.totals_)
      if (of.totals_match_ && (names_[id] == kOther || filter[FilterField::campaign].empty()))
        names_[id] = kTotal;
  }

  [[nodiscard]] std::optional<FilterReason> against(const Cell& cell) const {
    if (names_[cell.campaign] == kTotal) return FilterReason::total_line;
    if (keep_.by_date()) {
      if (cell.day == kNoDay) return FilterReason::no_date;
      if (const auto reason = keep_.against(cell.day)) return reason;
    }
    if (names_[cell.campaign] == kOther) return reason_of(ConditionField::campaign);
    if (keep_.by_date() && !keep_.on_weekday(cell.day)) return reason_of(ConditionField::weekday);
    return std::nullopt;
  }

 private:
  enum Name : char { kCounts, kOther, kTotal };
  CampaignFilter keep_;
  std::vector<Name> names_;
};

std::shared_ptr<const CampaignRankingReport> CampaignRanking::report(
    const ReportOptions& options, const Filter& filter, const ParallelFor& parallel) const {
  const Choice choice(*this, options, filter);
  StopCheck check = parallel.stop_check();
  std::vector<CampaignRankingReport::Campaign> totals(names_.size());
  std::vector<bool> seen(names_.size());
  Day first = std::numeric_limits<Day>::max();
  Day last = kNoDay;
  for (const Cell& cell : cells_) {
    check();
    if (choice.against(cell)) continue;
    if (cell.day != kNoDay) {
      first = std::min(first, cell.day);
      last = std::max(last, cell.day);
    }
    CampaignRankingReport::Campaign& campaign = totals[cell.campaign];
    seen[cell.campaign] = true;
    campaign.name = cell.campaign;
    add_figures(campaign, cell);
  }
  auto report = std::make_shared<CampaignRankingReport>();
  report->names = published_;
  report->top = options.top;
  if (last != kNoDay)
    report->dates = {first * kSecondsPerDay, (last + std::int64_t{1}) * kSecondsPerDay};
  for (TextId id = 0; id < totals.size(); ++id) {
    check();
    if (!seen[id]) continue;
    add_figures(*report, totals[id]);
    report->campaigns.push_back(totals[id]);
  }
  if (!totals_match_ && filter[FilterField::campaign].empty())
    for (const TextId id : totals_)
      if (seen[id]) report->totals_counted.emplace_back(names_[id]);
  find_sums_of_others(*report);
  rank_campaigns(*report, check);
  return report;
}

CampaignDays CampaignRanking::campaign_days(const ReportOptions& options, const Filter& filter,
                                            const std::vector<std::string>& names,
                                            const ParallelFor& parallel) const {
  if (!by_date_) return {};
  const Choice choice(*this, options, filter);
  StopCheck check = parallel.stop_check();
  std::map<std::string_view, std::size_t> line_of;
  for (const std::string& name : names) line_of.try_emplace(name, line_of.size());
  constexpr std::size_t kNone = ~std::size_t{0};
  std::vector<std::size_t> lines(names_.size(), names.empty() ? 0 : kNone);  // by campaign
  for (TextId id = 0; !names.empty() && id < names_.size(); ++id) {
    check();
    if (const auto line = line_of.find(names_[id]); line != line_of.end()) lines[id] = line->second;
  }
  std::vector<std::map<Day, CampaignRankingReport::Campaign>> sums(
      std::max<std::size_t>(1, line_of.size()));
  for (const Cell& cell : cells_) {
    check();
    const std::size_t line = lines[cell.campaign];
    if (line == kNone || cell.day == kNoDay || choice.against(cell)) continue;
    add_figures(sums[line][cell.day], cell);
  }
  CampaignDays days;
  for (auto& line : sums) {
    auto report = std::make_shared<CampaignRankingReport>();
    auto dates = std::make_shared<TextPool>();
    for (auto& [day, date] : line) {
      std::string text;
      append_date(text, day);
      date.name = dates->append(text);
      report->campaigns.push_back(date);
    }
    report->names = std::move(dates);
    days.push_back(std::move(report));
  }
  return days;
}

std::uint64_t CampaignRanking::rows(const ReportOptions& options, const Filter& filter,
                                    const ParallelFor& parallel) const {
  RowCounts rows;
  for (const Cell& cell : cells_) rows.counted += cell.rows;
  count_filtered(options, filter, parallel, rows);
  return rows.counted;
}

void CampaignRanking::count_filtered(const ReportOptions& options, const Filter& filter,
                                     const ParallelFor& parallel, RowCounts& rows) const {
  if (filter.empty() && !totals_match_) return;
  const Choice choice(*this, options, filter);
  StopCheck check = parallel.stop_check();
  for (const Cell& cell : cells_) {
    check();
    const std::optional<FilterReason> reason = choice.against(cell);
    if (!reason) continue;
    rows.counted -= cell.rows;
    rows.filtered_by_reason[*reason] += cell.rows;
  }
}

std::size_t CampaignRanking::memory() const {
  return names_.memory() + cells_.capacity() * sizeof(Cell) + dated_.memory();
}

}  // namespace footfall
