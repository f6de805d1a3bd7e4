#include "model/aggregate/hourly_visitors.h"

#include <algorithm>
#include <array>

#include "model/aggregate/visitor_set.h"
#include "model/core/radix_sort.h"

namespace footfall {
namespace {

constexpr std::uint64_t kFirstCheck = std::uint64_t{1} << 20;  // pairs: 8 MB
constexpr std::size_t kSample = std::size_t{1} << 16;
constexpr std::size_t kHoursPerTask = 8;

}  // namespace

HourlyVisitors::HourlyVisitors(const AggregateOptions& options)
    : options_(options), hours_(options.report.zone), next_check_(kFirstCheck) {}

void HourlyVisitors::end_chunk() {
  spread(rows_);
  spread(log_rows_);
  if (appended_ >= next_check_) compact_if_it_pays();
}

// Pages are few: they are numbered at once. Visitors are numbered when enough rows wait for it.
void HourlyVisitors::spread(Staged& staged) {
  std::array<TextId, kStaged> pages;
  buckets_.resize(hours_.hours().size());
  pages_.intern_all(staged.pages, pages.data());
  const std::size_t count = staged.hours.size();
  const auto numbered = [this](std::uint64_t cell, VisitorId visitor) { append(cell, visitor); };
  const bool log = !staged.agents.empty();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t cell = std::uint64_t{staged.hours[i]} << 32 | pages[i];
    if (log) {
      visitors_.add_pair(cell, staged.visitors[i], staged.agents[i], numbered);
    } else {
      visitors_.add(cell, staged.visitors[i], numbered);
    }
  }
  appended_ += count;
  staged.hours.clear();
  staged.pages.clear();
  staged.visitors.clear();
  staged.agents.clear();
}

void HourlyVisitors::number_waiting() {
  visitors_.flush([this](std::uint64_t cell, VisitorId visitor) { append(cell, visitor); });
}

void HourlyVisitors::add_block(Bucket& bucket) {
  constexpr std::size_t kFirst = 16;
  constexpr std::size_t kLargest = 2048;
  bucket.fresh.emplace_back(bucket.fresh.empty() ? kFirst : std::min(2 * bucket.fresh.back().size, kLargest));
}

std::size_t HourlyVisitors::fresh_pairs(const Bucket& bucket) {
  std::size_t pairs = 0;
  for (const Block<Pair>& block : bucket.fresh) pairs += block.used;
  return pairs;
}

// Looks at a sample of the hours; where fewer than half of their pairs are distinct, all are made
// unique. The next look is due when the pairs have doubled, so looking costs little.
void HourlyVisitors::compact_if_it_pays() {
  std::size_t sampled = 0;
  std::size_t distinct = 0;
  std::vector<Pair> copy;
  std::vector<Pair> scratch;
  const std::size_t step = std::max<std::size_t>(1, buckets_.size() / 16);
  for (std::size_t i = 0; i < buckets_.size() && sampled < kSample; i += step) {
    copy = buckets_[i].pairs;
    for (const Block<Pair>& block : buckets_[i].fresh) copy.insert(copy.end(), block.begin(), block.end());
    sampled += copy.size();
    radix_sort(copy, scratch);
    distinct += static_cast<std::size_t>(std::unique(copy.begin(), copy.end()) - copy.begin());
  }
  if (distinct * 2 < sampled) {
    appended_ = 0;
    for (Bucket& bucket : buckets_) {
      make_unique(bucket, scratch);
      appended_ += bucket.pairs.size();
    }
  }
  next_check_ = std::max(kFirstCheck, appended_ * 2);
}

// Fresh pairs join the others; repeats go, and where slices are kept they are counted by page.
void HourlyVisitors::make_unique(Bucket& bucket, std::vector<Pair>& scratch) const {
  std::vector<Pair>& pairs = bucket.pairs;
  pairs.reserve(pairs.size() + fresh_pairs(bucket));
  for (const Block<Pair>& block : bucket.fresh) pairs.insert(pairs.end(), block.begin(), block.end());
  bucket.fresh = {};
  radix_sort(pairs, scratch);
  std::vector<PageCount> dropped;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (kept == 0 || pairs[i] != pairs[kept - 1]) {
      pairs[kept++] = pairs[i];
    } else if (options_.keep_slices) {
      const TextId page = static_cast<TextId>(pairs[i] >> 32);
      if (dropped.empty() || dropped.back().page != page) dropped.push_back({page, 0});
      ++dropped.back().count;
    }
  }
  pairs.resize(kept);
  add_counts(bucket.repeats, dropped);
}

// Both lists are ascending by page.
void HourlyVisitors::add_counts(std::vector<PageCount>& counts, const std::vector<PageCount>& more) {
  if (more.empty()) return;
  std::vector<PageCount> sum;
  sum.reserve(counts.size() + more.size());
  auto a = counts.begin();
  for (const PageCount& entry : more) {
    while (a != counts.end() && a->page < entry.page) sum.push_back(*a++);
    sum.push_back(entry);
    if (a != counts.end() && a->page == entry.page) sum.back().count += (a++)->count;
  }
  sum.insert(sum.end(), a, counts.end());
  counts = std::move(sum);
}

