#include "model/aggregate/customers/rows.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "model/core/md5.h"

namespace footfall {

ScaledRates scale_rates(std::vector<Decimal> rates) {
  // Amounts below 2^63 times rates up to this leave 128 bits room for many sums.
  constexpr Int128 kLargest = Int128{1} << 50;
  // The divisor that rounds a sum must fit 64 bits.
  constexpr unsigned kMostDecimals = 18 + kUsdDecimals - kSmallDecimals;
  ScaledRates scaled;
  for (const Decimal& rate : rates) {
    unsigned needed = 0;
    while (rate.units % power_of_ten(Decimal::kDigits - needed) != 0) ++needed;
    scaled.decimals = std::max(scaled.decimals, needed);
  }
  scaled.fit = scaled.decimals <= kMostDecimals;
  for (const Decimal& rate : rates) {
    const Int128 small = rate.units / power_of_ten(Decimal::kDigits - scaled.decimals);
    scaled.fit = scaled.fit && small <= kLargest;
    scaled.small.push_back(scaled.fit ? static_cast<std::int64_t>(small) : 0);
  }
  scaled.exact = std::move(rates);
  return scaled;
}

SmallRounding::SmallRounding(unsigned rate_decimals)
    : power_(kSmallDecimals + rate_decimals - kUsdDecimals),
      divisor_(static_cast<std::int64_t>(power_of_ten(power_))),
      inverse_(inverse_of_odd(static_cast<std::uint64_t>(divisor_ >> power_))) {}

Int128 SmallRounding::divide(Int128 dividend, Int128 divisor) {
  constexpr Int128 kMost = std::numeric_limits<std::int64_t>::max();
  Int128 quotient = 0;
  Int128 remainder = 0;
  if (dividend <= kMost && dividend >= -kMost && divisor <= kMost) {
    quotient = static_cast<std::int64_t>(dividend) / static_cast<std::int64_t>(divisor);
    remainder = static_cast<std::int64_t>(dividend) % static_cast<std::int64_t>(divisor);
  } else {
    quotient = dividend / divisor;
    remainder = dividend % divisor;
  }
  // Compared with what is left to the divisor, twice the remainder cannot overflow.
  const Int128 size = remainder < 0 ? -remainder : remainder;
  const Int128 rest = divisor - size;
  if (size > rest || (size == rest && (quotient & 1) != 0)) quotient += dividend < 0 ? -1 : 1;
  return quotient;
}

WideDecimal round_wide(const WideDecimal& sum, std::uint64_t count) {
  constexpr unsigned kPower = 2 * Decimal::kDigits - kUsdDecimals;
  const WideDecimal divisor =
      WideDecimal(power_of_ten(kPower)) * WideDecimal(static_cast<Int128>(count));
  return divide_half_even(sum, divisor);
}

namespace {

constexpr std::string_view kTicketType = "checkout";
constexpr std::string_view kUsd = "USD";

// Money in its two ways: what small sums cannot hold is done again wide.
class SmallWay {
 public:
  using Sum = Int128;  // 10^-(8 + rate decimals)
  explicit SmallWay(const ScaledRates& rates)
      : rates_(rates), rounding_(rates.fit ? rates.decimals : 0) {}

  [[nodiscard]] bool add(Sum& sum, const Cell& cell, TextId currency) const {
    return !cell.wide && add_product(sum, cell.sum, rates_.small[currency]);
  }
  [[nodiscard]] bool add_positive(Sum& sum, const Cell& cell, TextId currency) const {
    return !cell.wide && add_product(sum, cell.positive_sum, rates_.small[currency]);
  }
  [[nodiscard]] static bool add(Sum& sum, Sum part) {
    return !__builtin_add_overflow(sum, part, &sum);
  }
  [[nodiscard]] Int128 round(Sum sum) const { return rounding_.round(sum); }
  [[nodiscard]] Int128 average(Sum sum, std::uint64_t count) const {
    return rounding_.average(sum, count);
  }
  [[nodiscard]] WideDecimal widen(Sum sum) const {
    return WideDecimal(sum) *
           WideDecimal(power_of_ten(2 * Decimal::kDigits - kSmallDecimals - rates_.decimals));
  }

 private:
  const ScaledRates& rates_;
  SmallRounding rounding_;
};

class WideWay {
 public:
  using Sum = WideDecimal;  // 10^-36
  explicit WideWay(const ScaledRates& rates) : rates_(rates) {}

