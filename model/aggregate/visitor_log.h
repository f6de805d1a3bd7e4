#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "model/core/short_text.h"

namespace footfall {

/// Items that wait in memory which grows up to a limit and is then used again and again. A copy
/// holds what waits and has no room.
template <class Item>
class WaitingItems {
 public:
  WaitingItems() = default;
  WaitingItems(WaitingItems&& other) noexcept { swap(other); }
  WaitingItems& operator=(WaitingItems&& other) noexcept {
    swap(other);
    return *this;
  }
  WaitingItems(const WaitingItems& other) {
    resize(other.used());
    next_ = std::copy(other.begin(), other.end(), items_.get());
  }
  WaitingItems& operator=(const WaitingItems& other) { return *this = WaitingItems(other); }
  ~WaitingItems() = default;

  [[nodiscard]] const Item* begin() const { return items_.get(); }
  [[nodiscard]] const Item* end() const { return next_; }
  [[nodiscard]] std::size_t room() const { return static_cast<std::size_t>(limit_ - next_); }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(limit_ - begin()); }
  [[nodiscard]] std::size_t used() const { return static_cast<std::size_t>(next_ - begin()); }
  /// Where the next items go; take() says how many were put there.
  [[nodiscard]] Item* next() { return next_; }
  void take(std::size_t count) { next_ += count; }
  void clear() { next_ = items_.get(); }
  void resize(std::size_t size) {
    std::unique_ptr<Item[]> items = std::make_unique_for_overwrite<Item[]>(size);
    next_ = std::copy(begin(), end(), items.get());
    items_ = std::move(items);
    limit_ = items_.get() + size;
  }

 private:
  void swap(WaitingItems& other) {
    std::swap(items_, other.items_);
    std::swap(next_, other.next_);
    std::swap(limit_, other.limit_);
  }
  std::unique_ptr<Item[]> items_;
  Item* next_ = nullptr;
  Item* limit_ = nullptr;
};

/// A row whose visitor has a short name.
struct ShortVisit {
  std::uint64_t cell;
  ShortText name;
};
using ShortVisitLog = WaitingItems<ShortVisit>;

/// Rows whose visitors have names of any length: cell (8 bytes), hash (4), length of the name (4),
/// name.
class TextVisitLog {
 public:
  struct Visit {
    std::uint64_t cell;
    std::uint32_t hash;
    std::string_view name;  ///< a view into the log
  };

  static std::size_t record_bytes(std::size_t name) { return kHeader + name + ShortText::kMost; }
  [[nodiscard]] std::size_t room() const { return bytes_.room(); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  void resize(std::size_t size) { bytes_.resize(size); }
  void clear() { bytes_.clear(); }

  /// Needs room for record_bytes() of both parts of the name together. 16 bytes of `head` are read,
  /// however short it is.
  void append(std::uint64_t cell, std::uint32_t hash, std::string_view head,
              std::string_view tail) {
    char* const p = bytes_.next();
    const auto length = static_cast<std::uint32_t>(head.size() + tail.size());
    std::memcpy(p, &cell, sizeof cell);
    std::memcpy(p + 8, &hash, sizeof hash);
    std::memcpy(p + 12, &length, sizeof length);
    // A copy of known length takes two instructions, one of any length a call.
    std::memcpy(p + kHeader, head.data(), ShortText::kMost);
    if (head.size() > ShortText::kMost) std::memcpy(p + kHeader, head.data(), head.size());
    if (!tail.empty()) std::memcpy(p + kHeader + head.size(), tail.data(), tail.size());
    bytes_.take(kHeader + length);
  }

  [[nodiscard]] const char* begin() const { return bytes_.begin(); }
  [[nodiscard]] const char* end() const { return bytes_.end(); }
  /// Reads the row at `p` and moves `p` behind it.
  static Visit read(const char*& p) {
    Visit visit;
    std::uint32_t length = 0;
    std::memcpy(&visit.cell, p, sizeof visit.cell);
    std::memcpy(&visit.hash, p + 8, sizeof visit.hash);
    std::memcpy(&length, p + 12, sizeof length);
    visit.name = {p + kHeader, length};
    p += kHeader + length;
    return visit;
  }

 private:
  static constexpr std::size_t kHeader = 16;
  WaitingItems<char> bytes_;
};

}  // namespace footfall
