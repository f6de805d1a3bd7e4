#pragma once

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
      std::uint64_t rows = cell.visitors;
      while (repeats != bucket.repeats.end() && repeats->page < cell.page) ++repeats;
      if (repeats != bucket.repeats.end() && repeats->page == cell.page) rows += repeats->count;
      show(cell.page | kind, Slice::Run{0, cell.visitors, pairs}, rows);
      pairs += cell.visitors;
    }
  };
  each(buckets_[hour], 0);
  if (const VariantBucket* const others = others_of(hour)) each(*others, PageVariants::kOther);
}

}  // namespace footfall
