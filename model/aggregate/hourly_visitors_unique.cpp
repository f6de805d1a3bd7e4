#include <utility>

#include "model/aggregate/hourly_visitors.h"
#include "model/core/radix_sort.h"

// The pairs of an hour made distinct, and its visitors counted on the way.
namespace footfall {

// Fresh pairs join the others, by page.
void HourlyVisitors::gather_by_page(Bucket& bucket, Workspace& space) const {
  std::vector<Pair>& pairs = bucket.pairs;
  pairs.reserve(pairs.size() + fresh_pairs(bucket));
  for (const Block<Pair>& block : bucket.fresh) {
    space.check(block.used);
    pairs.insert(pairs.end(), block.begin(), block.end());
  }
  bucket.fresh = {};
  radix_sort(pairs, space.scratch, kPageBit, space.check);
}

// Repeats among pairs by page go, and where slices are kept they are counted by page. Makes the
// bucket's cells on the way.
void HourlyVisitors::make_unique(Bucket& bucket, const VisitorTable::Dense& dense,
                                 Workspace& space) const {
  std::vector<Pair>& pairs = bucket.pairs;
  std::vector<PairCount> dropped;
  bucket.cells.clear();
  bucket.visitors = 0;
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < pairs.size();) {
    const Pair page = pairs[begin] >> kPageBit;
    const std::size_t first = kept;
    std::size_t i = begin;
    for (; i < pairs.size() && pairs[i] >> kPageBit == page; ++i) {
      space.check();
      const Pair pair = pairs[i];
      const std::uint32_t visitor = dense(static_cast<VisitorId>(pair));
      pairs[kept] = pair;
      const bool fresh = space.of_page.insert(visitor);
      kept += fresh ? 1 : 0;
      if (!fresh && options_.keep_visits) space.repeated.push_back(pair);
      bucket.visitors += space.of_hour.insert(visitor) ? 1 : 0;
    }
    for (std::size_t k = first; k < kept; ++k)
      space.of_page.erase(dense(static_cast<VisitorId>(pairs[k])));
    bucket.cells.push_back({static_cast<TextId>(page), static_cast<std::uint32_t>(kept - first)});
    if (options_.keep_visits)
      count_visits(space.repeated, dropped);
    else if (options_.keep_slices && kept - first < i - begin)
      dropped.push_back({page << kPageBit, i - begin - (kept - first)});
    begin = i;
  }
  pairs.resize(kept);
  if (kept < pairs.capacity() / 2) pairs.shrink_to_fit();
  add_counts(bucket.repeats, dropped);
}

// Counts what is repeated of a page, pair by pair, and forgets it.
void HourlyVisitors::count_visits(std::vector<Pair>& repeated, std::vector<PairCount>& counts) {
  std::ranges::sort(repeated);
  for (const Pair pair : repeated)
    if (!counts.empty() && counts.back().pair == pair)
      ++counts.back().count;
    else
      counts.push_back({pair, 1});
  repeated.clear();
}

void HourlyVisitors::clear_hour(std::initializer_list<const Bucket*> buckets,
                                const VisitorTable::Dense& dense, Workspace& space) {
  std::size_t kept = 0;
  for (const Bucket* bucket : buckets) kept += bucket->pairs.size();
  if (kept >= space.of_hour.clear_cost()) return space.of_hour.clear();
  for (const Bucket* bucket : buckets)
    for (const Pair pair : bucket->pairs) space.of_hour.erase(dense(static_cast<VisitorId>(pair)));
}

// Both are finished. The variants' visitors, mostly few, are marked, those of the page looked up.
void HourlyVisitors::count_repeated(const Bucket& usual, VariantBucket& others,
                                    Workspace& space) const {
  others.repeated.clear();
  auto cell = usual.cells.begin();
  const Pair* pair = usual.pairs.data();
  const Pair* variant = others.pairs.data();
  for (auto of_page = others.cells.begin(); of_page != others.cells.end();) {
    const TextId page = variants_.page_of(of_page->page | PageVariants::kOther);
    const Pair* const first = variant;
    std::uint64_t repeated = 0;
    for (; of_page != others.cells.end() &&
           variants_.page_of(of_page->page | PageVariants::kOther) == page;
         ++of_page) {
      space.check(of_page->visitors + 1);
      for (const Pair* const end = variant + of_page->visitors; variant != end; ++variant)
        repeated += space.of_page.insert(dense_(static_cast<VisitorId>(*variant))) ? 0 : 1;
    }
    for (; cell != usual.cells.end() && cell->page < page; ++cell) pair += cell->visitors;
    if (cell != usual.cells.end() && cell->page == page) {
      space.check(cell->visitors);
      for (const Pair* const end = pair + cell->visitors; pair != end; ++pair)
        repeated += space.of_page.contains(dense_(static_cast<VisitorId>(*pair))) ? 1 : 0;
      ++cell;
    }
    for (const Pair* marked = first; marked != variant; ++marked)
      space.of_page.erase(dense_(static_cast<VisitorId>(*marked)));
    if (repeated > 0) others.repeated.push_back({page, repeated});
  }
  others.repeated.shrink_to_fit();
}

// Both lists are ascending by pair.
void HourlyVisitors::add_counts(std::vector<PairCount>& counts,
                                const std::vector<PairCount>& more) {
  if (more.empty()) return;
  std::vector<PairCount> sum;
  sum.reserve(counts.size() + more.size());
  auto a = counts.begin();
  for (const PairCount& entry : more) {
    while (a != counts.end() && a->pair < entry.pair) sum.push_back(*a++);
    sum.push_back(entry);
    if (a != counts.end() && a->pair == entry.pair) sum.back().count += (a++)->count;
  }
  sum.insert(sum.end(), a, counts.end());
  counts = std::move(sum);
}

}  // namespace footfall
