#include <array>
#include <limits>

#include <fmt/format.h>

#include "model/report/customer_spend.h"

// What customers spend together, as tables.
namespace footfall {
namespace {

constexpr unsigned kMoneyDecimals = 6;
constexpr double kAbsent = std::numeric_limits<double>::quiet_NaN();

void append_count(std::string& out, std::uint64_t value) {
  const fmt::format_int digits(value);
  out.append(digits.data(), digits.size());
}

void append_money(std::string& out, const WideDecimal& units) {
  append_fixed(out, units, kMoneyDecimals, kMoneyDecimals);
}

double money_number(const WideDecimal& units) {
  return units.to_double() / static_cast<double>(power_of_ten(kMoneyDecimals));
}

WideDecimal wide(std::uint64_t value) { return WideDecimal(Int128{value}); }

// part / all with four decimals; all > 0.
void append_share(std::string& out, const WideDecimal& part, const WideDecimal& all) {
  append_fixed(out, divide_half_even(part * WideDecimal(power_of_ten(kShareDecimals)), all),
               kShareDecimals, kShareDecimals);
}

/// Rows of `Of`, which says its columns and the value of a cell: what is ordered, as a number, and
/// as text.
template <class Of>
class SpendTable final : public Table {
 public:
  explicit SpendTable(std::shared_ptr<const typename Of::Shown> shown) : of_{std::move(shown)} {}
  std::string name() const override { return Of::kName; }
  std::span<const Column> columns() const override { return Of::kColumns; }
  std::size_t rows() const override { return of_.rows(); }
  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    of_.append(out, row, column);
  }
  double number(std::size_t row, std::size_t column) const override {
    return of_.number(row, column);
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    return of_.compare(row_a, row_b, column);
  }

 private:
  Of of_;
};

struct Days {
  using Shown = SpendDays;
  enum : std::size_t { kDay, kCustomers, kEvents, kSpend };
  static constexpr const char* kName = "spend_days";
  static constexpr std::array<Column, 4> kColumns = {{{"day", ColumnKind::day},
                                                      {"customers", ColumnKind::count},
                                                      {"events", ColumnKind::count},
                                                      {"spend_usd", ColumnKind::amount}}};
  std::shared_ptr<const SpendDays> shown;

  [[nodiscard]] std::size_t rows() const { return shown->days.size(); }
  void append(std::string& out, std::size_t row, std::size_t column) const {
    const SpendDay& day = shown->days[row];
    if (column == kDay)
      append_date(out, day.day);
    else if (column == kSpend)
      append_money(out, day.spend);
    else
      append_count(out, column == kEvents ? day.events : day.customers);
  }
  [[nodiscard]] double number(std::size_t row, std::size_t column) const {
    const SpendDay& day = shown->days[row];
    if (column == kDay) return day.day;
    if (column == kSpend) return money_number(day.spend);
    return static_cast<double>(column == kEvents ? day.events : day.customers);
  }
  [[nodiscard]] int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const {
    const SpendDay &a = shown->days[row_a], &b = shown->days[row_b];
    switch (column) {
      case kDay:
        return order(a.day, b.day);
      case kCustomers:
        return order(a.customers, b.customers);
      case kEvents:
        return order(a.events, b.events);
      default:
        return order(a.spend, b.spend);
    }
  }
};

struct Spread {
  using Shown = SpendSpread;
  enum : std::size_t { kTop, kCustomers, kSpend, kShare };
  static constexpr const char* kName = "spend_spread";
  static constexpr std::array<Column, 4> kColumns = {
      {{"share_of_customers", ColumnKind::amount, Measure::none},
       {"customers", ColumnKind::count},
       {"spend_usd", ColumnKind::amount},
       {"share_of_spend", ColumnKind::amount, Measure::rate}}};
  // In thousandths of the customers.
  static constexpr std::array<std::uint64_t, 12> kTops = {10,  50,  100, 200, 300, 400,
                                                          500, 600, 700, 800, 900, 1000};
  std::shared_ptr<const SpendSpread> shown;

