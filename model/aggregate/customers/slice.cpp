#include "model/aggregate/customers/slice.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "model/aggregate/customers/payment_filter.h"
#include "model/aggregate/customers/rows.h"

namespace footfall {
namespace {

constexpr std::size_t kCustomersAtATime = 4096;

// How many rows a range of customers takes.
struct Survey {
  std::size_t customers = 0;
  std::size_t days = 0;
};

Survey survey_range(const CustomerState& state, const CustomerSelection& selection,
                    std::size_t begin, std::size_t end, StopCheck check) {
  Survey result;
  const auto note = [&](std::size_t days) {
    result.days += days;
    result.customers += days > 0 ? 1 : 0;
  };
  if (selection.whole_customers()) {
    for (std::size_t i = begin; i < end; ++i) {
      const KeyRef ref = state.customers.refs[selection.place(i)];
      note(state.cells[KeyTable::partition_of(ref)].days_of(KeyTable::index_of(ref)));
    }
    return result;
  }
  walk_customers(state, selection, begin, end, [&](std::size_t, std::span<const char> cells) {
    std::size_t days = 0;
    Day last = std::numeric_limits<Day>::min();
    for (const char* p = cells.data(); p != cells.data() + cells.size();) {
      check();
      ComboId combo = 0;
      p = read_combo(p, combo);
      const Day day = state.combos[combo].day;
      if (!selection.has(combo) || day == last) continue;
      ++days;
      last = day;
    }
    note(days);
  });
  return result;
}

std::vector<UnconvertedCurrency> list_unconverted(const CustomerState& state,
                                                  const std::vector<RangeResult>& ranges) {
  std::vector<UnconvertedCurrency> result;
  const TextInterner& currencies = state.combos.currencies();
  for (TextId id = 0; id < currencies.size(); ++id) {
    UnconvertedCurrency currency;
    for (const RangeResult& range : ranges) {
      const UnconvertedSum& part = range.unconverted[id];
      currency.rows += part.rows;
      currency.amount += part.wide + DecimalSum(part.small) * from_small(1);
    }
    if (currency.rows == 0) continue;
    currency.currency = currencies[id];
    result.push_back(std::move(currency));
  }
  std::sort(result.begin(), result.end(),
            [](const auto& a, const auto& b) { return a.currency < b.currency; });
  return result;
}

}  // namespace

CustomerSelection::CustomerSelection(const CustomerState& state, const ReportOptions& options,
                                     const Filter& filter, StopCheck check)
    : whole_customers_(true),
      all_(filter[FilterField::customer].empty()),
      all_customers_(state.customers.refs.size()) {
  const PaymentFilter rows(options, filter);
  std::vector<bool> types;
  for (TextId id = 0; id < state.combos.types().size(); ++id) {
    check();
    types.push_back(rows.admits_type(state.combos.types()[id]));
  }
  for (ComboId id = 0; id < state.combos.size(); ++id) {
    check();
    const Combo& combo = state.combos[id];
    combos_.push_back(types[combo.type] && rows.in_range(combo.day) ? 1 : 0);
    whole_customers_ = whole_customers_ && combos_.back() != 0;
  }
  for (const std::string& customer : filter[FilterField::customer])
    if (const std::size_t place = state.customers.find(customer); place < all_customers_)
      places_.push_back(place);
  std::sort(places_.begin(), places_.end());
  places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
}

std::shared_ptr<CustomerReport> make_customer_report(const CustomerState& state,
                                                     const ReportOptions& options,
                                                     const CustomerSelection& selection,
                                                     const ParallelFor& parallel) {
  const ReportPlan plan(state, options, selection, parallel.stop_check());
  const std::size_t customers = selection.customers();
  const std::size_t ranges = (customers + kCustomersAtATime - 1) / kCustomersAtATime;
  const auto end_of = [&](std::size_t range) {
    return std::min(customers, (range + 1) * kCustomersAtATime);
  };
  std::vector<Survey> surveys(ranges);
  parallel(ranges, [&](std::size_t range) {
    surveys[range] = survey_range(state, selection, range * kCustomersAtATime, end_of(range),
                                  parallel.stop_check());
  });
  // Where each range writes.
  std::vector<std::size_t> first_row(ranges + 1);
  std::vector<std::size_t> first_day(ranges + 1);
  for (std::size_t range = 0; range < ranges; ++range) {
    first_row[range + 1] = first_row[range] + surveys[range].customers;
    first_day[range + 1] = first_day[range] + surveys[range].days;
  }
  ReportRows rows;
  rows.customers.resize(first_row[ranges]);
  rows.spend.resize(first_row[ranges]);
  rows.ticket.resize(first_row[ranges]);
  rows.days.resize(first_day[ranges]);
  rows.day_spend.resize(first_day[ranges]);
  std::vector<RangeResult> results(ranges);
  parallel(ranges, [&](std::size_t range) {
    results[range] = write_customers(plan, range * kCustomersAtATime, end_of(range), rows,
                                     first_row[range], first_day[range], parallel.stop_check());
  });

  auto report = std::make_shared<CustomerReport>();
  RangeResult whole;
  const auto append = [](auto& to, auto& from) { to.insert(to.end(), from.begin(), from.end()); };
  for (RangeResult& result : results) {
    whole.events += result.events;
    whole.total += result.total;
    append(whole.spend, result.spend);
    append(whole.ticket, result.ticket);
    append(whole.day_spend, result.day_spend);
  }
  report->names = state.customers.names;
  report->event_types = state.event_types;
  report->customers = std::move(rows.customers);
  report->days = std::move(rows.days);
  report->spend = AmountColumn(kUsdDecimals, std::move(rows.spend), std::move(whole.spend));
  report->average_ticket =
      AmountColumn(kUsdDecimals, std::move(rows.ticket), std::move(whole.ticket));
  report->day_spend =
      AmountColumn(kUsdDecimals, std::move(rows.day_spend), std::move(whole.day_spend));
  report->unconverted = list_unconverted(state, results);
  report->events = whole.events;
  report->total_spend = round_wide(whole.total);
  return report;
}

SelectedRows count_rows(const CustomerState& state, const CustomerSelection& selection,
                        StopCheck check) {
  SelectedRows result;
  Cell cell;
  walk_customers(state, selection, 0, selection.customers(),
                 [&](std::size_t, std::span<const char> cells) {
                   for (const char* p = cells.data(); p != cells.data() + cells.size();) {
                     check();
                     p = read_cell(p, cell);
                     if (!selection.has(cell.combo)) continue;
                     result.rows += cell.rows;
                     result.events += cell.events;
                   }
                 });
  return result;
}

}  // namespace footfall
