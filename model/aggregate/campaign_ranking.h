#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/aggregate/aggregate.h"
#include "model/core/flat_index.h"
#include "model/core/recent_texts.h"
#include "model/core/text_interner.h"
#include "model/parse/rows.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/load_report.h"

namespace footfall {

/// Totals per campaign; where slices are kept, per campaign and date. See aggregate.h for the
/// concept. Memory follows the number of distinct campaigns (and dates).
class CampaignRanking {
 public:
  using Row = CampaignRow;
  using Report = CampaignRankingReport;
  static constexpr ReportKind kKind = ReportKind::campaign_ranking;
  /// Total lines are told by the sums of all rows, so a filter applies to the finished state alone.
  static constexpr bool kFiltersLater = true;

  explicit CampaignRanking(const AggregateOptions& options) : by_date_(options.keep_slices) {}

  [[gnu::always_inline]] void add(const CampaignRow& row) {
    Cell& cell = cell_of(row);
    constexpr unsigned kSmallBits = 40;  // of a count
    const auto spend_high = static_cast<std::uint64_t>(row.spend.units >> 64);
    if (((row.impressions | row.clicks | row.conversions) >> kSmallBits | spend_high >> 26 |
         row.conversion_part) != 0) [[unlikely]] {
      // A copy, so that the numbers of other rows need not leave the registers.
      const CampaignRow large = row;
      return cell.add(large);
    }
    Pending& pending = cell.pending;
    pending.impressions += row.impressions;
    pending.clicks += row.clicks;
    pending.conversions += row.conversions;
    pending.spend += row.spend.units;
    if (++pending.rows == Pending::kMostRows) [[unlikely]]
      cell.settle();
  }
  void end_chunk() {}

  void merge(std::vector<CampaignRanking>&& others, const ParallelFor& parallel);
  void finish(const ParallelFor& parallel);

  [[nodiscard]] std::shared_ptr<const Report> report(const ReportOptions& options,
                                                     const Filter& filter,
                                                     const ParallelFor& parallel) const;
  [[nodiscard]] bool can_report(const ReportOptions& /*options*/, const Filter& /*filter*/) const {
    return true;
  }
  /// The rows of a filter by date: of each of these campaigns alone, or of all together where none
  /// is named. Nothing where dates were not kept.
  [[nodiscard]] CampaignDays campaign_days(const ReportOptions& options, const Filter& filter,
                                           const std::vector<std::string>& names,
                                           const ParallelFor& parallel) const;
  [[nodiscard]] std::uint64_t rows(const ReportOptions& options, const Filter& filter,
                                   const ParallelFor& parallel = run_in_sequence) const;
  /// Moves the rows that a report leaves out from the counted to the filtered ones.
  void count_filtered(const ReportOptions& options, const Filter& filter,
                      const ParallelFor& parallel, RowCounts& rows) const;
  [[nodiscard]] std::size_t memory() const;

 private:
  static constexpr Day kNoDay = std::numeric_limits<Day>::min();
  // Rows with small numbers, summed up in few words until they are settled.
  struct Pending {
    static constexpr std::uint32_t kMostRows = 1U << 20;  // 2^20 × 2^90 fits the spend
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    std::uint32_t rows = 0;
    Int128 spend = 0;
  };
  struct Cell {
    Pending pending;
    CountSum impressions = 0;
    CountSum clicks = 0;
    DecimalSum conversions;
    DecimalSum spend;
    std::uint64_t rows = 0;
    TextId campaign = 0;
    Day day = kNoDay;

    void add(const CampaignRow& row);
    void settle();
  };

  // The date a campaign had last, which it mostly has again: files tend to be in the order of time.
  struct LastDate {
    static constexpr std::size_t kSize = 10;
    std::array<char, kSize> text{};
    std::uint16_t size = 0;  // kSize where there is one
    std::uint32_t cell = 0;
    [[nodiscard]] bool is(std::string_view date) const {
      return date.size() == kSize && size == kSize &&
             std::memcmp(date.data(), text.data(), kSize) == 0;
    }
  };

  // Inlined with everything short, so that a row never has to stand in memory.
  [[nodiscard, gnu::always_inline]] Cell& cell_of(const CampaignRow& row) {
    const TextId campaign = id_of(row.campaign);
    if (!by_date_) return cells_[campaign];
    const LastDate& last = last_dates_[campaign];
    return last.is(row.date) ? cells_[last.cell] : dated_cell(campaign, row.date);
  }
  [[nodiscard, gnu::always_inline]] TextId id_of(std::string_view campaign) {
    if (!RecentTexts::fits(campaign)) [[unlikely]]
      return intern(campaign);
    const RecentTexts::Key key = RecentTexts::key_of(campaign);
    const TextId id = recent_.find(key);
    if (id != RecentTexts::kUnknown) [[likely]]
      return id;
    return learn(campaign);
  }
  TextId learn(std::string_view campaign);
  TextId intern(std::string_view campaign);
  [[nodiscard]] Cell& dated_cell(TextId campaign, std::string_view date);
  [[nodiscard]] Cell& dated_cell(TextId campaign, Day day);
  [[nodiscard]] Day day_of(std::string_view date);
  void find_totals(StopCheck& check);
  class Choice;

  bool by_date_;
  TextInterner names_;
  RecentTexts recent_;       // ids of names_
  RecentTexts recent_days_;  // days of dates
  std::vector<Cell> cells_;  // by campaign id, or in order of first sight of (campaign, date)
  FlatIndex dated_;          // (campaign, date) → cell
  std::vector<LastDate> last_dates_;  // by campaign id, where cells are by date
  // Made by finish():
  std::shared_ptr<const TextPool> published_;  // names in byte order
  std::vector<TextId> totals_;                 // campaigns that a total word names, ascending
  bool totals_match_ = false;                  // and one of them is the sum of the others
};

static_assert(Aggregate<CampaignRanking>);

}  // namespace footfall