void HourlyVisitors::merge(std::vector<HourlyVisitors>&& others, const ParallelFor& parallel) {
  number_waiting();
  for (HourlyVisitors& other : others) {
    other.number_waiting();
    const std::vector<TextId> pages = pages_.merge(other.pages_);
    const VisitorTable::Mapping visitors = visitors_.merge(other.visitors_, parallel);
    other.pages_ = {};
    other.visitors_ = {};
    std::vector<std::uint32_t> hours;
    for (const Hour& hour : other.hours_.hours()) hours.push_back(hours_.number_of(hour));
    buckets_.resize(hours_.hours().size());
    parallel(hours.size(), [&](std::size_t i) {
      Bucket& theirs = other.buckets_[i];
      Bucket& ours = buckets_[hours[i]];
      const auto translate = [&](Pair& pair) {
        pair = static_cast<Pair>(pages[pair >> 32]) << 32 | visitors[static_cast<VisitorId>(pair)];
      };
      for (Block<Pair>& block : theirs.fresh) {
        std::for_each(block.begin(), block.end(), translate);
        ours.fresh.push_back(std::move(block));
      }
      // No longer ascending, so they are fresh here.
      if (!theirs.pairs.empty()) {
        std::for_each(theirs.pairs.begin(), theirs.pairs.end(), translate);
        Block<Pair>& block = ours.fresh.emplace_back(theirs.pairs.size());
        std::copy(theirs.pairs.begin(), theirs.pairs.end(), block.begin());
        block.used = block.size;
      }
      renumber(theirs.repeats, pages);
      add_counts(ours.repeats, theirs.repeats);
      ours.pageviews += theirs.pageviews;
      theirs = {};
    });
    appended_ += other.appended_;
  }
  others.clear();
}

void HourlyVisitors::renumber(std::vector<PageCount>& counts, const std::vector<TextId>& new_pages) {
  for (PageCount& entry : counts) entry.page = new_pages[entry.page];
  std::sort(counts.begin(), counts.end(), [](const PageCount& a, const PageCount& b) { return a.page < b.page; });
}

void HourlyVisitors::finish(const ParallelFor& parallel) {
  number_waiting();
  const std::vector<TextId> new_pages = pages_.sort_ids();
  const std::vector<std::uint32_t> new_hours = hours_.sort();
  std::vector<Bucket> buckets(new_hours.size());
  for (std::size_t i = 0; i < new_hours.size(); ++i) buckets[new_hours[i]] = std::move(buckets_[i]);
  buckets_ = std::move(buckets);
  published_pages_ = std::make_shared<const TextPool>(pages_.pool());
  unique_visitors_ = visitors_.size();
  const std::size_t id_limit = visitors_.id_limit();
  if (!options_.keep_slices) visitors_.forget_names();
  parallel((buckets_.size() + kHoursPerTask - 1) / kHoursPerTask, [&](std::size_t task) {
    std::vector<Pair> scratch;
    VisitorSet seen(id_limit);
    for (std::size_t i = task * kHoursPerTask; i < std::min(buckets_.size(), (task + 1) * kHoursPerTask); ++i)
      finish_bucket(buckets_[i], new_pages, scratch, seen);
  });
  triples_ = 0;
  for (const Bucket& bucket : buckets_)
    for (const HourlyVisitorsReport::Cell& cell : bucket.cells) triples_ += cell.visitors;
  appended_ = triples_;
}

void HourlyVisitors::finish_bucket(Bucket& bucket, const std::vector<TextId>& new_pages, std::vector<Pair>& scratch,
                                   VisitorSet& seen) const {
  const auto renumber_page = [&](Pair& pair) {
    pair = static_cast<Pair>(new_pages[pair >> 32]) << 32 | static_cast<VisitorId>(pair);
  };
  std::for_each(bucket.pairs.begin(), bucket.pairs.end(), renumber_page);
  for (Block<Pair>& block : bucket.fresh) std::for_each(block.begin(), block.end(), renumber_page);
  renumber(bucket.repeats, new_pages);
  make_unique(bucket, scratch);
  bucket.cells.clear();
  bucket.visitors = 0;
  for (const Pair pair : bucket.pairs) {
    const TextId page = static_cast<TextId>(pair >> 32);
    if (bucket.cells.empty() || bucket.cells.back().page != page) bucket.cells.push_back({page, 0});
    ++bucket.cells.back().visitors;
    bucket.visitors += seen.insert(static_cast<VisitorId>(pair)) ? 1 : 0;
  }
  for (const Pair pair : bucket.pairs) seen.erase(static_cast<VisitorId>(pair));
  bucket.cells.shrink_to_fit();
  if (!options_.keep_slices) bucket.pairs = {};
}

std::size_t HourlyVisitors::memory() const {
  std::size_t bytes = pages_.memory() + visitors_.memory();
  for (const Bucket& bucket : buckets_) {
    for (const Block<Pair>& block : bucket.fresh) bytes += block.size * sizeof(Pair);
    bytes += bucket.pairs.capacity() * sizeof(Pair) + bucket.cells.capacity() * sizeof(bucket.cells[0]) +
             bucket.repeats.capacity() * sizeof(PageCount);
  }
  return bytes;
}

}  // namespace footfall
