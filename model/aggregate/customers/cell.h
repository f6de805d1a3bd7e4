#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "model/aggregate/small_amount.h"
#include "model/core/calendar.h"
#include "model/core/currency.h"
#include "model/core/decimal.h"
#include "model/core/parallel.h"
#include "model/core/short_text.h"
#include "model/core/text_interner.h"

// A cell is what one customer's events of one combination add up to. Finished cells lie one behind
// the other as bytes: four to twelve for a single event, which most cells are.
namespace footfall {

/// What the cells of a customer are told apart by.
struct Combo {
  Day day = 0;
  TextId type = 0;
  TextId currency = 0;
  friend bool operator==(const Combo&, const Combo&) = default;
};
using ComboId = std::uint32_t;

/// Gives each combination of day, event type and currency (in its one spelling) a dense id, in
/// order of first sight.
/// There are few of them beside rows and customers, and of those seen lately the texts are compared
/// as words, without a hash table (6 % of the time of 5 M payments).
class ComboTable {
 public:
  /// Of texts that are not empty 16 bytes may be read, however short they are.
  [[nodiscard]] ComboId intern(Day day, std::string_view type, std::string_view currency) {
    if (!ShortText::names(type) || !ShortText::names(currency)) [[unlikely]]
      return intern_texts(day, type, currency);
    // A missing text has no bytes at all.
    const ShortText type_word = type.empty() ? ShortText() : ShortText::of(type);
    const ShortText currency_word = currency.empty() ? ShortText() : ShortText::of(currency);
    Recent& recent = recent_[recent_slot(day, type_word, currency_word)];
    if (recent.day == day && recent.type == type_word && recent.currency == currency_word &&
        recent.known) [[likely]]
      return recent.id;
    recent = {type_word, currency_word, day, intern_texts(day, type, currency), true};
    return recent.id;
  }
  [[nodiscard]] const Combo& operator[](ComboId id) const { return combos_[id]; }
  [[nodiscard]] std::size_t size() const { return combos_.size(); }
  [[nodiscard]] const TextInterner& types() const { return types_; }
  [[nodiscard]] const TextInterner& currencies() const { return currencies_; }

  /// Adds the combinations of `other`; result[i] is the id here of its id i.
  [[nodiscard]] std::vector<ComboId> merge(const ComboTable& other, StopCheck check = {});
  [[nodiscard]] std::size_t memory() const;

 private:
  struct Recent {
    ShortText type;
    ShortText currency;
    Day day = 0;
    ComboId id = 0;
    bool known = false;
  };
  static constexpr unsigned kRecentBits = 8;
  static std::size_t recent_slot(Day day, const ShortText& type, const ShortText& currency) {
    const std::uint64_t mixed = (type.low ^ (type.high << 7 | type.high >> 57)) +
                                currency.low * 31 + currency.high + static_cast<std::uint64_t>(day);
    return mixed * 0x9E3779B97F4A7C15 >> (64 - kRecentBits);
  }
  [[nodiscard]] ComboId intern_texts(Day day, std::string_view type, std::string_view currency) {
    std::string buffer;
    return intern(
        {day, types_.intern(type), currencies_.intern(canonical_currency(currency, buffer))});
  }
  [[nodiscard]] ComboId intern(const Combo& combo);
  [[nodiscard]] std::size_t home(const Combo& combo) const;
  void grow();

  TextInterner types_;
  TextInterner currencies_;
  std::vector<Combo> combos_;
  // id + 1, 0: free; open addressing. A library's table costs every start more: see FlatIndex.
  std::vector<ComboId> table_;
  std::array<Recent, std::size_t{1} << kRecentBits> recent_{};
};

/// Sums of a cell at full width.
struct CellTotal {
  ComboId combo = 0;
  std::uint32_t second = 0;    ///< of the day, of the latest event
  std::uint64_t rows = 0;      ///< with repeats of events
  std::uint64_t events = 0;    ///< without them, where distinct events count
  std::uint64_t positive = 0;  ///< events with an amount over 0
  DecimalSum sum;
  DecimalSum positive_sum;

