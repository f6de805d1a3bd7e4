#include "model/aggregate/customer_report_cells.h"

#include <algorithm>
#include <utility>

namespace footfall {
namespace {

constexpr std::size_t kFirstBlock = 16;      // records
constexpr std::size_t kLargestBlock = 1024;

// Days of years 1970 to 9999 take 22 bits.
constexpr unsigned kDayBits = 22;

}  // namespace

void CustomerCells::add_block() {
  std::size_t size = kFirstBlock;
  if (!log_.empty()) {
    full_blocks_ += log_.back().used;
    size = std::clamp(log_.back().size * 2, kFirstBlock, kLargestBlock);
  }
  log_.emplace_back(size);
}

PaymentEntry CustomerCells::entry_of(const Record& record) {
  PaymentEntry entry;
  entry.repeat = record.key >> kRepeatAt != 0;
  entry.customer = static_cast<std::uint32_t>((record.key << 1 >> 1) >> kCustomerAt);
  entry.combo = static_cast<ComboId>(record.key >> kComboAt) & kLargestCombo;
  entry.second = static_cast<std::uint32_t>(record.key) & ((std::uint32_t{1} << kComboAt) - 1);
  entry.small = record.amount;
  return entry;
}

void CustomerCells::merge(CustomerCells&& other, std::vector<std::uint32_t> customers,
                          std::shared_ptr<const std::vector<ComboId>> combos) {
  const auto translate = [&](PaymentEntry entry) {
    entry.customer = customers[entry.customer];
    entry.combo = (*combos)[entry.combo];
    return entry;
  };
  // Blocks change hands; the few records whose combination is out of the log's range are left out.
  for (Block<Record>& block : other.log_) {
    Record* kept = block.begin();
    for (const Record& record : block) {
      const PaymentEntry entry = translate(entry_of(record));
      if (entry.combo > kLargestCombo) {
        wide_.push_back(entry);
      } else {
        *kept++ = {key_of(entry), entry.small};
      }
    }
    block.used = static_cast<std::size_t>(kept - block.begin());
    if (!log_.empty()) full_blocks_ += log_.back().used;
    log_.push_back(std::move(block));
  }
  for (const PaymentEntry& entry : other.wide_) wide_.push_back(translate(entry));
  const auto take_cells = [&](Guest&& guest) {
    // Its customers are numbered as in `other`: customers[i] here.
    std::vector<std::uint32_t> there;
    for (std::uint32_t i = 0; i < customers.size(); ++i) {
      const std::uint32_t index = guest.customer_there.empty() ? i + 1 : i < guest.customer_there.size() ? guest.customer_there[i] : 0;
      if (index == 0) continue;
      if (there.size() <= customers[i]) there.resize(customers[i] + std::size_t{1});
      there[customers[i]] = index;
    }
    guest.customer_there = std::move(there);
    guests_.push_back(std::move(guest));
  };
  for (Guest& guest : other.guests_) {
    auto both = std::make_shared<std::vector<ComboId>>(*guest.combos);
    for (ComboId& combo : *both) combo = (*combos)[combo];
    guest.combos = std::move(both);
    take_cells(std::move(guest));
  }
  if (!other.cells_.bytes.empty()) take_cells({std::move(other.cells_), {}, combos});
  other = {};
}

// One run of fold(): the log in order of customers, then customer by customer.
class CustomerCells::Folder {
 public:
  Folder(CustomerCells& cells, const ComboTable& combos, std::size_t customers)
      : cells_(cells), combos_(combos), customers_(customers) {}

  void run() {
    spread();
    std::stable_sort(cells_.wide_.begin(), cells_.wide_.end(),
                     [](const PaymentEntry& a, const PaymentEntry& b) { return a.customer < b.customer; });
    result_.begin.reserve(customers_ + 1);
    auto wide = cells_.wide_.cbegin();
    for (std::uint32_t customer = 0; customer < customers_; ++customer) {
      result_.begin.push_back(used());
      auto wide_end = wide;
      while (wide_end != cells_.wide_.cend() && wide_end->customer == customer) ++wide_end;
      fold_customer(customer, {wide, wide_end});
      wide = wide_end;
    }
    result_.begin.push_back(used());
    result_.bytes.assign(room_.begin(), room_.begin() + static_cast<std::ptrdiff_t>(used()));
    cells_.cells_ = std::move(result_);
    cells_.wide_ = {};
    cells_.guests_ = {};
    cells_.kept_ = written_;
  }

