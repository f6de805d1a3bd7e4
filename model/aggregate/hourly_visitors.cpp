#include "model/aggregate/hourly_visitors.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/core/radix_sort.h"

namespace footfall {
namespace {

constexpr std::uint64_t kFirstCheck = std::uint64_t{1} << 20;  // pairs: 8 MB
constexpr std::size_t kSample = std::size_t{1} << 16;
constexpr std::size_t kHoursPerTask = 8;
constexpr unsigned kPageBit = 32;  // of a pair: the visitor stands below

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
  const std::size_t count = std::exchange(staged.count, 0);
  buckets_.resize(hours_.hours().size());
  cursors_.resize(buckets_.size());
  pages_.intern_all({staged.pages.data(), count}, pages.data());
  const auto numbered = [this](std::uint64_t cell, VisitorId visitor) { append(cell, visitor); };
  const bool log = &staged == &log_rows_;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t cell = std::uint64_t{staged.hours[i]} << 32 | pages[i];
    if (log) {
      visitors_.add_pair(cell, staged.visitors[i], staged.agents[i], numbered);
    } else {
      visitors_.add(cell, staged.visitors[i], numbered);
    }
  }
  appended_ += count;
}

void HourlyVisitors::number_waiting(StopCheck check) {
  visitors_.flush([this](std::uint64_t cell, VisitorId visitor) { append(cell, visitor); },
                  std::move(check));
  settle();
  cursors_.clear();
}

void HourlyVisitors::add_block(std::size_t hour) {
  constexpr std::size_t kFirst = 16;
  constexpr std::size_t kLargest = 2048;
  Bucket& bucket = buckets_[hour];
  Cursor& cursor = cursors_[hour];
  settle(bucket, cursor);
  Block<Pair>& block = bucket.fresh.emplace_back(
      bucket.fresh.empty() ? kFirst : std::min(2 * bucket.fresh.back().size, kLargest));
  cursor.next = block.begin();
  cursor.end = block.begin() + block.size;
}

void HourlyVisitors::settle(Bucket& bucket, const Cursor& cursor) {
  if (cursor.next == nullptr) return;
  Block<Pair>& block = bucket.fresh.back();
  const auto used = static_cast<std::size_t>(cursor.next - block.begin());
  bucket.pageviews += used - block.used;
  block.used = used;
}

void HourlyVisitors::settle() {
  for (std::size_t hour = 0; hour < cursors_.size(); ++hour) settle(buckets_[hour], cursors_[hour]);
}

std::size_t HourlyVisitors::fresh_pairs(const Bucket& bucket) {
  std::size_t pairs = 0;
  for (const Block<Pair>& block : bucket.fresh) pairs += block.used;
  return pairs;
}

// Looks at a sample of the hours; where fewer than half of their pairs are distinct, all are made
// unique. The next look is due when the pairs have doubled, so looking costs little.
void HourlyVisitors::compact_if_it_pays() {
  settle();
  std::size_t sampled = 0;
  std::size_t distinct = 0;
  std::vector<Pair> copy;
  std::vector<Pair> scratch;
  const std::size_t step = std::max<std::size_t>(1, buckets_.size() / 16);
  for (std::size_t i = 0; i < buckets_.size() && sampled < kSample; i += step) {
    copy = buckets_[i].pairs;
    for (const Block<Pair>& block : buckets_[i].fresh)
      copy.insert(copy.end(), block.begin(), block.end());
    sampled += copy.size();
    radix_sort(copy, scratch);
    distinct += static_cast<std::size_t>(std::unique(copy.begin(), copy.end()) - copy.begin());
  }
  if (distinct * 2 < sampled) {
    appended_ = 0;
    const VisitorTable::Dense dense = visitors_.dense();
    Workspace space(dense.size(), StopCheck(options_.abandoned));
    for (Bucket& bucket : buckets_) {
      gather_by_page(bucket, space);
      make_unique(bucket, dense, space);
      appended_ += bucket.pairs.size();
    }
    cursors_.clear();
    cursors_.resize(buckets_.size());
  }
  next_check_ = std::max(kFirstCheck, appended_ * 2);
}

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
  std::vector<PageCount> dropped;
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
      kept += space.of_page.insert(visitor) ? 1 : 0;
      bucket.visitors += space.of_hour.insert(visitor) ? 1 : 0;
    }
    for (std::size_t k = first; k < kept; ++k)
      space.of_page.erase(dense(static_cast<VisitorId>(pairs[k])));
    bucket.cells.push_back({static_cast<TextId>(page), static_cast<std::uint32_t>(kept - first)});
    if (options_.keep_slices && kept - first < i - begin)
      dropped.push_back({static_cast<TextId>(page), i - begin - (kept - first)});
    begin = i;
  }
  if (kept < space.of_hour.clear_cost()) {
    for (std::size_t k = 0; k < kept; ++k)
      space.of_hour.erase(dense(static_cast<VisitorId>(pairs[k])));
  } else {
    space.of_hour.clear();
  }
  pairs.resize(kept);
  if (kept < pairs.capacity() / 2) pairs.shrink_to_fit();
  add_counts(bucket.repeats, dropped);
}