  /// One more row; `repeat` takes an event out again, of a row that was added before.
  void add(std::uint32_t of_second, const DecimalSum& amount, bool repeat) {
    if (of_second > second) second = of_second;
    const bool over_zero = !amount.negative() && !amount.zero();
    if (repeat) {
      --events;
      sum -= amount;
      if (over_zero) {
        --positive;
        positive_sum -= amount;
      }
      return;
    }
    ++rows;
    ++events;
    sum += amount;
    if (over_zero) {
      ++positive;
      positive_sum += amount;
    }
  }
  void add(const CellTotal& other) {
    if (other.second > second) second = other.second;
    rows += other.rows;
    events += other.events;
    positive += other.positive;
    sum += other.sum;
    positive_sum += other.positive_sum;
  }
};

/// A cell as it is read back: sums are small (units of 10^-8) unless `wide`.
struct Cell {
  ComboId combo = 0;
  std::uint32_t second = 0;
  bool wide = false;
  bool one_small = false;  ///< a single event with a small amount
  std::uint64_t rows = 0;
  std::uint64_t events = 0;
  std::uint64_t positive = 0;
  std::int64_t sum = 0;
  std::int64_t positive_sum = 0;
  DecimalSum wide_sum;
  DecimalSum wide_positive_sum;

  [[nodiscard]] CellTotal total() const {
    return {combo,
            second,
            rows,
            events,
            positive,
            wide ? wide_sum : from_small(sum),
            wide ? wide_positive_sum : from_small(positive_sum)};
  }
};

namespace cell_detail {

// The first four bytes: 17 bits second, 3 bits shape, 12 bits combination; where these do not hold
// it, kLongCombo and four more bytes.
enum Shape : std::uint32_t {
  kOneWithoutAmount,  // one event of amount 0
  kOneOfCents,        // int32 in units of 10^-2
  kOneSmall,          // int64 in units of 10^-8
  kOneWide,           // int128 in units of 10^-18
  kManyPositive,      // uint32 events, all over 0; int64
  kManySmall,         // rows, events, positive: uint64; two int64
  kManyWide,          // the same counts; two 192-bit sums
};
inline constexpr std::array<std::size_t, 8> kPayload = {0, 4, 8, 16, 12, 40, 72, 0};
inline constexpr unsigned kSecondBits = 17;
inline constexpr unsigned kShapeBits = 3;
inline constexpr unsigned kComboShift = kSecondBits + kShapeBits;
inline constexpr std::uint32_t kLongCombo = (std::uint32_t{1} << (32 - kComboShift)) - 1;

template <class T>
T load(const char* p) {
  T value;
  std::memcpy(&value, p, sizeof value);
  return value;
}

}  // namespace cell_detail

/// The most bytes a cell takes.
inline constexpr std::size_t kLargestCell = 80;

/// Write a cell at `p` and return its end.
char* write_cell(char* p, const CellTotal& total);
char* write_one_event(char* p, ComboId combo, std::uint32_t second, std::int64_t small);

/// Reads the combination only; returns the end of the cell.
inline const char* read_combo(const char* p, ComboId& combo) {
  using namespace cell_detail;
  const auto head = load<std::uint32_t>(p);
  p += sizeof head;
  combo = head >> kComboShift;
  if (combo == kLongCombo) [[unlikely]] {
    combo = load<std::uint32_t>(p);
    p += sizeof combo;
  }
  return p + kPayload[(head >> kSecondBits) & ((1U << kShapeBits) - 1)];
}

void read_many(const char* p, std::uint32_t shape, Cell& cell);

/// Reads a cell; returns its end.
inline const char* read_cell(const char* p, Cell& cell) {
  using namespace cell_detail;
  constexpr std::int64_t kCent = 1'000'000;
  const auto head = load<std::uint32_t>(p);
  p += sizeof head;
  cell.second = head & ((1U << kSecondBits) - 1);
  cell.combo = head >> kComboShift;
  if (cell.combo == kLongCombo) [[unlikely]] {
    cell.combo = load<std::uint32_t>(p);
    p += sizeof cell.combo;
  }
  const std::uint32_t shape = (head >> kSecondBits) & ((1U << kShapeBits) - 1);
  cell.one_small = shape <= kOneSmall;
  cell.rows = 1;
  cell.events = 1;
  cell.wide = false;
  if (cell.one_small) [[likely]] {
    cell.sum = shape == kOneOfCents ? load<std::int32_t>(p) * kCent
               : shape == kOneSmall ? load<std::int64_t>(p)
                                    : 0;
    cell.positive = cell.sum > 0 ? 1 : 0;
    cell.positive_sum = cell.sum > 0 ? cell.sum : 0;
  } else {
    read_many(p, shape, cell);
  }
  return p + kPayload[shape];
}

}  // namespace footfall