  [[nodiscard]] bool add(Sum& sum, const Cell& cell, TextId currency) const {
    return add(sum, wide_product(cell.wide ? cell.wide_sum : from_small(cell.sum),
                                 rates_.exact[currency]));
  }
  [[nodiscard]] bool add_positive(Sum& sum, const Cell& cell, TextId currency) const {
    return add(sum, wide_product(cell.wide ? cell.wide_positive_sum : from_small(cell.positive_sum),
                                 rates_.exact[currency]));
  }
  [[nodiscard]] static bool add(Sum& sum, const Sum& part) {
    sum += part;
    return true;
  }
  [[nodiscard]] static WideDecimal round(const Sum& sum) { return round_wide(sum); }
  [[nodiscard]] static WideDecimal average(const Sum& sum, std::uint64_t count) {
    return round_wide(sum, count);
  }
  [[nodiscard]] static WideDecimal widen(const Sum& sum) { return sum; }

 private:
  const ScaledRates& rates_;
};

using WideEntries = std::vector<AmountColumn::WideEntry>;

void put(std::vector<std::int64_t>& column, WideEntries& wide, std::size_t row,
         const WideDecimal& units) {
  column[row] = AmountColumn::kWide;
  wide.push_back({row, units});
}
void put(std::vector<std::int64_t>& column, WideEntries& wide, std::size_t row, Int128 units) {
  const auto narrow = static_cast<std::int64_t>(units);
  if (narrow != units || narrow == AmountColumn::kWide)
    return put(column, wide, row, WideDecimal(units));
  column[row] = narrow;
}

class RangeWriter {
 public:
  RangeWriter(const ReportPlan& plan, ReportRows& rows, std::size_t row, std::size_t day_row,
              StopCheck check)
      : plan_(plan),
        rows_(rows),
        row_(row),
        day_row_(day_row),
        check_(std::move(check)),
        small_(plan.rates),
        wide_(plan.rates),
        type_events_(plan.type_place.size()) {
    result_.unconverted.resize(plan.state.combos.currencies().size());
  }

  RangeResult run(std::size_t begin, std::size_t end) {
    const std::size_t first_row = row_;
    walk_customers(plan_.state, plan_.selection, begin, end,
                   [&](std::size_t place, std::span<const char> cells) {
                     constexpr std::size_t kUsualCell = 8;
                     check_(1 + cells.size() / kUsualCell);
                     note_unconverted_ = true;
                     if (plan_.rates.fit && write(small_, place, cells)) return;
                     note_unconverted_ = !plan_.rates.fit;
                     (void)write(wide_, place, cells);
                   });
    result_.total += small_.widen(small_total_);
    write_shards(first_row);
    return std::move(result_);
  }

 private:
  // False where the way of money does not hold the customer; nothing has been written then.
  template <class Way>
  [[nodiscard]] bool write(const Way& way, std::size_t place, std::span<const char> cells) {
    CustomerReport::Customer customer;
    customer.name = static_cast<TextId>(place);
    customer.first_day = day_row_;
    typename Way::Sum spend{};
    typename Way::Sum tickets{};
    typename Way::Sum day_spend{};
    std::uint64_t ticket_count = 0;
    bool held = true;
    const std::size_t wide_days = result_.day_spend.size();
    CustomerReport::CustomerDay day;
    day.customer = static_cast<std::uint32_t>(row_);
    const auto end_day = [&] {
      if (day.events == 0) return;
      const std::size_t at = day_row_ + customer.active_days++;
      rows_.days[at] = day;
      put(rows_.day_spend, result_.day_spend, at, way.round(day_spend));
      held = way.add(spend, day_spend) && held;
      customer.events += day.events;
      day.events = 0;
      day_spend = {};
    };
    for (const char* p = cells.data(); p != cells.data() + cells.size();) {
      p = read_cell(p, cell_);
      const ComboUse& use = plan_.uses[cell_.combo];
      if (!use.selected) continue;
      if (use.day != day.day) {
        end_day();
        day.day = use.day;
      }
      day.events += cell_.events;
      held = way.add(day_spend, cell_, use.currency) && held;
      if (use.ticket) {
        ticket_count += cell_.positive;
        held = way.add_positive(tickets, cell_, use.currency) && held;
      }
      if (use.unconverted && note_unconverted_) add_unconverted(use.currency);
      if (type_events_[use.type] == 0) touched_types_.push_back(use.type);
      type_events_[use.type] += cell_.events;
      customer.latest_event =
          std::max(customer.latest_event, use.day * kSecondsPerDay + cell_.second);
    }
    end_day();
    if (held && customer.active_days > 0) {
      customer.top_event_type = top_type();
      rows_.customers[row_] = customer;
      put(rows_.spend, result_.spend, row_, way.round(spend));
      put(rows_.ticket, result_.ticket, row_,
          ticket_count > 0 ? way.average(tickets, ticket_count) : decltype(way.round(spend))());
      add_to_total(spend);
      result_.events += customer.events;
      ++row_;
      day_row_ += customer.active_days;
    }
    for (const TextId type : touched_types_) type_events_[type] = 0;
    touched_types_.clear();
    if (!held) result_.day_spend.resize(wide_days);
    return held;
  }