 private:
  // A record in its customer's place: day (22 bits), combination (20), repeat (1), second (17).
  struct Placed {
    std::uint64_t key;
    std::int64_t amount;
  };
  static constexpr unsigned kRepeatBit = kComboAt;
  static constexpr unsigned kPlacedComboAt = kComboAt + 1;
  static constexpr unsigned kDayAt = kPlacedComboAt + kComboBits;
  static_assert(kDayAt + kDayBits <= 64);

  [[nodiscard]] std::size_t used() const { return static_cast<std::size_t>(end_ - room_.data()); }
  std::uint8_t* room_for_cell() {
    if (room_.size() - used() < kLargestCell) [[unlikely]] {
      const std::size_t at = used();
      room_.resize(room_.size() * 2 + 64 * kLargestCell);
      end_ = room_.data() + at;
    }
    return end_;
  }
  void write(const CellTotal& total) {
    end_ = write_cell(room_for_cell(), total);
    ++written_;
  }

  // Counting sort of the log by customer; the log is freed.
  void spread() {
    first_.assign(customers_ + 2, 0);
    for (const Block<Record>& block : cells_.log_)
      for (const Record& record : block) ++first_[customer_of(record) + 2];
    for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
    placed_.reset(new Placed[first_.back()]);
    for (const Block<Record>& block : cells_.log_)
      for (const Record& record : block) {
        const auto combo = static_cast<ComboId>(record.key >> kComboAt) & kLargestCombo;
        const std::uint64_t second = record.key & ((std::uint64_t{1} << kComboAt) - 1);
        placed_[first_[customer_of(record) + 1]++] = {
            static_cast<std::uint64_t>(combos_[combo].day) << kDayAt |
                std::uint64_t{combo} << kPlacedComboAt |
                (record.key >> kRepeatAt) << kRepeatBit | second,
            record.amount};
      }
    room_.resize(first_.back() * 9 + kLargestCell);
    end_ = room_.data();
    cells_.log_ = {};
    cells_.full_blocks_ = 0;
  }
  static std::size_t customer_of(const Record& record) {
    return static_cast<std::size_t>((record.key << 1 >> 1) >> kCustomerAt);
  }

  void fold_customer(std::uint32_t customer, std::span<const PaymentEntry> wide) {
    const std::span<Placed> fresh(placed_.get() + first_[customer], placed_.get() + first_[customer + 1]);
    const std::span<const std::uint8_t> old = cells_.cells_.of(customer);
    bool guests = false;
    for (const Guest& guest : cells_.guests_) guests = guests || !guest_cells(guest, customer).empty();
    if (old.empty() && !guests && wide.empty()) return fold_fresh(fresh);
    if (fresh.empty() && !guests && wide.empty()) return copy(old);
    gather(customer, fresh, wide);
  }
  static std::span<const std::uint8_t> guest_cells(const Guest& guest, std::uint32_t customer) {
    if (customer >= guest.customer_there.size() || guest.customer_there[customer] == 0) return {};
    return guest.cells.of(guest.customer_there[customer] - 1);
  }

  void copy(std::span<const std::uint8_t> old) {
    const std::uint8_t* p = old.data();
    const std::uint8_t* const end = p + old.size();
    while (p != end) {
      ComboId combo = 0;
      const std::uint8_t* const next = read_combo(p, combo);
      std::uint8_t* const to = room_for_cell();
      std::memcpy(to, p, static_cast<std::size_t>(next - p));
      end_ = to + (next - p);
      ++written_;
      p = next;
    }
  }

