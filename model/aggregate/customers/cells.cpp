#include "model/aggregate/customers/cells.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace footfall {
namespace {

constexpr std::size_t kFirstBlock = 1024;
constexpr std::size_t kSecondBlock = 8 * 1024;
constexpr std::size_t kOtherBlocks = 256 * 1024;  // pages of their own

std::shared_ptr<const std::vector<ComboId>> compose(const std::vector<ComboId>& first,
                                                    const std::vector<ComboId>& then) {
  auto both = std::make_shared<std::vector<ComboId>>(first);
  for (ComboId& combo : *both) combo = then[combo];
  return both;
}

}  // namespace

void CustomerCells::add_block(std::size_t needed) {
  const std::size_t usual = log_.empty()       ? kFirstBlock
                            : log_.size() == 1 ? kSecondBlock
                                               : kOtherBlocks;
  log_.emplace_back(std::max(needed, usual));
}

void CustomerCells::merge(CustomerCells&& other, const ComboMap& combos, StopCheck check) {
  if (!other.log_.empty()) guest_logs_.push_back({std::move(other.log_), combos});
  for (GuestLog& guest : other.guest_logs_)
    guest_logs_.push_back({std::move(guest.log), compose(*guest.combos, *combos)});
  fresh_ += other.fresh_;

  const std::vector<TextId> here = customers_.merge(other.customers_, check);
  const auto take_cells = [&](Cells&& cells, const std::vector<TextId>* there, ComboMap map) {
    GuestCells guest{std::move(cells), {}, std::move(map)};
    for (TextId customer = 0; customer < here.size(); ++customer) {
      check();
      const TextId number = there == nullptr           ? customer + 1
                            : customer < there->size() ? (*there)[customer]
                                                       : 0;
      if (number == 0) continue;
      if (guest.customer_there.size() <= here[customer])
        guest.customer_there.resize(here[customer] + std::size_t{1});
      guest.customer_there[here[customer]] = number;
    }
    guest_cells_.push_back(std::move(guest));
  };
  for (GuestCells& guest : other.guest_cells_)
    take_cells(std::move(guest.cells), &guest.customer_there, compose(*guest.combos, *combos));
  if (!other.cells_.bytes.empty()) take_cells(std::move(other.cells_), nullptr, combos);
  other = {};
}

std::size_t CustomerCells::memory() const {
  std::size_t bytes = customers_.memory() + cells_.bytes.capacity() +
                      cells_.begin.capacity() * sizeof(std::size_t) +
                      cells_.days.capacity() * sizeof(std::uint32_t);
  const auto log_bytes = [](const Log& log) {
    std::size_t used = 0;
    for (const Block<char>& block : log) used += block.used;
    return used;
  };
  bytes += log_bytes(log_);
  for (const GuestLog& guest : guest_logs_) bytes += log_bytes(guest.log);
  for (const GuestCells& guest : guest_cells_) bytes += guest.cells.bytes.capacity();
  return bytes;
}

// One run of fold(): numbers for the customers of the log, the log in their order, and then
// customer by customer.
class CustomerCells::Folder {
 public:
  Folder(CustomerCells& cells, const ComboTable& combos, StopCheck check)
      : cells_(cells), combos_(combos), check_(std::move(check)) {}

  void run() {
    number_customers();
    place_rows();
    std::stable_sort(others_.begin(), others_.end(), [this](const Other& a, const Other& b) {
      check_();
      return a.customer < b.customer;
    });
    const std::size_t customers = cells_.customers_.size();
    result_.begin.reserve(customers + 1);
    result_.days.reserve(customers);
    auto other = others_.cbegin();
    for (TextId customer = 0; customer < customers; ++customer) {
      check_(1 + first_[customer + 1] - first_[customer]);
      result_.begin.push_back(used());
      auto other_end = other;
      while (other_end != others_.cend() && other_end->customer == customer) ++other_end;
      result_.days.push_back(fold_customer(customer, {other, other_end}));
      other = other_end;
    }
    result_.begin.push_back(used());
    result_.bytes.assign(room_.get(), end_);
    cells_.cells_ = std::move(result_);
    cells_.guest_cells_ = {};
    cells_.fresh_ = 0;
    cells_.kept_ = written_;
  }

 private:
  // A row of one event with a small amount: day (22 bits), combination (25), second (17).
  struct Placed {
    std::uint64_t key;
    std::int64_t amount;
  };
  static constexpr unsigned kComboAt = cell_detail::kSecondBits;
  static constexpr unsigned kComboBits = 25;
  static constexpr ComboId kLargestCombo = (ComboId{1} << kComboBits) - 1;
  static constexpr unsigned kDayAt = kComboAt + kComboBits;
  static_assert(kDayAt + 22 <= 64);  // days to the year 9999 take 22 bits
  // Any other row.
  struct Other {
    TextId customer;
    CellTotal change;
  };

