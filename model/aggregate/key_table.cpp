#include "model/aggregate/key_table.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace footfall {
namespace {

using Tables = std::span<const TextInterner* const>;

std::string_view key_of(Tables tables, KeyRef ref) {
  return (*tables[KeyTable::partition_of(ref)])[KeyTable::index_of(ref)];
}

std::uint32_t slot_hash(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

// A key with eight of its bytes as a number that orders like them.
struct Leading {
  std::uint64_t bytes;
  KeyRef ref;
};

std::uint64_t leading_bytes(std::string_view text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data(), std::min(text.size(), sizeof bytes));
  return __builtin_bswap64(bytes);
}

std::size_t common_length(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

// How many leading bytes all keys share.
std::size_t common_prefix(Tables tables, const ParallelFor& parallel) {
  std::string_view first;
  for (std::size_t p = 0; p < tables.size() && first.empty(); ++p)
    if (tables[p]->size() > 0) first = (*tables[p])[0];
  std::vector<std::size_t> lengths(tables.size());
  parallel(tables.size(), [&](std::size_t p) {
    const TextInterner& partition = *tables[p];
    std::size_t length = first.size();
    StopCheck check = parallel.stop_check();
    for (TextId id = 0; id < partition.size(); ++id) {
      check();
      length = common_length(first.substr(0, length), partition[id]);
    }
    lengths[p] = length;
  });
  return *std::min_element(lengths.begin(), lengths.end());
}

// Sorts by sampled buckets, so that several threads can take part.
void sort_leading(std::vector<Leading>& keys, Tables tables, const ParallelFor& parallel) {
  const auto less = [&](StopCheck& check, const Leading& a, const Leading& b) {
    check();
    return a.bytes != b.bytes ? a.bytes < b.bytes : key_of(tables, a.ref) < key_of(tables, b.ref);
  };
  constexpr std::size_t kBuckets = 16;
  constexpr std::size_t kOversampling = 32;
  constexpr std::size_t kWorthBuckets = 20'000;
  const auto sort_range = [&](std::size_t begin, std::size_t end) {
    StopCheck check = parallel.stop_check();
    std::sort(keys.begin() + static_cast<std::ptrdiff_t>(begin),
              keys.begin() + static_cast<std::ptrdiff_t>(end),
              [&](const Leading& a, const Leading& b) { return less(check, a, b); });
  };
  if (keys.size() < kWorthBuckets) return sort_range(0, keys.size());
  std::vector<std::uint64_t> sample;
  for (std::size_t i = 0; i < kBuckets * kOversampling; ++i)
    sample.push_back(keys[i * (keys.size() / (kBuckets * kOversampling))].bytes);
  std::sort(sample.begin(), sample.end());
  // Equal numbers go to one bucket, so full keys need comparing only inside a bucket.
  std::array<std::uint64_t, kBuckets - 1> bounds;
  for (std::size_t i = 0; i < bounds.size(); ++i) bounds[i] = sample[(i + 1) * kOversampling];
  const auto bucket_of = [&](std::uint64_t bytes) {
    std::size_t bucket = 0;
    for (const std::uint64_t bound : bounds) bucket += bound < bytes ? 1 : 0;
    return bucket;
  };
  std::array<std::size_t, kBuckets + 1> begin{};
  StopCheck check = parallel.stop_check();
  for (const Leading& key : keys) {
    check();
    ++begin[bucket_of(key.bytes) + 1];
  }
  for (std::size_t i = 0; i < kBuckets; ++i) begin[i + 1] += begin[i];
  std::vector<Leading> spread(keys.size());
  std::array<std::size_t, kBuckets + 1> next = begin;
  for (const Leading& key : keys) {
    check();
    spread[next[bucket_of(key.bytes)]++] = key;
  }
  keys.swap(spread);
  parallel(kBuckets, [&](std::size_t bucket) { sort_range(begin[bucket], begin[bucket + 1]); });
}

}  // namespace

void KeyTable::intern_all(const std::string_view* keys, std::size_t count, KeyRef* refs) {
  std::array<ShortText, kBatch> names;
  std::array<std::uint32_t, kBatch> numbers;
  for (std::size_t i = 0; i < count; ++i) {
    if (!ShortText::names(keys[i])) [[unlikely]]
      return intern_texts(keys, count, refs);
    names[i] = ShortText::of(keys[i]);
  }
  short_.number_all(names.data(), count, numbers.data());
  for (std::size_t i = 0; i < count; ++i) {
    if (numbers[i] == short_refs_.size()) [[unlikely]] {
      const std::uint64_t hash = hash_bytes(keys[i]);
      const std::size_t partition = partition_of_hash(hash);
      short_refs_.push_back(
          ref_of(partition, partitions_[partition].intern(keys[i], slot_hash(hash))));
    }
    refs[i] = short_refs_[numbers[i]];
  }
}

void KeyTable::intern_texts(const std::string_view* keys, std::size_t count, KeyRef* refs) {
  std::array<std::uint64_t, kBatch> hashes;
  for (std::size_t i = 0; i < count; ++i) {
    hashes[i] = hash_bytes(keys[i]);
    partitions_[partition_of_hash(hashes[i])].prefetch_slot(slot_hash(hashes[i]));
  }
  for (std::size_t i = 0; i < count; ++i)
    partitions_[partition_of_hash(hashes[i])].prefetch_entry(slot_hash(hashes[i]));
  for (std::size_t i = 0; i < count; ++i)
    partitions_[partition_of_hash(hashes[i])].prefetch_text(slot_hash(hashes[i]));
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t partition = partition_of_hash(hashes[i]);
    refs[i] = ref_of(partition, partitions_[partition].intern(keys[i], slot_hash(hashes[i])));
  }
}