  // The common case: rows of the log only, nearly all of them of different combinations.
  void fold_fresh(std::span<Placed> fresh) {
    constexpr std::size_t kFew = 32;
    if (fresh.size() <= kFew) {
      for (std::size_t i = 1; i < fresh.size(); ++i) {
        const Placed moving = fresh[i];
        std::size_t at = i;
        for (; at > 0 && fresh[at - 1].key > moving.key; --at) fresh[at] = fresh[at - 1];
        fresh[at] = moving;
      }
    } else {
      std::sort(fresh.begin(), fresh.end(), [](const Placed& a, const Placed& b) { return a.key < b.key; });
    }
    for (std::size_t i = 0; i < fresh.size();) {
      std::size_t end = i + 1;
      while (end < fresh.size() && fresh[end].key >> kPlacedComboAt == fresh[i].key >> kPlacedComboAt) ++end;
      if (end == i + 1) {
        end_ = write_one_event(room_for_cell(), combo_of(fresh[i]), second_of(fresh[i]), fresh[i].amount);
        ++written_;
      } else {
        CellTotal total;
        total.combo = combo_of(fresh[i]);
        for (; i < end; ++i) add_to(total, fresh[i]);
        write(total);
      }
      i = end;
    }
  }
  static ComboId combo_of(const Placed& placed) {
    return static_cast<ComboId>(placed.key >> kPlacedComboAt) & kLargestCombo;
  }
  static std::uint32_t second_of(const Placed& placed) {
    return static_cast<std::uint32_t>(placed.key) & ((std::uint32_t{1} << kRepeatBit) - 1);
  }
  static void add_to(CellTotal& total, const Placed& placed) {
    total.add(second_of(placed), from_small(placed.amount), (placed.key >> kRepeatBit & 1) != 0);
  }

  // Everything there is about a customer, at full width.
  void gather(std::uint32_t customer, std::span<const Placed> fresh, std::span<const PaymentEntry> wide) {
    totals_.clear();
    read_cells(cells_.cells_.of(customer), nullptr);
    for (const Guest& guest : cells_.guests_) read_cells(guest_cells(guest, customer), guest.combos.get());
    for (const Placed& placed : fresh) {
      totals_.emplace_back().combo = combo_of(placed);
      add_to(totals_.back(), placed);
    }
    for (const PaymentEntry& entry : wide) {
      totals_.emplace_back().combo = entry.combo;
      totals_.back().add(entry.second,
                         entry.wide ? DecimalSum(entry.amount.units) : from_small(entry.small), entry.repeat);
    }
    const auto place = [&](const CellTotal& total) {
      return std::pair(combos_[total.combo].day, total.combo);
    };
    std::sort(totals_.begin(), totals_.end(),
              [&](const CellTotal& a, const CellTotal& b) { return place(a) < place(b); });
    for (std::size_t i = 0; i < totals_.size();) {
      CellTotal& total = totals_[i];
      for (++i; i < totals_.size() && totals_[i].combo == total.combo; ++i) total.add(totals_[i]);
      write(total);
    }
  }
  void read_cells(std::span<const std::uint8_t> bytes, const std::vector<ComboId>* combos) {
    const std::uint8_t* p = bytes.data();
    const std::uint8_t* const end = p + bytes.size();
    Cell cell;
    while (p != end) {
      p = read_cell(p, cell);
      totals_.push_back(cell.total());
      if (combos != nullptr) totals_.back().combo = (*combos)[cell.combo];
    }
  }

  CustomerCells& cells_;
  const ComboTable& combos_;
  std::size_t customers_;
  std::vector<std::size_t> first_;  // of each customer's records in placed_
  std::unique_ptr<Placed[]> placed_;
  std::vector<std::uint8_t> room_;  // cells written so far and room for more
  std::uint8_t* end_ = nullptr;
  std::size_t written_ = 0;
  std::vector<CellTotal> totals_;
  Cells result_;
};

void CustomerCells::fold(const ComboTable& combos, std::size_t customers) {
  if (fresh() == 0 && guests_.empty()) return;
  Folder(*this, combos, customers).run();
}

std::size_t CustomerCells::memory() const {
  std::size_t bytes = wide_.capacity() * sizeof(PaymentEntry) + cells_.bytes.capacity() +
                      cells_.begin.capacity() * sizeof(std::size_t);
  for (const Block<Record>& block : log_) bytes += block.size * sizeof(Record);
  for (const Guest& guest : guests_) bytes += guest.cells.bytes.capacity();
  return bytes;
}

}  // namespace footfall
