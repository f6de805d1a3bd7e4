#include "model/aggregate/visitor_table.h"

#include <cstring>
#include <string>

namespace footfall {

VisitorTable::Mapping VisitorTable::merge(const VisitorTable& other, const ParallelFor& parallel) {
  Mapping mapping;
  const std::vector<TextId> agents = agents_.merge(other.agents_, parallel.stop_check());
  parallel(kPartitions, [&](std::size_t p) {
    const auto add = [&](Kind kind, std::vector<std::uint32_t> indexes) {
      const VisitorId table = table_of(p, kind);
      for (std::uint32_t& index : indexes) {
        check_fit(std::size_t{index} + 1);
        index = id_of(index, table);
      }
      mapping.by_table_[table] = std::move(indexes);
    };
    StopCheck check = parallel.stop_check();
    add(kShort, short_[p].merge(other.short_[p], check));
    add(kLong, long_[p].names.merge(other.long_[p].names, check));

    const TextInterner& theirs = other.pairs_[p].names;
    std::vector<std::uint32_t> indexes(theirs.size());
    std::string key;
    for (TextId id = 0; id < theirs.size(); ++id) {
      check();
      key = theirs[id];
      const std::size_t host = key.size() - sizeof(TextId);
      TextId agent = 0;
      std::memcpy(&agent, key.data() + host, sizeof agent);
      agent = agents[agent];
      std::memcpy(key.data() + host, &agent, sizeof agent);
      const std::uint32_t hash =
          pair_hash(hash_bytes(std::string_view(key).substr(0, host)), agent);
      indexes[id] = pairs_[p].names.intern(key, hash);
    }
    add(kPair, std::move(indexes));
  });
  return mapping;
}

VisitorTable::Name VisitorTable::name(VisitorId id) const {
  const VisitorId table = id & (kTables - 1);
  const std::size_t partition = table & (kPartitions - 1);
  const std::uint32_t index = id >> kTableBits;
  switch (table >> kPartitionBits) {
    case kShort:
      return {short_[partition][index].text(), {}};
    case kLong:
      return {long_[partition].names[index], {}};
    default:
      const std::string_view key = pairs_[partition].names[index];
      const std::size_t host = key.size() - sizeof(TextId);
      TextId agent = 0;
      std::memcpy(&agent, key.data() + host, sizeof agent);
      return {key.substr(0, host), agents_[agent], true};
  }
}

VisitorTable::Dense VisitorTable::dense() const {
  Dense dense;
  const auto place = [&](std::size_t partition, Kind kind, std::size_t visitors) {
    dense.first_[table_of(partition, kind)] = static_cast<std::uint32_t>(dense.size_);
    dense.size_ += visitors;
  };
  for (std::size_t p = 0; p < kPartitions; ++p) {
    place(p, kShort, short_[p].size());
    place(p, kLong, long_[p].names.size());
    place(p, kPair, pairs_[p].names.size());
  }
  return dense;
}

std::size_t VisitorTable::memory() const {
  std::size_t bytes = agents_.memory();
  for (std::size_t p = 0; p < kPartitions; ++p) {
    bytes += short_[p].memory() + short_logs_[p].size() * sizeof(ShortVisit);
    for (const auto* partition : {&long_[p], &pairs_[p]})
      bytes += partition->names.memory() + partition->log.size();
  }
  return bytes;
}

}  // namespace footfall