std::size_t KeyTable::size() const {
  std::size_t size = 0;
  for (const TextInterner& partition : partitions_) size += partition.size();
  return size;
}

std::size_t KeyTable::memory() const {
  std::size_t memory = short_.memory() + short_refs_.capacity() * sizeof(KeyRef);
  for (const TextInterner& partition : partitions_) memory += partition.memory();
  return memory;
}

std::size_t SortedKeys::find(std::string_view key) const {
  std::size_t begin = 0;
  std::size_t end = refs.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if ((*names)[static_cast<TextId>(middle)] < key) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin < refs.size() && (*names)[static_cast<TextId>(begin)] == key ? begin : refs.size();
}

SortedKeys sort_keys(Tables tables, const ParallelFor& parallel) {
  const std::size_t prefix = common_prefix(tables, parallel);
  std::vector<std::size_t> begin(tables.size() + 1);
  for (std::size_t p = 0; p < tables.size(); ++p) begin[p + 1] = begin[p] + tables[p]->size();
  std::vector<Leading> leading(begin.back());
  parallel(tables.size(), [&](std::size_t p) {
    const TextInterner& partition = *tables[p];
    StopCheck check = parallel.stop_check();
    for (TextId id = 0; id < partition.size(); ++id) {
      check();
      leading[begin[p] + id] = {leading_bytes(partition[id].substr(prefix)),
                                KeyTable::ref_of(p, id)};
    }
  });
  sort_leading(leading, tables, parallel);

  SortedKeys sorted;
  auto names = std::make_shared<TextPool>();
  for (const TextInterner* table : tables) names->share_bytes(table->pool());
  names->reserve(leading.size());
  sorted.refs.reserve(leading.size());
  StopCheck check = parallel.stop_check();
  for (const Leading& key : leading) {
    check();
    names->append_shared(key_of(tables, key.ref));
    sorted.refs.push_back(key.ref);
  }
  sorted.names = std::move(names);
  return sorted;
}

SortedKeys sort_keys(const KeyTable& keys, const ParallelFor& parallel) {
  std::vector<const TextInterner*> tables;
  for (std::size_t p = 0; p < KeyTable::kPartitions; ++p) tables.push_back(&keys.partition(p));
  return sort_keys(tables, parallel);
}

}  // namespace footfall
