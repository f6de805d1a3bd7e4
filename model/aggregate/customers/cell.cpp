#include "model/aggregate/customers/cell.h"

#include <algorithm>
#include <limits>

#include "model/core/hash.h"

namespace footfall {
namespace {

using namespace cell_detail;

char* write_head(char* p, ComboId combo, std::uint32_t second, Shape shape) {
  const std::uint32_t short_combo = combo < kLongCombo ? combo : kLongCombo;
  const std::uint32_t head =
      second | static_cast<std::uint32_t>(shape) << kSecondBits | short_combo << kComboShift;
  std::memcpy(p, &head, sizeof head);
  p += sizeof head;
  if (short_combo != kLongCombo) return p;
  std::memcpy(p, &combo, sizeof combo);
  return p + sizeof combo;
}

template <class T>
char* store(char* p, const T& value) {
  std::memcpy(p, &value, sizeof value);
  return p + sizeof value;
}

}  // namespace

std::size_t ComboTable::home(const Combo& combo) const {
  const std::uint64_t texts = std::uint64_t{combo.type} << 32 | combo.currency;
  return hash_words(texts, static_cast<std::uint64_t>(combo.day)) & (table_.size() - 1);
}

void ComboTable::grow() {
  table_.assign(std::max<std::size_t>(64, table_.size() * 2), 0);
  for (ComboId id = 0; id < combos_.size(); ++id) {
    std::size_t at = home(combos_[id]);
    while (table_[at] != 0) at = (at + 1) & (table_.size() - 1);
    table_[at] = id + 1;
  }
}

ComboId ComboTable::intern(const Combo& combo) {
  if (combos_.size() * 2 >= table_.size()) grow();
  std::size_t at = home(combo);
  for (; table_[at] != 0; at = (at + 1) & (table_.size() - 1))
    if (combos_[table_[at] - 1] == combo) return table_[at] - 1;
  combos_.push_back(combo);
  table_[at] = static_cast<ComboId>(combos_.size());
  return table_[at] - 1;
}

std::vector<ComboId> ComboTable::merge(const ComboTable& other, StopCheck check) {
  const std::vector<TextId> types = types_.merge(other.types_, check);
  const std::vector<TextId> currencies = currencies_.merge(other.currencies_, check);
  std::vector<ComboId> ids;
  ids.reserve(other.size());
  for (const Combo& combo : other.combos_) {
    check();
    ids.push_back(intern({combo.day, types[combo.type], currencies[combo.currency]}));
  }
  return ids;
}

std::size_t ComboTable::memory() const {
  return types_.memory() + currencies_.memory() + combos_.capacity() * sizeof(Combo) +
         table_.capacity() * sizeof(ComboId);
}

char* write_one_event(char* p, ComboId combo, std::uint32_t second, std::int64_t small) {
  constexpr std::int64_t kCent = 1'000'000;
  if (small == 0) return write_head(p, combo, second, kOneWithoutAmount);
  std::int64_t cents = 0;
  if (divide_exactly<kSmallDecimals - 2>(small, cents) &&
      cents == static_cast<std::int64_t>(static_cast<std::int32_t>(cents))) {
    static_assert(kCent == static_cast<std::int64_t>(power_of_ten(kSmallDecimals - 2)));
    return store(write_head(p, combo, second, kOneOfCents), static_cast<std::int32_t>(cents));
  }
  return store(write_head(p, combo, second, kOneSmall), small);
}

char* write_cell(char* p, const CellTotal& total) {
  std::int64_t sum = 0;
  std::int64_t positive_sum = 0;
  const bool small = to_small(total.sum, sum) && to_small(total.positive_sum, positive_sum);
  const bool one = total.rows == 1 && total.events == 1;
  if (one && small) return write_one_event(p, total.combo, total.second, sum);
  if (one) return store(write_head(p, total.combo, total.second, kOneWide), total.sum.to_int128());
  if (small && total.rows == total.events && total.events == total.positive &&
      total.events <= std::numeric_limits<std::uint32_t>::max()) {
    p = write_head(p, total.combo, total.second, kManyPositive);
    p = store(p, static_cast<std::uint32_t>(total.events));
    return store(p, sum);
  }
  p = write_head(p, total.combo, total.second, small ? kManySmall : kManyWide);
  p = store(p, total.rows);
  p = store(p, total.events);
  p = store(p, total.positive);
  if (small) return store(store(p, sum), positive_sum);
  return store(store(p, total.sum), total.positive_sum);
}

void read_many(const char* p, std::uint32_t shape, Cell& cell) {
  if (shape == kOneWide) {
    cell.wide = true;
    cell.wide_sum = DecimalSum(load<Int128>(p));
    const bool over_zero = !cell.wide_sum.negative();  // a small 0 is not wide
    cell.positive = over_zero ? 1 : 0;
    cell.wide_positive_sum = over_zero ? cell.wide_sum : DecimalSum();
    return;
  }
  if (shape == kManyPositive) {
    cell.rows = cell.events = cell.positive = load<std::uint32_t>(p);
    cell.sum = cell.positive_sum = load<std::int64_t>(p + sizeof(std::uint32_t));
    return;
  }
  cell.rows = load<std::uint64_t>(p);
  cell.events = load<std::uint64_t>(p + 8);
  cell.positive = load<std::uint64_t>(p + 16);
  p += 24;
  cell.wide = shape == kManyWide;
  if (cell.wide) {
    cell.wide_sum = load<DecimalSum>(p);
    cell.wide_positive_sum = load<DecimalSum>(p + sizeof(DecimalSum));
  } else {
    cell.sum = load<std::int64_t>(p);
    cell.positive_sum = load<std::int64_t>(p + sizeof(std::int64_t));
  }
}

}  // namespace footfall