// Both lists are ascending by page.
void HourlyVisitors::add_counts(std::vector<PageCount>& counts,
                                const std::vector<PageCount>& more) {
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
  parallel(others.size() + 1, [&](std::size_t i) {
    (i == 0 ? *this : others[i - 1]).number_waiting(parallel.stop_check());
  });
  for (HourlyVisitors& other : others) {
    if (pages_.size() == 0) {
      *this = std::move(other);
      continue;
    }
    const std::vector<TextId> pages = pages_.merge(other.pages_, parallel.stop_check());
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
      StopCheck check = parallel.stop_check();
      for (Block<Pair>& block : theirs.fresh) {
        check(block.used);
        std::for_each(block.begin(), block.end(), translate);
        ours.fresh.push_back(std::move(block));
      }
      // No longer ascending, so they are fresh here.
      if (!theirs.pairs.empty()) {
        check(theirs.pairs.size());
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

void HourlyVisitors::renumber(std::vector<PageCount>& counts,
                              const std::vector<TextId>& new_pages) {
  for (PageCount& entry : counts) entry.page = new_pages[entry.page];
  std::sort(counts.begin(), counts.end(),
            [](const PageCount& a, const PageCount& b) { return a.page < b.page; });
}

void HourlyVisitors::finish(const ParallelFor& parallel) {
  number_waiting(parallel.stop_check());
  const std::vector<TextId> new_pages = pages_.sort_ids(parallel.stop_check());
  const std::vector<std::uint32_t> new_hours = hours_.sort();
  std::vector<Bucket> buckets(new_hours.size());
  for (std::size_t i = 0; i < new_hours.size(); ++i) buckets[new_hours[i]] = std::move(buckets_[i]);
  buckets_ = std::move(buckets);
  published_pages_ = std::make_shared<const TextPool>(pages_.pool());
  dense_ = visitors_.dense();
  if (!options_.keep_slices) visitors_.forget_names();
  parallel((buckets_.size() + kHoursPerTask - 1) / kHoursPerTask, [&](std::size_t task) {
    Workspace space(dense_.size(), parallel.stop_check());
    for (std::size_t i = task * kHoursPerTask;
         i < std::min(buckets_.size(), (task + 1) * kHoursPerTask); ++i)
      finish_bucket(buckets_[i], new_pages, space);
  });
  appended_ = 0;
  for (const Bucket& bucket : buckets_)
    for (const HourlyVisitorsReport::Cell& cell : bucket.cells) appended_ += cell.visitors;
}

void HourlyVisitors::finish_bucket(Bucket& bucket, const std::vector<TextId>& new_pages,
                                   Workspace& space) const {
  const auto renumber_page = [&](Pair& pair) {
    pair =
        static_cast<Pair>(new_pages[pair >> kPageBit]) << kPageBit | static_cast<VisitorId>(pair);
  };
  space.check(bucket.pairs.size());
  std::for_each(bucket.pairs.begin(), bucket.pairs.end(), renumber_page);
  for (Block<Pair>& block : bucket.fresh) {
    space.check(block.used);
    std::for_each(block.begin(), block.end(), renumber_page);
  }
  renumber(bucket.repeats, new_pages);
  gather_by_page(bucket, space);
  make_unique(bucket, dense_, space);
  bucket.cells.shrink_to_fit();
  if (!options_.keep_slices) bucket.pairs = {};
}

std::size_t HourlyVisitors::memory() const {
  std::size_t bytes = pages_.memory() + visitors_.memory();
  for (const Bucket& bucket : buckets_) {
    for (const Block<Pair>& block : bucket.fresh) bytes += block.size * sizeof(Pair);
    bytes += bucket.pairs.capacity() * sizeof(Pair) +
             bucket.cells.capacity() * sizeof(bucket.cells[0]) +
             bucket.repeats.capacity() * sizeof(PageCount);
  }
  return bytes;
}

}  // namespace footfall