  [[nodiscard]] std::size_t used() const { return static_cast<std::size_t>(end_ - room_.get()); }
  char* room_for_cell() {
    if (room_size_ - used() < kLargestCell) [[unlikely]] {
      const std::size_t at = used();
      room_size_ = room_size_ * 2 + 64 * kLargestCell;
      std::unique_ptr<char[]> larger(new char[room_size_]);
      if (at > 0) std::memcpy(larger.get(), room_.get(), at);
      room_ = std::move(larger);
      end_ = room_.get() + at;
    }
    return end_;
  }
  void write(const CellTotal& total) {
    end_ = write_cell(room_for_cell(), total);
    ++written_;
  }

  // Visits the rows of all logs as visit(id, cell, combos): the cell as bytes, whose end visit
  // returns.
  template <class Visit>
  void for_each_row(Visit visit) {
    const auto walk = [&](const Log& log, const std::vector<ComboId>* combos) {
      for (const Block<char>& block : log) {
        constexpr std::size_t kUsualRecord = 16;
        check_(block.used / kUsualRecord);
        for (const char* p = block.begin(); p != block.end();) {
          std::size_t size = static_cast<unsigned char>(*p++);
          if (size == kLongId) [[unlikely]] {
            std::memcpy(&size, p, sizeof size);
            p += sizeof size;
          }
          p = visit(std::string_view(p, size), p + size, combos);
        }
      }
    };
    walk(cells_.log_, nullptr);
    for (const GuestLog& guest : cells_.guest_logs_) walk(guest.log, guest.combos.get());
  }

  void number_customers() {
    numbers_.reserve(cells_.fresh_);
    for_each_row([&](std::string_view id, const char* cell, const std::vector<ComboId>*) {
      const TextId customer = cells_.customers_.intern(id);
      if (first_.size() < customer + std::size_t{3}) first_.resize(customer + std::size_t{3});
      ++first_[customer + 2];
      numbers_.push_back(customer);
      ComboId combo = 0;
      return read_combo(cell, combo);
    });
    first_.resize(cells_.customers_.size() + 2);
    for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
  }

  // Counting sort of the logs by customer, and their end.
  void place_rows() {
    placed_.reset(new Placed[first_.back()]);
    const TextId* number = numbers_.data();
    Cell cell;
    for_each_row([&](std::string_view, const char* p, const std::vector<ComboId>* combos) {
      const char* const end = read_cell(p, cell);
      if (combos != nullptr) cell.combo = (*combos)[cell.combo];
      const TextId customer = *number++;
      if (cell.one_small && cell.combo <= kLargestCombo) [[likely]] {
        placed_[first_[customer + 1]++] = {static_cast<std::uint64_t>(combos_[cell.combo].day)
                                                   << kDayAt |
                                               std::uint64_t{cell.combo} << kComboAt | cell.second,
                                           cell.sum};
      } else {
        others_.push_back({customer, cell.total()});
        // An empty place behind the customer's rows.
        placed_[first_[customer + 1]++] = {kNoRow, 0};
      }
      return end;
    });
    room_size_ = first_.back() * 9 + kLargestCell;
    room_.reset(new char[room_size_]);
    end_ = room_.get();
    cells_.log_ = {};
    cells_.guest_logs_ = {};
    numbers_ = {};
  }

  std::uint32_t fold_customer(TextId customer, std::span<const Other> others) {
    std::span<Placed> fresh(placed_.get() + first_[customer], placed_.get() + first_[customer + 1]);
    sort(fresh);
    fresh = fresh.first(fresh.size() - others.size());
    const std::span<const char> old = cells_.cells_.of(customer);
    bool guests = false;
    for (const GuestCells& guest : cells_.guest_cells_)
      guests = guests || !guest_cells(guest, customer).empty();
    if (old.empty() && !guests && others.empty()) return fold_fresh(fresh);
    if (fresh.empty() && !guests && others.empty()) {
      copy(old);
      return cells_.days_of(customer);
    }
    return gather(customer, fresh, others);
  }
  static std::span<const char> guest_cells(const GuestCells& guest, TextId customer) {
    if (customer >= guest.customer_there.size() || guest.customer_there[customer] == 0) return {};
    return guest.cells.of(guest.customer_there[customer] - 1);
  }

