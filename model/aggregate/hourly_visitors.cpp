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
  if (options_.keep_slices) variants_.number_all(pages.data(), {staged.classes.data(), count});
  const auto numbered = [this](std::uint64_t cell, VisitorId visitor) { append(cell, visitor); };
  const bool log = &staged == &log_rows_;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t cell = cell_of(staged.hours[i], pages[i]);
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
  other_cursors_.clear();
}

void HourlyVisitors::append_other(std::uint64_t cell, VisitorId visitor) {
  if (other_cursors_.size() < buckets_.size()) {
    other_buckets_.resize(buckets_.size());
    other_cursors_.resize(buckets_.size());
  }
  Cursor& cursor = other_cursors_[cell >> 32];
  if (cursor.next == cursor.end) add_block(other_buckets_[cell >> 32], cursor);
  *cursor.next++ = cell << 32 | visitor;
}

void HourlyVisitors::add_block(Bucket& bucket, Cursor& cursor) {
  constexpr std::size_t kFirst = 16;
  constexpr std::size_t kLargest = 2048;
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
  for (std::size_t hour = 0; hour < other_cursors_.size(); ++hour)
    settle(other_buckets_[hour], other_cursors_[hour]);
}

std::size_t HourlyVisitors::fresh_pairs(const Bucket& bucket) {
  std::size_t pairs = 0;
  for (const Block<Pair>& block : bucket.fresh) pairs += block.used;
  return pairs;
}

void HourlyVisitors::take_pairs(const Bucket& bucket, std::vector<Pair>& pairs) {
  pairs = bucket.pairs;
  for (const Block<Pair>& block : bucket.fresh)
    pairs.insert(pairs.end(), block.begin(), block.end());
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
    const auto sample = [&](const Bucket& bucket) {
      take_pairs(bucket, copy);
      sampled += copy.size();
      radix_sort(copy, scratch);
      distinct += static_cast<std::size_t>(std::unique(copy.begin(), copy.end()) - copy.begin());
    };
    sample(buckets_[i]);
    if (i < other_buckets_.size()) sample(other_buckets_[i]);
  }
  if (distinct * 2 < sampled) {
    appended_ = 0;
    const VisitorTable::Dense dense = visitors_.dense();
    Workspace space(dense.size(), StopCheck(options_.abandoned));
    const auto compact = [&](Bucket& bucket) {
      gather_by_page(bucket, space);
      make_unique(bucket, dense, space);
      clear_hour({&bucket}, dense, space);
      appended_ += bucket.pairs.size();
    };
    std::ranges::for_each(buckets_, compact);
    std::ranges::for_each(other_buckets_, compact);
    cursors_.clear();
    cursors_.resize(buckets_.size());
    other_cursors_.clear();
    other_cursors_.resize(other_buckets_.size());
  }
  next_check_ = std::max(kFirstCheck, appended_ * 2);
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
    const PageVariants::Mapping pages = variants_.merge(
        other.variants_, pages_.merge(other.pages_, parallel.stop_check()), parallel.stop_check());
    const VisitorTable::Mapping visitors = visitors_.merge(other.visitors_, parallel);
    other.pages_ = {};
    other.variants_ = {};
    other.visitors_ = {};
    std::vector<std::uint32_t> hours;
    for (const Hour& hour : other.hours_.hours()) hours.push_back(hours_.number_of(hour));
    buckets_.resize(hours_.hours().size());
    if (variants_.size() > 0) other_buckets_.resize(buckets_.size());
    parallel(hours.size(), [&](std::size_t i) {
      StopCheck check = parallel.stop_check();
      take_bucket(hours[i], other.buckets_[i], pages.pages, visitors, check);
      if (i < other.other_buckets_.size())
        take_bucket(hours[i], other.other_buckets_[i], pages.others, visitors, check);
    });
    appended_ += other.appended_;
  }
  others.clear();
}

void HourlyVisitors::take_bucket(std::uint32_t hour, Bucket& theirs,
                                 const std::vector<PageVariants::Id>& ids,
                                 const VisitorTable::Mapping& visitors, StopCheck& check) {
  std::uint64_t of_variants = 0;  // rows
  for (Block<Pair>& block : theirs.fresh) {
    check(block.used);
    of_variants += take_block(hour, std::move(block), ids, visitors);
  }
  // No longer ascending, so they are fresh here.
  if (!theirs.pairs.empty()) {
    check(theirs.pairs.size());
    Block<Pair> block(theirs.pairs.size());
    std::copy(theirs.pairs.begin(), theirs.pairs.end(), block.begin());
    block.used = block.size;
    of_variants += take_block(hour, std::move(block), ids, visitors);
  }
  renumber(theirs.repeats, ids, options_.keep_visits ? &visitors : nullptr);
  const auto first = std::ranges::find_if(
      theirs.repeats, [](const PairCount& count) { return (count.pair & kOtherPage) != 0; });
  std::vector<PairCount> others(first, theirs.repeats.end());
  theirs.repeats.erase(first, theirs.repeats.end());
  for (PairCount& count : others) {
    count.pair &= ~kOtherPage;
    of_variants += count.count;
  }
  add_counts(buckets_[hour].repeats, theirs.repeats);
  buckets_[hour].pageviews += theirs.pageviews - of_variants;
  if (of_variants > 0) {
    add_counts(other_buckets_[hour].repeats, others);
    other_buckets_[hour].pageviews += of_variants;
  }
  theirs = {};
}

