#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "model/aggregate/visitor_log.h"
#include "model/core/hash.h"
#include "model/core/parallel.h"
#include "model/core/short_text_index.h"
#include "model/core/text_interner.h"

namespace footfall {

/// Number of a distinct visitor: its table in the low bits, above that its index in that table.
using VisitorId = std::uint32_t;

/// Numbers visitors: ids of CSV and NDJSON files, most of them short, and pairs of host and user
/// agent of access logs. Agents are few and long, so a pair is kept as host and agent number.
///
/// A million names do not fit a processor's caches, so rows are not looked up one by one. They wait
/// in small logs, spread by the hash of the visitor, and the rows of a full log are numbered
/// together, against the names of one partition, which do fit (120 → 45 ns a row with a million
/// visitors; comparing words instead of texts took another quarter off the whole job).
class VisitorTable {
 public:
  static constexpr unsigned kPartitionBits = 7;
  static constexpr std::size_t kPartitions = std::size_t{1} << kPartitionBits;

  VisitorTable()
      : short_(kPartitions), short_logs_(kPartitions), long_(kPartitions), pairs_(kPartitions) {}

  /// Appends a row, whose `cell` is the caller's. When a log is full its rows come out as
  /// numbered(cell, visitor id). Of the texts 16 bytes may be read, however short they are.
  template <class Numbered>
  void add(std::uint64_t cell, std::string_view visitor, Numbered numbered) {
    if (!ShortText::names(visitor)) [[unlikely]] {
      const std::uint64_t hash = hash_bytes(visitor);
      return add_text(long_, kLong, partition_of(hash), cell, slot_hash(hash), visitor, {},
                      numbered);
    }
    const ShortText name = ShortText::of(visitor);
    const std::size_t partition = partition_of(name.hash());
    ShortVisitLog& log = short_logs_[partition];
    if (log.room() == 0) [[unlikely]]
      make_room(partition, numbered);
    *log.next() = {cell, name};
    log.take(1);
  }
  /// The same for a visitor that is a pair.
  template <class Numbered>
  void add_pair(std::uint64_t cell, std::string_view host, std::string_view agent,
                Numbered numbered) {
    const TextId number = agents_.intern(agent);
    const std::uint64_t hash = hash_bytes(host);
    const std::string_view suffix(reinterpret_cast<const char*>(&number), sizeof number);
    // The partition follows the host alone: agents have other numbers in other tables.
    add_text(pairs_, kPair, partition_of(hash), cell, pair_hash(hash, number), host, suffix,
             numbered);
  }
  /// Numbers all rows that wait, and gives their memory back.
  template <class Numbered>
  void flush(Numbered numbered, StopCheck check = {}) {
    constexpr std::size_t kUsualRecord = 32;  // bytes
    for (std::size_t p = 0; p < kPartitions; ++p) {
      check(short_logs_[p].size() + (long_[p].log.size() + pairs_[p].log.size()) / kUsualRecord);
      number_short(p, numbered);
      number_texts(long_[p], table_of(p, kLong), numbered);
      number_texts(pairs_[p], table_of(p, kPair), numbered);
      short_logs_[p] = {};
      long_[p].log = {};
      pairs_[p].log = {};
    }
  }

  /// What merge() made of the ids of another table.
  class Mapping {
   public:
    [[nodiscard]] VisitorId operator[](VisitorId id) const {
      return by_table_[id & (kTables - 1)][id >> kTableBits];
    }

   private:
    friend class VisitorTable;
    std::array<std::vector<VisitorId>, std::size_t{1} << (kPartitionBits + 2)> by_table_;
  };
  /// Adds the visitors of another table; no rows may wait in either.
  [[nodiscard]] Mapping merge(const VisitorTable& other, const ParallelFor& parallel);

  /// The id, or of a pair the host with its agent; views into the table.
  struct Name {
    std::string_view id;
    std::string_view agent;
    bool pair = false;
    friend auto operator<=>(const Name&, const Name&) = default;
  };
  [[nodiscard]] Name name(VisitorId id) const;

  /// Shows the visitors of one part of kPartitions: see(id).
  template <class See>
  void for_each(std::size_t partition, const See& see) const {
    const auto each = [&](Kind kind, std::size_t visitors) {
      for (std::size_t index = 0; index < visitors; ++index)
        see(id_of(static_cast<std::uint32_t>(index), table_of(partition, kind)));
    };
    each(kShort, short_[partition].size());
    each(kLong, long_[partition].names.size());
    each(kPair, pairs_[partition].names.size());
  }

  /// Numbers the visitors of a table at one time without gaps, for bitmaps.
  class Dense {
   public:
    [[nodiscard]] std::uint32_t operator()(VisitorId id) const {
      return first_[id & (kTables - 1)] + (id >> kTableBits);
    }
    [[nodiscard]] std::size_t size() const { return size_; }

   private:
    friend class VisitorTable;
    std::array<std::uint32_t, std::size_t{1} << (kPartitionBits + 2)> first_{};
    std::size_t size_ = 0;
  };
  [[nodiscard]] Dense dense() const;

