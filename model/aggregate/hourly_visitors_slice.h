#pragma once

#include <algorithm>
#include <optional>

#include "model/aggregate/hourly_visitors.h"

// What the parts of HourlyVisitors share that look at finished hours.
namespace footfall {

// An hour as a slice sees it.
struct HourlyVisitors::Slice {
  // Visitors of one page, or of a part of its rows.
  struct Run {
    TextId page = 0;
    std::uint32_t visitors = 0;
    const Pair* pairs = nullptr;
  };
  using Repeats = std::span<const PairCount>;  // of a run
  static std::uint64_t rows_of(const Run& run, Repeats repeats) {
    std::uint64_t rows = run.visitors;
    for (const PairCount& count : repeats) rows += count.count;
    return rows;
  }
  // What is kept of a run by a choice of visitors; nothing: by that of all.
  struct Kept {
    std::uint32_t visitors = 0;
    std::uint64_t rows = 0;
  };
  static Kept kept_of(const Run& run, Repeats repeats, const std::optional<VisitorSet>& kept,
                      const VisitorTable::Dense& dense) {
    if (!kept) return {run.visitors, rows_of(run, repeats)};
    const auto keeps = [&](Pair pair) {
      return kept->contains(dense(static_cast<VisitorId>(pair)));
    };
    const auto visitors = std::count_if(run.pairs, run.pairs + run.visitors, keeps);
    Kept found{static_cast<std::uint32_t>(visitors), static_cast<std::uint64_t>(visitors)};
    for (const PairCount& count : repeats)
      if (keeps(count.pair)) found.rows += count.count;
    return found;
  }
  std::size_t at = 0;  // the hour's number
  Hour hour;
  std::vector<Run> runs;  // of an hour by page; none where every page counts by the hour
  std::uint64_t visitors = 0;
  std::uint64_t pageviews = 0;
  std::vector<HourlyVisitorsReport::Cell> cells;  // where they are not those of the bucket
};

template <class Show>
void HourlyVisitors::for_each_cell(std::size_t hour, const Show& show) const {
  const auto each = [&](const Bucket& bucket, PageVariants::Id kind) {
    const Pair* pairs = bucket.pairs.data();
    auto repeats = bucket.repeats.begin();
    for (const HourlyVisitorsReport::Cell& cell : bucket.cells) {
      const auto of_page = [](const PairCount& count) { return count.pair >> kPageBit; };
      while (repeats != bucket.repeats.end() && of_page(*repeats) < cell.page) ++repeats;
      const auto first = repeats;
      while (repeats != bucket.repeats.end() && of_page(*repeats) == cell.page) ++repeats;
      show(cell.page | kind, Slice::Run{0, cell.visitors, pairs}, std::span(first, repeats));
      pairs += cell.visitors;
    }
  };
  each(buckets_[hour], 0);
  if (const VariantBucket* const others = others_of(hour)) each(*others, PageVariants::kOther);
}

}  // namespace footfall