std::size_t HourlyVisitors::take_block(std::uint32_t hour, Block<Pair> block,
                                       const std::vector<PageVariants::Id>& ids,
                                       const VisitorTable::Mapping& visitors) {
  std::size_t others = 0;
  for (Pair& pair : block) {
    const PageVariants::Id id = ids[pair >> kPageBit];
    others += PageVariants::is_other(id) ? 1 : 0;
    pair = static_cast<Pair>(id) << kPageBit | visitors[static_cast<VisitorId>(pair)];
  }
  if (others == 0) {
    buckets_[hour].fresh.push_back(std::move(block));
    return 0;
  }
  if (others < block.used) {
    // Logs and other inputs were read together: what is usual here is a variant there.
    Block<Pair> usual(block.used - others);
    for (const Pair pair : block)
      if ((pair & kOtherPage) == 0) usual.begin()[usual.used++] = pair;
    buckets_[hour].fresh.push_back(std::move(usual));
    const auto rest = std::remove_if(block.begin(), block.end(),
                                     [](Pair pair) { return (pair & kOtherPage) == 0; });
    block.used = static_cast<std::size_t>(rest - block.begin());
  }
  for (Pair& pair : block) pair &= ~kOtherPage;
  other_buckets_[hour].fresh.push_back(std::move(block));
  return others;
}

void HourlyVisitors::renumber(std::vector<PairCount>& counts, const std::vector<TextId>& new_pages,
                              const VisitorTable::Mapping* visitors) {
  for (PairCount& entry : counts) {
    const auto visitor = static_cast<VisitorId>(entry.pair);
    entry.pair = static_cast<Pair>(new_pages[entry.pair >> kPageBit]) << kPageBit |
                 (visitors ? (*visitors)[visitor] : visitor);
  }
  std::ranges::sort(counts, {}, &PairCount::pair);
}

void HourlyVisitors::finish(const ParallelFor& parallel) {
  number_waiting(parallel.stop_check());
  PageVariants::Mapping ids =
      variants_.sort(pages_.sort_ids(parallel.stop_check()), parallel.stop_check());
  for (PageVariants::Id& id : ids.others) id &= ~PageVariants::kOther;
  const std::vector<std::uint32_t> new_hours = hours_.sort();
  std::vector<Bucket> buckets(new_hours.size());
  for (std::size_t i = 0; i < new_hours.size(); ++i) buckets[new_hours[i]] = std::move(buckets_[i]);
  buckets_ = std::move(buckets);
  std::vector<VariantBucket> others(variants_.size() > 0 ? new_hours.size() : 0);
  for (std::size_t i = 0; i < other_buckets_.size(); ++i)
    others[new_hours[i]] = std::move(other_buckets_[i]);
  other_buckets_ = std::move(others);
  published_pages_ = std::make_shared<const TextPool>(pages_.pool());
  dense_ = visitors_.dense();
  if (!options_.keep_slices) visitors_.forget_names();
  parallel((buckets_.size() + kHoursPerTask - 1) / kHoursPerTask, [&](std::size_t task) {
    Workspace space(dense_.size(), parallel.stop_check());
    for (std::size_t i = task * kHoursPerTask;
         i < std::min(buckets_.size(), (task + 1) * kHoursPerTask); ++i) {
      Bucket& usual = buckets_[i];
      finish_bucket(usual, ids.pages, space);
      if (i < other_buckets_.size() && other_buckets_[i].pageviews > 0) {
        VariantBucket& other = other_buckets_[i];
        finish_bucket(other, ids.others, space);
        clear_hour({&usual, &other}, dense_, space);
        count_repeated(usual, other, space);
      } else {
        clear_hour({&usual}, dense_, space);
      }
      if (!keeps_pairs()) usual.pairs = {};
    }
  });
  appended_ = 0;
  const auto count_pairs = [&](const Bucket& bucket) {
    for (const HourlyVisitorsReport::Cell& cell : bucket.cells) appended_ += cell.visitors;
  };
  std::ranges::for_each(buckets_, count_pairs);
  std::ranges::for_each(other_buckets_, count_pairs);
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
  renumber(bucket.repeats, new_pages, nullptr);
  gather_by_page(bucket, space);
  make_unique(bucket, dense_, space);
  bucket.cells.shrink_to_fit();
}

std::size_t HourlyVisitors::memory() const {
  std::size_t bytes = pages_.memory() + variants_.memory() + visitors_.memory();
  const auto add = [&](const Bucket& bucket) {
    for (const Block<Pair>& block : bucket.fresh) bytes += block.size * sizeof(Pair);
    bytes += bucket.pairs.capacity() * sizeof(Pair) +
             bucket.cells.capacity() * sizeof(bucket.cells[0]) +
             bucket.repeats.capacity() * sizeof(PairCount);
  };
  std::ranges::for_each(buckets_, add);
  std::ranges::for_each(other_buckets_, add);
  for (const VariantBucket& bucket : other_buckets_)
    bytes += bucket.repeated.capacity() * sizeof(PageCount);
  return bytes;
}

}  // namespace footfall
