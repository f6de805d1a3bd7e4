#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "model/aggregate/block.h"
#include "model/aggregate/customers/cell.h"
#include "model/core/short_text.h"
#include "model/core/text_interner.h"

namespace footfall {

/// The customers of one partition and their cells. Rows are appended to a byte log as they come:
/// the customer's id and a cell, about 18 bytes. fold() gives the ids numbers, with tables that fit
/// the cache because a partition is small, and adds the log to the cells, which are kept as bytes
/// by customer and day.
class CustomerCells {
 public:
  /// Of the id 16 bytes may be read, however short it is.
  void add(std::string_view customer, ComboId combo, std::uint32_t second, const Decimal& amount) {
    char* p = room_for(customer);
    std::int64_t small = 0;
    if (to_small(amount, small)) [[likely]] {
      p = write_one_event(p, combo, second, small);
    } else {
      CellTotal total;
      total.combo = combo;
      total.add(second, DecimalSum(amount.units), false);
      p = write_cell(p, total);
    }
    log_.back().used = static_cast<std::size_t>(p - log_.back().begin());
    ++fresh_;
  }
  /// Any change to a cell.
  void add(std::string_view customer, const CellTotal& change) {
    char* const end = write_cell(room_for(customer), change);
    log_.back().used = static_cast<std::size_t>(end - log_.back().begin());
    ++fresh_;
  }

  /// Rows added since the last fold(), and cells kept by it.
  [[nodiscard]] std::size_t fresh() const { return fresh_; }
  [[nodiscard]] std::size_t kept() const { return kept_; }

  /// Takes over what `other` holds; its combination i is combos[i] here.
  void merge(CustomerCells&& other, const std::shared_ptr<const std::vector<ComboId>>& combos,
             StopCheck check = {});

  /// Brings every row into the cells.
  void fold(const ComboTable& combos, StopCheck check = {});

  // The rest speaks of what is folded.

  [[nodiscard]] const TextInterner& customers() const { return customers_; }
  /// The cells of a customer, ascending by day.
  [[nodiscard]] std::span<const char> cells_of(TextId customer) const {
    return cells_.of(customer);
  }
  /// On how many days a customer has cells.
  [[nodiscard]] std::uint32_t days_of(TextId customer) const {
    return customer < cells_.days.size() ? cells_.days[customer] : 0;
  }
  /// Two steps towards the cells of a customer, for walks in another order than that of the cells.
  void prefetch_place(TextId customer) const { __builtin_prefetch(cells_.begin.data() + customer); }
  void prefetch_cells(TextId customer) const {
    const char* const cells = cells_.of(customer).data();
    __builtin_prefetch(cells);
    __builtin_prefetch(cells + 64);
  }
  [[nodiscard]] std::size_t memory() const;

 private:
  using ComboMap = std::shared_ptr<const std::vector<ComboId>>;
  using Log = std::vector<Block<char>>;
  // Rows of another state, with what its combinations are called here.
  struct GuestLog {
    Log log;
    ComboMap combos;
  };
  // Cells as bytes, in order of customers.
  struct Cells {
    std::vector<char> bytes;
    std::vector<std::size_t> begin;   // by customer, and the end
    std::vector<std::uint32_t> days;  // by customer
    [[nodiscard]] std::span<const char> of(std::size_t customer) const {
      if (customer + 1 >= begin.size()) return {};
      return {bytes.data() + begin[customer], begin[customer + 1] - begin[customer]};
    }
  };
  // Cells of another state that wait for fold().
  struct GuestCells {
    Cells cells;
    std::vector<TextId> customer_there;  // by customer here: number there + 1, or 0
    ComboMap combos;
  };
  class Folder;  // cells.cpp

  // A record is the length of the id (one byte, or 255 and eight more), the id and a cell.
  static constexpr unsigned char kLongId = 255;
  [[nodiscard]] char* room_for(std::string_view customer);
  void add_block(std::size_t needed);

  Log log_;
  std::vector<GuestLog> guest_logs_;
  std::size_t fresh_ = 0;
  std::vector<GuestCells> guest_cells_;
  TextInterner customers_;
  Cells cells_;
  std::size_t kept_ = 0;  // number of cells
};

// Appends the id; returns where the cell goes, with room for the largest.
inline char* CustomerCells::room_for(std::string_view customer) {
  const std::size_t needed = 1 + sizeof(std::size_t) + customer.size() + kLargestCell;
  if (log_.empty() || log_.back().room() < needed) [[unlikely]]
    add_block(needed);
  char* p = log_.back().end();
  const std::size_t size = customer.size();
  if (size < kLongId) [[likely]] {
    *p++ = static_cast<char>(size);
  } else {
    *p++ = static_cast<char>(kLongId);
    std::memcpy(p, &size, sizeof size);
    p += sizeof size;
  }
  // A copy of known length takes two instructions, one of any length a call.
  static_assert(kLargestCell >= ShortText::kMost);
  std::memcpy(p, customer.data(), ShortText::kMost);
  if (size > ShortText::kMost) std::memcpy(p, customer.data(), size);
  return p + size;
}

}  // namespace footfall
