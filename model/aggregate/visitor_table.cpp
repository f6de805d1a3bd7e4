#include "model/aggregate/visitor_table.h"

#include <algorithm>
#include <cstring>

namespace footfall {

VisitorTable::Log::Log(const Log& other) {
  resize(other.used_);
  used_ = other.used_;
  std::copy(other.begin(), other.end(), bytes_.get());
}

void VisitorTable::Log::resize(std::size_t size) {
  std::unique_ptr<char[]> bytes(new char[size]);
  std::copy(begin(), end(), bytes.get());
  bytes_ = std::move(bytes);
  size_ = size;
}

std::size_t VisitorTable::number_batch(TextInterner& names, const char*& p, const char* end,
                                       Batch& batch) {
  std::size_t rows = 0;
  for (; rows < kBatch && p != end; ++rows) {
    std::uint32_t length;
    std::memcpy(&batch.cells[rows], p, 8);
    std::memcpy(&batch.hashes[rows], p + 8, 4);
    std::memcpy(&length, p + 12, 4);
    batch.names[rows] = {p + kHeader, length};
    p += kHeader + length;
  }
  names.intern_hashed({batch.names, rows}, batch.hashes, batch.ids);
  return rows;
}

VisitorTable::Mapping VisitorTable::merge(const VisitorTable& other, const ParallelFor& parallel) {
  Mapping mapping;
  const std::vector<TextId> agents = agents_.merge(other.agents_);
  parallel(kPartitions, [&](std::size_t p) {
    const VisitorId plain = id_base(p, kPlain);
    std::vector<VisitorId>& mapped = mapping.by_partition_[plain];
    mapped = plain_[p].names.merge(other.plain_[p].names);
    for (VisitorId& id : mapped) id = id_of(id, plain);

    const VisitorId pair = id_base(p, kPair);
    const TextInterner& theirs = other.pairs_[p].names;
    std::vector<VisitorId>& mapped_pairs = mapping.by_partition_[pair];
    mapped_pairs.resize(theirs.size());
    std::string key;
    for (TextId id = 0; id < theirs.size(); ++id) {
      key = theirs[id];
      const std::size_t host = key.size() - sizeof(TextId);
      TextId agent = 0;
      std::memcpy(&agent, key.data() + host, sizeof agent);
      agent = agents[agent];
      std::memcpy(key.data() + host, &agent, sizeof agent);
      const std::uint32_t hash = pair_hash(hash_bytes(std::string_view(key).substr(0, host)), agent);
      mapped_pairs[id] = id_of(pairs_[p].names.intern(key, hash), pair);
    }
  });
  return mapping;
}

std::size_t VisitorTable::size() const {
  std::size_t size = 0;
  for (std::size_t p = 0; p < kPartitions; ++p) size += plain_[p].names.size() + pairs_[p].names.size();
  return size;
}

std::size_t VisitorTable::id_limit() const {
  std::size_t most = 0;
  for (std::size_t p = 0; p < kPartitions; ++p)
    most = std::max({most, plain_[p].names.size(), pairs_[p].names.size()});
  return most << (kPartitionBits + 1);
}

std::size_t VisitorTable::memory() const {
  std::size_t bytes = agents_.memory();
  for (const auto* partitions : {&plain_, &pairs_})
    for (const Partition& partition : *partitions)
      bytes += partition.names.memory() + partition.log.size();
  return bytes;
}

}  // namespace footfall
