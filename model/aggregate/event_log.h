#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/aggregate/block.h"
#include "model/core/hash.h"

namespace footfall {

/// Distinct events: (id, values) pairs, exact. Rows are appended to byte logs, spread over
/// partitions by the hash of the id, and repeats are dropped one partition at a time with a table
/// that fits the cache and lives no longer than that: 1 byte of overhead per kept event, and
/// nothing but streaming writes per row. Partitions do not touch each other, so they may be merged
/// and folded in parallel.
///
/// `Values` is compared by its bytes.
template <class Values>
class EventLog {
  static_assert(std::has_unique_object_representations_v<Values>);

 public:
  static constexpr std::size_t kPartitions = 128;

  EventLog() : partitions_(kPartitions) {}

  /// Appends a row; returns its partition. Of the id 16 bytes may be read, however short it is.
  std::size_t append(std::string_view id, const Values& values) {
    // The bits that neither the table of fold() nor the partitions of users and customers follow.
    const std::size_t index = (hash_bytes(id) >> 8) & (kPartitions - 1);
    append_to(partitions_[index], id, values);
    return index;
  }

  /// Rows appended since the last fold() of a partition, and events kept by it.
  [[nodiscard]] std::size_t fresh(std::size_t partition) const {
    return partitions_[partition].fresh;
  }
  [[nodiscard]] std::size_t kept(std::size_t partition) const {
    return partitions_[partition].kept;
  }

  /// Drops repeats: calls repeat(values) for every dropped row.
  template <class Repeat>
  void fold(std::size_t partition, Repeat repeat);

  /// Takes over a partition of `other`; change(values) is applied to its events first.
  template <class Change>
  void merge(std::size_t partition, EventLog& other, Change change);

  /// The events of a folded partition that have their id in common with a different event, as
  /// visit(group, values): events of one id have the same group and come one after the other.
  template <class Visit>
  void for_each_shared(std::size_t partition, Visit visit) const {
    for (const Shared& event : partitions_[partition].shared) visit(event.group, event.values);
  }
  /// Every event of a partition as visit(id, values).
  template <class Visit>
  void for_each(std::size_t partition, Visit visit) const {
    for (const Block<char>& block : partitions_[partition].blocks)
      for (const char* p = block.begin(); p != block.end();) {
        const Record record = read(p);
        visit(record.id, record.values);
        p = record.end;
      }
  }

  [[nodiscard]] std::size_t memory() const {
    std::size_t bytes = 0;
    for (const Partition& partition : partitions_)
      for (const Block<char>& block : partition.blocks) bytes += block.size;
    return bytes;
  }

 private:
  // An event whose id another one has too; those of one id have the same group.
  struct Shared {
    std::uint32_t group;
    Values values;
  };
  struct Partition {
    std::vector<Block<char>> blocks;
    std::size_t fresh = 0;
    std::size_t kept = 0;
    std::vector<Shared> shared;  // by group
  };
  struct Record {
    std::string_view id;
    Values values;
    const char* end;
  };
  // A record is the length of the id (one byte, or 255 and eight more), the id and the values.
  static constexpr unsigned char kLongId = 255;
  static constexpr std::size_t kShortId = 16;
  static constexpr std::size_t kFirstBlock = 1024;
  static constexpr std::size_t kLargestBlock = 32 * 1024;

  static Record read(const char* p) {
    std::size_t length = static_cast<unsigned char>(*p++);
    if (length == kLongId) [[unlikely]] {
      std::memcpy(&length, p, sizeof length);
      p += sizeof length;
    }
    Record record;
    record.id = {p, length};
    std::memcpy(&record.values, p + length, sizeof record.values);
    record.end = p + length + sizeof record.values;
    return record;
  }
  static void append_to(Partition& partition, std::string_view id, const Values& values) {
    const std::size_t head = id.size() < kLongId ? 1 : 1 + sizeof(std::size_t);
    const std::size_t size = head + id.size() + sizeof values;
    if (partition.blocks.empty() || partition.blocks.back().room() < size + kShortId)
      add_block(partition, size + kShortId);
    Block<char>& block = partition.blocks.back();
    char* p = block.end();
    if (head == 1) {
      *p = static_cast<char>(id.size());
    } else {
      const std::size_t length = id.size();
      *p = static_cast<char>(kLongId);
      std::memcpy(p + 1, &length, sizeof length);
    }
    // A copy of known length takes two instructions, one of any length a call.
    std::memcpy(p + head, id.data(), kShortId);
    if (id.size() > kShortId) std::memcpy(p + head, id.data(), id.size());
    std::memcpy(p + head + id.size(), &values, sizeof values);
    block.used += size;
    ++partition.fresh;
  }
  static void add_block(Partition& partition, std::size_t needed) {
    const std::size_t last = partition.blocks.empty() ? 0 : partition.blocks.back().size;
    const std::size_t size =
        std::max(needed, std::min(kLargestBlock, std::max(kFirstBlock, 2 * last)));
    partition.blocks.emplace_back(size);
  }
  static std::uint32_t slot_hash(std::string_view id) {
    return static_cast<std::uint32_t>(hash_bytes(id) >> 16);
  }