  [[nodiscard]] std::size_t rows() const { return shown->points.empty() ? 0 : kTops.size(); }
  [[nodiscard]] const SpendSpread::Point& point(std::size_t row) const {
    return shown->top(kTops[row]);
  }
  void append(std::string& out, std::size_t row, std::size_t column) const {
    if (column == kTop)
      append_share(out, wide(kTops[row]), wide(SpendSpread::kParts));
    else if (column == kCustomers)
      append_count(out, point(row).customers);
    else if (column == kSpend)
      append_money(out, point(row).spend);
    else
      append_share(out, point(row).spend, shown->points.back().spend);
  }
  [[nodiscard]] double number(std::size_t row, std::size_t column) const {
    if (column == kTop)
      return static_cast<double>(kTops[row]) / static_cast<double>(SpendSpread::kParts);
    if (column == kCustomers) return static_cast<double>(point(row).customers);
    if (column == kSpend) return money_number(point(row).spend);
    return point(row).spend.to_double() / shown->points.back().spend.to_double();
  }
  [[nodiscard]] int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const {
    if (column == kTop) return order(row_a, row_b);
    if (column == kCustomers) return order(point(row_a).customers, point(row_b).customers);
    return order(point(row_a).spend, point(row_b).spend);
  }
};

struct Tickets {
  using Shown = TicketHistogram;
  enum : std::size_t { kFrom, kBelow, kCustomers, kShare };
  static constexpr const char* kName = "ticket_histogram";
  static constexpr std::array<Column, 4> kColumns = {
      {{"from_usd", ColumnKind::amount, Measure::none},
       {"below_usd", ColumnKind::amount, Measure::none},
       {"customers", ColumnKind::count},
       {"share_of_tickets", ColumnKind::amount, Measure::rate}}};
  std::shared_ptr<const TicketHistogram> shown;

  [[nodiscard]] std::size_t rows() const { return shown->bars.size() + (shown->above > 0 ? 1 : 0); }
  [[nodiscard]] std::uint64_t customers(std::size_t row) const {
    return row < shown->bars.size() ? shown->bars[row] : shown->above;
  }
  // None behind the last bar.
  [[nodiscard]] std::optional<WideDecimal> edge(std::size_t row, std::size_t column) const {
    if (column == kBelow && row == shown->bars.size()) return std::nullopt;
    return shown->width * wide(row + (column == kBelow ? 1 : 0));
  }
  void append(std::string& out, std::size_t row, std::size_t column) const {
    if (column == kCustomers)
      append_count(out, customers(row));
    else if (column == kShare)
      append_share(out, wide(customers(row)), wide(shown->customers));
    else if (const auto money = edge(row, column))
      append_money(out, *money);
  }
  [[nodiscard]] double number(std::size_t row, std::size_t column) const {
    if (column == kCustomers) return static_cast<double>(customers(row));
    if (column == kShare)
      return static_cast<double>(customers(row)) / static_cast<double>(shown->customers);
    const auto money = edge(row, column);
    return money ? money_number(*money) : kAbsent;
  }
  [[nodiscard]] int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const {
    if (column == kFrom || column == kBelow) return order(row_a, row_b);  // absent ones come last
    return order(customers(row_a), customers(row_b));
  }
};

}  // namespace

TablePtr spend_days_table(SpendDaysPtr days) {
  return std::make_shared<SpendTable<Days>>(std::move(days));
}

TablePtr spend_spread_table(SpendSpreadPtr spread) {
  return std::make_shared<SpendTable<Spread>>(std::move(spread));
}

TablePtr ticket_histogram_table(TicketHistogramPtr histogram) {
  return std::make_shared<SpendTable<Tickets>>(std::move(histogram));
}

}  // namespace footfall