  void add_unconverted(TextId currency) {
    UnconvertedSum& sum = result_.unconverted[currency];
    sum.rows += cell_.events;
    if (cell_.wide) {
      sum.wide += cell_.wide_sum;
    } else {
      sum.small += cell_.sum;
    }
  }

  [[nodiscard]] TextId top_type() const {
    TextId top = touched_types_.front();
    for (const TextId type : touched_types_)
      if (type_events_[type] > type_events_[top] ||
          (type_events_[type] == type_events_[top] &&
           plan_.type_place[type] < plan_.type_place[top]))
        top = type;
    return top;
  }

  void add_to_total(const WideDecimal& sum) { result_.total += sum; }
  void add_to_total(Int128 sum) {
    Int128 total = 0;
    if (__builtin_add_overflow(small_total_, sum, &total)) {
      result_.total += small_.widen(small_total_);
      total = sum;
    }
    small_total_ = total;
  }

  void write_shards(std::size_t first_row) {
    std::vector<std::string_view> names;
    for (std::size_t row = first_row; row < row_; ++row)
      names.push_back((*plan_.state.customers.names)[rows_.customers[row].name]);
    std::vector<std::uint32_t> prefixes(names.size());
    md5_prefixes(names, prefixes.data());
    for (std::size_t i = 0; i < prefixes.size(); ++i)
      rows_.customers[first_row + i].shard = prefixes[i] % plan_.shards;
  }

  const ReportPlan& plan_;
  ReportRows& rows_;
  std::size_t row_;
  std::size_t day_row_;
  StopCheck check_;
  SmallWay small_;
  WideWay wide_;
  Cell cell_;
  bool note_unconverted_ = true;  // false when a customer is written for the second time
  Int128 small_total_ = 0;
  std::vector<std::uint64_t> type_events_;  // by type; 0 between customers
  std::vector<TextId> touched_types_;
  RangeResult result_;
};

}  // namespace

ReportPlan::ReportPlan(const CustomerState& of, const ReportOptions& options,
                       const CustomerSelection& selected, StopCheck check)
    : state(of), selection(selected), shards(options.shards) {
  std::vector<Decimal> currency_rates;
  std::vector<bool> unconverted;
  const TextInterner& currencies = state.combos.currencies();
  for (TextId id = 0; id < currencies.size(); ++id) {
    const auto rate = options.rates.find(currencies[id]);
    const bool given = rate != options.rates.end();
    currency_rates.push_back(given ? rate->second : Decimal{Decimal::kOne});
    unconverted.push_back(!given && currencies[id] != kUsd);
  }
  rates = scale_rates(std::move(currency_rates));
  for (ComboId id = 0; id < state.combos.size(); ++id) {
    check();
    const Combo& combo = state.combos[id];
    uses.push_back({combo.day, combo.type, combo.currency, selection.has(id),
                    state.combos.types()[combo.type] == kTicketType, unconverted[combo.currency]});
  }
  const TextInterner& types = state.combos.types();
  std::vector<TextId> by_text(types.size());
  std::iota(by_text.begin(), by_text.end(), TextId{0});
  std::sort(by_text.begin(), by_text.end(), [&](TextId a, TextId b) {
    check();
    return types[a] < types[b];
  });
  type_place.resize(types.size());
  for (std::size_t i = 0; i < by_text.size(); ++i) type_place[by_text[i]] = i;
}

RangeResult write_customers(const ReportPlan& plan, std::size_t begin, std::size_t end,
                            ReportRows& rows, std::size_t row, std::size_t day_row,
                            StopCheck check) {
  return RangeWriter(plan, rows, row, day_row, std::move(check)).run(begin, end);
}

}  // namespace footfall
