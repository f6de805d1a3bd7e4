#include "model/aggregate/customers/customer_report_aggregate.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "model/aggregate/small_amount.h"

namespace footfall {
namespace {

constexpr std::size_t kFirstFold = 4096;  // rows of a partition

std::string_view bytes_of(const Int128& units) {
  return {reinterpret_cast<const char*>(&units), sizeof units};
}

}  // namespace

CustomerReportAggregate::CustomerReportAggregate(const AggregateOptions& options)
    : options_(options),
      cells_(KeyTable::kPartitions),
      cells_policy_(kFirstFold),
      events_policy_(kFirstFold) {}

void CustomerReportAggregate::add(const PaymentRow& row) {
  constexpr auto kDaySeconds = static_cast<std::uint64_t>(kSecondsPerDay);
  const auto ts = static_cast<std::uint64_t>(row.ts);
  const ComboId combo =
      combos_.intern(static_cast<Day>(ts / kDaySeconds), row.event_type, row.currency);
  const auto second = static_cast<std::uint32_t>(ts % kDaySeconds);
  const std::size_t partition = KeyTable::partition_of_hash(hash_bytes(row.customer));
  CustomerCells& cells = cells_[partition];
  cells.add(row.customer, combo, second, row.amount);
  if (cells_policy_.due(cells.fresh(), cells.kept())) [[unlikely]]
    fold_cells(partition);
  if (options_.report.distinct_events) add_event(row, combo, second);
}

void CustomerReportAggregate::add_event(const PaymentRow& row, ComboId combo,
                                        std::uint32_t second) {
  std::int64_t amount = 0;
  const bool wide = !to_small(row.amount, amount);
  if (wide) amount = wide_amounts_.intern(bytes_of(row.amount.units));
  EventValues values;
  values.customer = event_customers_.intern(row.customer);
  values.combo = combo;
  values.second_and_wide = second << 1 | (wide ? 1U : 0U);
  std::memcpy(values.amount.data(), &amount, sizeof amount);
  const std::size_t partition = events_.append(row.event_id, values);
  if (events_policy_.due(events_.fresh(partition), events_.kept(partition))) [[unlikely]]
    fold_events(partition);
}

void CustomerReportAggregate::fold_cells(std::size_t partition) {
  CustomerCells& cells = cells_[partition];
  const std::size_t fresh = cells.fresh();
  const std::size_t kept = cells.kept();
  cells.fold(combos_, StopCheck(options_.abandoned));
  cells_policy_.folded(fresh, cells.kept() - kept);
}

void CustomerReportAggregate::fold_events(std::size_t partition) {
  const std::size_t fresh = events_.fresh(partition);
  const std::size_t kept = events_.kept(partition);
  events_.fold(
      partition, [this](const EventValues& values) { take_out(values); },
      StopCheck(options_.abandoned));
  events_policy_.folded(fresh, events_.kept(partition) - kept);
}

// A repeat stays a row of its cell, but no longer counts as an event.
void CustomerReportAggregate::take_out(const EventValues& repeat) {
  std::int64_t amount = 0;
  std::memcpy(&amount, repeat.amount.data(), sizeof amount);
  DecimalSum sum = from_small(amount);
  if ((repeat.second_and_wide & 1) != 0) {
    Int128 units = 0;
    std::memcpy(&units, wide_amounts_[static_cast<TextId>(amount)].data(), sizeof units);
    sum = DecimalSum(units);
  }
  CellTotal change;
  change.combo = repeat.combo;
  change.add(repeat.second_and_wide >> 1, sum, true);
  const std::string_view customer = event_customers_[repeat.customer];
  cells_[KeyTable::partition_of_hash(hash_bytes(customer))].add(customer, change);
}

void CustomerReportAggregate::merge(std::vector<CustomerReportAggregate>&& others,
                                    const ParallelFor& parallel) {
  for (CustomerReportAggregate& other : others) {
    if (combos_.size() == 0) {
      *this = std::move(other);
      continue;
    }
    const auto combos = std::make_shared<const std::vector<ComboId>>(
        combos_.merge(other.combos_, parallel.stop_check()));
    parallel(KeyTable::kPartitions, [&](std::size_t p) {
      cells_[p].merge(std::move(other.cells_[p]), combos, parallel.stop_check());
    });
    if (options_.report.distinct_events) merge_events(other, *combos, parallel);
  }
}

void CustomerReportAggregate::merge_events(CustomerReportAggregate& other,
                                           const std::vector<ComboId>& combos,
                                           const ParallelFor& parallel) {
  const std::vector<TextId> customers =
      event_customers_.merge(other.event_customers_, parallel.stop_check());
  const std::vector<TextId> wide_amounts =
      wide_amounts_.merge(other.wide_amounts_, parallel.stop_check());
  parallel(EventLog<EventValues>::kPartitions, [&](std::size_t p) {
    const auto change = [&](EventValues& values) {
      values.customer = customers[values.customer];
      values.combo = combos[values.combo];
      if ((values.second_and_wide & 1) == 0) return;
      std::int64_t amount = 0;
      std::memcpy(&amount, values.amount.data(), sizeof amount);
      amount = wide_amounts[static_cast<std::size_t>(amount)];
      std::memcpy(values.amount.data(), &amount, sizeof amount);
    };
    events_.merge(p, other.events_, change, parallel.stop_check());
  });
}

void CustomerReportAggregate::fold_all_events(const ParallelFor& parallel) {
  std::vector<std::vector<EventValues>> repeats(EventLog<EventValues>::kPartitions);
  parallel(EventLog<EventValues>::kPartitions, [&](std::size_t p) {
    events_.fold(
        p, [&](const EventValues& values) { repeats[p].push_back(values); }, parallel.stop_check());
  });
  StopCheck check = parallel.stop_check();
  for (const std::vector<EventValues>& of_partition : repeats)
    for (const EventValues& values : of_partition) {
      check();
      take_out(values);
    }
}

void CustomerReportAggregate::list_shared_events(StopCheck check) {
  shared_.clear();
  for (std::size_t p = 0; p < EventLog<EventValues>::kPartitions; ++p)
    events_.for_each_shared(p, [&](std::uint32_t group, const EventValues& values) {
      check();
      shared_.push_back({std::uint64_t{p} << 32 | group,
                         sorted_.find(event_customers_[values.customer]), values.combo});
    });
}

void CustomerReportAggregate::finish(const ParallelFor& parallel) {
  if (options_.report.distinct_events) fold_all_events(parallel);
  parallel(KeyTable::kPartitions,
           [&](std::size_t p) { cells_[p].fold(combos_, parallel.stop_check()); });
  std::vector<const TextInterner*> customers;
  for (const CustomerCells& cells : cells_) customers.push_back(&cells.customers());
  sorted_ = sort_keys(customers, parallel);
  event_types_ = std::make_shared<const TextPool>(combos_.types().pool());
  if (options_.report.distinct_events) list_shared_events(parallel.stop_check());
}

std::shared_ptr<const CustomerReport> CustomerReportAggregate::report(
    const ReportOptions& options, const Filter& filter, const ParallelFor& parallel) const {
  const CustomerState from = state();
  const CustomerSelection selection(from, options, filter, parallel.stop_check());
  std::shared_ptr<CustomerReport> report = make_customer_report(from, options, selection, parallel);
  if (options_.report.distinct_events) {
    const SelectedRows counts = count_rows(from, selection, parallel.stop_check());
    report->duplicate_events = counts.rows - counts.events;
    report->conflicting_events = count_conflicts(selection, parallel.stop_check());
  }
  return report;
}

std::uint64_t CustomerReportAggregate::count_conflicts(const CustomerSelection& selection,
                                                       StopCheck check) const {
  std::uint64_t conflicts = 0;
  for (std::size_t i = 0; i < shared_.size();) {
    const std::uint64_t group = shared_[i].group;
    std::uint64_t matching = 0;
    for (; i < shared_.size() && shared_[i].group == group; ++i) {
      check();
      matching +=
          selection.has(shared_[i].combo) && selection.has_customer(shared_[i].place) ? 1 : 0;
    }
    if (matching > 1) conflicts += matching;
  }
  return conflicts;
}

bool CustomerReportAggregate::can_report(const ReportOptions& options, const Filter& filter) const {
  const ReportOptions& loaded = options_.report;
  if (options.now != loaded.now || options.distinct_events != loaded.distinct_events) return false;
  if (!answered_by(events_of(kKind), filter).conditions.empty()) return false;
  return options_.keep_slices || (filter.empty() && options.event_types == loaded.event_types);
}

std::uint64_t CustomerReportAggregate::rows(const ReportOptions& options, const Filter& filter,
                                            const ParallelFor& parallel) const {
  const CustomerState from = state();
  const CustomerSelection selection(from, options, filter, parallel.stop_check());
  return count_rows(from, selection, parallel.stop_check()).rows;
}

std::size_t CustomerReportAggregate::memory() const {
  std::size_t bytes = combos_.memory() + events_.memory() + event_customers_.memory() +
                      wide_amounts_.memory() + shared_.capacity() * sizeof(SharedEvent) +
                      sorted_.refs.capacity() * (sizeof(KeyRef) + sizeof(std::string_view));
  for (const CustomerCells& cells : cells_) bytes += cells.memory();
  return bytes;
}

}  // namespace footfall
