#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "model/aggregate/block.h"
#include "model/aggregate/customer_report_cell.h"
#include "model/aggregate/customer_report_combos.h"

namespace footfall {

/// One payment row of a customer, or the mark that one was the repeat of another.
struct PaymentEntry {
  std::uint32_t customer = 0;  ///< index in its partition, below 2^26
  ComboId combo = 0;
  std::uint32_t second = 0;    ///< of the day
  bool repeat = false;         ///< takes out the event of a row that was added
  bool wide = false;
  std::int64_t small = 0;      ///< amount in 10^-8, unless wide
  Decimal amount;              ///< if wide
};

/// The cells of one partition of customers. Rows are appended to a log of 16 bytes each; fold() sorts
/// the log by customer and adds it to the cells, which are kept as bytes, by customer, day and
/// combination. Rows that do not fit the log (amounts with many digits, the millionth combination) wait
/// in a second, roomier one.
class CustomerCells {
 public:
  void add(const PaymentEntry& entry) {
    if (entry.wide || entry.combo > kLargestCombo) [[unlikely]]
      return wide_.push_back(entry);
    if (log_.empty() || log_.back().room() == 0) [[unlikely]]
      add_block();
    Block<Record>& block = log_.back();
    block.items[block.used++] = {key_of(entry), entry.small};
  }

  [[nodiscard]] std::size_t fresh() const {
    return (log_.empty() ? 0 : full_blocks_ + log_.back().used) + wide_.size();
  }
  [[nodiscard]] std::size_t kept() const { return kept_; }

  /// Takes over what `other` holds: its customer i is customers[i] here, likewise its combinations.
  void merge(CustomerCells&& other, std::vector<std::uint32_t> customers,
             std::shared_ptr<const std::vector<ComboId>> combos);

  /// Brings every row into the cells; `customers` is how many the partition has.
  void fold(const ComboTable& combos, std::size_t customers);

  /// The cells of a customer, ascending by day; only after fold().
  [[nodiscard]] std::span<const std::uint8_t> cells_of(std::uint32_t customer) const {
    return cells_.of(customer);
  }
  void prefetch(std::uint32_t customer) const {
    if (customer + 1 < cells_.begin.size()) __builtin_prefetch(cells_.bytes.data() + cells_.begin[customer]);
  }
  [[nodiscard]] std::size_t memory() const;

 private:
  struct Record {
    std::uint64_t key;    // repeat (1 bit), customer (26), combination (20), second (17)
    std::int64_t amount;  // 10^-8
  };
  static constexpr unsigned kComboBits = 20;
  static constexpr ComboId kLargestCombo = (ComboId{1} << kComboBits) - 1;
  static constexpr unsigned kComboAt = cell_detail::kSecondBits;
  static constexpr unsigned kCustomerAt = kComboAt + kComboBits;
  static constexpr unsigned kRepeatAt = 63;
  static std::uint64_t key_of(const PaymentEntry& entry) {
    return std::uint64_t{entry.repeat} << kRepeatAt | std::uint64_t{entry.customer} << kCustomerAt |
           std::uint64_t{entry.combo} << kComboAt | entry.second;
  }
  static PaymentEntry entry_of(const Record& record);

  // Cells as bytes, in order of customers.
  struct Cells {
    std::vector<std::uint8_t> bytes;
    std::vector<std::size_t> begin;  // by customer, and the end
    [[nodiscard]] std::span<const std::uint8_t> of(std::size_t customer) const {
      if (customer + 1 >= begin.size()) return {};
      return {bytes.data() + begin[customer], begin[customer + 1] - begin[customer]};
    }
  };
  // Cells of another state that wait for fold(), with what its numbers mean here.
  struct Guest {
    Cells cells;
    std::vector<std::uint32_t> customer_there;  // by customer here: index there + 1, or 0
    std::shared_ptr<const std::vector<ComboId>> combos;
  };
  class Folder;

  void add_block();

  std::vector<Block<Record>> log_;
  std::size_t full_blocks_ = 0;  // records in all blocks but the last
  std::vector<PaymentEntry> wide_;
  std::vector<Guest> guests_;
  Cells cells_;
  std::size_t kept_ = 0;  // number of cells
};

}  // namespace footfall
