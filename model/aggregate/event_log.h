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
#include "model/core/parallel.h"

namespace footfall {

/// Distinct events: (id, values) pairs, exact. Rows are appended to byte logs, spread over
/// partitions by the hash of the id, and repeats are dropped one partition at a time with a table
/// that fits the cache and lives no longer than that: 1 byte of overhead per kept event, and
/// nothing but streaming writes per row. Partitions do not touch each other, so they may be merged
/// and folded in parallel. All of it is linear in the rows, whatever ids they have, but for the
/// sorting of events that share theirs.
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
  void fold(std::size_t partition, Repeat repeat, StopCheck check = {});

  /// Takes over a partition of `other`; change(values) is applied to its events first.
  template <class Change>
  void merge(std::size_t partition, EventLog& other, Change change, StopCheck check = {});

  /// The events of a folded partition that have their id in common with a different event, as
  /// visit(group, values): events of one id have the same group and come one after the other.
  template <class Visit>
  void for_each_shared(std::size_t partition, Visit visit) const {
    for (const Shared& event : partitions_[partition].shared) visit(event.group, event.values);
  }
  /// Every event of a partition as visit(id, values).
  template <class Visit>
  void for_each(std::size_t partition, Visit visit, StopCheck check = {}) const {
    for (const Block<char>& block : partitions_[partition].blocks) {
      check(block.used / kUsualRecord);
      for (const char* p = block.begin(); p != block.end();) {
        const Record record = read(p);
        visit(record.id, record.values);
        p = record.end;
      }
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
  static constexpr std::size_t kUsualRecord = 32;  // bytes
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
  static std::uint32_t slot_hash(std::string_view bytes) {
    return static_cast<std::uint32_t>(hash_bytes(bytes) >> 16);
  }
  // The values lie behind the id.
  static std::string_view whole(const Record& record) {
    return {record.id.data(), record.id.size() + sizeof record.values};
  }
  static bool same_values(const Record& a, const Record& b) {
    return std::memcmp(&a.values, &b.values, sizeof(Values)) == 0;
  }

  // A hash table of events; open addressing with linear probing.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t record_plus_one = 0;
  };
  class Slots {
   public:
    explicit Slots(std::size_t events) : slots_(size_for(events)) {}
    /// The slot of the event that has this hash and for whose number same() holds, else a free one.
    template <class Same>
    Slot& find(std::uint32_t hash, Same same) {
      const std::size_t mask = slots_.size() - 1;
      for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        Slot& slot = slots_[at];
        if (slot.record_plus_one == 0 || (slot.hash == hash && same(slot.record_plus_one - 1)))
          return slot;
      }
    }
    /// The same, making room first; a free slot must be filled.
    template <class Same>
    Slot& find_or_add(std::uint32_t hash, Same same) {
      if ((events_ + 1) * 3 / 2 > slots_.size()) grow();
      Slot& slot = find(hash, same);
      events_ += slot.record_plus_one == 0 ? 1 : 0;
      return slot;
    }

   private:
    static std::size_t size_for(std::size_t events) {
      std::size_t size = 16;
      while (size < events * 3 / 2) size *= 2;
      return size;
    }
    void grow() {
      const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
      for (const Slot& slot : old)
        if (slot.record_plus_one != 0) find(slot.hash, [](std::size_t) { return false; }) = slot;
    }
    std::vector<Slot> slots_;
    std::size_t events_ = 0;  // added by find_or_add()
  };
  // An event beside the first of its id, by number among the distinct ones.
  struct Sharing {
    std::uint32_t first;
    std::uint32_t event;
  };
  static void list_shared(Partition& partition, std::vector<Sharing> sharing,
                          const std::vector<const char*>& distinct, StopCheck& check);

  std::vector<Partition> partitions_;
};

template <class Values>
template <class Change>
void EventLog<Values>::merge(std::size_t partition, EventLog& other, Change change,
                             StopCheck check) {
  Partition& own = partitions_[partition];
  Partition& taken = other.partitions_[partition];
  for (Block<char>& block : taken.blocks) {
    check(block.used / kUsualRecord);
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
void EventLog<Values>::fold(std::size_t index, Repeat repeat, StopCheck check) {
  Partition& partition = partitions_[index];
  if (partition.fresh == 0) return;
  const std::size_t records = partition.fresh + partition.kept;
  std::vector<const char*> distinct;
  distinct.reserve(records);
  // The first event of every id is found by the id, further ones by id and values, so that a row
  // is two probes however many events have its id.
  Slots firsts(records);
  Slots further(0);
  std::vector<Sharing> sharing;
  std::size_t repeats = 0;
  std::vector<Block<char>> all = std::exchange(partition.blocks, {});
  // Kept records stay where they are as long as no repeat was found; then they close the gaps.
  for (Block<char>& block : all) {
    check(block.used / kUsualRecord);
    char* write = block.begin();
    const char* const end = block.end();
    for (const char* p = write; p != end;) {
      const Record record = read(p);
      const auto bytes = static_cast<std::size_t>(record.end - p);
      const std::uint32_t hash = slot_hash(record.id);
      Slot* slot = &firsts.find(
          hash, [&](std::size_t other) { return read(distinct[other]).id == record.id; });
      bool repeated = false;
      if (slot->record_plus_one == 0) {
        slot->hash = hash;
      } else {
        const std::uint32_t first = slot->record_plus_one - 1;
        repeated = same_values(read(distinct[first]), record);
        if (!repeated) {
          const std::uint32_t exact = slot_hash(whole(record));
          slot = &further.find_or_add(exact, [&](std::size_t other) {
            const Record seen = read(distinct[other]);
            return seen.id == record.id && same_values(seen, record);
          });
          repeated = slot->record_plus_one != 0;
          if (!repeated) {
            slot->hash = exact;
            sharing.push_back({first, static_cast<std::uint32_t>(distinct.size())});
          }
        }
      }
      if (repeated) {
        ++repeats;
        repeat(record.values);
      } else {
        if (write != p) std::memmove(write, p, bytes);
        distinct.push_back(write);
        slot->record_plus_one = static_cast<std::uint32_t>(distinct.size());
        write += bytes;
      }
      p += bytes;
    }
    block.used = static_cast<std::size_t>(write - block.begin());
    if (block.used > 0) partition.blocks.push_back(std::move(block));
  }
  partition.fresh = 0;
  partition.kept = records - repeats;
  list_shared(partition, std::move(sharing), distinct, check);
}

template <class Values>
void EventLog<Values>::list_shared(Partition& partition, std::vector<Sharing> sharing,
                                   const std::vector<const char*>& distinct, StopCheck& check) {
  std::sort(sharing.begin(), sharing.end(), [&](const Sharing& a, const Sharing& b) {
    check();
    return a.first < b.first;
  });
  partition.shared.clear();
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < sharing.size(); ++i) {
    check();
    if (i == 0 || sharing[i].first != sharing[i - 1].first) {
      group += i == 0 ? 0 : 1;
      partition.shared.push_back({group, read(distinct[sharing[i].first]).values});
    }
    partition.shared.push_back({group, read(distinct[sharing[i].event]).values});
  }
}

}  // namespace footfall