  void copy(std::span<const char> old) {
    for (const char* p = old.data(); p != old.data() + old.size();) {
      ComboId combo = 0;
      const char* const next = read_combo(p, combo);
      end_ = std::copy(p, next, room_for_cell());
      ++written_;
      p = next;
    }
  }

  void sort(std::span<Placed> rows) {
    constexpr std::size_t kFew = 32;
    if (rows.size() > kFew) {
      std::sort(rows.begin(), rows.end(), [this](const Placed& a, const Placed& b) {
        check_();
        return a.key < b.key;
      });
      return;
    }
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const Placed moving = rows[i];
      std::size_t at = i;
      for (; at > 0 && rows[at - 1].key > moving.key; --at) rows[at] = rows[at - 1];
      rows[at] = moving;
    }
  }

  // The common case: single events, nearly all of them of different combinations.
  std::uint32_t fold_fresh(std::span<const Placed> fresh) {
    std::uint32_t days = 0;
    for (std::size_t i = 0; i < fresh.size();) {
      if (i == 0 || fresh[i].key >> kDayAt != fresh[i - 1].key >> kDayAt) ++days;
      std::size_t end = i + 1;
      while (end < fresh.size() && fresh[end].key >> kComboAt == fresh[i].key >> kComboAt) ++end;
      if (end == i + 1) {
        end_ = write_one_event(room_for_cell(), combo_of(fresh[i]), second_of(fresh[i]),
                               fresh[i].amount);
        ++written_;
      } else {
        CellTotal total;
        total.combo = combo_of(fresh[i]);
        for (std::size_t row = i; row < end; ++row)
          total.add(second_of(fresh[row]), from_small(fresh[row].amount), false);
        write(total);
      }
      i = end;
    }
    return days;
  }
  static ComboId combo_of(const Placed& placed) {
    return static_cast<ComboId>(placed.key >> kComboAt) & kLargestCombo;
  }
  static std::uint32_t second_of(const Placed& placed) {
    return static_cast<std::uint32_t>(placed.key) & ((std::uint32_t{1} << kComboAt) - 1);
  }

  // Everything there is about a customer, at full width.
  std::uint32_t gather(TextId customer, std::span<const Placed> fresh,
                       std::span<const Other> others) {
    totals_.clear();
    read_cells(cells_.cells_.of(customer), nullptr);
    for (const GuestCells& guest : cells_.guest_cells_)
      read_cells(guest_cells(guest, customer), guest.combos.get());
    for (const Placed& placed : fresh) {
      totals_.emplace_back().combo = combo_of(placed);
      totals_.back().add(second_of(placed), from_small(placed.amount), false);
    }
    for (const Other& other : others) totals_.push_back(other.change);
    const auto place = [&](const CellTotal& total) {
      return std::pair(combos_[total.combo].day, total.combo);
    };
    std::sort(totals_.begin(), totals_.end(), [&](const CellTotal& a, const CellTotal& b) {
      check_();
      return place(a) < place(b);
    });
    std::uint32_t days = 0;
    for (std::size_t i = 0; i < totals_.size();) {
      CellTotal& total = totals_[i];
      if (i == 0 || combos_[total.combo].day != combos_[totals_[i - 1].combo].day) ++days;
      for (++i; i < totals_.size() && totals_[i].combo == total.combo; ++i) total.add(totals_[i]);
      write(total);
    }
    return days;
  }
  void read_cells(std::span<const char> bytes, const std::vector<ComboId>* combos) {
    Cell cell;
    for (const char* p = bytes.data(); p != bytes.data() + bytes.size();) {
      p = read_cell(p, cell);
      totals_.push_back(cell.total());
      if (combos != nullptr) totals_.back().combo = (*combos)[cell.combo];
    }
  }

  static constexpr std::uint64_t kNoRow = std::numeric_limits<std::uint64_t>::max();

  CustomerCells& cells_;
  const ComboTable& combos_;
  StopCheck check_;
  std::vector<TextId> numbers_;     // of the customers of all rows
  std::vector<std::size_t> first_;  // of each customer's rows in placed_
  std::unique_ptr<Placed[]> placed_;
  std::vector<Other> others_;
  std::unique_ptr<char[]> room_;  // cells written so far and room for more
  std::size_t room_size_ = 0;
  char* end_ = nullptr;
  std::size_t written_ = 0;
  std::vector<CellTotal> totals_;
  Cells result_;
};

void CustomerCells::fold(const ComboTable& combos, StopCheck check) {
  if (fresh_ == 0 && guest_cells_.empty()) return;
  Folder(*this, combos, std::move(check)).run();
}

}  // namespace footfall
