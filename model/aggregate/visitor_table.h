#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/hash.h"
#include "model/core/parallel.h"
#include "model/core/text_interner.h"

namespace footfall {

/// Number of a distinct visitor: its partition in the low bits, then what kind of visitor it is,
/// above that its index.
using VisitorId = std::uint32_t;

/// Numbers visitors: ids of CSV and NDJSON files, and pairs of host and user agent of access logs.
/// Agents are few and long, so a pair is kept as host and agent number.
///
/// A million names do not fit a processor's caches, so rows are not looked up one by one. They wait
/// in small logs, spread by the hash of the visitor, and the rows of a full log are numbered together,
/// against the names of one partition, which do fit (120 → 45 ns a row with a million visitors).
class VisitorTable {
 public:
  static constexpr unsigned kPartitionBits = 7;
  static constexpr std::size_t kPartitions = std::size_t{1} << kPartitionBits;

  VisitorTable() : plain_(kPartitions), pairs_(kPartitions) {}

  /// Appends a row, whose `cell` is the caller's. When a log is full its rows come out as
  /// numbered(cell, visitor id). Of the texts 16 bytes may be read, however short they are.
  template <class Numbered>
  void add(std::uint64_t cell, std::string_view visitor, Numbered numbered) {
    const std::uint64_t hash = hash_bytes(visitor);
    const std::size_t partition = hash & (kPartitions - 1);
    Partition& names = plain_[partition];
    if (names.log.room() < record_bytes(visitor.size())) [[unlikely]]
      make_room(names, id_base(partition, kPlain), record_bytes(visitor.size()), numbered);
    names.log.append(cell, slot_hash(hash), visitor, {});
  }
  /// The same for a visitor that is a pair.
  template <class Numbered>
  void add_pair(std::uint64_t cell, std::string_view host, std::string_view agent,
                Numbered numbered) {
    const TextId number = agents_.intern(agent);
    const std::uint64_t hash = hash_bytes(host);
    // The partition follows the host alone: agents have other numbers in other tables.
    const std::size_t partition = hash & (kPartitions - 1);
    Partition& names = pairs_[partition];
    const std::string_view suffix(reinterpret_cast<const char*>(&number), sizeof number);
    const std::size_t bytes = record_bytes(host.size() + suffix.size());
    if (names.log.room() < bytes) [[unlikely]]
      make_room(names, id_base(partition, kPair), bytes, numbered);
    names.log.append(cell, pair_hash(hash, number), host, suffix);
  }
  /// Numbers all rows that wait.
  template <class Numbered>
  void flush(Numbered numbered) {
    for (std::size_t p = 0; p < kPartitions; ++p) {
      number_rows(plain_[p], id_base(p, kPlain), numbered);
      number_rows(pairs_[p], id_base(p, kPair), numbered);
    }
  }

  /// What merge() made of the ids of another table.
  class Mapping {
   public:
    [[nodiscard]] VisitorId operator[](VisitorId id) const {
      return by_partition_[id & (2 * kPartitions - 1)][id >> (kPartitionBits + 1)];
    }

   private:
    friend class VisitorTable;
    std::vector<std::vector<VisitorId>> by_partition_{2 * kPartitions};
  };
  /// Adds the visitors of another table; no rows may wait in either.
  [[nodiscard]] Mapping merge(const VisitorTable& other, const ParallelFor& parallel);

  [[nodiscard]] std::size_t size() const;
  /// All ids are below this.
  [[nodiscard]] std::size_t id_limit() const;
  [[nodiscard]] std::size_t memory() const;
  /// Forgets the names, when only the ids are still of use.
  void forget_names() { *this = {}; }

 private:
  enum Kind : std::uint32_t { kPlain, kPair };

  // Rows that wait: cell (8 bytes), hash (4), length of the name (4), name.
  class Log {
   public:
    Log() = default;
    Log(Log&&) = default;
    Log& operator=(Log&&) = default;
    Log(const Log& other);
    Log& operator=(const Log& other) { return *this = Log(other); }
    ~Log() = default;
    [[nodiscard]] std::size_t room() const { return size_ - used_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return used_ == 0; }
    void append(std::uint64_t cell, std::uint32_t hash, std::string_view head,
                std::string_view tail) {
      char* const p = bytes_.get() + used_;
      const auto length = static_cast<std::uint32_t>(head.size() + tail.size());
      std::memcpy(p, &cell, sizeof cell);
      std::memcpy(p + 8, &hash, sizeof hash);
      std::memcpy(p + 12, &length, sizeof length);
      // A copy of known length takes two instructions, one of any length a call.
      if (head.size() <= kWords) [[likely]] {
        std::memcpy(p + kHeader, head.data(), kWords);
      } else {
        std::memcpy(p + kHeader, head.data(), head.size());
      }
      if (!tail.empty()) std::memcpy(p + kHeader + head.size(), tail.data(), tail.size());
      used_ += kHeader + length;
    }
    void resize(std::size_t size);
    void clear() { used_ = 0; }
    [[nodiscard]] const char* begin() const { return bytes_.get(); }
    [[nodiscard]] const char* end() const { return bytes_.get() + used_; }

   private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
    std::size_t used_ = 0;
  };
  struct Partition {
    TextInterner names;  // of pairs: host, then the agent's number as 4 bytes
    Log log;
  };
  static constexpr std::size_t kHeader = 16;
  static constexpr std::size_t kWords = 16;
  static constexpr std::size_t kFirstLog = 1024;
  static constexpr std::size_t kLargestLog = 128 * 1024;
  static constexpr std::size_t kBatch = 64;

  // With room for copies of whole words.
  static std::size_t record_bytes(std::size_t name) { return kHeader + name + kWords; }
  static std::uint32_t slot_hash(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  static std::uint32_t pair_hash(std::uint64_t host_hash, TextId agent) {
    return slot_hash(hash_integer(host_hash ^ (std::uint64_t{agent} << 1)));
  }
  static VisitorId id_base(std::size_t partition, Kind kind) {
    return static_cast<VisitorId>(kind << kPartitionBits | partition);
  }
  static VisitorId id_of(TextId index, VisitorId base) {
    return index << (kPartitionBits + 1) | base;
  }

  // The rows of a batch, their names as views into the log.
  struct Batch {
    std::uint64_t cells[kBatch];
    std::string_view names[kBatch];
    std::uint32_t hashes[kBatch];
    TextId ids[kBatch];
  };
  // Reads up to kBatch rows from `p` on and numbers their names; moves `p` behind them.
  static std::size_t number_batch(TextInterner& names, const char*& p, const char* end,
                                  Batch& batch);

  template <class Numbered>
  static void number_rows(Partition& partition, VisitorId base, Numbered& numbered) {
    Batch batch;
    const char* const end = partition.log.end();
    for (const char* p = partition.log.begin(); p != end;) {
      const std::size_t rows = number_batch(partition.names, p, end, batch);
      for (std::size_t i = 0; i < rows; ++i) numbered(batch.cells[i], id_of(batch.ids[i], base));
    }
    partition.log.clear();
  }
  template <class Numbered>
  [[gnu::noinline]] static void make_room(Partition& partition, VisitorId base, std::size_t needed,
                                          Numbered& numbered) {
    // A log grows to its full size before it is emptied.
    if (partition.log.size() >= kLargestLog) number_rows(partition, base, numbered);
    if (partition.log.room() < needed)
      partition.log.resize(std::max(kFirstLog, partition.log.size() * 2 + needed));
  }

  std::vector<Partition> plain_;
  std::vector<Partition> pairs_;
  TextInterner agents_;
};

}  // namespace footfall
