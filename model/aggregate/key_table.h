#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "model/core/parallel.h"
#include "model/core/short_text_index.h"
#include "model/core/text_interner.h"

namespace footfall {

/// Names a key of a KeyTable: its partition in the low bits, its index in the partition above them.
using KeyRef = std::uint32_t;

/// Customer or user ids, spread by their hash over partitions that can be merged independently of
/// each other: in parallel, and each small enough to stay in a core's cache.
class KeyTable {
 public:
  static constexpr unsigned kPartitionBits = 6;
  static constexpr std::size_t kPartitions = std::size_t{1} << kPartitionBits;
  static constexpr std::size_t kBatch = 64;  ///< the most keys of one intern_all()

  /// The partition of a key, by bits of hash_bytes() that the slots of its table do not follow.
  static constexpr std::size_t partition_of_hash(std::uint64_t hash) {
    return hash & (kPartitions - 1);
  }
  static constexpr std::size_t partition_of(KeyRef ref) { return ref & (kPartitions - 1); }
  static constexpr std::uint32_t index_of(KeyRef ref) { return ref >> kPartitionBits; }
  static constexpr KeyRef ref_of(std::size_t partition, std::uint32_t index) {
    return index << kPartitionBits | static_cast<KeyRef>(partition);
  }

  KeyTable() : partitions_(kPartitions) {}

  /// Interns up to kBatch keys with their cache misses overlapped. Of the keys 16 bytes may be
  /// read, however short they are.
  void intern_all(const std::string_view* keys, std::size_t count, KeyRef* refs);
  [[nodiscard]] std::string_view operator[](KeyRef ref) const {
    return partitions_[partition_of(ref)][index_of(ref)];
  }
  [[nodiscard]] const TextInterner& partition(std::size_t index) const {
    return partitions_[index];
  }

  /// Adds the keys of one partition of `other`; result[i] is the index here of its index i.
  /// Different partitions may be merged at the same time.
  [[nodiscard]] std::vector<std::uint32_t> merge(std::size_t partition, const KeyTable& other,
                                                 const StopCheck& check = {}) {
    return partitions_[partition].merge(other.partitions_[partition], check);
  }

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::size_t memory() const;

 private:
  void intern_texts(const std::string_view* keys, std::size_t count, KeyRef* refs);

  std::vector<TextInterner> partitions_;
  // Short keys met by intern_all() are looked up here first, with fewer cache misses.
  ShortTextIndex short_;
  std::vector<KeyRef> short_refs_;  // by number in short_
};

/// Keys in ascending byte order.
struct SortedKeys {
  std::shared_ptr<const TextPool> names;  ///< in order; shares the bytes of the table
  std::vector<KeyRef> refs;               ///< in order

  /// The position of `key`, or refs.size() where it is absent.
  [[nodiscard]] std::size_t find(std::string_view key) const;
};
/// Of the keys of KeyTable::kPartitions tables; key i of table p is named KeyTable::ref_of(p, i).
[[nodiscard]] SortedKeys sort_keys(std::span<const TextInterner* const> tables,
                                   const ParallelFor& parallel);
[[nodiscard]] SortedKeys sort_keys(const KeyTable& keys, const ParallelFor& parallel);

}  // namespace footfall