  std::vector<Partition> partitions_;
};

template <class Values>
template <class Change>
void EventLog<Values>::merge(std::size_t partition, EventLog& other, Change change) {
  Partition& own = partitions_[partition];
  Partition& taken = other.partitions_[partition];
  for (Block<char>& block : taken.blocks) {
    for (char* p = block.begin(); p != block.end();) {
      Record record = read(p);
      change(record.values);
      p += record.end - p;
      std::memcpy(p - sizeof record.values, &record.values, sizeof record.values);
    }
    own.blocks.push_back(std::move(block));
  }
  // What was distinct there may repeat here.
  own.fresh += taken.fresh + taken.kept;
  taken = {};
}

template <class Values>
template <class Repeat>
void EventLog<Values>::fold(std::size_t index, Repeat repeat) {
  Partition& partition = partitions_[index];
  if (partition.fresh == 0) return;
  struct Slot {
    std::uint32_t hash;
    std::uint32_t record_plus_one;
  };
  const std::size_t records = partition.fresh + partition.kept;
  std::size_t size = 16;
  while (size < records * 3 / 2) size *= 2;
  std::vector<Slot> table(size);
  std::vector<const char*> distinct;
  distinct.reserve(records);
  std::vector<bool> shared;  // by distinct event: another one has its id; empty as long as none has
  std::size_t repeats = 0;
  std::vector<Block<char>> all = std::exchange(partition.blocks, {});
  // Kept records stay where they are as long as no repeat was found; then they close the gaps.
  for (Block<char>& block : all) {
    char* write = block.begin();
    const char* const end = block.end();
    for (const char* p = write; p != end;) {
      const Record record = read(p);
      const std::uint32_t hash = slot_hash(record.id);
      const auto bytes = static_cast<std::size_t>(record.end - p);
      bool repeated = false;
      bool shares_id = false;
      std::size_t at = hash & (size - 1);
      for (; table[at].record_plus_one != 0; at = (at + 1) & (size - 1)) {
        if (table[at].hash != hash) continue;
        const std::size_t other = table[at].record_plus_one - 1;
        const Record seen = read(distinct[other]);
        if (seen.id != record.id) continue;
        if (std::memcmp(&seen.values, &record.values, sizeof(Values)) == 0) {
          repeated = true;
          break;
        }
        shares_id = true;
        shared.resize(records);
        shared[other] = true;
      }
      if (repeated) {
        ++repeats;
        repeat(record.values);
      } else {
        if (write != p) std::memmove(write, p, bytes);
        if (shares_id) shared[distinct.size()] = true;
        distinct.push_back(write);
        table[at] = {hash, static_cast<std::uint32_t>(distinct.size())};
        write += bytes;
      }
      p += bytes;
    }
    block.used = static_cast<std::size_t>(write - block.begin());
    if (block.used > 0) partition.blocks.push_back(std::move(block));
  }
  partition.fresh = 0;
  partition.kept = records - repeats;
  partition.shared.clear();
  if (shared.empty()) return;
  std::vector<Record> sharing;
  for (std::size_t i = 0; i < distinct.size(); ++i)
    if (shared[i]) sharing.push_back(read(distinct[i]));
  std::sort(sharing.begin(), sharing.end(),
            [](const Record& a, const Record& b) { return a.id < b.id; });
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < sharing.size(); ++i) {
    if (i > 0 && sharing[i].id != sharing[i - 1].id) ++group;
    partition.shared.push_back({group, sharing[i].values});
  }
}

}  // namespace footfall