  [[nodiscard]] std::size_t size() const { return dense().size(); }
  [[nodiscard]] std::size_t memory() const;
  /// Forgets the names, when only the ids are still of use.
  void forget_names() { *this = {}; }

 private:
  enum Kind : std::uint32_t { kShort, kLong, kPair };
  static constexpr unsigned kTableBits = kPartitionBits + 2;
  static constexpr VisitorId kTables = VisitorId{1} << kTableBits;
  static constexpr std::size_t kFirstLog = 1024;  // bytes
  static constexpr std::size_t kLargestLog = 128 * 1024;
  static constexpr std::size_t kBatch = ShortTextIndex::kBatch;

  struct TextPartition {
    TextInterner names;  // of pairs: host, then the agent's number as 4 bytes
    TextVisitLog log;
  };

  static std::size_t partition_of(std::uint64_t hash) { return hash & (kPartitions - 1); }
  static std::uint32_t slot_hash(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32);
  }
  static std::uint32_t pair_hash(std::uint64_t host_hash, TextId agent) {
    return slot_hash(hash_integer(host_hash ^ (std::uint64_t{agent} << 1)));
  }
  static VisitorId table_of(std::size_t partition, Kind kind) {
    return static_cast<VisitorId>(kind << kPartitionBits | partition);
  }
  static VisitorId id_of(std::uint32_t index, VisitorId table) {
    return index << kTableBits | table;
  }

  // An id that does not fit would be that of another visitor. A thousand million visitors do fit.
  static void check_fit(std::size_t visitors) {
    if (visitors > std::size_t{1} << (32 - kTableBits)) [[unlikely]]
      throw std::length_error("too many distinct visitors");
  }

  template <class Numbered>
  void number_short(std::size_t partition, Numbered& numbered) {
    ShortVisitLog& log = short_logs_[partition];
    const VisitorId table = table_of(partition, kShort);
    std::array<ShortText, kBatch> names;
    std::array<std::uint32_t, kBatch> indexes;
    for (const ShortVisit* visit = log.begin(); visit != log.end();) {
      const std::size_t count = std::min(kBatch, static_cast<std::size_t>(log.end() - visit));
      for (std::size_t i = 0; i < count; ++i) names[i] = visit[i].name;
      short_[partition].number_all(names.data(), count, indexes.data());
      check_fit(short_[partition].size());
      for (std::size_t i = 0; i < count; ++i) numbered(visit[i].cell, id_of(indexes[i], table));
      visit += count;
    }
    log.clear();
  }
  template <class Numbered>
  [[gnu::noinline]] void make_room(std::size_t partition, Numbered& numbered) {
    constexpr std::size_t kFirst = kFirstLog / sizeof(ShortVisit);
    constexpr std::size_t kLargest = kLargestLog / sizeof(ShortVisit);
    ShortVisitLog& log = short_logs_[partition];
    // A log grows to its full size before it is emptied.
    if (log.size() >= kLargest) number_short(partition, numbered);
    if (log.room() == 0) log.resize(std::max(kFirst, log.size() * 2));
  }

  template <class Numbered>
  static void number_texts(TextPartition& partition, VisitorId table, Numbered& numbered) {
    std::array<std::uint64_t, kBatch> cells;
    std::array<std::string_view, kBatch> names;
    std::array<std::uint32_t, kBatch> hashes;
    std::array<TextId, kBatch> indexes;
    const char* const end = partition.log.end();
    for (const char* p = partition.log.begin(); p != end;) {
      std::size_t count = 0;
      for (; count < kBatch && p != end; ++count) {
        const TextVisitLog::Visit visit = TextVisitLog::read(p);
        cells[count] = visit.cell;
        names[count] = visit.name;
        hashes[count] = visit.hash;
      }
      partition.names.intern_hashed({names.data(), count}, hashes.data(), indexes.data());
      check_fit(partition.names.size());
      for (std::size_t i = 0; i < count; ++i) numbered(cells[i], id_of(indexes[i], table));
    }
    partition.log.clear();
  }
  template <class Numbered>
  static void add_text(std::vector<TextPartition>& partitions, Kind kind, std::size_t at,
                       std::uint64_t cell, std::uint32_t hash, std::string_view head,
                       std::string_view tail, Numbered& numbered) {
    TextPartition& partition = partitions[at];
    const std::size_t needed = TextVisitLog::record_bytes(head.size() + tail.size());
    if (partition.log.room() < needed) [[unlikely]] {
      if (partition.log.size() >= kLargestLog)
        number_texts(partition, table_of(at, kind), numbered);
      if (partition.log.room() < needed)
        partition.log.resize(std::max(kFirstLog, partition.log.size() * 2 + needed));
    }
    partition.log.append(cell, hash, head, tail);
  }

  std::vector<ShortTextIndex> short_;
  std::vector<ShortVisitLog> short_logs_;
  std::vector<TextPartition> long_;
  std::vector<TextPartition> pairs_;
  TextInterner agents_;
};

}  // namespace footfall
